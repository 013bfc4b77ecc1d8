"""Tables as text, with commas, semicolons or tabs between the cells."""

from __future__ import annotations

import csv
import re

from yapit.core.document import BlockKind, Document
from yapit.core.errors import SourceError
from yapit.core.parse.characters import decode, tidy
from yapit.core.parse.draft import Draft, row_text
from yapit.core.parse.formats import Progress
from yapit.core.parse.source import Source

_SAMPLE = 20
"""Rows by which the separator is told."""

_NUMBER = re.compile(r"[-+]?[\d.,:/ %$€£]*\d[\d.,:/ %$€£-]*")


def parse(source: Source, on_progress: Progress) -> Document:
    text = decode(source.data, source.label)
    try:
        rows = [
            row for row in csv.reader(text.splitlines(keepends=True), delimiter=_separator(text)) if any(row)
        ]
    except csv.Error as error:
        cure = "Read it as it stands with: yapit read - < file"
        raise SourceError(f"{source.label} is no table: {error}", cure=cure) from error
    draft = Draft(source.stem)
    draft.add("\n".join(tidy(row_text(row)) for row in rows), BlockKind.TABLE, level=_heads(rows))
    return draft.document(source.label)


def _separator(text: str) -> str:
    """The sign that parts the first rows into the most cells, the same number in each."""
    lines = [line for line in text[:100_000].splitlines()[:_SAMPLE] if line.strip()]
    return max(
        "\t;,|", key=lambda sign: min((line.count(sign) for line in lines), default=0) * 2 + (sign == ",")
    )


def _heads(rows: list[list[str]]) -> int:
    """1 where the first row only names the columns: it has no number, and all its cells something."""
    first = rows[0] if rows else []
    names = all(cell.strip() and not _NUMBER.fullmatch(cell.strip()) for cell in first)
    return 1 if len(rows) > 1 and names else 0
