"""Lines that come in no order, in reading order: columns one after another, what crosses them in between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from statistics import median

from yapit.core.document import Box
from yapit.core.parse.ocr.numbering import numbers_apart
from yapit.core.parse.ocr.recognize import Written

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_COLUMN_LINES = 4
"""Fewer lines beside others are no column."""

_COLUMN_WIDTH = 0.15
"""Of the page: narrower is a column of numbers or a margin."""

_COLUMN_LETTERS = 10
"""In its middle line; with fewer, the lines are cells of a table."""

_CROSSING = 0.35
"""Of the lines may go across the gutter: titles, captions, the text above an abstract."""

_NUMBER = 3
"""Characters of a line number at the most, rightly recognized or not."""

_NUMBERS = 6
"""Fewer at one place may be the bullets or numbers of a list."""


def in_order(lines: Iterable[Written]) -> tuple[Written, ...]:
    """Reading order, with the pieces of a line that stand side by side joined."""
    pieces = numbers_apart(list(lines))
    numbers = _line_numbers(pieces)
    letters = sum(sum(map(str.isalpha, line.text)) for line in pieces)
    backwards = sum(len(_RIGHT_TO_LEFT.findall(line.text)) for line in pieces) * 2 > max(letters, 1)
    return tuple(_joined(_ordered(pieces, backwards=backwards), numbers))


def _ordered(lines: list[Written], *, backwards: bool) -> Iterator[Written]:
    gutter = _gutter(lines)
    if gutter is None:
        yield from _rows(lines, backwards=backwards)
        return
    left: list[Written] = []
    right: list[Written] = []
    for line in sorted(lines, key=lambda line: line.box.y0):
        if line.box.x1 <= gutter:
            left.append(line)
        elif line.box.x0 >= gutter:
            right.append(line)
        else:
            kept = [_until(column, line) for column in (left, right)]
            yield from _columns(left[: kept[0]], right[: kept[1]], backwards=backwards)
            yield from _rows([*left[kept[0] :], *right[kept[1] :]], backwards=backwards)
            yield line
            left, right = [], []
    yield from _columns(left, right, backwards=backwards)


def _columns(left: list[Written], right: list[Written], *, backwards: bool) -> Iterator[Written]:
    for column in (right, left) if backwards else (left, right):
        yield from _ordered(column, backwards=backwards)


def _until(column: list[Written], crossing: Written) -> int:
    """How many lines of a column are of it: its last may be the heading of what crosses the page below."""
    below = crossing
    for index in range(len(column) - 1, 0, -1):
        line, above = column[index], column[index - 1]
        space = below.box.y0 - line.box.y1
        if space > line.height:
            break
        if space < 0.7 * (line.box.y0 - above.box.y1):
            return index
        below = line
    return len(column)


def _gutter(lines: list[Written]) -> float | None:
    """Where two columns part: the place that the fewest lines cross."""
    if len(lines) < 2 * _COLUMN_LINES:
        return None
    width = max(line.box.x1 for line in lines) - min(line.box.x0 for line in lines)
    # Halves, so that a gutter lies between two lines and touches neither.
    places = {line.box.x1 + 0.5 for line in lines} | {line.box.x0 - 0.5 for line in lines}
    parted = [(_crossing(lines, x), -_room(lines, x), x) for x in places if _parts(lines, x, width)]
    return min(parted)[2] if parted else None


def _crossing(lines: list[Written], x: float) -> int:
    return sum(line.box.x0 < x < line.box.x1 for line in lines)


def _room(lines: list[Written], x: float) -> float:
    """How much white is around a place, in the lines that do not cross it."""
    left = median(line.box.x1 for line in lines if line.box.x1 <= x)
    return median(line.box.x0 for line in lines if line.box.x0 >= x) - left


def _parts(lines: list[Written], x: float, width: float) -> bool:
    """Whether a column stands on each side of a place."""
    left = [line for line in lines if line.box.x1 <= x]
    right = [line for line in lines if line.box.x0 >= x]
    if len(left) + len(right) < (1 - _CROSSING) * len(lines):
        return False
    return _is_column(left, width) and _is_column(right, width) and _beside(left, right)


def _is_column(lines: list[Written], width: float) -> bool:
    if len(lines) < _COLUMN_LINES or median(line.width for line in lines) < _COLUMN_WIDTH * width:
        return False
    return median(len(line.text) for line in lines) >= _COLUMN_LETTERS


def _beside(left: list[Written], right: list[Written]) -> bool:
    """Whether the two go down the page together, and do not follow one another."""
    over = max(min(line.box.y0 for line in left), min(line.box.y0 for line in right))
    under = min(max(line.box.y1 for line in left), max(line.box.y1 for line in right))
    shorter = min(_extent(left), _extent(right))
    return under - over > 0.3 * shorter


def _extent(lines: list[Written]) -> float:
    return max(line.box.y1 for line in lines) - min(line.box.y0 for line in lines)


def _rows(lines: list[Written], *, backwards: bool) -> Iterator[Written]:
    """Top to bottom; within a row along it."""
    rows: list[list[Written]] = []
    for line in sorted(lines, key=_middle):
        if rows and _is_level(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        yield from sorted(row, key=lambda line: line.box.x0, reverse=backwards)


def _line_numbers(lines: list[Written]) -> frozenset[Written]:
    """Short pieces that end at one place in row after row: they count the lines."""
    short = [line for line in lines if len(line.text) <= _NUMBER]
    return frozenset(
        line
        for line in short
        if sum(abs(other.box.x1 - line.box.x1) < line.height / 2 for other in short) >= _NUMBERS
    )


def _joined(lines: Iterable[Written], apart: frozenset[Written]) -> Iterator[Written]:
    """Lines of which a detector saw the pieces, whole; those `apart` stay what they are."""
    open_: Written | None = None
    for line in lines:
        if open_ is not None and open_ not in apart and line not in apart and _is_one(open_, line):
            open_ = _together(open_, line)
            continue
        if open_ is not None:
            yield open_
        open_ = line
    if open_ is not None:
        yield open_


def _is_one(one: Written, other: Written) -> bool:
    """Whether they stand in one row, close to each other."""
    gap = max(one.box.x0, other.box.x0) - min(one.box.x1, other.box.x1)
    return _is_level(one, other) and gap < 1.2 * min(one.height, other.height)


def _together(first: Written, second: Written) -> Written:
    a, b = first.box, second.box
    box = Box(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1))
    sure = min(first.confidence, second.confidence)
    return replace(first, box=box, text=f"{first.text} {second.text}", confidence=sure)


def _is_level(one: Written, other: Written) -> bool:
    return abs(_middle(one) - _middle(other)) < 0.4 * min(one.height, other.height)


def _middle(line: Written) -> float:
    return (line.box.y0 + line.box.y1) / 2
