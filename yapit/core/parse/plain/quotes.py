"""Quoted lines of letters, without the `>` before each."""

from __future__ import annotations

import re

from yapit.core.document import BlockKind
from yapit.core.parse.plain.rows import Row

_QUOTED = re.compile(r"[ \t]*(>(?:[ \t]?>)*)(?:[ \t]|(?=[\r\n]|\Z)|(?=[^\W\d_]))")

_FEWEST = 2
"""Rows: one sign may be anything."""


def unquoted(rows: list[Row]) -> list[Row]:
    """The rows with quoted ones as such; a prompt `>>>` alone makes no letter."""
    found = {at: match for at, row in enumerate(rows) if ">" in row.raw and (match := _QUOTED.match(row.raw))}
    if len(found) < _FEWEST or not any(_depth(match) < 3 for match in found.values()):
        return rows
    return [_unquoted(row, found.get(at)) for at, row in enumerate(rows)]


def _unquoted(row: Row, match: re.Match[str] | None) -> Row:
    if match is None or row.kind is not None:
        return row
    return Row(row.raw[match.end() :] or "\n", BlockKind.QUOTE, _depth(match))


def _depth(match: re.Match[str]) -> int:
    return match.group(1).count(">")
