"""Listings of programs: lines in letters of one width."""

from __future__ import annotations

from yapit.core.document import BlockKind
from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.reading import Reading


def is_listing(line: Line, reading: Reading) -> bool:
    if not line.mono or reading.layout.measures.mono or reading.in_references:
        return False
    if reading.kind is BlockKind.CODE:
        step = reading.step(line)
        return step is None or abs(step) < 3.5 * reading.layout.leading
    if line.size > reading.layout.body + 0.9 or reading.is_level(line):
        return False
    return not _is_in_words(line, reading)


def _is_in_words(line: Line, reading: Reading) -> bool:
    """A line of a paragraph that one long name fills."""
    before, after = reading.before, reading.after
    if reading.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or before is None:
        return False
    alone = after is None or not after.mono
    return alone and reading.is_next_line(line) and reading.is_full(before)
