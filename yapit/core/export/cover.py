"""The cover of an exported book: a picture that was given, or the one its source has."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from yapit.core.errors import ExportError, SourceError
from yapit.core.parse.source import Source

_READ_AS_IS = {"JPEG": b"\xff\xd8", "PNG": b"\x89PNG"}
_LARGEST_FILE = 20 * 1024**2
_LONGEST_SIDE = 1600
"""Pixels; players show no more, and some refuse larger ones."""

_PDF_SIZE = (1000, 1400)


def cover_from(path: Path) -> bytes:
    """The picture in a file as JPEG or PNG.

    Raises:
        ExportError: It is not there, or no picture.
    """
    cure = "Give a JPEG, PNG, WebP or GIF."
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise ExportError(f"{path} has more than 20 MB", cure="Make the picture smaller.")
        data = path.read_bytes()
    except OSError as error:
        raise ExportError(f"cannot read the cover {path}: {error.strerror}", cure=cure) from error
    picture = as_cover(data)
    if not picture:
        raise ExportError(f"{path} is no picture", cure=cure)
    return picture


def cover_of(source: Source) -> bytes:
    """The cover that an EPUB names, or the first page of a PDF; empty where there is none."""
    if b"%PDF-" in source.data[:1024]:
        return _first_page(source)
    from yapit.core.parse.epub.cover import cover_picture  # noqa: PLC0415 - loads lxml

    return as_cover(cover_picture(source))


def as_cover(data: bytes) -> bytes:
    """A picture as JPEG or PNG of at most 1600 pixels a side; empty for what is no picture."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - 0.1 s, where there is a cover

    if not data:
        return b""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                kind = picture.format or ""
                picture.load()
                if data.startswith(_READ_AS_IS.get(kind, b"-")) and max(picture.size) <= _LONGEST_SIDE:
                    return data
                return _jpeg(picture)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError,
            Image.DecompressionBombWarning):  # fmt: skip
        return b""


def _jpeg(picture: object) -> bytes:
    from PIL import Image  # noqa: PLC0415 - see as_cover

    assert isinstance(picture, Image.Image)
    plain = picture.convert("RGB")
    plain.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    data = io.BytesIO()
    plain.save(data, "JPEG", quality=88)
    return data.getvalue()


def _first_page(source: Source) -> bytes:
    from PIL import Image  # noqa: PLC0415 - see as_cover

    from yapit.core.parse.pdf.thumbnail import draw_page  # noqa: PLC0415 - only for PDF

    try:
        page = draw_page(source, 1, *_PDF_SIZE)
    except SourceError:  # it was read all the same: the sound matters more than its picture
        return b""
    return _jpeg(Image.frombytes("RGB", (page.width, page.height), page.pixels))
