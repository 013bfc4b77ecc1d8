"""Cells to rows and rows to the text of a table, with what is marked in them."""

from __future__ import annotations

from collections.abc import Iterable

from yapit.core.document import Mark

Marked = tuple[str, tuple[Mark, ...]]
"""A text, and marks by their places in it."""


def row_of(cells: Iterable[Marked]) -> Marked:
    """A row; empty cells keep their place, save the last ones."""
    text, marks = _joined(((cell.replace("\n", " "), inside) for cell, inside in cells), "\t")
    return text.rstrip("\t"), marks


def table_of(rows: Iterable[Marked]) -> Marked:
    """The text of a table, of rows that hold anything."""
    return _joined((row for row in rows if row[0].strip()), "\n")


def _joined(pieces: Iterable[Marked], between: str) -> Marked:
    texts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for text, inside in pieces:
        texts.append(text)
        marks += [mark.shift(at) for mark in inside]
        at += len(text) + len(between)
    return between.join(texts), tuple(marks)
