"""The picture that a book names as its cover."""

from __future__ import annotations

from yapit.core.errors import SourceError
from yapit.core.parse.archive import Archive
from yapit.core.parse.epub.package import package_files, resolve
from yapit.core.parse.source import Source
from yapit.core.parse.zips import kind_of_zip

_MOST = 20 * 1024**2


def cover_picture(source: Source) -> bytes:
    """Its bytes as they stand in an EPUB; empty where the source is none, or names no cover."""
    if kind_of_zip(source.data) != "epub":
        return b""
    try:
        archive = Archive(source, "EPUB")
        return next((data for path in _paths(archive) if (data := archive.read(path, most=_MOST))), b"")
    except SourceError:  # it was read all the same: the sound matters more than its picture
        return b""


def _paths(archive: Archive) -> list[str]:
    """EPUB 3 has a property for it, EPUB 2 a `meta`, careless books at least a telling id."""
    found: list[str] = []
    for path in package_files(archive):
        root = archive.xml(path)
        if root is None:
            continue
        items = [item for item in root.iter("{*}item") if (item.get("media-type") or "").startswith("image/")]
        named = {meta.get("content") for meta in root.iter("{*}meta") if meta.get("name") == "cover"}
        best = [item for item in items if "cover-image" in (item.get("properties") or "").split()]
        best += [item for item in items if item.get("id") in named]
        best += [item for item in items if "cover" in (item.get("id") or "").lower()]
        found += [resolve(path, item.get("href") or "") for item in best]
    return found
