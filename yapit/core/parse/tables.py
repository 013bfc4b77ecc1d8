"""A table of HTML to rows and cells, with its marks; tables that only arrange a page are told apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yapit.core.document import Mark
from yapit.core.parse.draft import row_text
from yapit.core.parse.elements import classes_of, tag_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

Inline = Callable[["_Element"], tuple[str, tuple[Mark, ...]]]
"""The text of a cell on one line, and its marks."""

_WIDEST = 100
"""Columns that cells may span: more are an accident or an attack."""


@dataclass(frozen=True, slots=True)
class Table:
    text: str
    heads: int
    """How many of the first rows are heads."""

    marks: tuple[Mark, ...]


def table_of(table: _Element, inline: Inline) -> Table:
    """Rows on lines, cells apart by a tab; a cell that spans others leaves their places empty."""
    lines: list[str] = []
    marks: list[Mark] = []
    heads, start, is_head = 0, 0, True
    hanging: dict[int, int] = {}
    for row in _rows(table):
        cells = [inline(cell) if cell is not None else ("", ()) for cell in _places(row, hanging)]
        line = row_text(text for text, _ in cells)
        if not line.strip():
            continue
        is_head = is_head and _is_head(row)
        heads += is_head
        marks += _moved(cells, start)
        start += len(line) + 1
        lines.append(line)
    return Table("\n".join(lines), heads if heads < len(lines) else 0, tuple(marks))


def _moved(cells: list[tuple[str, tuple[Mark, ...]]], start: int) -> Iterator[Mark]:
    """The marks of a row's cells, at their places in the table."""
    for text, marks in cells:
        yield from (mark.shift(start) for mark in marks)
        start += len(text) + 1


def _rows(table: _Element) -> Iterator[_Element]:
    for element in table.iterdescendants("{*}tr"):
        if next(element.iterancestors("{*}table"), None) is table:
            yield element


def _cells(row: _Element) -> list[_Element]:
    return [cell for cell in row if tag_of(cell) in ("td", "th")]


def _is_head(row: _Element) -> bool:
    parent = row.getparent()
    return (parent is not None and tag_of(parent) == "thead") or all(
        tag_of(cell) == "th" for cell in _cells(row)
    )


def _places(row: _Element, hanging: dict[int, int]) -> Iterator[_Element | None]:
    """The cells of a row, None where one from above or from the left reaches; `hanging` is kept."""
    column = 0
    for cell in _cells(row):
        while hanging.get(column, 0):
            yield from _pass_over(column, hanging)
            column += 1
        width = _number(cell, "colspan") if column < _WIDEST else 1
        for offset in range(width):
            yield None if offset else cell
            if column < _WIDEST:
                hanging[column] = _number(cell, "rowspan") - 1
            column += 1
    while hanging.get(column, 0):
        yield from _pass_over(column, hanging)
        column += 1


def _pass_over(column: int, hanging: dict[int, int]) -> Iterator[None]:
    hanging[column] -= 1
    yield None


def _number(cell: _Element, name: str) -> int:
    said = cell.get(name) or ""
    return min(max(int(said), 1), _WIDEST) if re.fullmatch(r"[0-9]{1,6}", said) else 1


_NOT_IN_CELLS = frozenset(("table", "pre", "h1", "h2", "h3", "article", "section", "main"))
_ADMONITIONS = frozenset(("note", "tip", "warning", "caution", "important", "admonition", "admonitionblock"))
"""Boxes that DocBook and AsciiDoc draw with a table: a picture, a word, a text."""

_LONG_CELL = 600
"""Characters: cells of tables with figures and words are shorter, columns of a page longer."""


def is_layout(table: _Element) -> bool:
    """Whether a table arranges whole texts, as old pages do, rather than showing cells."""
    role = table.get("role") or ""
    if role in ("presentation", "none"):
        return True
    around = table.getparent()
    if around is not None and classes_of(around) & _ADMONITIONS:
        return True
    if role in ("table", "grid") or classes_of(table) & {"infobox", "wikitable", "dataframe"}:
        return False
    if any(tag_of(element) in _NOT_IN_CELLS for element in table.iterdescendants()):
        return True
    if any(True for _ in table.iter("{*}th", "{*}caption")):
        return False
    rows = [_cells(row) for row in _rows(table)]
    if max(map(len, rows), default=0) < 2:
        return True
    return any(len(text_of(cell)) > _LONG_CELL for row in rows for cell in row)
