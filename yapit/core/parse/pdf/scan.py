"""Pages that are pictures: which they are, and their lines, recognized; the others are left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from typing import Any

import numpy as np

from yapit.core.document import Box
from yapit.core.errors import EmptyDocument
from yapit.core.parse.characters import one_line
from yapit.core.parse.ocr.order import in_order
from yapit.core.parse.ocr.reader import PageReader
from yapit.core.parse.ocr.recognize import Picture, Reading, RecognizerUnavailable
from yapit.core.parse.pdf.page import Line, Page
from yapit.core.parse.pdf.sizes import settled

_FEW = 30
"""Letters and digits: with fewer, what else is on the page may be its text."""

_STAMP = 250
"""Letters and digits that may be stamped over a scan: a library's name, an address, a date."""

_FULL = 0.5
"""Of a page under pictures: a scan, and no illustration."""

_OUTLINES = 30
"""Filled shapes that may be letters turned into drawings."""

_UNREAD = "that could not be read"

_LOST = 0.2
"""Of the characters without a meaning: the fonts do not say what their letters are."""

_MEANINGLESS = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x1f]")

_MORE = 1.5
"""Times the letters of the text layer that recognition must find to take its place."""

_DPI = 200
"""150 loses a third more words on poor scans; 250 finds no more."""

_MAX_SIDE = 3400
"""Pixels: 2 x 2 m at 43 dpi, A3 at 200; larger ones cost more than a gigabyte of memory."""


def scanned(file: Any, pages: Iterable[Page], label: str) -> list[Page]:
    """The pages as they come, with those that are pictures read.

    Raises:
        EmptyDocument: All of them are pictures, and nothing on this machine can read them.
    """
    scans = _Scans(file)
    found = settled(scans.read(page) for page in pages)
    if any(page.unread for page in found) and not any(page.lines for page in found):
        raise scans.lacking or unreadable(label, found)
    return found


def unreadable(label: str, pages: list[Page]) -> EmptyDocument:
    """The error for a document of pictures whose writing no recognizer knows."""
    how = next(page.unread for page in pages if page.unread)
    return EmptyDocument(f"{label} holds only pictures with writing {how}", cure=_OTHER_SCRIPT)


_OTHER_SCRIPT = (
    "Other scripts than Latin, Chinese and Japanese are read where Tesseract is installed with its data for "
    "them, for example with: apt install tesseract-ocr tesseract-ocr-ara"
)


class _Scans:
    """The pages of a file that are pictures; where no recognizer works, that is found out once."""

    def __init__(self, file: Any) -> None:
        self.lacking: RecognizerUnavailable | None = None
        self._file = file
        self._reader = PageReader()

    def read(self, page: Page) -> Page:
        drawn = self._file[page.number - 1]
        if not _is_picture(drawn, page):
            return page
        found = self._recognized(drawn, page.number)
        if _is_lost(page):
            return found if found and found.lines else replace(page, lines=(), unread=_UNREAD)
        if found is None:
            return page if page.lines else replace(page, unread=_UNREAD)
        more = _letters(found) > _MORE * _letters(page)
        return found if more else replace(page, unread=found.unread)

    def _recognized(self, drawn: Any, number: int) -> Page | None:
        if self.lacking is not None:
            return None
        picture, scale = _rendered(drawn)
        try:
            return page_of(number, self._reader.read(picture), scale)
        except RecognizerUnavailable as error:
            self.lacking = error
            return None


def page_of(number: int, reading: Reading, scale: float) -> Page:
    """A page out of what was recognized on it, sizes still to be settled; `scale` is a pixel in points."""
    lines = tuple(
        Line(page=number, box=_scaled(line.box, scale), text=text, size=0.0)
        for line in in_order(reading.readable)
        if (text := one_line(line.text))
    )
    width, height = reading.width * scale, reading.height * scale
    return Page(number, width, height, lines, ordered=False, unread=_unread(reading))


def _unread(reading: Reading) -> str:
    if reading.is_readable:
        return ""
    return f"in {reading.script} script" if reading.script else _UNREAD


def _scaled(box: Box, scale: float) -> Box:
    return Box(box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale)


def _is_picture(drawn: Any, page: Page) -> bool:
    letters = _letters(page)
    if _is_lost(page):
        return True
    if letters >= _STAMP:
        return False
    marks = drawn.get_bboxlog()
    covered = sum(abs(_rect(box) & drawn.rect) for kind, box in marks if kind == "fill-image")
    if covered > _FULL * abs(drawn.rect):
        return True
    shapes = sum(kind == "fill-path" for kind, _ in marks)
    mute_text = any(kind == "fill-text" for kind, _ in marks) and not letters
    return letters < _FEW and (covered > 0 or shapes >= _OUTLINES or mute_text)


def _rect(box: tuple[float, float, float, float]) -> Any:
    pymupdf: Any = import_module("pymupdf")
    return pymupdf.Rect(box)


def _letters(page: Page) -> int:
    return sum(sum(map(str.isalnum, line.text)) for line in page.lines)


def _is_lost(page: Page) -> bool:
    lost = sum(len(_MEANINGLESS.findall(line.text)) for line in page.lines)
    return lost > _LOST * sum(len(line.text) for line in page.lines)


def _rendered(drawn: Any) -> tuple[Picture, float]:
    """The page in pixels, and how many points one is."""
    side = max(drawn.rect.width, drawn.rect.height, 1.0)
    dpi = min(_DPI, 72 * _MAX_SIDE / side)
    pymupdf: Any = import_module("pymupdf")
    zoom = pymupdf.Matrix(dpi / 72, dpi / 72)
    pixmap = drawn.get_pixmap(matrix=zoom, colorspace=pymupdf.csRGB, alpha=False)
    picture = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3)
    return picture, 72 / dpi
