"""Pages of PDFs, and pictures, drawn for eyes other than ours."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from yapit.core.errors import LockedDocument, SourceError
from yapit.core.parse.source import Source

_DPI = 150
"""A page of A4 is 1,240 pixels wide: what models that see take without making it smaller."""

_MAX_SIDE = 2000
"""Pixels."""


def page_pictures(source: Source, pages: Iterable[int]) -> dict[int, bytes]:
    """Pages, counted from 1, as PNG files; none of a source that has no pages to draw.

    Raises:
        LockedDocument: Its password is missing or wrong.
    """
    pymupdf: Any = import_module("pymupdf")  # 0.25 s
    wanted = list(pages)
    if not wanted:
        return {}
    try:
        with pymupdf.open(stream=source.data) as file:
            if file.needs_pass and not file.authenticate(source.password):
                raise LockedDocument(f"{source.label} is locked", cure="Give its password with --password.")
            return {number: _drawn(file[number - 1]) for number in wanted if number <= file.page_count}
    except (pymupdf.FileDataError, pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError) as error:
        cure = "A model that sees can read pages of PDFs and pictures only."
        raise SourceError(f"the pages of {source.label} cannot be drawn", cure=cure) from error


def _drawn(page: Any) -> bytes:
    pymupdf: Any = import_module("pymupdf")
    scale = min(_DPI / 72, _MAX_SIDE / max(page.rect.width, page.rect.height, 1))
    return bytes(page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False).tobytes("png"))
