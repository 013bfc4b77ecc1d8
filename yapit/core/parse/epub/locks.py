"""Books that their shop has locked, told from books whose fonts alone are scrambled."""

from __future__ import annotations

from urllib.parse import unquote

from yapit.core.errors import SourceError
from yapit.core.parse.archive import Archive
from yapit.core.parse.epub.package import Package

_FONT_SCRAMBLING = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))
_CURE = "Read it in the shop's own program, or get a copy without DRM."

# The file that each kind of lock keeps its key in.
_KEEPERS = {
    "META-INF/license.lcpl": "Readium LCP",
    "META-INF/rights.xml": "Adobe",
    "META-INF/sinf.xml": "Apple FairPlay",
}


def refuse_locked(archive: Archive, package: Package) -> None:
    """Pass a book whose pages can be read.

    Raises:
        SourceError: A page of it is encrypted.
    """
    root = archive.xml("META-INF/encryption.xml")
    pages = {path.lower() for path in package.spine}
    for entry in () if root is None else root.iter("{*}EncryptedData"):
        methods = {method.get("Algorithm") for method in entry.iter("{*}EncryptionMethod")}
        paths = {unquote(ref.get("URI") or "").lower() for ref in entry.iter("{*}CipherReference")}
        if paths & pages and not methods <= _FONT_SCRAMBLING:
            raise SourceError(f"{archive.label} is locked by its shop ({_lock(archive)})", cure=_CURE)


def _lock(archive: Archive) -> str:
    kept = (name for path, name in _KEEPERS.items() if path in archive.names)
    name = next(kept, "")
    return f"{name} DRM" if name else "DRM"
