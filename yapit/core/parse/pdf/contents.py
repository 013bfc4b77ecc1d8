"""Tables of contents: entries that end in the number of a page, which nobody wants to hear."""

from __future__ import annotations

import re

from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.reading import Reading

_HEADING = re.compile(
    r"\W*(?:(?:table of )?contents|list of (?:figures|tables|illustrations|abbreviations)|"
    r"inhalt(?:sverzeichnis)?|table des matières|sommaire|índice(?: general)?|indice|sumário|"
    r"in(?:side)? this issue|in dieser ausgabe|dans ce numéro|en este número|"
    r"содержание|оглавление|目次|目录)\W*",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){5,}|(?:·\s?){5,}|…{2,}|_{5,}\s*\d+$")
_PAGE = re.compile(r"(?:\d{1,4}|[ivxlc]{1,6})$")


def is_contents_heading(text: str) -> bool:
    return _HEADING.fullmatch(text) is not None


def is_entry(line: Line, reading: Reading) -> bool:
    """With a row of dots anywhere; below the heading `Contents` with a number at the end or next to it."""
    if _LEADERS.search(line.text):
        return True
    if not reading.in_contents:
        return False
    after = reading.after
    return _PAGE.search(line.text) is not None or (after is not None and _belongs(line, after))


def _belongs(line: Line, after: Line) -> bool:
    ends = _PAGE.search(after.text) is not None or _LEADERS.search(after.text) is not None
    return ends and after.page == line.page and -0.5 * line.size < after.middle - line.middle < 2 * line.size
