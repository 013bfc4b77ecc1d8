"""Headings by the structure tree of a tagged PDF: read where the tags of a page can be believed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

_MOST = 0.35
"""Of the letters of a page: where more are headings, somebody tagged for looks."""

# What matters of MuPDF's XML, which has an element for each character.
_PART = re.compile(r'<struct [^>]*?std="([^"]*)"|(</struct>)|<line bbox="([^"]*)"[^>]*? text="([^"]*)"')
_LEVEL = re.compile(r"H([1-6])")

Place = tuple[int, int, int, int]


def place_of(bbox: tuple[float, float, float, float]) -> Place:
    """A place, as exact as two ways of reading a page agree."""
    return round(bbox[0]), round(bbox[1]), round(bbox[2]), round(bbox[3])


def is_tagged(file: Any) -> bool:
    catalog = file.pdf_catalog()
    _, marked = file.xref_get_key(catalog, "MarkInfo/Marked")
    root, _ = file.xref_get_key(catalog, "StructTreeRoot")
    return bool(marked == "true" and root != "null")


def heading_tags(page: Any, flags: int) -> dict[Place, int]:
    """The levels of the lines that are tagged as headings, by their places in the file; none that mislead."""
    pymupdf: Any = import_module("pymupdf")
    text = page.get_textpage(flags=flags | pymupdf.TEXT_COLLECT_STRUCTURE)
    lines = list(_levels(text.extractXML()))
    heads = sum(letters for _, level, letters in lines if level)
    if heads > _MOST * sum(letters for _, _, letters in lines):
        return {}
    return {place: level for place, level, _ in lines if level}


def _levels(xml: str) -> Iterator[tuple[Place, int, int]]:
    """Place, level of heading or 0, and number of letters of each line."""
    open_: list[int] = []
    for match in _PART.finditer(xml):
        struct, end, bbox, text = match.groups()
        if struct is not None:
            level = _LEVEL.fullmatch(struct)
            open_.append(int(level[1]) if level else open_[-1] if open_ else 0)
        elif end:
            del open_[-1:]
        else:
            x0, y0, x1, y1 = map(float, bbox.split())
            yield place_of((x0, y0, x1, y1)), open_[-1] if open_ else 0, len(text)
