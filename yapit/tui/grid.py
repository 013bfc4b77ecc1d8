"""A table in aligned columns, or with its cells one below another where the page is too narrow for that."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from yapit.core.document import Span
from yapit.tui.glyphs import cells, displayable, is_plain
from yapit.tui.wrapping import source_lines, spread, wrap

_BETWEEN = 2
"""Empty cells of the screen between two columns."""

_NARROWEST = 8
"""A column that has more to show is never narrower; rather its table is stacked."""

_LEAST = 2
"""Wide glyphs take two cells of the screen."""

_MOST_COLUMNS = 100
"""No screen has room for more."""

_SAMPLE = 300
"""So many rows say how wide the columns are; what is wider further down is wrapped."""

_NUMBER = re.compile(r"[-+−±~≈<>(]?\s?[$€£¥]?\d[\d.,  ]*\s?(?:%|[$€£¥]|\)|[A-Za-z]{1,3})?")
_NOTHING = frozenset(("", "-", "–", "—", "n/a", "N/A"))


@dataclass(frozen=True, slots=True)
class GridLine:
    lead: str
    text: str
    offsets: Sequence[int]


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of one table."""

    width: int
    columns: tuple[int, ...]
    """Cells of the screen each; none where the table is stacked."""

    numbers: frozenset[int] = frozenset()
    """The columns that stand to the right."""

    labels: tuple[str, ...] = ()
    """Heads of the columns, for a table that is stacked."""

    @classmethod
    def of(cls, table: str, heads: int, width: int) -> Grid:
        """`table` is its text, rows on lines, or the beginning of that."""
        shown = displayable(table)
        rows = islice(source_lines(table, Span(0, len(table))), _SAMPLE)
        texts = [[" ".join(cell.of(shown).split()) for cell in cells_of(shown, row)] for row in rows]
        labels = tuple(texts[heads - 1]) if 0 < heads <= len(texts) else ()
        if max(map(len, texts), default=0) > _MOST_COLUMNS:
            return cls(width, (), labels=labels)
        columns = list(zip_longest(*texts, fillvalue=""))
        natural = [max(_LEAST, *map(cells, column)) for column in columns]
        room = width - _BETWEEN * (len(natural) - 1)
        fitted = fit(natural, room)
        numbers = frozenset(i for i, column in enumerate(columns) if _is_numeric(column[heads:]))
        return cls(width, fitted, numbers, labels)

    @property
    def rule(self) -> str:
        """What stands between heads and rows."""
        return "─" * min(sum(self.columns) + _BETWEEN * (len(self.columns) - 1), self.width)

    def height(self, shown: str, row: Span, *, is_head: bool = False) -> int:
        """How many lines a row takes."""
        found = list(cells_of(shown, row))
        if not self.columns or len(found) > len(self.columns):
            return len(self.row(shown, row, is_head=is_head))
        return max(_lines(shown, cell, width) for cell, width in zip(found, self.columns, strict=False))

    def row(self, shown: str, row: Span, *, is_head: bool = False) -> list[GridLine]:
        """The lines of a row; at least one."""
        found = list(cells_of(shown, row))
        if not self.columns or len(found) > len(self.columns):
            return list(self._stacked(shown, found, is_head=is_head)) or [GridLine("", "", (row.start,))]
        wrapped = [
            [Span(*part) for part in wrap(shown, cell.start, cell.end, width)] if cell else []
            for cell, width in zip(found, self.columns, strict=False)
        ]
        height = max(map(len, wrapped), default=0)
        return [self._line(shown, found, wrapped, number) for number in range(max(height, 1))]

    def _line(
        self, shown: str, row: Sequence[Span], wrapped: Sequence[Sequence[Span]], number: int
    ) -> GridLine:
        """The parts of that number side by side; what is empty before the first is the lead."""
        lead, text, offsets, end = "", "", list[int](), row[0].start
        x = at = 0  # where the column begins, where the text ends
        for column, parts in enumerate(wrapped):
            width = self.columns[column]
            if number < len(parts):
                end = parts[number].end
                part, places = spread(shown, parts[number].start, end, width, keep=False)
                gap = x - at + (width - cells(part) if column in self.numbers else 0)
                if text:
                    text += " " * gap
                    offsets += [places[0] - 1] * gap
                else:
                    lead = " " * gap
                text, at = text + part, at + gap + cells(part)
                offsets += places[:-1]
            x += width + _BETWEEN
        return GridLine(lead, text, [*offsets, end])

    def _stacked(self, shown: str, row: Sequence[Span], *, is_head: bool) -> Iterator[GridLine]:
        for number, cell in enumerate(row):
            if not cell:
                continue
            label = self.labels[number] if number < len(self.labels) and number and not is_head else ""
            lead = ("  " if number else "") + (f"{label}: " if label else "")
            if cells(lead) > self.width // 2:
                lead = "  "
            room = self.width - cells(lead)
            for part, (start, end) in enumerate(wrap(shown, cell.start, cell.end, room)):
                text, offsets = spread(shown, start, end, room, keep=False)
                yield GridLine(" " * cells(lead) if part else lead, text, offsets)


def cells_of(shown: str, row: Span) -> Iterator[Span]:
    """The cells of a row, without the white space around them."""
    start = row.start
    while True:
        tab = shown.find("\t", start, row.end)
        cell = Span(start, row.end if tab < 0 else tab)
        body = cell.of(shown)
        first = cell.start + len(body) - len(body.lstrip(" "))
        yield Span(first, first + len(body.strip(" ")))
        if tab < 0:
            return
        start = tab + 1


def _lines(shown: str, cell: Span, width: int) -> int:
    if len(cell) <= width and is_plain(shown, cell.start, cell.end):
        return 1
    return sum(1 for _ in wrap(shown, cell.start, cell.end, width)) if cell else 1


def line_of(lines: Sequence[GridLine], offset: int) -> int:
    """Which line of a row shows a character; the one that shows the nearest before it, where none does."""
    best, found = -1, 0
    for number, line in enumerate(lines):
        index = bisect_right(line.offsets, offset, 0, len(line.text)) - 1
        if index >= 0 and line.offsets[index] > best:
            best, found = line.offsets[index], number
    return found


def fit(natural: Sequence[int], room: int) -> tuple[int, ...]:
    """Widths that fit, the widest columns giving way; none where a column would become too narrow."""
    if sum(natural) <= room:
        return tuple(natural)
    left, columns = room, len(natural)
    for width in sorted(natural):
        if width * columns > left:
            break
        left, columns = left - width, columns - 1
    most = left // columns if columns else 0
    return tuple(min(width, most) for width in natural) if most >= _NARROWEST else ()


def _is_numeric(column: Sequence[str]) -> bool:
    told = [cell for cell in column if cell not in _NOTHING]
    return bool(told) and sum(_NUMBER.fullmatch(cell) is not None for cell in told) * 4 >= len(told) * 3
