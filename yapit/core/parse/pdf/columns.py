"""The columns of a page: one, two or three, told by where its lines begin and end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from yapit.core.parse.pdf.page import Line

_LINES = 4
"""Fewer lines are no column."""

_EDGES = 40
"""Places that lines begin at which are looked at; columns are among the commonest."""

_OVERLAP = 1.0
"""Points that a column may reach into the next: italics and marks hang over."""


@dataclass(frozen=True, slots=True)
class Column:
    x0: float
    x1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def columns_of(lines: Iterable[Line], width: float) -> tuple[Column, ...]:
    """The columns, from left to right, of the lines of running text of a page so wide."""
    wide = [line for line in lines if line.width > 0.1 * width]
    if not wide:
        return ()
    parts = _parts(wide, width)
    if len(parts) == 1:
        wide = [line for line in wide if line.width > 0.2 * width] or wide
        return (_edges(wide),)
    return tuple(_edges(part) for part in parts)


def _parts(lines: list[Line], width: float) -> list[list[Line]]:
    """The lines of each column; those that cross a gutter are left out."""
    gutter = _gutter(lines, width)
    if gutter is None:
        return [lines]
    left = [line for line in lines if line.box.x1 <= gutter + _OVERLAP]
    right = [line for line in lines if line.box.x0 >= gutter]
    return _parts(left, width) + _parts(right, width)


def _gutter(lines: list[Line], width: float) -> float | None:
    """The place that most lines stand left or right of, if enough of them do on either side."""
    starts = Counter(round(line.box.x0 / 3) for line in lines)
    best: tuple[int, float] | None = None
    for start, count in starts.most_common(_EDGES):
        if count + starts[start - 1] + starts[start + 1] < _LINES:
            continue
        edge = min(line.box.x0 for line in lines if abs(round(line.box.x0 / 3) - start) <= 1)
        sides = _sides(lines, edge)
        if sides is not None and (best is None or sides > best[0]):
            best = sides, edge
    return best[1] if best else None


def _sides(lines: list[Line], edge: float) -> int | None:
    """How many lines stand on either side of an edge; None if it parts no two columns."""
    left = [line for line in lines if line.box.x1 <= edge + _OVERLAP]
    right = [line for line in lines if line.box.x0 >= edge]
    if len(left) < _LINES or len(right) < _LINES or len(left) + len(right) <= 0.6 * len(lines):
        return None
    if not _are_level(left, right) or not (_is_text(left) and _is_text(right)):
        return None
    return len(left) + len(right)


def _are_level(left: list[Line], right: list[Line]) -> bool:
    """Whether they stand side by side, at least for a good part of the lower one."""
    top = max(min(line.box.y0 for line in left), min(line.box.y0 for line in right))
    foot = min(max(line.box.y1 for line in left), max(line.box.y1 for line in right))
    height = min(_height(left), _height(right))
    return foot - top > 0.3 * height


def _height(lines: list[Line]) -> float:
    return max(line.box.y1 for line in lines) - min(line.box.y0 for line in lines)


def _is_text(lines: list[Line]) -> bool:
    """Columns of text are filled: most lines are as wide as the column, or nearly; cells are not."""
    widths = sorted(line.width for line in lines)
    full = sum(width > 0.6 * widths[-1 - len(widths) // 8] for width in widths)
    words = sum(line.text.count(" ") + 1 for line in lines)
    return full >= 0.5 * len(lines) and words >= 2.5 * len(lines)


def _edges(lines: list[Line]) -> Column:
    """The edges that most lines keep: an item set out or a word that hangs over does not move them."""
    starts = sorted(line.box.x0 for line in lines)
    ends = sorted(line.box.x1 for line in lines)
    return Column(starts[len(starts) // 8], ends[-1 - len(ends) // 8])
