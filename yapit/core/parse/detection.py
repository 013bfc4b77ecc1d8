"""Which format a source is in: by its content first, then by its name, then by what a server said."""

from __future__ import annotations

from yapit.core.errors import SourceError
from yapit.core.parse.archive import open_zip
from yapit.core.parse.characters import is_binary
from yapit.core.parse.formats import FORMATS, PLAIN, Format
from yapit.core.parse.source import KNOWN, Source


def detect(source: Source) -> Format:
    """The format of a source.

    Raises:
        SourceError: It is in no format that Yapit reads.
    """
    for known in FORMATS:
        if known.is_shown_by(source.data):
            return known
    foreign = _foreign(source)
    if foreign is not None:
        raise foreign
    named = _named(source)
    if named is not None and named.binary and (source.extension == "epub" or not _is_text(source.data)):
        cure = "It may be damaged or cut short; download or copy it again."
        raise SourceError(f"{source.label} is no {named.name}, whatever its name says", cure=cure)
    if not _is_text(source.data):
        raise SourceError(f"{source.label} is in no format that Yapit knows", cure=KNOWN)
    if named is not None and not named.binary and (source.extension or named is not PLAIN):
        return named
    likely = (known for known in FORMATS if known.is_likely(source.data))
    return PLAIN if source.extension else next(likely, PLAIN)


def _named(source: Source) -> Format | None:
    for known in FORMATS:
        if source.extension in known.extensions:
            return known
    return next((known for known in FORMATS if source.media_type in known.media_types), None)


# What a source is instead, by its first bytes or by a file in its zip, and what makes it readable.
_OFFICE = "Convert it first with: soffice --convert-to pdf '{name}'"
_PASSWORD = "Open it with its password and save it without."
_SHOP = "Read it in the shop's own program, or get a copy without DRM."
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (
    (_OLD_OFFICE, "an old Microsoft Office document", _OFFICE),
    (b"TPZ", "a Topaz book of Amazon, which is locked", _SHOP),
    (b"\xeaDRMION", "a Kindle book that is locked by its shop (DRM)", _SHOP),
    (b"\x1f\x8b", "compressed", "Convert it first with: gunzip '{name}'"),
)
_FOREIGN_ZIPS = (
    ("xl/", "an Excel sheet", _OFFICE),
    ("content.xml", "an OpenDocument", _OFFICE),
)


def _is_text(data: bytes) -> bool:
    return not is_binary(data)


def _foreign(source: Source) -> SourceError | None:
    """What to say of a source that is told by its first bytes, or by its zip, to be something else."""
    if source.data.startswith(_OLD_OFFICE) and _LOCKED_OFFICE in source.data:
        return SourceError(f"{source.label} is locked with a password", cure=_PASSWORD)
    foreign = [(what, cure) for sign, what, cure in _FOREIGN if source.data.startswith(sign)]
    names = _zip_names(source.data)
    foreign += [(what, cure) for sign, what, cure in _FOREIGN_ZIPS if any(n.startswith(sign) for n in names)]
    if not foreign:
        return None
    what, cure = foreign[0]
    cure = cure.format(name=source.name or "file", stem=source.stem or "file")
    return SourceError(f"{source.label} is {what}", cure=f"{KNOWN} {cure}")


def _zip_names(data: bytes) -> list[str]:
    archive = open_zip(data)
    return [] if archive is None else archive.namelist()
