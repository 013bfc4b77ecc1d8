"""A few thousand characters of a document, laid out: flat arrays, and from them any one line."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from yapit.core.document import PAGE_FURNITURE, BlockKind, Span
from yapit.tui.bidi import has_right_to_left, is_right_to_left, levels, mirror, visual_order
from yapit.tui.glyphs import cells, displayable, is_plain
from yapit.tui.grid import Grid, GridLine, line_of
from yapit.tui.items import KEPT, Items
from yapit.tui.line import Item, Line
from yapit.tui.wrapping import source_lines, spread, wrap

_INDENTS = {
    BlockKind.EQUATION: "    ",
    BlockKind.CAPTION: "  ",
    BlockKind.FOOTNOTE: "  ",
    BlockKind.CODE: "  ",
    BlockKind.QUOTE: "▎ ",
}
_SET_OFF = (*_INDENTS.keys() - {BlockKind.QUOTE}, BlockKind.TABLE, BlockKind.REFERENCE)
# Above these there is always room to say that they are not spoken.

_BULLETS = "•◦▪"
_HAS_BULLET = re.compile(r"(?:[-–—*•◦▪‣·]|\(?\w{1,3}[.)])\s")
_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")
_BLANK, _BETWEEN_LINES = -1, -2
_RULE = 1
# Of the lines of a table: which it is of its row, from 2; or the rule below the heads.
_FIRST_OF_ROW = 2
_GRID_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Format:
    """How a page is set; lengths in cells and lines of the screen."""

    width: int
    """At least 10."""

    between_lines: int = 0
    """Empty lines between two lines of a block."""

    between_blocks: int = 1
    """Empty lines between two blocks, at least one."""

    reorders: bool = True
    """Text that is read from the right is drawn from the right here, and not by the terminal."""


class Sheet:
    """The items from `first` to `last`, without it. Its own offsets count from the first of them."""

    def __init__(
        self, items: Items, first: int, last: int, form: Format, grids: dict[int, Grid] | None = None
    ) -> None:
        self._items = items
        self._form = form
        self._range = (first, last)
        self._base = items.start(first)
        self._starts, self._ends, self._subs = array("I"), array("I"), array("I")
        self._owners = array("i")  # index of the item, counted from the first, or none of these
        self._source = self._shown = ""
        self._grids = {} if grids is None else grids  # by the block; shared by the sheets of a layout
        self._turns: dict[int, tuple[bool, bool]] = {}
        self._levels: dict[int, list[int]] = {}
        self._rows: dict[int, list[GridLine]] = {}
        for index in range(first, last):
            self._add(index)
        self.release()

    def __len__(self) -> int:
        return len(self._starts)

    def release(self) -> None:
        """Forget what can be had again from the document."""
        self._source = self._shown = ""
        self._turns.clear()
        self._levels.clear()
        self._rows.clear()

    def start_of(self, y: int) -> int:
        """The first character on a line; of the line after it, where it is blank."""
        return self._starts[y] + self._base

    def item_at(self, y: int) -> Item | None:
        owner = self._owners[y] if 0 <= y < len(self) else _BLANK
        return self._items[owner + self._range[0]] if owner >= 0 else None

    def line_at(self, offset: int) -> int:
        """The line that a character stands on, or the last one before it."""
        at = offset - self._base
        y = max(bisect_right(self._starts, at) - 1, 0)
        if not self._subs[y]:
            return y
        first, _ = self._row_of(y)
        return first + line_of(self._row(first), at)

    def lines_of(self, span: Span) -> range:
        """The lines that may show some of a span."""
        first, last = self.line_at(span.start), self.line_at(span.end - 1)
        if self._subs[first]:
            first = self._row_of(first)[0]
        if self._subs[last]:
            last = self._row_of(last)[1] - 1
        return range(first, last + 1)

    def line(self, y: int) -> Line:
        item = self.item_at(y)
        if item is None:
            return self._blank(y)
        self._load()
        if self._subs[y] == _RULE:
            return Line("", (item.span.start,), self._grid(item).rule, item, is_head=True)
        if self._subs[y]:
            first, _ = self._row_of(y)
            found = self._row(first)[y - first]
            line = Line(
                found.text, self._placed(found.offsets), found.lead, item, is_head=self._in_head(y, item)
            )
            return self._turned(line, item)
        return self._own_line(y, item)

    def _own_line(self, y: int, item: Item) -> Line:
        start, end = self._starts[y], self._ends[y]
        is_first = start + self._base == item.span.start and not item.goes_on
        first, rest = self._leads(item)
        lead = first if is_first else rest
        if is_plain(self._shown, start, end):
            places = range(start + self._base, end + self._base + 1)
            return self._turned(Line(self._shown[start:end], places, lead, item), item)
        room = self._form.width - cells(lead)
        text, offsets = spread(self._shown, start, end, room, keep=item.kind in KEPT)
        return self._turned(Line(text, self._placed(offsets), lead, item), item)

    def _placed(self, offsets: Sequence[int]) -> list[int]:
        return [offset + self._base for offset in offsets]

    def _turned(self, line: Line, item: Item) -> Line:
        """A line in the order in which it is to be drawn."""
        start = item.span.start
        if start not in self._turns:
            text = self._text_of(item)
            self._turns[start] = (has_right_to_left(text), item.kind not in KEPT and is_right_to_left(text))
        has_any, right = self._turns[start]
        if not has_any:
            return line
        pad = self._form.width - cells(line.lead) - cells(line.text) if right else None
        text, order = line.text, tuple[int, ...]()
        if self._form.reorders:
            depth = self._depth(line, item, right=right)
            order = visual_order(depth, text, right=right)
            text = "".join(mirror(c) if level % 2 else c for c, level in zip(text, depth, strict=True))
        return Line(text, line.offsets, line.lead, item, order, pad, line.is_head)

    def _depth(self, line: Line, item: Item, *, right: bool) -> list[int]:
        """The embedding level of each character of a line."""
        if item.kind is BlockKind.TABLE:  # each cell by itself: what is between them stays
            between = [self._source[o - self._base] == "\t" for o in line.offsets[:-1]]
            text = "".join("\t" if gap else c for c, gap in zip(line.text, between, strict=True))
            found = levels(text, right=False)
            return [0 if gap else level for gap, level in zip(between, found, strict=True)]
        start = item.span.start
        if start not in self._levels:
            self._levels[start] = levels(self._text_of(item), right=right)
        of = self._levels[start]
        return [of[o - start] for o in line.offsets[:-1]]

    def _text_of(self, item: Item) -> str:
        return item.span.shift(-self._base).of(self._shown)

    def _load(self) -> None:
        if not self._shown:
            end = self._items[self._range[1] - 1].span.end
            self._source = self._items.document.text[self._base : end]
            self._shown = displayable(self._source)

    def _add(self, index: int) -> None:
        self._load()
        item = self._items[index]
        self._push_blanks(self._items[index - 1] if index else None, item)
        owner = index - self._range[0]
        span = item.span.shift(-self._base)
        if item.kind is BlockKind.TABLE:
            self._add_rows(item, span, owner)
            return
        room = self._form.width - cells(self._leads(item)[0])
        between = self._form.between_lines if item.kind is not BlockKind.CODE else 0
        keep = item.kind in KEPT
        for line in source_lines(self._source, span) if keep else (span,):
            for number, (start, end) in enumerate(wrap(self._shown, line.start, line.end, room, keep=keep)):
                for _ in range(between if number else 0):
                    self._push(start, start, _BETWEEN_LINES)
                self._push(start, end, owner)

    def _add_rows(self, item: Item, span: Span, owner: int) -> None:
        grid = self._grid(item)
        for number, row in enumerate(source_lines(self._source, span)):
            is_head = number < item.level and not item.goes_on
            for sub in range(grid.height(self._shown, row, is_head=is_head)):
                self._push(row.start, row.end, owner, _FIRST_OF_ROW + sub)
            if is_head and number == item.level - 1 and grid.columns:
                self._push(row.start, row.end, owner, _RULE)

    def _push_blanks(self, before: Item | None, item: Item) -> None:
        if item.goes_on:
            return
        together = before is not None and before.kind is item.kind is BlockKind.LIST_ITEM
        room = 0 if before is None or together else self._form.between_blocks
        if item.kind in _SET_OFF:
            room = max(room, 1)
        at = item.span.start - self._base
        for _ in range(room):
            self._push(at, at, _BLANK)

    def _push(self, start: int, end: int, owner: int, sub: int = 0) -> None:
        self._starts.append(start)
        self._ends.append(end)
        self._owners.append(owner)
        self._subs.append(sub)

    def _grid(self, item: Item) -> Grid:
        if item.block not in self._grids:
            whole = self._items.document.blocks[item.block].span
            table = self._items.document.text[whole.start : min(whole.end, whole.start + _GRID_SAMPLE)]
            table = _BLANK_LINES.sub("", table, count=1).rstrip()
            self._grids[item.block] = Grid.of(table, item.level, self._form.width)
        return self._grids[item.block]

    def _row_of(self, y: int) -> tuple[int, int]:
        """The lines of a row, from the first to the one after the last."""
        first = y if self._subs[y] != _RULE else y - 1
        first -= self._subs[first] - _FIRST_OF_ROW
        end = first + 1
        while end < len(self) and self._subs[end] > _FIRST_OF_ROW:
            end += 1
        return first, end

    def _row(self, first: int) -> list[GridLine]:
        if first not in self._rows:
            self._load()
            item = self.item_at(first)
            assert item is not None
            row = Span(self._starts[first], self._ends[first])
            lines = self._grid(item).row(self._shown, row, is_head=self._in_head(first, item))
            self._rows[first] = lines
        return self._rows[first]

    def _in_head(self, y: int, item: Item) -> bool:
        start = item.span.start - self._base
        return not item.goes_on and self._source.count("\n", start, self._starts[y]) < item.level

    def _blank(self, y: int) -> Line:
        """White; or, above code and the like, why that is not spoken."""
        below = self.item_at(y + 1)
        owner = self._owners[y + 1] + self._range[0] if below else 0
        before = self._items[owner - 1] if owner else None
        if (
            below is None
            or self._owners[y] == _BETWEEN_LINES
            or not below.silence
            or below.kind in PAGE_FURNITURE
            or (before is not None and before.silence == below.silence and before.kind is below.kind)
        ):
            return Line("", (0,))
        return Line("", (0,), f"not spoken: {below.silence}"[: self._form.width])

    def _leads(self, item: Item) -> tuple[str, str]:
        """What is drawn before an item's first line and before the others; both are of the same width."""
        width = self._form.width
        if item.kind is BlockKind.LIST_ITEM:
            indent = " " * min(2 * max(item.level - 1, 0), width // 4)
            text = self._items.document.text
            if _HAS_BULLET.match(text, item.span.start, item.span.end):
                return indent, indent
            return f"{indent}{_BULLETS[(max(item.level, 1) - 1) % len(_BULLETS)]} ", f"{indent}  "
        lead = _INDENTS.get(item.kind, "")[: width // 4]
        return lead, lead
