"""Citations by number or key: `[12]`, `[3, 5–7]`, `[Kop18, p. 4]`, `[@doe99]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yapit.core.document import Span
from yapit.core.skips.citations.among_words import BEFORE, is_among_words
from yapit.core.skips.citations.bibliography import Bibliography
from yapit.core.skips.citations.nouns import JOINED
from yapit.core.skips.citations.words import LEAD, is_locator

_NUMBER = r"[1-9]\d{0,2}"
_RANGE = re.compile(rf"({_NUMBER})(?:\s?[–—-]\s?({_NUMBER}))?")
_KEY = re.compile(
    r"[a-z]{0,3}[A-Z][A-Za-z]{1,10}\+?(?:19|20)?\d{2}[a-z]?\+?|[A-Z]{2,5}\+?\d{2}[a-z]?\+?|[A-Z]{2,4}[A-Za-z]?\+[a-z]"
)
_SQUARE = re.compile(r"\[([^\[\]]{1,120})\]")
_BETWEEN = re.compile(
    r"\s?[,;]\s?(?:and\s)?|\sand\s(?=\d)|(?<=\d)[:\s]\s?(?=(?:pp?\.|[Cc]h|[Ss]ec|[Ff]ig|S\.|Thm|Th|Lemma|§))"
)
_FILLED = re.compile(
    rf"\(\s?(?:{LEAD.pattern})?\[[^\[\]]{{1,120}}\]"
    rf"(?:(?:\s?[,;–—-]?\s?|,?\s(?:and|und|et|y)\s)(?:{LEAD.pattern})?\[[^\[\]]{{1,120}}\]){{0,12}}\s?\)",
    re.IGNORECASE,
)
"""`(see [3]; cf. [4])`."""

_PART = re.compile(r"\s?;\s(?P<lead>[^();]*)\Z")
_AT_KEY = r"[\w:.#$%&+?<>~/-]*[\d:_-][\w:.#$%&+?<>~/-]*"
_PLACE_IN_LISTED = re.compile(rf"{_NUMBER},\s[^\W\d_][^,;\[\]]{{2,40}}(?:,\s[^,;\[\]]{{1,30}}){{0,2}}")
_CITE_KEY = re.compile(rf"(?:[^@;\[\]]{{0,40}}(?<![\w.])-?@{_AT_KEY}[^@;\[\]]{{0,40}}(?:;|$))+")

_COUNTING = re.compile(
    r"(?:\A|[:,;]\s|\b(?:and|or|und|et|y)\s)(?P<bracket>\[(?P<number>\d{1,2})\])\s[^\W\dA-Z_]"
)
_NOTE = re.compile(r"(?<=[^\W\d_][.,;:!?”\"])(?:\[\d{1,3}\])*(?P<letter>\[[a-z]\])(?![\w(])")
"""A note of an encyclopaedia: `two wells.[a]`."""


def find_numbers(text: str, bibliography: Bibliography) -> Iterator[Span]:
    """In no particular order; those that fill a pair of round brackets, or the end of one, with it."""
    if "[" in text:
        for match in _square(text, bibliography):
            yield _with_part(text, Span(*match.span()))
        for match in _FILLED.finditer(text):
            if all(_is_square(square, bibliography) for square in _SQUARE.finditer(text, *match.span())):
                yield Span(*match.span())
        yield from (Span(*match.span("letter")) for match in _NOTE.finditer(text))


def _square(text: str, bibliography: Bibliography) -> Iterator[re.Match[str]]:
    """In order; one that an "and" joins to a citation is one, too."""
    counting = _counting(text)
    end = -1
    for match in _SQUARE.finditer(text):
        if match.start() in counting:
            continue
        is_joined = end > 0 and _has_number(match[1]) and JOINED.fullmatch(text, end, match.start())
        if is_joined or _is_square(match, bibliography):
            yield match
            end = match.end()


def _has_number(inside: str) -> bool:
    """One number, perhaps with the place in its source: `7, Th. 3`."""
    items = _items(inside)
    return len(items) == 1 and items[0].isdecimal()


def _counting(text: str) -> set[int]:
    """Where those begin that count parts of their sentence: `[1] red, [2] green`."""
    matches = list(_COUNTING.finditer(text))
    counts = [int(match["number"]) for match in matches]
    is_counting = len(counts) > 1 and counts == list(range(1, len(counts) + 1))
    return {match.start("bracket") for match in matches} if is_counting else set()


def _is_square(match: re.Match[str], bibliography: Bibliography) -> bool:
    inside = match[1]
    if "@" in inside:
        return _CITE_KEY.fullmatch(inside) is not None
    items = _items(inside)
    if not items:
        return False
    if all(_RANGE.fullmatch(item) for item in items):
        return bibliography.has_entries(_numbers(items)) and is_among_words(match, bibliography)
    if bibliography.has_numbers and _PLACE_IN_LISTED.fullmatch(inside):
        return bibliography.has_entries(_numbers(items[:1]))
    return all(
        item in bibliography.labels or _KEY.fullmatch(item) or _RANGE.fullmatch(item) for item in items
    )


def _items(inside: str) -> list[str]:
    """What is cited, without "see" and without the places in it; nothing where one is neither."""
    lead = LEAD.match(inside)
    first, *rest = _BETWEEN.split(inside[lead.end() if lead else 0 :].strip())
    return [first, *(item for item in rest if not is_locator(item))]


def _numbers(items: Iterable[str]) -> list[int]:
    return [int(number) for item in items for number in re.findall(r"\d+", item)]


def _with_part(text: str, span: Span) -> Span:
    """Of `(a word; see [3])` all that follows the word."""
    if text[span.end : span.end + 1] != ")":
        return span
    opening = _PART.search(text, max(span.start - BEFORE, 0), span.start)
    if opening is None or (opening["lead"] and not LEAD.fullmatch(opening["lead"])):
        return span
    return Span(opening.start(), span.end)
