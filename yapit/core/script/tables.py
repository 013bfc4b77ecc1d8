"""A table for the ear: row by row, each cell after the head of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yapit.core.document import Block, Span
from yapit.core.prepare import Rewrite

_FEW_COLUMNS = 2
"""So many a listener keeps in mind: their heads are said once, not in each row."""

_BETWEEN_CELLS = re.compile(r"\t+")


def lines_of(text: str, span: Span) -> Iterator[Span]:
    """The lines of a block that hold more than white space; offsets are those of `text`."""
    for match in re.compile(r"[^\n]+").finditer(text, span.start, span.end):
        line = Span(*match.span())
        if line.of(text).strip():
            yield line


def row_rewrites(text: str, table: Block) -> Iterator[Rewrite]:
    """What is said for the tabs of a table; offsets are those of `text`."""
    lines, at = table.span.of(text).split("\n"), table.span.start
    heads = _heads(lines[: table.level])
    for number, line in enumerate(lines):
        row = Span(at, at + len(line))
        yield from _between_cells(text, row, () if number < table.level else heads)
        at = row.end + 1


def _heads(rows: Sequence[str]) -> Sequence[str]:
    """The head of each column, from the row that stands right above the cells."""
    lowest = next((row for row in reversed(rows) if row.strip()), "")
    heads = [cell.strip() for cell in lowest.split("\t")]
    return heads if len(heads) > _FEW_COLUMNS else ()


def _between_cells(text: str, row: Span, heads: Sequence[str]) -> Iterator[Rewrite]:
    column = 0
    for match in _BETWEEN_CELLS.finditer(text, row.start, row.end):
        column += len(match[0])
        head = heads[column] if column < len(heads) else ""
        is_first = not text[row.start : match.start()].strip()
        told = f"{head}: " if head else ""
        yield Rewrite(Span(*match.span()), told if is_first else f", {told}")
