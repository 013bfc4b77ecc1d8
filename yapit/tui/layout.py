"""Where each character of a document stands on a page of so many columns, laid out as far as it is looked at.

Every character of a block that is not white space is on exactly one line.
Offsets are places in `Document.text`; `y` counts lines of the whole document,
`x` cells from the left edge of the text. What has not been laid out has an
estimated height: an `Anchor` stays where it is while that becomes exact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from time import monotonic

from yapit.core.document import Span
from yapit.tui.grid import Grid
from yapit.tui.items import Items
from yapit.tui.line import Item, Line
from yapit.tui.sheet import Format, Sheet

SHEET = 4_000
"""Characters that are laid out in one go: 2 to 4 ms."""

_LOADED = 8
_FILLED = 0.93
# How much of a line text fills, on the average.


@dataclass(frozen=True, slots=True)
class Anchor:
    """A line, whatever becomes of those above it."""

    sheet: int = 0
    within: int = 0


class Layout:
    def __init__(self, items: Items, form: Format) -> None:
        self.form = form
        self._items = items
        self._firsts: list[int] = []  # index of the first item of each sheet
        self._starts: list[int] = []  # and the place of its first character
        self._sheets: list[Sheet | None] = []
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._loaded: list[Sheet] = []
        self._grids: dict[int, Grid] = {}
        self._end = 0  # so many items are in sheets
        self._size = 0  # characters in the last sheet
        self._settled = self._near = 0
        self._taken_back = items.taken_back
        self.extend()

    def extend(self) -> None:
        """Take in the items that have come; what is there stays where it is."""
        if self._taken_back != self._items.taken_back:
            self._taken_back = self._items.taken_back
            self._take_back()
            self._grids.clear()
        if self._end == len(self._items):
            return
        if self._sheets and self._size < SHEET:  # the last one has room
            self._sheets[-1] = None
        for index in range(self._end, len(self._items)):
            if not self._sheets or self._size >= SHEET:
                self._begin(index)
            size = self._items.size(index)
            self._size += size
            self._heights[-1] += 2 + int(size / (self.form.width * _FILLED))
        self._end = len(self._items)
        self._settled = 0
        self._tops = [0, *accumulate(self._heights)]

    def _take_back(self) -> None:
        """The last sheet is laid out anew: its last item has become longer."""
        if self._sheets:
            self._end = self._firsts.pop()
            for of_sheets in (self._starts, self._sheets, self._heights):
                of_sheets.pop()
            self._size = SHEET
            self._near = min(self._near, max(len(self._sheets) - 1, 0))

    def __len__(self) -> int:
        return self._tops[-1]

    @property
    def is_laid_out(self) -> bool:
        """Nothing is left for `settle`."""
        return self._settled >= len(self._sheets)

    def settle(self, seconds: float) -> None:
        """Lay out for so long what is still estimated. Nothing moves before `commit`."""
        until = monotonic() + seconds
        while self._settled < len(self._sheets):
            self._sheet((self._near + self._settled) % len(self._sheets))
            self._settled += 1
            if monotonic() >= until:
                return

    def commit(self) -> None:
        """Put to use what was laid out: lines may move, anchors stay."""
        for index, sheet in enumerate(self._sheets):
            if sheet is not None:
                self._heights[index] = len(sheet)
        self._tops = [0, *accumulate(self._heights)]

    def show(self, y: int, height: int) -> int:
        """Lay out what is in view from a line on; where that line is now."""
        if not self._sheets:
            return 0
        index, within = self._find(y)
        estimate = max(self._heights[index], 1)
        if within and len(self._laid(index)) != estimate:
            within = within * len(self._laid(index)) // estimate
        self._laid(index)
        y = self._tops[index] + within
        if index != self._near and not self.is_laid_out:  # what is near is wanted first
            self._near, self._settled = index, 0
        while index < len(self._sheets) and self._tops[index] < y + height:
            self._laid(index)
            index += 1
        return y

    def anchor(self, y: int) -> Anchor:
        return Anchor(*self._find(y)) if self._sheets else Anchor()

    def y_of(self, anchor: Anchor) -> int:
        return self._tops[anchor.sheet] + anchor.within if self._sheets else 0

    def line_at(self, offset: int, *, above: int = 0) -> int:
        """The line of a character, or of the last one before it; so many lines `above` are laid out, too."""
        if not self._sheets:
            return 0
        index = before = self._sheet_at(offset)
        within = self._laid(index).line_at(offset)
        missing = above - within
        while missing > 0 and before > 0:
            before -= 1
            missing -= len(self._laid(before))
        return self._tops[index] + within

    def lines_of(self, span: Span) -> range:
        """The lines that may show some of a span."""
        if not self._sheets or not span:
            return range(0)
        first, last = self._sheet_at(span.start), self._sheet_at(span.end - 1)
        head, tail = self._laid(first).lines_of(span), self._laid(last).lines_of(span)
        return range(self._tops[first] + head.start, self._tops[last] + tail.stop)

    def position_of(self, offset: int) -> tuple[int, int]:
        """Column and line of a character."""
        y = self.line_at(offset)
        return self.line(y).x_of(offset), y

    def offset_at(self, x: int, y: int) -> int | None:
        """The character drawn there; None beside the text."""
        return self.line(y).offset_at(x) if 0 <= y < len(self) else None

    def start_of(self, y: int) -> int:
        """The first character on a line; of the line after it, where it is blank."""
        if not self._sheets:
            return 0
        index, within = self._find(y)
        sheet = self._laid(index)
        return sheet.start_of(min(within, len(sheet) - 1))

    def item_at(self, y: int) -> Item | None:
        if not 0 <= y < len(self):
            return None
        index, within = self._find(y)
        return self._laid(index).item_at(within)

    def line(self, y: int) -> Line:
        index, within = self._find(y)
        sheet = self._laid(index)
        self._keep_loaded(sheet)
        return sheet.line(min(within, len(sheet) - 1))

    def lines(self) -> Iterator[Line]:
        """All of them; everything is laid out for it."""
        self.settle(float("inf"))
        self.commit()
        return (self.line(y) for y in range(len(self)))

    def _begin(self, index: int) -> None:
        self._firsts.append(index)
        self._starts.append(self._items.start(index))
        self._sheets.append(None)
        self._heights.append(0)
        self._size = 0

    def _find(self, y: int) -> tuple[int, int]:
        """The sheet of a line, and which of its lines it is; clamped."""
        y = max(0, min(y, len(self) - 1))
        index = min(bisect_right(self._tops, y) - 1, len(self._sheets) - 1)
        return index, y - self._tops[index]

    def _sheet_at(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _sheet(self, index: int) -> Sheet:
        sheet = self._sheets[index]
        if sheet is None:
            last = self._firsts[index + 1] if index + 1 < len(self._firsts) else len(self._items)
            sheet = self._sheets[index] = Sheet(
                self._items, self._firsts[index], last, self.form, self._grids
            )
        return sheet

    def _laid(self, index: int) -> Sheet:
        sheet = self._sheet(index)
        if self._heights[index] != len(sheet):
            self._heights[index] = len(sheet)
            self._tops = [0, *accumulate(self._heights)]
        return sheet

    def _keep_loaded(self, sheet: Sheet) -> None:
        if sheet in self._loaded:
            return
        if len(self._loaded) >= _LOADED:
            self._loaded.pop(0).release()
        self._loaded.append(sheet)
