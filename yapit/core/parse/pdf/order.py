"""The reading order of lines: as the file draws them, or by their places where that means nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

from yapit.core.parse.pdf.columns import Column, columns_of
from yapit.core.parse.pdf.page import Line, Page

_DISORDER = 0.08
"""Of the steps from line to line, how many may lead back before the file's order is not believed."""


def ordered(page: Page) -> Page:
    if page.unordered or _is_disordered(page.lines):
        lines = by_place(page.lines, columns_of(page.lines, page.width))
        return replace(page, lines=tuple(lines), unordered=False)
    return page


def _is_disordered(lines: tuple[Line, ...]) -> bool:
    """Whether the order leads up the page within a column, or to and fro between two, again and again."""
    text = [line for line in lines if not line.aside]
    back = sum(map(_leads_back, text, text[1:]))
    across = sum(map(_leads_across, text, text[1:], text[2:]))
    return max(back, across) >= 4 and back + across > _DISORDER * len(text)


def _leads_back(upper: Line, lower: Line) -> bool:
    up = lower.box.y1 < upper.box.y0 + 0.3 * upper.size
    return up and _shared(upper, lower) > 0.5 * min(upper.width, lower.width)


def _leads_across(first: Line, second: Line, third: Line) -> bool:
    """Over to a long line on the same row, and back below: a row of two columns or more."""
    long = min(first.width, second.width) > 8 * first.size
    level = abs(first.middle - second.middle) < 0.5 * first.size
    below = third.middle > first.middle + 0.5 * first.size
    return long and level and below and _shared(first, second) < 0 and _shared(second, third) < 0


def _shared(a: Line, b: Line) -> float:
    return min(a.box.x1, b.box.x1) - max(a.box.x0, b.box.x0)


def by_place(lines: Iterable[Line], columns: tuple[Column, ...]) -> Iterator[Line]:
    """Down each column in turn; a line across the columns ends what stands above it in all of them."""
    band: list[tuple[int, Line]] = []
    for line in _by_rows(list(lines)):
        index = _index(line, columns)
        if index is not None:
            band.append((index, line))
            continue
        yield from _down(band)
        band = []
        yield line
    yield from _down(band)


def _down(band: list[tuple[int, Line]]) -> Iterator[Line]:
    return (line for _, line in sorted(band, key=lambda place: place[0]))


def _by_rows(lines: list[Line]) -> list[Line]:
    """From top to bottom, and on one row from left to right."""
    if not lines:
        return []
    reach = 0.45 * median(line.box.y1 - line.box.y0 for line in lines)
    by_top = sorted(lines, key=lambda line: line.middle)
    row, rows = 0, {by_top[0]: 0}
    for upper, lower in pairwise(by_top):
        row += lower.middle - upper.middle > reach
        rows[lower] = row
    return sorted(lines, key=lambda line: (rows[line], line.box.x0))


def _index(line: Line, columns: tuple[Column, ...]) -> int | None:
    """The column that a line lies in for the most part; None where it crosses a gutter."""
    if len(columns) < 2:
        return 0
    inside = [min(line.box.x1, c.x1) - max(line.box.x0, c.x0) for c in columns]
    touched = [share for share in inside if share > 0.05 * line.width + 6]
    return None if len(touched) > 1 else inside.index(max(inside))
