"""Citations by author and page: `(Austen 24)`, `(qtd. in Marcus 5)`, and the page after a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yapit.core.document import Span
from yapit.core.skips.citations.bibliography import Bibliography
from yapit.core.skips.citations.names import Names, names_of
from yapit.core.skips.citations.no_authors import NO_AUTHORS, NOT_PAGED
from yapit.core.skips.citations.words import LEAD, is_locator

_PAGES = r"(?P<first>\d{1,4})(?:\s?[–-]\s?(?P<last>\d{1,4}))?(?:,\s?\d{1,4}(?:[–-]\d{1,4})?){0,6}"
_PAGED = re.compile(r"\([^()]{2,160}\)")
_SOURCE = re.compile(
    rf"(?P<names>[^\d,“\"]{{2,80}}?)(?P<title>,?\s(?:[“\"][^“”\"]{{2,80}}[”\"]|[^\W\d_a-z][^\d,]{{1,60}}?))?,?\s{_PAGES}"
)
_ALONE = re.compile(rf"(?<=[”\"’»]\s)\({_PAGES}\)(?=[.,;:]|\s|\Z)")
_PLACE_OF_QUOTE = re.compile(
    r"(?<=[”\"’»]\s)\((?:pp?\.|S\.|págs?\.|ch\.|line|lines|ll?\.|vv?\.|para\.|§)\s?\d[^()]{0,30}\)(?=[.,;:]|\s|\Z)"
)
_OPENED_BY = {"”": "“", '"': '"', "»": "«"}
_QUOTED = re.compile(r"[”\"»][^.!?]{0,60}\Z")
_ENDS_SENTENCE = re.compile(r"[.;]")
_PAGE_FIRST = re.compile(rf"{_PAGES}")
_LONG_QUOTE = 4
"""Words: a number after a shorter quotation may as well count it: `"the" (117)`."""

_LONGEST_QUOTE = 600
"""Characters before its end in which a quotation is looked for."""

_ENDS_CLAUSE = re.compile(r"[.,;:!?]|\Z|\s(?:and|but|or|while|yet|though|although|und|et|y)\b")


@dataclass(frozen=True, slots=True)
class _Place:
    names: Names
    is_known: bool
    is_range: bool
    is_quoted_within: bool
    has_title: bool


def find_pages(text: str, bibliography: Bibliography) -> Iterator[Span]:
    """In no particular order."""
    if "(" not in text:
        return
    yield from (Span(*match.span()) for match in _PLACE_OF_QUOTE.finditer(text))
    if bibliography.labels:
        return
    for match in _PAGED.finditer(text):
        if _ENDS_CLAUSE.match(text, match.end()) and _is_cited(match, bibliography):
            yield Span(*match.span())
    for match in _ALONE.finditer(text):
        if bibliography.has_pages or _follows_long_quote(match):
            yield Span(*match.span())


def _follows_long_quote(match: re.Match[str]) -> bool:
    """Whether a sentence or more is quoted before a page that stands alone."""
    text, end = match.string, match.start() - 2
    if text[end] not in _OPENED_BY or not _ENDS_SENTENCE.match(text, match.end()):
        return False
    start = text.rfind(_OPENED_BY[text[end]], max(end - _LONGEST_QUOTE, 0), end)
    return start >= 0 and len(text[start:end].split()) >= _LONG_QUOTE


def _is_cited(match: re.Match[str], bibliography: Bibliography) -> bool:
    parts = [part.strip() for part in match[0][1:-1].split(";")]
    if _PAGE_FIRST.fullmatch(parts[0]) and match.string[match.start() - 2 : match.start() - 1] in _OPENED_BY:
        del parts[0]
    places = [_place(part, bibliography) for part in parts if not is_locator(part)]
    sources = [place for place in places if place is not None]
    if not sources or len(sources) < len(places):
        return False
    if bibliography.authors:
        return all(place.is_known for place in sources)
    return len(sources) > 1 or _is_sure(sources[0], match)


def _place(part: str, bibliography: Bibliography) -> _Place | None:
    lead = LEAD.match(part)
    source = _SOURCE.fullmatch(part, lead.end() if lead else 0)
    if source is None:
        return None
    names = names_of(source["names"])
    if names is None or set(names.words) & (NOT_PAGED | NO_AUTHORS):
        return None
    if source["names"].isupper() and not set(names.words) & bibliography.authors:
        return None  # a statistic or a device: `(IQR 55–72)`
    if not (names.is_several or len(names.words) == 1 or names.words[0] in bibliography.authors):
        return None
    return _Place(
        names,
        is_known=any(word in bibliography.authors for word in names.words),
        is_range=_is_range(source["first"], source["last"] or ""),
        is_quoted_within=lead is not None and lead[0].lower().startswith(("qtd", "quoted", "cited")),
        has_title=(source["title"] or "").strip(" ,").startswith(("“", '"')),
    )


def _is_range(first: str, last: str) -> bool:
    """Pages, and no score: `158–59`, `88–91`."""
    if len(last) < 2 or len(last) > len(first):
        return len(last) > len(first) > 1
    return int(first[: len(first) - len(last)] + last) > int(first)


def _is_sure(place: _Place, match: re.Match[str]) -> bool:
    """Without a list to look into, a name and a number may as well be a train and its number."""
    if place.names.is_several or place.is_range or place.is_quoted_within or place.has_title:
        return True
    before = max(match.start() - 80, 0), match.start()
    return _QUOTED.search(match.string, *before) is not None
