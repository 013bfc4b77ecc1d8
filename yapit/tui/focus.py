"""One sentence, the one that is heard, in the middle of an empty page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.strip import Strip
from textual.widget import Widget

from yapit.core.document import Document, Span
from yapit.tui.bidi import Bidi, reorders
from yapit.tui.excerpt import around, excerpt
from yapit.tui.line import Line
from yapit.tui.paint import NOTHING, Light, Palette, Place, paint, part_of
from yapit.tui.palette import CLASSES, palette_of, rules
from yapit.tui.sheet import Format

MEASURE = 60
_NOWHERE = Span(0, 0)
_NEIGHBOURS = 2
"""Lines before the sentence and after it that are shown dimmed."""


class Focus(Widget, can_focus=True):
    """`neighbours` shows, dimmed, what stands right before and after the sentence."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*CLASSES}
    DEFAULT_CSS = f"{rules('Focus')} Focus {{ height: 1fr; }}"

    def __init__(self, document: Document, *, neighbours: bool = True, bidi: Bidi = Bidi.AUTO) -> None:
        super().__init__()
        self.neighbours = neighbours
        self._document = document
        self._reorders = reorders(bidi)
        self._word = self._sentence = _NOWHERE
        self._lines: Sequence[tuple[Line, bool]] = ()  # and whether it is of the sentence
        self._colours: Palette | None = None

    def mark(self, word: Span | None, sentence: Span | None) -> None:
        """Show a sentence with a word of it lit; without one the last stays."""
        was = self._sentence
        self._word, self._sentence = word or _NOWHERE, sentence or was
        if self._sentence != was:
            self._set()
        self.refresh()

    def extend(self, document: Document) -> None:
        """Go on with more of the document."""
        self._document = document

    def on_resize(self) -> None:
        self._set()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._colours = None

    def render_line(self, y: int) -> Strip:
        if self._colours is None:
            self._colours = palette_of(self)
        at = y - self._first_row()
        if not 0 <= at < len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        line, is_heard = self._lines[at]
        whole = (0, len(line.text))
        light = Light(part_of(line, self._word)) if is_heard else Light(unsaid=(whole,) if line.text else ())
        width = self._form().width
        place = Place(self.size.width, max((self.size.width - width) // 2, 0), width)
        return paint(line, self._colours, place, light)

    def _form(self) -> Format:
        return Format(max(min(self.size.width - 2, MEASURE), 10), reorders=self._reorders)

    def _set(self) -> None:
        if not self._sentence or not self.size:
            return
        form = self._form()
        heard = [(line, True) for line in excerpt(self._document, self._sentence, form)]
        if not self.neighbours or self.size.height < len(heard) + 2 * _NEIGHBOURS + 2:
            self._lines = heard
            return
        before, after = (
            excerpt(self._document, span, form) for span in around(self._document, self._sentence)
        )
        blank = (Line("", (0,)), False)
        self._lines = [
            *((line, False) for line in before[-_NEIGHBOURS:]),
            *([blank] if before else []),
            *heard,
            *([blank] if after else []),
            *((line, False) for line in after[:_NEIGHBOURS]),
        ]

    def _first_row(self) -> int:
        """Where the lines begin: the sentence is in the middle, or where it is longer, its word."""
        height = self.size.height
        heard = [row for row, (_, is_heard) in enumerate(self._lines) if is_heard]
        if not heard:
            return 0
        if len(heard) <= height:
            return (height - len(heard)) // 2 - heard[0]
        lit = (row for row in heard if part_of(self._lines[row][0], self._word) != NOTHING)
        return height // 2 - next(lit, heard[0])
