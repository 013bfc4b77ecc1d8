"""Pieces of lines to whole lines: parted at wide spaces, drawn twice, or begun with a large letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from yapit.core.document import Box, Span
from yapit.core.parse.pdf.page import Line, Seam
from yapit.core.parse.pdf.spans import is_note_mark


def whole_lines(lines: Iterable[Line]) -> list[Line]:
    """The lines of a page, each once, with what belongs to it."""
    return _with_drop_caps(list(_rows(_drawn_once(lines))))


def _drawn_once(lines: Iterable[Line]) -> Iterator[Line]:
    """Shadows and false bold letters are the same text drawn again, a hair aside."""
    seen: dict[tuple[str, int, int], Box] = {}
    for line in lines:
        row, place = round(line.box.y0 / _HAIR), round(line.box.x0 / _HAIR)
        near = (seen.get((line.text, row + y, place + x)) for y in (-1, 0, 1) for x in (-1, 0, 1))
        if not any(box is not None and _is_same_place(line.box, box) for box in near):
            seen[line.text, row, place] = line.box
            yield line


_HAIR = 4.0
"""Points: no shadow falls further."""


def _is_same_place(a: Box, b: Box) -> bool:
    width, height = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
    return width > 0.7 * (a.x1 - a.x0) and height > 0.7 * (a.y1 - a.y0)


def _rows(lines: Iterable[Line]) -> Iterator[Line]:
    before: Line | None = None
    for line in lines:
        if before is not None and (joined := _joined(before, line)):
            before = joined
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _joined(left: Line, right: Line) -> Line | None:
    """One line out of two that stand side by side and close; None if they do not."""
    gap = right.box.x0 - left.box.x1
    same_row = abs(left.middle - right.middle) < 0.35 * max(left.size, 1)
    near = -0.3 * left.size <= gap < 1.2 * left.size
    if not same_row or not near or left.aside or right.aside or _is_drop_cap(left):
        return None
    if left.text.isdigit() and gap > 0.3 * left.size and not (left.bold and right.bold):
        return None  # the number of a line; that of a heading is bold
    a, b = left.box, right.box
    box = Box(a.x0, min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1))
    space = " " if gap > 0.12 * left.size else ""
    if _RIGHT_TO_LEFT.match(left.text) and _RIGHT_TO_LEFT.match(right.text):
        return replace(right, box=box, text=right.text + space + left.text)
    text = left.text + space + right.text
    at = len(text) - len(right.text)
    notes = left.notes + tuple(span.shift(at) for span in right.notes)
    seams = left.seams + ((Seam(at, a.x1, b.x0),) if gap > 0.5 * left.size else ())
    seams += tuple(replace(seam, at=seam.at + at) for seam in right.seams)
    raised = right.size < 0.85 * left.size and right.middle < left.middle
    if raised and is_note_mark(left.text + space, right.text):
        notes += (Span(at, len(text)),)
    larger = max(left, right, key=lambda line: len(line.text))
    return replace(larger, box=box, text=text, notes=notes, seams=seams)


# Hebrew, Arabic and their like: what stands right is read first.
_RIGHT_TO_LEFT = re.compile(r"\W*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")

_CAP = 1.6
"""How much larger than the text a letter is that begins a chapter, at the least."""


def _is_drop_cap(line: Line) -> bool:
    letters = line.text.strip("“\"‘'«„")
    return len(letters) == 1 and letters.isalpha() and letters.isupper() and line.size >= 14


def _with_drop_caps(lines: list[Line]) -> list[Line]:
    """A large first letter goes to the line at its top; what stands beside it is not set in by it."""
    for cap in [line for line in lines if _is_drop_cap(line)]:
        beside = [line for line in lines if line is not cap and _is_beside(cap, line)]
        if not beside:
            continue
        first = min(beside, key=lambda line: line.box.y0)
        for line in beside:
            lines[lines.index(line)] = _beside(cap, line, begins=line is first)
        lines.remove(cap)
    return lines


def _is_beside(cap: Line, line: Line) -> bool:
    inside = cap.box.y0 - 0.3 * line.size <= line.middle <= cap.box.y1 - 0.1 * cap.size
    near = -0.2 * cap.size <= line.box.x0 - cap.box.x1 < 2.5 * line.size
    return inside and near and cap.size > _CAP * line.size


def _beside(cap: Line, line: Line, *, begins: bool) -> Line:
    box = replace(line.box, x0=cap.box.x0)
    if not begins:
        return replace(line, box=box)
    by = len(cap.text)
    notes = tuple(span.shift(by) for span in line.notes)
    return replace(line, box=box, text=cap.text + line.text, notes=notes, initial=by)
