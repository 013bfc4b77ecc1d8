"""Matrices, cases and lines under each other."""

from __future__ import annotations

from yapit.core.math.speech.teller import Teller, Way
from yapit.core.math.tree import Arrangement, Grid, Name, Row, Text

_MOST_CELLS = 36
"""A larger matrix is told by its size."""


def _grid(teller: Teller, grid: Grid) -> str:
    if grid.arrangement is Arrangement.MATRIX:
        return _matrix(teller, grid)
    if grid.arrangement is Arrangement.CASES:
        return teller.brief("cases", teller.words.phrases["or"].join(_case(teller, row) for row in grid.rows))
    return "; ".join(filter(None, (_cells(teller, row) for row in grid.rows)))


def _matrix(teller: Teller, grid: Grid) -> str:
    height, width = len(grid.rows), max(len(row) for row in grid.rows)
    if height * width > _MOST_CELLS:
        return teller.brief("large matrix", str(height), str(width))
    if width == 1:
        return teller.brief("vector", ", ".join(teller.say(row[0]) for row in grid.rows))
    said = [", ".join(teller.say(cell) for cell in row) for row in grid.rows]
    if height == 1:
        return teller.brief("row vector", said[0])
    rows = "; ".join(teller.brief("matrix row", str(number), row) for number, row in enumerate(said, 1))
    return teller.brief("matrix", str(height), str(width), rows)


def _case(teller: Teller, row: tuple[Row, ...]) -> str:
    said = [teller.say(cell).rstrip(" ,") for cell in row if cell.parts]
    if len(said) != 2:
        return ", ".join(said)
    told = any(isinstance(part, Text | Name) for part in row[-1].parts[:1])
    return teller.brief("case" if told else "case if", *said)


def _cells(teller: Teller, row: tuple[Row, ...]) -> str:
    """A line that is cut into cells to be aligned is said as the one line it is."""
    return teller.say(Row(tuple(part for cell in row for part in cell.parts))).rstrip(" ,")


WAYS: dict[type, Way] = {Grid: _grid}
