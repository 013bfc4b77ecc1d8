"""One line to draw, and what of the document stands on it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import split_graphemes

from yapit.core.document import BlockKind, Span
from yapit.tui.glyphs import cells


@dataclass(frozen=True, slots=True)
class Item:
    """What is shown as one: a block, a part of a long one, or characters that belong to none."""

    span: Span
    kind: BlockKind
    level: int = 0
    silence: str = ""
    """Why it is not spoken; empty where it is."""

    block: int = -1
    """Index of the block; -1 where it is none."""

    goes_on: bool = False
    """A part of a long block, and not its first."""


@dataclass(frozen=True, slots=True)
class Line:
    """`offsets[i]` is where `text[i]` stands in the document, never falling; one more tells the end.

    White space that only fills up has the place of white space of the document.
    """

    text: str
    offsets: Sequence[int]
    lead: str = ""
    """What is drawn before the text and not of the document: an indent, a bullet, a bar, a note."""

    item: Item | None = None
    """None between items."""

    order: tuple[int, ...] = ()
    """The characters of `text` from left to right, where that is not their own order."""

    pad: int | None = None
    """Of a line that is read from the right: empty cells on its left; its lead stands on its right."""

    is_head: bool = False
    """It is of the first rows of a table, which say what the others hold."""

    @property
    def left(self) -> int:
        """Cells before the text."""
        return cells(self.lead) if self.pad is None else self.pad

    def index_of(self, offset: int) -> int:
        """Where in `text` a character of the document is drawn; clamped to the line."""
        return min(bisect_left(self.offsets, offset), len(self.text))

    def x_of(self, offset: int) -> int:
        index, x = self.index_of(offset), self.left
        for start, end, size in self.glyphs():
            if start <= index < end:
                return x
            x += size
        return x

    def offset_at(self, x: int) -> int | None:
        """The character drawn at a cell; None beside the text."""
        at = self.left
        for start, _, size in self.glyphs():
            if at <= x < at + size:
                return self.offsets[start]
            at += size
        return None

    def glyphs(self) -> Iterator[tuple[int, int, int]]:
        """Start, end and cells of each glyph, from left to right."""
        found = split_graphemes(self.text)[0]
        if not self.order:
            yield from found
            return
        place = {index: at for at, index in enumerate(self.order)}
        yield from sorted(found, key=lambda glyph: place[glyph[0]])
