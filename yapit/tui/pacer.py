"""One word at a time, always in one place, so that the eye can rest; its sentence below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from yapit.core.document import Document, Span
from yapit.tui.bidi import Bidi, has_right_to_left, is_right_to_left, levels, reorders, visual_order
from yapit.tui.excerpt import excerpt
from yapit.tui.glyphs import displayable
from yapit.tui.paint import NOTHING, Light, Palette, Place, paint, part_of
from yapit.tui.palette import CLASSES, palette_of, rules
from yapit.tui.sheet import Format

_COLUMN = 0.42
"""Where the pivot stands, as a share of the width: most of a word is on its right."""

_CONTEXT_LINES = 3
_MEASURE = 64
_NOWHERE = Span(0, 0)


class Pacer(Widget, can_focus=True):
    """The pivot, the letter that the eye settles on, is bold, underlined and between two signs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*CLASSES, "pacer--pivot"}
    DEFAULT_CSS = f"""
    {rules("Pacer")}
    Pacer {{ height: 1fr; & > .pacer--pivot {{ color: $accent; text-style: bold underline; }} }}
    """

    def __init__(self, document: Document, *, bidi: Bidi = Bidi.AUTO) -> None:
        super().__init__()
        self._document = document
        self._reorders = reorders(bidi)
        self._word = self._sentence = _NOWHERE
        self._colours: Palette | None = None

    def mark(self, word: Span | None, sentence: Span | None) -> None:
        """Show a word, and its sentence below; without one the last stays."""
        was = (self._word, self._sentence)
        self._word, self._sentence = word or self._word, sentence or self._sentence
        if was != (self._word, self._sentence):
            self.refresh()

    def extend(self, document: Document) -> None:
        """Go on with more of the document."""
        self._document = document

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._colours = None

    def render_line(self, y: int) -> Strip:
        width, middle = self.size.width, max(self.size.height // 2 - 2, min(1, self.size.height - 1))
        ground = self.rich_style
        if not self._word:
            return Strip.blank(width, ground)
        if y == middle:
            return Strip(self._drawn_word(ground)).adjust_cell_length(width, ground)
        if y in (middle - 1, middle + 1):
            sign = "▾" if y < middle else "▴"
            return Strip([Segment(" " * self._column() + sign, ground)]).adjust_cell_length(width, ground)
        return self._sentence_line(y - middle - 3)

    def _column(self) -> int:
        return round(self.size.width * _COLUMN)

    def _drawn_word(self, ground: Style) -> Iterator[Segment]:
        """The word with its pivot in its column; what does not fit is cut at the edges."""
        word, at = self._visible_word()
        glyphs = split_graphemes(word)[0]
        start, end, _ = glyphs[at]
        before, pivot, after = word[:start], word[start:end], word[end:]
        while cell_len(before) > self._column():
            before = before[1:]
        yield Segment(" " * (self._column() - cell_len(before)) + before, ground + Style(bold=True))
        yield Segment(pivot, ground + self.get_component_rich_style("pacer--pivot", partial=True))
        yield Segment(after, ground + Style(bold=True))

    def _visible_word(self) -> tuple[str, int]:
        """The word as it is drawn from left to right, and which of its glyphs is the pivot."""
        word = " ".join(displayable(self._word.of(self._document.text)).split()) or " "
        at = pivot(len(split_graphemes(word)[0]))
        if not has_right_to_left(word):
            return word, at
        glyphs = [word[start:end] for start, end, _ in split_graphemes(word)[0]]
        right = is_right_to_left(word)
        if self._reorders:
            bare = "".join(glyph[0] for glyph in glyphs)
            order = visual_order(levels(bare, right=right), bare, right=right)
            return "".join(glyphs[i] for i in order), order.index(at)
        return word, at

    def _sentence_line(self, number: int) -> Strip:
        """The line of that number of three, with the one that is read in the middle."""
        width = self.size.width
        if self._colours is None:
            self._colours = palette_of(self)
        form = Format(max(min(width - 2, _MEASURE), 10), reorders=self._reorders)
        lines = excerpt(self._document, self._sentence, form) if 0 <= number < _CONTEXT_LINES else ()
        lit = next((i for i, line in enumerate(lines) if part_of(line, self._word) != NOTHING), 0)
        at = number + max(0, min(lit - 1, len(lines) - _CONTEXT_LINES))
        if not 0 <= at < len(lines):
            return Strip.blank(width, self.rich_style)
        line = lines[at]
        light = Light(part_of(line, self._word), unsaid=((0, len(line.text)),) if line.text else ())
        place = Place(width, max((width - form.width) // 2, 0), form.width)
        return paint(line, self._colours, place, light)


def pivot(glyphs: int) -> int:
    """The glyph of a word that the eye settles on: a little left of its middle."""
    return min((glyphs + 2) // 4, 4, max(glyphs - 1, 0))
