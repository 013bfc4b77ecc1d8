"""What the rows and cells of an environment mean."""

from __future__ import annotations

from yapit.core.math.grouping import grouped
from yapit.core.math.tree import Arrangement, Fence, Grid, Node, Row

_FENCED_GRIDS = {
    "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
}  # fmt: skip
_GRIDS = frozenset((*_FENCED_GRIDS, "matrix", "smallmatrix", "array", "tabular"))
_CASES = frozenset(("cases", "rcases", "dcases"))


def arranged(name: str, rows: tuple[tuple[Row, ...], ...]) -> Node:
    if name in _FENCED_GRIDS:
        opening, closing = _FENCED_GRIDS[name]
        return Fence(opening, Row((Grid(rows, Arrangement.MATRIX),)), closing)
    if name in _GRIDS:
        return Grid(rows, Arrangement.MATRIX)
    if name in _CASES:
        return Grid(rows, Arrangement.CASES)
    if len(rows) == 1:
        return grouped(part for cell in rows[0] for part in cell.parts)
    return Grid(rows, Arrangement.LINES)
