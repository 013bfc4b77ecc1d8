"""Which kind of document a zip is, told by what is in it."""

from __future__ import annotations

import zipfile
import zlib

from yapit.core.parse.archive import open_zip

_LISTED = 1024**2
"""Bytes of a list of contents that are looked at."""

_OFFICE_TYPES = (
    (b"wordprocessingml.document.main", "docx"),
    (b"wordprocessingml.template.main", "docx"),
    (b"ms-word.document.macroEnabled.main", "docx"),
    (b"ms-word.template.macroEnabledTemplate.main", "docx"),
    (b"presentationml.presentation.main", "pptx"),
    (b"presentationml.slideshow.main", "pptx"),
    (b"presentationml.template.main", "pptx"),
    (b"ms-powerpoint.presentation.macroEnabled.main", "pptx"),
    (b"ms-powerpoint.slideshow.macroEnabled.main", "pptx"),
)
_MIME_TYPES = (
    (b"application/epub+zip", "epub"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
)


def kind_of_zip(data: bytes) -> str:
    """`epub`, `docx`, `pptx`, `odt`, `fb2`; empty for anything else, be it a zip or not."""
    archive = open_zip(data)
    if archive is None:
        return "epub" if data.startswith(b"PK\x03\x04") and b"application/epub+zip" in data[:128] else ""
    names = archive.namelist()
    said = _start_of(archive, "mimetype")
    by_type = next((kind for sign, kind in _MIME_TYPES if said.startswith(sign)), "")
    if by_type:
        return by_type
    listed = _start_of(archive, "[Content_Types].xml")
    by_type = next((kind for sign, kind in _OFFICE_TYPES if sign in listed), "")
    return by_type or _by_names(names)


def _by_names(names: list[str]) -> str:
    if "META-INF/container.xml" in names:
        return "epub"
    if "word/document.xml" in names:
        return "docx"
    if "ppt/presentation.xml" in names:
        return "pptx"
    files = [name for name in names if not name.endswith("/")]
    return "fb2" if len(files) == 1 and files[0].lower().endswith(".fb2") else ""


def _start_of(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as file:
            return file.read(_LISTED)
    except (KeyError, RuntimeError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        return b""
