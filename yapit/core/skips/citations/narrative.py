"""The year of an author who is part of the sentence: the `(2020)` of `Smith (2020) shows`."""

from __future__ import annotations

import re

from yapit.core.skips.citations.bibliography import Bibliography
from yapit.core.skips.citations.no_authors import NO_AUTHORS
from yapit.core.skips.citations.told import NAMES, is_told_as_author, is_told_as_title
from yapit.core.skips.citations.words import AFTER_COLLEAGUES
from yapit.core.skips.citations.years import YEARS, ends_well, is_date

_COLLEAGUES = re.compile(r"(?:et\.?\sal\.?|colleagues)['’]s?\Z")
_SEVERAL = re.compile(rf"{NAMES}\Z")
_QUOTED = ("”", '"', "’", "»")
"""After a quotation a year with a page is that of its source: `"the tyranny of the clock" (1983: 112)`."""

_ROUND_BEFORE = "1950"
"""Older years in square brackets are often an editor's."""

_BEFORE = 80
"""Characters before a year in brackets in which its author is looked for."""


def is_year_of_author(match: re.Match[str], bibliography: Bibliography) -> bool:
    """Whether nothing but years stands in the brackets, and their author before them."""
    inside = match[0][1:-1]
    years = YEARS.match(inside)
    if years is None or years["span"] or not ends_well(inside[years.end() :]):
        return False
    before = match.string[max(match.start() - _BEFORE, 0) : match.start()].rstrip()
    if before.endswith(_QUOTED) and len(inside) > years.end():
        return True
    if AFTER_COLLEAGUES.search(before) or _COLLEAGUES.search(before):
        return True
    words = [word.lstrip("([“\"'") or "-" for word in before.split()[-4:]]
    if not words or not _is_name(words[-1]):
        return False
    if bibliography.knows(" ".join(word for word in words[-3:] if word[0].isupper()), years[0]):
        return True
    if re.sub(r"['’]s?\Z", "", words[-1]).lower() in NO_AUTHORS:
        return False
    return _is_author(before, match, years, bibliography)


def _is_author(before: str, match: re.Match[str], years: re.Match[str], bibliography: Bibliography) -> bool:
    """Whether a name that is in no list is an author's."""
    is_placed = len(match[0]) - 2 > years.end()
    if _SEVERAL.search(before):
        return is_placed or not (bibliography.named or is_told_as_title(match.string, match.end()))
    if bibliography.named:
        return False
    if is_placed or not is_date(years) or is_told_as_author(before, match.string, match.end()):
        return True
    return match[0][0] == "[" and years[0] >= _ROUND_BEFORE


def _is_name(word: str) -> bool:
    return word[0].isupper() and word[-1] not in ".,;:!?" and len(word) > 1
