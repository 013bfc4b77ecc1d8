"""Notes at the foot of a page or column, and notes in its margin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yapit.core.parse.pdf.captions import CAPTION
from yapit.core.parse.pdf.columns import Column
from yapit.core.parse.pdf.measures import Measures
from yapit.core.parse.pdf.page import Line, Page

MARKED = re.compile(r"(?:\d{1,3}|[*∗†‡§¶#]{1,3})[.)]?\s*(?=[^\W\d_]|[\"“‘„«(])")
"""How a note begins."""

_ENTRY = re.compile(r"\[\d{1,3}\]|\d{1,3}\.\s")


def footnotes_of(lines: Sequence[Line], page: Page, measures: Measures) -> tuple[list[Line], bool]:
    """The smaller lines below the last line of running text of a column, if they are notes.

    `lines` are those of one column, without furniture. True where a stroke parts them from the text.
    """
    below = sorted(lines, key=lambda line: line.box.y0)
    first = len(below)
    while first and below[first - 1].size <= measures.body - 0.9:
        first -= 1
    ruled = _below_rule(below[first:], page, measures)
    if ruled is not None:
        return below[first + ruled :], True
    return below[_first_note(below, first, page, measures) :], False


def _first_note(lines: list[Line], first: int, page: Page, measures: Measures) -> int:
    """Where the notes begin among the small lines at the foot; the end if there are none."""
    small = lines[first:]
    if not small:
        return len(lines)
    if _ENTRY.match(small[0].text) and len(small) > 6:
        return len(lines)  # a list of works cited
    for index, line in enumerate(small):
        above = lines[first + index - 1] if first + index else None
        apart = above is None or line.box.y0 - above.box.y1 > 0.3 * measures.body
        low = line.box.y0 > (0.4 if MARKED.match(line.text) else 0.6) * page.height
        captioned = any(CAPTION.match(near.text) for near in small[index : index + 3])
        if apart and low and not captioned and (first + index or index):
            return first + index
    return len(lines)


def _below_rule(small: list[Line], page: Page, measures: Measures) -> int | None:
    """The first line under a short stroke that begins where the column does."""
    for index, line in enumerate(small):
        for rule in page.rules:
            near = -0.5 * measures.body < line.box.y0 - rule.y1 < 1.2 * measures.body
            begins = abs(rule.x0 - small[0].box.x0) < 1.8 * measures.body and rule.x1 < page.width * 0.75
            if near and begins and rule.y0 > 0.2 * page.height and not CAPTION.match(line.text):
                return index
    return None


_HANGING = re.compile(r"\W|\(?[\da-z]{1,3}[.)]?")


def margin_notes_of(page: Page, columns: tuple[Column, ...], measures: Measures) -> Iterator[Line]:
    """Lines wholly beside the columns, smaller or few; no bullet or number that hangs left of its item."""
    if not columns:
        return
    for line in page.lines:
        left = line.box.x1 < columns[0].x0 - 2
        right = line.box.x0 > columns[-1].x1 + 0.8 * measures.body
        small = line.size < measures.body + 0.5 if left else line.size < measures.body - 0.9
        if (left or right) and small and not _HANGING.fullmatch(line.text):
            yield line
