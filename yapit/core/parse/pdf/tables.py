"""Tables: rows of cells that stand under each other, told by their places alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from yapit.core.parse.draft import row_text
from yapit.core.parse.pdf.captions import CAPTION
from yapit.core.parse.pdf.columns import Column
from yapit.core.parse.pdf.items import looks_like_item
from yapit.core.parse.pdf.layout import Layout
from yapit.core.parse.pdf.page import Line, Page
from yapit.core.parse.pdf.ruled import ruled_parts

Row = list[Line]


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[str, ...], ...]
    """The texts of the cells; empty where a row has none in a column."""

    heads: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "\n".join(map(row_text, self.rows))


def tables_of(page: Page, layout: Layout) -> Iterator[Table]:
    running = [line for line in layout.running(page) if not line.mono or layout.measures.mono]
    for lines in ruled_parts(page, running):
        yield _table(_rows(lines), lines)
        inside = set(lines)
        running = [line for line in running if line not in inside]
    for part in _parts(running, layout):
        if len(part) > 3:
            rows = _rows(part)
            for run in _runs(rows, layout.measure(part[0])):
                if _is_table(run, layout):
                    whole = _with_head(run, rows)
                    yield _table(whole, _lines_of(whole, part))


def _with_head(run: list[Row], rows: list[Row]) -> list[Row]:
    """With the row above, where that fits the table though its cells cannot be told apart."""
    at = rows.index(run[0])
    if not at or len(rows[at - 1]) > 1:
        return run
    (x0, x1), head, first = _extent(run), rows[at - 1][0], run[0][0]
    fits = abs(head.box.x0 - x0) < 3 and head.box.x1 < x1 + 3 and head.width > 0.5 * (x1 - x0)
    near = first.box.y0 - head.box.y0 < 1.8 * first.size and abs(head.size - first.size) < 0.3
    return [rows[at - 1], *run] if fits and near and not CAPTION.match(head.text) else run


def _lines_of(rows: list[Row], part: list[Line]) -> list[Line]:
    """The lines that the cells are parts of."""
    top, foot = rows[0][0].middle, rows[-1][0].middle
    return [line for line in part if top - 0.4 * line.size <= line.middle <= foot + 0.4 * line.size]


def _parts(lines: list[Line], layout: Layout) -> Iterator[list[Line]]:
    """The lines of each column; cells never stand across two."""
    columns = {layout.column(line) for line in lines}
    for column in sorted(columns, key=lambda index: -1 if index is None else index):
        yield [line for line in lines if layout.column(line) == column]


def _cells_of(line: Line) -> Iterator[Line]:
    """The parts of a line between its wide spaces."""
    start, x0 = 0, line.box.x0
    for seam in line.seams:
        box = replace(line.box, x0=x0, x1=seam.x0)
        yield replace(line, box=box, text=line.text[start : seam.at].rstrip(), seams=(), notes=())
        start, x0 = seam.at, seam.x1
    yield (
        replace(line, box=replace(line.box, x0=x0), text=line.text[start:], seams=(), notes=())
        if start
        else line
    )


def _rows(lines: list[Line]) -> list[Row]:
    rows: list[Row] = []
    cells = [cell for line in lines for cell in _cells_of(line)]
    for line in sorted(cells, key=lambda line: line.middle):
        if rows and abs(rows[-1][0].middle - line.middle) < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.box.x0) for row in rows]


def _runs(rows: list[Row], measure: Column) -> Iterator[list[Row]]:
    """Rows that follow each other, begin and end with several cells, and are aligned."""
    run: list[Row] = []
    waiting: list[Row] = []
    for row in rows:
        near = not run or row[0].box.y0 - (waiting or run)[-1][0].box.y0 < 3 * row[0].size + 8
        several = len(row) > 1 and _has_gaps(row) and not _is_stretched(row, measure)
        if near and several and (not run or _is_aligned(run, row, measure)):
            run += [*waiting, row]
            waiting = []
            continue
        if near and run and len(row) == 1 and len(waiting) < _WRAPPED and _is_inside(row[0], run, waiting):
            waiting.append(row)
            continue
        if run:
            yield run
        run, waiting = ([row], []) if several else ([], [])
    if run:
        yield run


def _is_stretched(row: Row, measure: Column) -> bool:
    """A line of text that fills its column only by wide spaces, all alike, between its words."""
    gaps = [right.box.x0 - left.box.x1 for left, right in pairwise(row)]
    whole = row[0].box.x0 < measure.x0 + 20 and row[-1].box.x1 > measure.x1 - 6
    words = all(" " not in cell.text and not _is_number(cell.text) for cell in row)
    return whole and words and len(row) > 2 and max(gaps) - min(gaps) < 0.3 * row[0].size


def _has_gaps(row: Row) -> bool:
    return all(right.box.x0 - left.box.x1 > 0.5 * left.size for left, right in pairwise(row))


def _is_aligned(run: list[Row], row: Row, measure: Column) -> bool:
    """Whether most cells stand under others, and not only at the edges of the text, where all lines do."""
    cells = [cell for above in run[-3:] for cell in above]
    under = [cell for cell in row if any(_is_under(cell, other, measure) for other in cells)]
    at_start = [cell for cell in row if abs(cell.box.x0 - measure.x0) < 2]
    return bool(under) and 2 * (len(under) + len(at_start)) > len(row)


def _is_under(a: Line, b: Line, measure: Column) -> bool:
    near = 0.5 * max(a.size, 4)
    left = abs(a.box.x0 - b.box.x0) < near and a.box.x0 > measure.x0 + 2
    right = abs(a.box.x1 - b.box.x1) < near and a.box.x1 < measure.x1 - 2
    return left or right or abs(a.box.x0 + a.box.x1 - b.box.x0 - b.box.x1) < near


def _is_inside(line: Line, run: list[Row], waiting: list[Row]) -> bool:
    """A cell's second line: narrow, under one of the cells, and close to the row above."""
    x0, x1 = _extent(run)
    close = line.box.y0 - (waiting or run)[-1][0].box.y0 < 1.6 * line.size
    narrow = line.width < 0.6 * (x1 - x0)
    whole = Column(x0 - 9, x1 + 9)
    return narrow and close and any(_is_under(line, cell, whole) for cell in run[-1])


_WRAPPED = 8
"""Lines that one cell may have more than those beside it."""


def _extent(rows: list[Row]) -> tuple[float, float]:
    return min(cell.box.x0 for row in rows for cell in row), max(cell.box.x1 for row in rows for cell in row)


_MARKER = re.compile(r"\W{1,3}|\(?\w{1,4}[.)\]]?|\[\d+\]|\d+(?:\.\d+)*\.?")


def _is_table(rows: list[Row], layout: Layout) -> bool:
    full = [row for row in rows if len(row) > 1]
    cells = max(len(row) for row in full)
    if len(full) < (2 if cells > 2 else 3):
        return False
    if cells == 2 and sum(_is_marked_text(row, layout) for row in full) > 0.5 * len(full):
        return False
    words = [cell.text.count(" ") + 1 for row in full for cell in row]
    numbers = sum(_is_number(cell.text) for row in full for cell in row)
    few = len(full) < 3 and numbers < 0.3 * len(words)  # a line or two with wide spaces
    return sum(words) <= 5 * len(words) and not few


def _is_marked_text(row: Row, layout: Layout) -> bool:
    """The number of an item, an entry or a formula, and what it belongs to."""
    first, last = row[0], row[-1]
    marker = _MARKER.fullmatch(first.text) is not None or looks_like_item(first.text)
    long = last.width > 0.45 * _width_around(last, layout)
    return (marker and long) or re.fullmatch(r"\(\d+\)", last.text) is not None


def _width_around(line: Line, layout: Layout) -> float:
    columns = layout.columns[line.page]
    return next((c.width for c in columns if c.x0 - 6 <= line.box.x0 < c.x1), line.width)


def _table(rows: list[Row], lines: list[Line]) -> Table:
    edges = _edges(rows)
    grid = [_cells(row, edges) for row in rows]
    merged: list[list[str]] = []
    for row, cells in zip(rows, grid, strict=True):
        if merged and len(row) == 1 and not cells[0]:
            merged[-1] = [f"{above} {cell}".strip() for above, cell in zip(merged[-1], cells, strict=True)]
        else:
            merged.append(cells)
    return Table(tuple(map(tuple, merged)), _heads(rows, merged), tuple(lines))


def _edges(rows: list[Row]) -> list[tuple[float, float]]:
    """Left and right edge of each column: cells that overlap share one."""
    columns: list[tuple[float, float]] = []
    widest = max(map(len, rows))
    spans = sorted((cell.box.x0, cell.box.x1) for row in rows if len(row) >= widest - 1 for cell in row)
    for x0, x1 in spans:
        if columns and x0 < columns[-1][1] - 0.5:
            columns[-1] = columns[-1][0], max(columns[-1][1], x1)
        else:
            columns.append((x0, x1))
    return columns


def _cells(row: Row, edges: list[tuple[float, float]]) -> list[str]:
    cells = [""] * len(edges)
    for cell in row:
        shares = [min(cell.box.x1, x1) - max(cell.box.x0, x0) for x0, x1 in edges]
        index = shares.index(max(shares))
        cells[index] = f"{cells[index]} {cell.text}".strip()
    return cells


def _heads(rows: list[Row], grid: list[list[str]]) -> int:
    """1 where the first row is bold and the others are not, or has words where they have numbers."""
    bold = all(cell.bold for cell in rows[0]) and not all(cell.bold for row in rows[1:] for cell in row)
    numbers = [any(_is_number(cell) for cell in row) for row in grid]
    return int(bold or (not numbers[0] and sum(numbers) >= 0.5 * (len(grid) - 1)))


def _is_number(cell: str) -> bool:
    return sum(map(str.isdigit, cell)) * 2 > len(cell.replace(" ", "")) > 0
