"""Where each character of a document stands on a page of so many columns: flat arrays, no toolkit.

Every character of a block that is not white space is on exactly one line, in
order. Offsets are places in `Document.text`; `y` counts lines of the whole
document, `x` cells from the left edge of the text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import split_graphemes

from yapit.core.document import PAGE_FURNITURE, BlockKind, Document, Span
from yapit.core.hearing import Hearing
from yapit.core.script import block_silence
from yapit.tui.glyphs import cells, displayable, gap_cells, is_plain, pieces, units

_KEPT = (BlockKind.CODE, BlockKind.TABLE)
# Kinds whose line ends and columns mean something.
_INDENTS = {BlockKind.EQUATION: "    ", BlockKind.CAPTION: "  ", BlockKind.FOOTNOTE: "  "}
_BULLETS = "•◦▪"
_HAS_BULLET = re.compile(r"(?:[-–—*•◦▪‣·]|\(?\w{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class Item:
    """What is shown as one: a block, or characters that belong to none."""

    span: Span
    kind: BlockKind
    level: int = 0
    silence: str = ""
    """Why it is not spoken; empty where it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line to draw. `offsets[i]` is where `text[i]` stands in the document; one more tells the end."""

    text: str
    offsets: Sequence[int]
    lead: str = ""
    """What is drawn before the text and not of the document: an indent, a bullet, a bar, a note."""

    item: Item | None = None
    """None between items."""

    def index_of(self, offset: int) -> int:
        """Where in `text` a character of the document is drawn; clamped to the line."""
        return min(bisect_left(self.offsets, offset), len(self.text))

    def x_of(self, offset: int) -> int:
        index = self.index_of(offset)
        before = sum(size for _, end, size in split_graphemes(self.text)[0] if end <= index)
        return cells(self.lead) + before

    def offset_at(self, x: int) -> int | None:
        """The character drawn at a cell; None beside the text."""
        at = cells(self.lead)
        for start, _, size in split_graphemes(self.text)[0]:
            if at <= x < at + size:
                return self.offsets[start]
            at += size
        return None


class Layout:
    """A document on a page of `width` columns, at least 10."""

    def __init__(self, document: Document, width: int, hearing: Hearing | None = None) -> None:
        self.width = width
        self.items: list[Item] = []
        self._hearing = hearing or Hearing()
        self._source = self._shown = ""
        self._blocks = 0
        self._starts = array("q")
        self._ends = array("q")
        self._owners = array("q")  # index of the item, or -1 for a blank line
        self._firsts = array("q")  # first line of each item
        self.extend(document)

    def extend(self, document: Document) -> None:
        """Lay out what a document has beyond the one before, whose last block may go on."""
        if self._blocks and document.blocks[self._blocks - 1].span.end > len(self._source):
            self._take_back()
        new = _items(document, self._hearing, self._blocks, len(self._source))
        self._source, self._shown = document.text, displayable(document.text)
        self._blocks = len(document.blocks)
        self.items += new
        for index in range(len(self.items) - len(new), len(self.items)):
            self._add(index)

    def _take_back(self) -> None:
        """Undo the last block: it has become longer."""
        self._blocks -= 1
        self.items.pop()
        first = self._firsts.pop()
        if first and self._owners[first - 1] < 0:
            first -= 1
        for lines in (self._starts, self._ends, self._owners):
            del lines[first:]

    def __len__(self) -> int:
        return len(self._starts)

    def line_at(self, offset: int) -> int:
        """The line that a character stands on, or the last one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def position_of(self, offset: int) -> tuple[int, int]:
        """Column and line of a character."""
        y = self.line_at(offset)
        return self.line(y).x_of(offset), y

    def offset_at(self, x: int, y: int) -> int | None:
        """The character drawn there; None beside the text."""
        return self.line(y).offset_at(x) if 0 <= y < len(self) else None

    def start_of(self, y: int) -> int:
        """The first character on a line; of the line after it, where it is blank."""
        return self._starts[min(max(y, 0), len(self) - 1)] if self._starts else 0

    def item_at(self, y: int) -> Item | None:
        owner = self._owners[y] if 0 <= y < len(self) else -1
        return self.items[owner] if owner >= 0 else None

    def line(self, y: int) -> Line:
        item = self.item_at(y)
        if item is None:
            return self._blank(y)
        index = self._owners[y]
        first, rest = _leads(self._source, item, self.width)
        lead = first if self._firsts[index] == y else rest
        start, end = self._starts[y], self._ends[y]
        if is_plain(self._shown, start, end):
            return Line(self._shown[start:end], range(start, end + 1), lead, item)
        text, offsets = self._spread(start, end, item, self.width - len(lead))
        return Line(text, offsets, lead, item)

    def _add(self, index: int) -> None:
        item = self.items[index]
        before = self.items[index - 1] if index else None
        if _apart(before, item):
            self._push(item.span.start, item.span.start, -1)
        self._firsts.append(len(self._starts))
        first, _ = _leads(self._source, item, self.width)
        width = self.width - len(first)
        if item.kind in _KEPT:
            for line in _source_lines(self._source, item.span):
                self._wrap(line, width, index, keep=True)
        else:
            self._wrap(item.span, width, index, keep=False)

    def _wrap(self, span: Span, width: int, owner: int, *, keep: bool) -> None:
        shown = self._shown
        plain = is_plain(shown, span.start, span.end)
        if plain and (not keep or len(span) <= width):
            found = _wrap_plain(shown, span.start, span.end, width)
        else:
            found = _wrap_units(shown, span.start, span.end, width, keep=keep)
        for start, end in found:
            self._push(start, end, owner)

    def _push(self, start: int, end: int, owner: int) -> None:
        self._starts.append(start)
        self._ends.append(end)
        self._owners.append(owner)

    def _blank(self, y: int) -> Line:
        """White; or, above code and the like, why that is not spoken."""
        below = self.item_at(y + 1)
        if below is None or not below.silence or below.kind in PAGE_FURNITURE:
            return Line("", (0,))
        return Line("", (0,), f"not spoken: {below.silence}"[: self.width])

    def _spread(self, start: int, end: int, item: Item, width: int) -> tuple[str, list[int]]:
        """A line with its white space as wide as it is drawn."""
        text: list[str] = []
        offsets: list[int] = []
        x = 0
        for a, b in units(self._shown, start, end):
            run = self._shown[a:b]
            if run[0] in " \t":
                run = " " * (gap_cells(run, x, width) if item.kind in _KEPT else 1)
                offsets += [a] * len(run)
            else:
                offsets += range(a, b)
            text.append(run)
            x += cells(run)
        return "".join(text), [*offsets, end]


def _items(document: Document, hearing: Hearing, from_block: int, start: int) -> list[Item]:
    """What is shown from a block on; of the gaps, those that begin at `start` or later."""
    text = document.text
    found = [_item(document, index, hearing) for index in range(from_block, len(document.blocks))]
    found += [
        Item(gap.span.trimmed(text), BlockKind.FURNITURE, silence=gap.reason)
        for gap in document.gaps
        if gap.reason != "space" and gap.span.start >= start
    ]
    return sorted((item for item in found if item.span), key=lambda item: item.span)


def _item(document: Document, index: int, hearing: Hearing) -> Item:
    block, text = document.blocks[index], document.text
    span = block.span.trimmed(text)
    if block.kind in _KEPT:  # the first line's indent belongs to it
        lead = text[block.span.start : span.start]
        span = Span(block.span.start + lead.rfind("\n") + 1, span.end) if span else span
    return Item(span, block.kind, block.level, block_silence(document, index, hearing))


def _apart(before: Item | None, item: Item) -> bool:
    """Whether a blank line stands above an item."""
    if item.silence and item.kind not in PAGE_FURNITURE:
        return True
    if before is None:
        return False
    return not (before.kind is item.kind is BlockKind.LIST_ITEM)


def _leads(text: str, item: Item, width: int) -> tuple[str, str]:
    """What is drawn before an item's first line and before the others; both are of the same width."""
    if item.kind is BlockKind.QUOTE:
        return "▎ ", "▎ "
    if item.kind is BlockKind.LIST_ITEM:
        indent = " " * min(2 * max(item.level - 1, 0), width // 4)
        if _HAS_BULLET.match(text, item.span.start, item.span.end):
            return indent, indent
        return f"{indent}{_BULLETS[(max(item.level, 1) - 1) % len(_BULLETS)]} ", f"{indent}  "
    lead = _INDENTS.get(item.kind, "")[: width // 4]
    return lead, lead


def _source_lines(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    while True:
        end = text.find("\n", at, span.end)
        if end < 0:
            yield Span(at, span.end)
            return
        yield Span(at, end - 1 if text[at:end].endswith("\r") else end)
        at = end + 1


def _wrap_plain(shown: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    while end - start > width:
        space = shown.rfind(" ", start + 1, start + width + 1)
        cut = space if space > 0 else start + width
        yield start, cut
        start = cut + 1 if space > 0 else cut
    yield start, end


def _wrap_units(shown: str, start: int, end: int, width: int, *, keep: bool) -> Iterator[tuple[int, int]]:
    first = last = start
    x = gap = 0
    for a, b in units(shown, start, end):
        if shown[a] in " \t":
            gap = gap_cells(shown[a:b], x, width) if keep else 1
            continue
        size = cells(shown[a:b])
        if x + gap + size <= width:
            x, gap, last = x + gap + size, 0, b
            continue
        if last > first:
            yield first, last
        *full, (first, last) = pieces(shown, a, b, width)
        yield from full
        x, gap = cells(shown[first:last]), 0
    yield first, last
