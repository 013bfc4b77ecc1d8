"""Citations by author and year: `(Smith, 2020; see also Jones 1998, 45)`, and the year of `Smith (2020)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from yapit.core.document import Span
from yapit.core.skips.citations.bibliography import Bibliography
from yapit.core.skips.citations.names import Names, names_of
from yapit.core.skips.citations.words import (
    ACCORDING,
    AFTER_COLLEAGUES,
    IBIDEM,
    LEAD,
    NO_AUTHORS,
    REPORTS,
    TAIL,
    UNPUBLISHED,
    VIA,
    WEAK_LEAD,
    is_place_in_source,
)

_DIGITS = r"(?:1[5-9]|20)\d{2}"
_UNDATED = (
    r"n\.\s?d\.|o\.\s?J\.|s\.\s?f\.|in\spress|im\sDruck|forthcoming|to\sappear|submitted|unpublished|"
    r"in\spreparation"
)
_YEAR = rf"(?:{_DIGITS}[a-z]?|{_UNDATED})"
_YEARS = re.compile(
    rf"(?P<first>\[{_DIGITS}\]\s?|{_DIGITS}/)?(?<!\d){_YEAR}(?!\d)(?P<span>[–-](?:\d{{4}}|\d{{2}})\b)?"
    rf"(?:[,;]\s?(?:{_YEAR}(?!\d)|[a-z](?![\w.]))){{0,8}}"
)
_HINT = re.compile(rf"{_DIGITS}|{_UNDATED}|ibid|ebd|ebenda|cit\.|[íi]dem|pers", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\([^()]{4,400}\)")
_BRACKETED = re.compile(r"\[[^\[\]]{4,300}\]")
_PART = re.compile(r"[^;]+")
_AFTER_A_YEAR = re.compile(r"(?<=\d),\s(?=[^\W\d_a-z])|(?<=\d[a-z]),\s(?=[^\W\d_a-z])")
_SAME_AUTHOR = re.compile(r"(?:ders|dies|id|eadem)\.?,?\s")
_AND = frozenset(("and", "&", "und", "et", "y", "e"))
_BEFORE = 80
"""Characters before a year in brackets in which its author is looked for."""


@dataclass(frozen=True, slots=True)
class _Source:
    """One source within brackets: `see also Jones 1998, 45`."""

    names: Names | None
    """None where only a year is left, as in the second part of `(Smith, 2019; 2020)`."""

    is_sure: bool
    """It is a citation whatever stands beside it."""


def find_author_years(text: str, bibliography: Bibliography) -> Iterator[Span]:
    """In no particular order."""
    if ("(" not in text and "[" not in text) or not _HINT.search(text):
        return
    for pattern in (_PARENTHESIS, _BRACKETED):
        for match in pattern.finditer(text):
            if not _HINT.search(match[0]):
                continue
            if _is_year_of_author(match, bibliography):
                yield Span(*match.span())
            else:
                yield from _cited_within(match, bibliography)


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
    if IBIDEM.fullmatch(part) or UNPUBLISHED.search(part):
        return _Source(None, is_sure=True)
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
    years = _YEARS.search(rest)
    if years is None or not _ends_well(rest[years.end() :]):
        return None
    before = rest[: years.start()]
    if not before or _SAME_AUTHOR.fullmatch(before):
        return _Source(None, is_sure=False)
    names = names_of(before.rstrip(" ,"))
    if names is None:
        known = before[-1] in " ," and bibliography.knows_all(before, years[0])
        return _Source(None, is_sure=True) if known else None
    is_placed = lead is not None or bool(rest[years.end() :].strip())
    return _Source(names, _is_sure(names, before, years, bibliography, is_placed=is_placed))


def _ends_well(after: str) -> bool:
    """Nothing follows the year but a place in the source, or that it has references, too."""
    after = TAIL.sub("", after, count=1)
    return not after or (after[0] in ",:" and is_place_in_source(after[1:].strip()))


def _is_sure(
    names: Names, before: str, years: re.Match[str], bibliography: Bibliography, *, is_placed: bool
) -> bool:
    """A name and a year may as well be a place and a date: `(Paris, 1998)`."""
    if bibliography.knows(before, years[0]):
        return True
    if not names.is_possible or years["span"]:
        return False
    if names.is_several or years["first"] or not years[0][:4].isdecimal() or years[0][-1].isalpha():
        return True
    if bibliography.named:
        return False
    if is_placed:
        return names.is_surname or names.is_body
    has_comma = before.rstrip().endswith(",")
    return (has_comma or bibliography.has_years) and (names.is_surname or names.is_body)


def _is_year_of_author(match: re.Match[str], bibliography: Bibliography) -> bool:
    """Whether nothing but years stands in the brackets, and their author before them."""
    inside = match[0][1:-1]
    years = _YEARS.match(inside)
    if years is None or years["span"] or not _ends_well(inside[years.end() :]):
        return False
    before = match.string[max(match.start() - _BEFORE, 0) : match.start()].rstrip()
    if AFTER_COLLEAGUES.search(before) or re.search(r"(?:et\.?\sal\.?|colleagues)['’]s?\Z", before):
        return True
    words = [word.lstrip("([“\"'") or "-" for word in before.split()[-4:]]
    if not words or not _is_name(words[-1]):
        return False
    if bibliography.knows(" ".join(word for word in words[-3:] if word[0].isupper()), years[0]):
        return True
    if re.sub(r"['’]s?\Z", "", words[-1]).lower() in NO_AUTHORS:
        return False
    if len(words) > 2 and words[-2] in _AND and _is_name(words[-3]):
        return not bibliography.named or bool(inside[years.end() :])
    if match[0][0] == "[" or bibliography.named:
        return False
    is_placed = len(inside) > years.end()
    return is_placed or _is_told_as_author(before, match.string, match.end())


def _is_told_as_author(before: str, text: str, after: int) -> bool:
    """Without a list to look into: by what is his, by a word before his name, or by what he does."""
    is_owner = before.endswith(("'s", "’s", "s'", "s’"))
    return is_owner or ACCORDING.search(before) is not None or REPORTS.match(text, after) is not None


def _is_name(word: str) -> bool:
    return word[0].isupper() and word[-1] not in ".,;:!?" and len(word) > 1
