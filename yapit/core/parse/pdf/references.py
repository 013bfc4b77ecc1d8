"""The list of works cited: where it begins, and how its entries part."""

from __future__ import annotations

import re
from itertools import pairwise

from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.piece import Piece
from yapit.core.parse.pdf.reading import Reading

_NUMBER = re.compile(r"\[[\w+\-.,: ]{1,24}\]\s*|\d{1,3}\.\s+(?=\D)|\(\d{1,3}\)\s")
_AUTHOR = re.compile(r"[^\W\d_][\w'’\-]+(?: [^\W\d_][\w'’\-]+)?,\s")


def begins_entry(line: Line, reading: Reading) -> bool:
    """Entries begin with a number, or hang: the first line stands further left than the others."""
    entry, before = reading.open, reading.before
    if entry is None or before is None:
        return True
    numbered = _NUMBER.match(line.text) is not None
    if _NUMBER.match(entry.text):
        return numbered and (reading.inset(line) < reading.inset(entry.lines[0]) + 3 or line.text[0] == "[")
    if numbered and entry.has_ended:
        return True
    if reading.is_level(line):
        return False
    return _hangs(line, before, reading) or _is_parted(line, reading)


def begins_list(line: Line, reading: Reading) -> bool:
    """The first of numbered entries that no heading announces."""
    first = reading.has_second and line.text.startswith("[1]") and len(line.text) > 20
    return first and reading.is_apart(line)


def _hangs(line: Line, before: Line, reading: Reading) -> bool:
    """Set out from the line before; over a page or column, from where that stood in its own."""
    out = 0.55 * reading.layout.body
    same_column = reading.step(line) is not None
    if same_column:
        return line.box.x0 < before.box.x0 - out
    outdent = reading.inset(line) < reading.inset(before) - out
    return outdent and reading.open is not None and reading.open.has_ended


def _is_parted(line: Line, reading: Reading) -> bool:
    """By white space; or the entry ended and another name stands at the same edge."""
    entry = reading.open
    if entry is None:
        return True
    step = reading.step(line)
    size = max(line.size, 1)
    if step is None:
        return entry.has_ended and _AUTHOR.match(line.text) is not None
    if step > 1.55 * size and step > 1.15 * _own_step(entry):
        return True
    alone = len(entry.lines) == 1 or abs(line.box.x0 - entry.lines[0].box.x0) < 2
    hanging = len(entry.lines) > 1 and entry.lines[1].box.x0 > entry.lines[0].box.x0 + 3
    ended = entry.has_ended and not reading.is_full(entry.lines[-1])
    return alone and (hanging or ended) and line.text[:1].isupper() and (ended or hanging)


def _own_step(entry: Piece) -> float:
    lines = entry.lines
    steps = [b.foot - a.foot for a, b in pairwise(lines) if a.page == b.page]
    steps = [step for step in steps if step > 0]
    return min(steps) if steps else 0.0
