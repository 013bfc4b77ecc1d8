"""Citations by author and year: `(Smith, 2020; see also Jones 1998, 45)`, and the year of `Smith (2020)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from yapit.core.document import Span
from yapit.core.skips.citations.bibliography import Bibliography
from yapit.core.skips.citations.names import Names, names_of
from yapit.core.skips.citations.narrative import is_year_of_author
from yapit.core.skips.citations.words import (
    IBIDEM,
    LEAD,
    UNPUBLISHED,
    VIA,
    WEAK_LEAD,
    is_aside,
)
from yapit.core.skips.citations.years import DATE_BEFORE, HINT, YEARS, ends_well, is_date

_PARENTHESIS = re.compile(r"\([^()]{4,400}\)")
_NESTED = re.compile(r"\((?:[^()]{2,120}\s\((?:1[5-9]|20)\d{2}[a-z]?(?:,\s[^()]{1,20})?\)){1,6}[^()]{0,30}\)")
"""`(see Munro (1990) and Lee (1995))`."""

_BRACKETED = re.compile(r"\[[^\[\]]{4,300}\]")
_PART = re.compile(r"[^;]+")
_AFTER_A_YEAR = re.compile(
    r"(?:(?<=\d)|(?<=\d[a-z]))\s?(?:,|,?\s(?:and|with|&|und|et|y|e))\s(?=(?:(?:see|but)\s){0,2}[^\W\d_a-z])"
)
_TITLE = re.compile(r"[“\"][^“”\"]{3,100},[”\"]\s|[“\"][^“”\"]{3,100}[”\"],\s(?=n\.)")
"""What stands for the author where none is known."""

_SAME_AUTHOR = re.compile(r"(?:ders|dies|id|eadem)\.?,?\s")
_SHORT_FORMS_FROM = "1970"
"""Before, a short form with a year is rather an event than a report: `(NATO, 1949)`."""


@dataclass(frozen=True, slots=True)
class _Source:
    """One source within brackets: `see also Jones 1998, 45`."""

    names: Names | None
    """None where only a year is left, as in the second part of `(Smith, 2019; 2020)`."""

    is_sure: bool
    """It is a citation whatever stands beside it."""


def find_author_years(text: str, bibliography: Bibliography) -> Iterator[Span]:
    """In no particular order."""
    if "(" not in text and "[" not in text:
        return
    for match in _NESTED.finditer(text):
        if _is_cited_as_a_whole(re.sub(r"[()]", " ", match[0][1:-1]), bibliography):
            yield Span(*match.span())
    for pattern in (_PARENTHESIS, _BRACKETED):
        for match in pattern.finditer(text):
            if not HINT.search(match[0]):
                continue
            if is_year_of_author(match, bibliography):
                yield Span(*match.span())
            else:
                yield from _cited_within(match, bibliography)


def _is_cited_as_a_whole(inside: str, bibliography: Bibliography) -> bool:
    sources = [_read(re.sub(r"\s+", " ", part).strip(), bibliography) for part in inside.split(";")]
    return all(sources) and _is_credible([source for source in sources if source], bibliography)


def _cited_within(match: re.Match[str], bibliography: Bibliography) -> Iterator[Span]:
    """All of the brackets, or those parts between semicolons that cite."""
    inside = match[0][1:-1]
    parts = [Span(*part.span()) for part in _PART.finditer(inside)]
    sources = [_read(part.of(inside).strip(), bibliography) for part in parts]
    if all(sources) and _is_credible([source for source in sources if source], bibliography):
        yield Span(*match.span())
        return
    citing = zip(parts, sources, strict=True)
    for is_sure, run in groupby(citing, key=lambda pair: pair[1] is not None and pair[1].is_sure):
        spans = [part for part, _ in run]
        if is_sure:
            start, end = spans[0].start, spans[-1].end
            span = Span(start - 1, end) if start else Span(0, end + 1)
            yield span.shift(match.start() + 1)  # with the semicolon that would be left over


def _is_credible(sources: list[_Source], bibliography: Bibliography) -> bool:
    """One sure source, or several that may be some."""
    if any(source.is_sure for source in sources):
        return True
    authors = [source for source in sources if source.names is not None and source.names.is_possible]
    return len(authors) > 1 and not bibliography.named


def _read(part: str, bibliography: Bibliography) -> _Source | None:
    """What a part between semicolons cites; None where it is anything else."""
    lead = LEAD.match(part)
    if IBIDEM.fullmatch(part, lead.end() if lead else 0) or UNPUBLISHED.search(part):
        return _Source(None, is_sure=True)
    if is_aside(part):
        return _Source(None, is_sure=False)
    return _read_plain(part, bibliography) or _read_several(part, bibliography)


def _read_several(part: str, bibliography: Bibliography) -> _Source | None:
    """`Holt, cited in Grant, 2013` and `Lorenz 1963, Hénon 1976`."""
    author, *via = VIA.split(part, maxsplit=1)
    if via and (names_of(author) or _read_plain(author, bibliography)):
        found = _read_plain(via[0], bibliography)
        return found and _Source(found.names, is_sure=True)
    pieces = _AFTER_A_YEAR.split(part)
    sources = [_read_plain(piece, bibliography) for piece in pieces]
    if len(pieces) == 1 or not all(source and source.names for source in sources):
        return None
    return _Source(None, _is_credible([source for source in sources if source], bibliography))


def _read_plain(part: str, bibliography: Bibliography) -> _Source | None:
    """A source with at most one author or group of authors: a lead, names, years, a place in it."""
    lead = LEAD.match(part)
    begun = lead or WEAK_LEAD.match(part)
    rest = part[begun.end() :] if begun else part
    years = YEARS.search(rest)
    if years is None or not ends_well(rest[years.end() :]):
        return None
    before = rest[: years.start()]
    if not before or _SAME_AUTHOR.fullmatch(before):
        return _Source(None, is_sure=False)
    if _TITLE.fullmatch(before):
        return _Source(None, is_sure=True)
    paper = DATE_BEFORE.search(before)
    names = names_of(before[: paper.start()] if paper else before.rstrip(" ,"))
    if names is None:
        known = before[-1] in " ," and bibliography.knows_all(before, years[0])
        return _Source(None, is_sure=True) if known else None
    if paper and names and not names.is_body:
        return None
    is_placed = lead is not None or bool(rest[years.end() :].strip()) or paper is not None
    return _Source(names, _is_sure(names, before, years, bibliography, is_placed=is_placed))


def _is_sure(
    names: Names, before: str, years: re.Match[str], bibliography: Bibliography, *, is_placed: bool
) -> bool:
    """A name and a year may as well be a place and a date: `(Paris, 1998)`."""
    if bibliography.knows(before, years[0]):
        return True
    if not is_date(years):
        return True
    if not names.is_possible or years["span"]:
        return False
    if names.is_several:
        return True
    if bibliography.named:
        is_listed = names.is_surname and names.words[0] in bibliography.authors
        return is_listed or (names.is_body and not names.is_short and before.rstrip().endswith(","))
    if names.is_short and years[0] < _SHORT_FORMS_FROM:
        return False
    is_full = is_placed or bibliography.has_years or before.rstrip().endswith(",")
    return names.is_surname or names.is_body or (is_full and names.is_double)
