"""A plain text row by row, as its file has it; each may come to carry what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yapit.core.document import BlockKind, Span


@dataclass(frozen=True, slots=True)
class Row:
    raw: str
    """With its line end."""

    kind: BlockKind | None = None
    """Where it is known before paragraphs are looked for."""

    level: int = 0
    """Of a quote: how deep; of a table: how many of its rows are heads."""

    @property
    def text(self) -> str:
        return self.raw.strip()


@dataclass(frozen=True, slots=True)
class Line:
    """A row that holds text, and where."""

    span: Span
    """Without the white space around it."""

    text: str
    indent: int
    """White space before it, in characters; a tab goes on to the next eighth."""

    begin: int
    """Where its row begins, white space included."""

    kind: BlockKind | None = None
    level: int = 0

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


# What some system or other takes for the end of a line; the last three end a page or a paragraph.
_ROW = re.compile(r"[^\n\r\x85\u2028\f\v\u2029]*(?:\r\n|[\n\r\x85\u2028\f\v\u2029]|\Z)")
_PAGE_ENDS = ("\f", "\v", "\u2029")


def rows_of(text: str) -> list[Row]:
    return [Row(raw) for raw in _ROW.findall(text) if raw]


def runs_of_rows(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows cut before and after each blank one; blank ones come singly."""
    start = 0
    for at, row in enumerate(rows):
        if row.raw.isspace():
            if start < at:
                yield rows[start:at]
            yield rows[at : at + 1]
            start = at + 1
    if start < len(rows):
        yield rows[start:]


def runs_of_lines(rows: Sequence[Row]) -> Iterator[list[Line]]:
    """Lines of one kind that no blank line and no page end separates, with their places in the whole."""
    run: list[Line] = []
    at = 0
    for row in rows:
        line = _line(row, at)
        at += len(row.raw)
        if run and (line is None or (line.kind, line.level) != (run[-1].kind, run[-1].level)):
            yield run
            run = []
        if line is not None:
            run.append(line)
        if run and row.raw.endswith(_PAGE_ENDS):
            yield run
            run = []
    if run:
        yield run


def _line(row: Row, at: int) -> Line | None:
    text = row.raw.strip()
    if not text:
        return None
    before = row.raw[: len(row.raw) - len(row.raw.lstrip())]
    start = at + len(before)
    return Line(Span(start, start + len(text)), text, len(before.expandtabs(8)), at, row.kind, row.level)
