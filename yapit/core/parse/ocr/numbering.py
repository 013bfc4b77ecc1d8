"""Line numbers of a manuscript that a detector took for the beginnings of its lines, apart again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from yapit.core.document import Box
from yapit.core.parse.ocr.recognize import Written

_BEGINNING = re.compile(r"(\S{1,4})(?:\s+(.+))?")

_LINES = 8
"""Fewer in a row may be the items of a list."""

_COUNTING = 0.5
"""Of the numbers must count on from the first; the others are small and may be read wrongly."""

_FULL = 0.6
"""Of the widest line: the entries of a table of contents are shorter than lines of text."""

_ROOM = 1.2
"""Heights of a line from the edge of the numbers to that of the text."""


def numbers_apart(lines: list[Written]) -> list[Written]:
    """The lines, each of those that stand in the numbered margin as a number and the rest."""
    margin = sorted(_margin(lines), key=lambda line: line.box.y0)
    first = _first_number(margin)
    if first is None:
        return lines
    found = [line for line in lines if line not in margin]
    for number, line in enumerate(margin, start=first):
        found += _parted(line, number)
    return found


def _margin(lines: list[Written]) -> list[Written]:
    """The lines that begin where the page begins, if they are lines of text."""
    if len(lines) < _LINES:
        return []
    left = min(line.box.x0 for line in lines)
    height = median(line.height for line in lines)
    margin = [line for line in lines if line.box.x0 < left + height / 2]
    widest = max(line.width for line in lines)
    return margin if median(line.width for line in margin) > _FULL * widest else []


def _first_number(margin: list[Written]) -> int | None:
    """With what the counting begins, if it counts."""
    begun: Counter[int] = Counter()
    for row, line in enumerate(margin):
        beginning = _BEGINNING.match(line.text)
        if beginning is not None and beginning[1].isdecimal():
            begun[int(beginning[1]) - row] += 1
    if not begun:
        return None
    first, count = begun.most_common(1)[0]
    return first if count >= _LINES and count >= _COUNTING * len(margin) and first >= 0 else None


def _parted(line: Written, number: int) -> Iterator[Written]:
    beginning = _BEGINNING.match(line.text)
    if beginning is None:
        yield line
        return
    box, edge = line.box, min(line.box.x0 + _ROOM * line.height, line.box.x1)
    yield replace(line, text=str(number), box=Box(box.x0, box.y0, edge - line.height / 2, box.y1))
    if beginning[2]:
        yield replace(line, text=beginning[2], box=Box(edge, box.y0, box.x1, box.y1))
