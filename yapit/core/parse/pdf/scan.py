"""Which pages of a PDF are pictures: scans, drawings of letters, and text whose fonts say nothing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from yapit.core.parse.pdf.garbled import is_garbled
from yapit.core.parse.pdf.page import Page

FEW_LETTERS = 30
"""Letters and digits: with fewer, what else is on the page may be its text."""

_STAMP = 250
"""Letters and digits that may be stamped over a scan: a library's name, an address, a date."""

_FULL = 0.5
"""Of a page under pictures: a scan, and no illustration."""

_OUTLINES = 30
"""Filled shapes that may be letters turned into drawings."""


def is_picture(drawn: Any, page: Page) -> bool:
    """Whether what MuPDF has drawn tells more than the lines that it found in it."""
    letters = letters_of(page)
    if is_lost(page):
        return True
    if letters >= _STAMP:
        return False
    marks = drawn.get_bboxlog()
    covered = sum(abs(_rect(box) & drawn.rect) for kind, box in marks if kind == "fill-image")
    if covered > _FULL * abs(drawn.rect):
        return True
    shapes = sum(kind == "fill-path" for kind, _ in marks)
    mute_text = any(kind == "fill-text" for kind, _ in marks) and not letters
    return letters < FEW_LETTERS and (covered > 0 or shapes >= _OUTLINES or mute_text)


def _rect(box: tuple[float, float, float, float]) -> Any:
    pymupdf: Any = import_module("pymupdf")
    return pymupdf.Rect(box)


def letters_of(page: Page) -> int:
    return sum(sum(map(str.isalnum, line.text)) for line in page.lines)


def is_lost(page: Page) -> bool:
    """Whether its text has lost its meaning."""
    return bool(page.lines) and is_garbled("\n".join(line.text for line in page.lines))
