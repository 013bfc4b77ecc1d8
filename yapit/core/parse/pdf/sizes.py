"""How large the letters of scanned lines are: by how wide their text runs, the same all over a document."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from yapit.core.parse.pdf.page import Line, Page

_BODY_WITHIN = 0.1
"""Of the body's size. Estimates of lines of one size differ by 2 or 3 %; notes are 15 to 20 % smaller."""

_PADDING = 0.5
"""Of a box's height: the white that a detector leaves at both ends of a line together."""

_SHORT, _SHORTER = 12, 6
"""Characters. A short line may be a heading, but is never smaller than that above; the shortest are alike."""

_HEADING_LINES = 2
"""What looks larger for more lines is set in a wider face, such as that of code."""

_TEXT = re.compile(r"^(?:[•‣◦▪●*–]|\[\d+\])|\w-$")

_NARROW = frozenset("iljtfrI.,;:'|!()[]-’‘`")
_WIDE = frozenset("mwMW—%@")


_FEW_LINES = 10
"""A page with fewer tells little about the size of the running text."""


def settled(pages: Sequence[Page], body: float = 0.0) -> list[Page]:
    """The pages; those that were recognized with equal sizes for lines that look alike.

    `body` is the size of the document's running text, where it is known: what most letters on these pages
    have is taken to be of that size.
    """
    lines = [line for page in pages if page.recognized for line in _estimated(page.lines)]
    if not lines:
        return list(pages)
    own = _body(lines)
    if body and len(lines) >= _FEW_LINES:
        lines = [replace(line, size=line.size * body / own) for line in lines]
    body = body or own
    large = _clusters([line.size for line in lines], body)
    lines = list(_with_runs(list(_without_stretched(lines, body)), body))
    by_page = {number: tuple(page) for number, page in groupby(lines, key=lambda line: line.page)}
    return [
        replace(page, lines=tuple(_rounded(line, body, large) for line in by_page.get(page.number, ())))
        if page.recognized
        else page
        for page in pages
    ]


def _estimated(lines: Iterable[Line]) -> Iterator[Line]:
    above: Line | None = None
    for line in lines:
        size = _size(line)
        if above is not None and len(line.text) < _SHORT:
            size = above.size if len(line.text) < _SHORTER else max(size, above.size)
        above = replace(line, size=size)
        yield above


def _size(line: Line) -> float:
    width = line.width - _PADDING * (line.box.y1 - line.box.y0)
    return max(width, 1.0) / sum(map(_advance, line.text))


def _advance(character: str) -> float:
    """The width of a character in a common face, in sizes of it."""
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return 1.0
    if character.isspace():
        return 0.28
    if character in _NARROW:
        return 0.31
    if character in _WIDE:
        return 0.8
    return 0.67 if character.isupper() else 0.5


def _body(lines: list[Line]) -> float:
    """The size of most letters, to the nearest half point."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size * 4) / 4] += len(line.text)
    half, seen = sum(letters.values()) / 2, 0
    for size in sorted(letters):
        seen += letters[size]
        if seen >= half:
            return max(round(size * 2) / 2, 0.5)
    return 0.5


def _clusters(sizes: list[float], body: float) -> list[float]:
    """The sizes that differ from the body's and from each other."""
    found: list[float] = []
    for size in sorted(sizes):
        if not _is(size, body) and not (found and _is(size, found[-1])):
            found.append(size)
    return found


def _is(size: float, other: float) -> bool:
    return abs(size - other) <= _BODY_WITHIN * other


def _with_runs(lines: list[Line], body: float) -> Iterator[Line]:
    """Lines that look larger for another reason than their size, at the body's."""
    for larger, run in groupby(lines, key=lambda line: line.size > (1 + _BODY_WITHIN) * body):
        members = list(run)
        wider_face = len(members) > _HEADING_LINES and max(line.size for line in members) < 1.5 * body
        if larger and wider_face:
            members = [replace(line, size=body) for line in members]
        yield from members


def _without_stretched(lines: list[Line], body: float) -> Iterator[Line]:
    """Lines of a paragraph that were spaced out to fill their measure, at the body's size.

    They end where the line above or below ends, one line away, in a broken word, or begin an item; headings
    do none of that.
    """
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        larger = (1 + _BODY_WITHIN) * body < line.size < 2 * body
        filled = any(other is not None and _ends_alike(line, other) for other in (before, after))
        text = filled or _TEXT.search(line.text) is not None
        yield replace(line, size=body) if larger and text else line


def _ends_alike(line: Line, other: Line) -> bool:
    near = abs(line.middle - other.middle) < 2 * (line.box.y1 - line.box.y0)
    return near and line.page == other.page and abs(line.box.x1 - other.box.x1) < 0.03 * line.width


def _rounded(line: Line, body: float, others: list[float]) -> Line:
    if _is(line.size, body):
        return replace(line, size=body)
    nearest = next((size for size in others if _is(line.size, size)), line.size)
    return replace(line, size=max(round(nearest * 2) / 2, 0.5))
