"""Pages that are pictures, recognized; each when its turn comes, none kept."""

from __future__ import annotations

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
from yapit.core.parse.pdf.scan import FEW_LETTERS, is_lost, letters_of

_UNREAD = "that could not be read"

_MORE = 1.5
"""Times the letters of the text layer that recognition must find to take its place."""

_DPI = 200
"""150 loses a third more words on poor scans; 250 finds no more."""

_MAX_SIDE = 3400
"""Pixels: 2 x 2 m at 43 dpi, A3 at 200; larger ones cost more than a gigabyte of memory."""

_OTHER_SCRIPT = (
    "Other scripts than Latin, Chinese and Japanese are read where Tesseract is installed with its data for "
    "them, for example with: apt install tesseract-ocr tesseract-ocr-ara"
)


def unreadable(label: str, how: str) -> EmptyDocument:
    """The error for a document of pictures whose writing no recognizer knows."""
    return EmptyDocument(f"{label} holds only pictures with writing {how}", cure=_OTHER_SCRIPT)


class Recognition:
    """Reads pages of an open file; where no recognizer works, that is found out once."""

    def __init__(self, file: Any) -> None:
        self.lacking: RecognizerUnavailable | None = None
        self._file = file
        self._reader = PageReader()

    def read(self, page: Page) -> Page:
        """The page as it looks, where more can be read of it so than it says itself."""
        found = self._recognized(self._file[page.number - 1], page.number)
        if is_lost(page):
            return found if found and found.lines else replace(page, lines=(), unread=_UNREAD)
        if found is None:
            return page if page.lines else replace(page, unread=_UNREAD)
        if letters_of(found) > _MORE * letters_of(page):
            return found
        says_itself = found.unread == _UNREAD and letters_of(page) >= FEW_LETTERS
        return page if says_itself else replace(page, unread=found.unread)

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
    return Page(number, width, height, lines, recognized=True, unread=_unread(reading))


def _unread(reading: Reading) -> str:
    if reading.is_readable:
        return ""
    return f"in {reading.script} script" if reading.script else _UNREAD


def _scaled(box: Box, scale: float) -> Box:
    return Box(box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale)


def _rendered(drawn: Any) -> tuple[Picture, float]:
    """The page in pixels, and how many points one is."""
    side = max(drawn.rect.width, drawn.rect.height, 1.0)
    dpi = min(_DPI, 72 * _MAX_SIDE / side)
    pymupdf: Any = import_module("pymupdf")
    zoom = pymupdf.Matrix(dpi / 72, dpi / 72)
    pixmap = drawn.get_pixmap(matrix=zoom, colorspace=pymupdf.csRGB, alpha=False)
    picture = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3)
    return picture, 72 / dpi
