"""Citations by number or key: `[12]`, `[3, 5–7]`, `[Kop18, p. 4]`, `(refs. 2,3)`, `[@doe99]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yapit.core.document import Span
from yapit.core.skips.citations.bibliography import Bibliography
from yapit.core.skips.citations.words import AFTER_COLLEAGUES, LEAD, is_locator

_NUMBER = r"[1-9]\d{0,2}"
_RANGE = re.compile(rf"({_NUMBER})(?:\s?[–—-]\s?({_NUMBER}))?")
_KEY = re.compile(
    r"[a-z]{0,3}[A-Z][A-Za-z]{1,10}\+?(?:19|20)?\d{2}[a-z]?\+?|[A-Z]{2,5}\+?\d{2}[a-z]?\+?|[A-Z]{2,4}[A-Za-z]?\+[a-z]"
)
_SQUARE = re.compile(r"\[([^\[\]]{1,120})\]")
_FILLED = re.compile(
    rf"\(\s?(?:{LEAD.pattern})?\[[^\[\]]{{1,120}}\]"
    rf"(?:(?:\s?[,;–—-]?\s?|,?\s(?:and|und|et|y)\s)(?:{LEAD.pattern})?\[[^\[\]]{{1,120}}\]){{0,12}}\s?\)",
    re.IGNORECASE,
)
"""`(see [3]; cf. [4])`."""

_PART = re.compile(r"\s?;\s(?P<lead>[^();]*)\Z")
_ROUND = re.compile(
    rf"\((?:(refs?\.?|references?|réfs?\.)\s)?({_NUMBER}(?:\s?[,–-]\s?{_NUMBER}){{0,15}})\)", re.IGNORECASE
)
_AT_KEY = r"[\w:.#$%&+?<>~/-]*\d[\w:.#$%&+?<>~/-]*"
_CITE_KEY = re.compile(rf"(?:[^@;\[\]]{{0,40}}(?<![\w.])-?@{_AT_KEY}[^@;\[\]]{{0,40}}(?:;|$))+")

_COUNTED_WORDS = """
    range ranges interval intervals list lists array arrays vector vectors code codes bit bits set sets index
    indices element elements segment segments domain domains scale scales tuple tuples pair pairs matrix shape
    tensor sequence value values register point points box window band plane direction axis key
    Intervall Liste Feld intervalle liste intervalo lista
"""
_COUNTED = re.compile(rf"\b(?:{'|'.join(map(re.escape, _COUNTED_WORDS.split()))})\s\Z", re.IGNORECASE)
"""Words after which several numbers in brackets are what they say: `the range [1, 5]`."""

_CALLED = re.compile(r"\b(?:references?|refs?\.|eqs?\.|equations?|figs?\.|secs?\.|tab\.)\s\Z", re.IGNORECASE)
"""Words that are said with the number: `Reference [5]`."""

_IDENTIFIER = re.compile(r"(?:(?<![^\W_])\w|\w[._]\w+|\[)\Z")
_ENDS_CLAUSE = re.compile(r"\s?(?:[.,;:)](?!\w)|[–—-]\s?\[|\Z)")
_CLAUSE_FOLLOWS = re.compile(r"\s(?:and|but|or|while|whereas|although|which|und|aber|et|mais|y|pero)\b")
_PLAIN_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{2,}|[.,;)\]”\"]|\]\s?[–—-])\s?\Z")
_POINTING = re.compile(
    r"\b(?:in|by|of|from|to|see|with|than|following|cf\.|siehe|vgl\.|bei|nach|von|voir|dans|selon|par|véase|"
    r"según|por)\s\Z",
    re.IGNORECASE,
)
_BEFORE = 40
"""Characters before a bracket that are looked at."""


def find_numbers(text: str, bibliography: Bibliography) -> Iterator[Span]:
    """In no particular order; those that fill a pair of round brackets, or the end of one, with it."""
    if "[" in text:
        for match in _SQUARE.finditer(text):
            if _is_square(match, bibliography):
                yield _with_part(text, Span(*match.span()))
        for match in _FILLED.finditer(text):
            if all(_is_square(square, bibliography) for square in _SQUARE.finditer(text, *match.span())):
                yield Span(*match.span())
    if "(" in text:
        yield from (Span(*match.span()) for match in _ROUND.finditer(text) if _is_round(match, bibliography))


def _is_square(match: re.Match[str], bibliography: Bibliography) -> bool:
    inside = match[1]
    if "@" in inside:
        return _CITE_KEY.fullmatch(inside) is not None
    items = _items(inside)
    if not items:
        return False
    if all(_RANGE.fullmatch(item) for item in items):
        return _are_listed(_numbers(items), bibliography) and _is_among_words(match, bibliography)
    return all(
        item in bibliography.labels or _KEY.fullmatch(item) or _RANGE.fullmatch(item) for item in items
    )


def _items(inside: str) -> list[str]:
    """What is cited, without "see" and without the places in it; nothing where one is neither."""
    lead = LEAD.match(inside)
    first, *rest = re.split(r"\s?[,;]\s?", inside[lead.end() if lead else 0 :].strip())
    return [first, *(item for item in rest if not is_locator(item))]


def _numbers(items: Iterable[str]) -> list[int]:
    return [int(number) for item in items for number in re.findall(r"\d+", item)]


def _are_listed(numbers: Iterable[int], bibliography: Bibliography) -> bool:
    """Not beyond the list; some entries may have been missed when it was read."""
    return not bibliography.count or max(numbers) <= bibliography.count * 1.1 + 2


def _is_among_words(match: re.Match[str], bibliography: Bibliography) -> bool:
    """Not the `[3]` of `a[3]` or of `the interval [3, 5]`; a lone one stands where citations do."""
    before = match.string[max(match.start() - _BEFORE, 0) : match.start()]
    if _IDENTIFIER.search(before) or match.string.startswith("]", match.end()) or _CALLED.search(before):
        return False
    is_several = not match[1].isdecimal()
    if (is_several or not bibliography.has_numbers) and _COUNTED.search(before):
        return False
    if bibliography.has_numbers:
        return True
    if bibliography.labels or not _PLAIN_WORD_BEFORE.search(before):
        return False
    if _POINTING.search(before) or AFTER_COLLEAGUES.search(before):
        return True
    return _stands_at_end(match, is_several=is_several)


def _stands_at_end(match: re.Match[str], *, is_several: bool) -> bool:
    """Whether a clause ends with it."""
    after = match.string, match.end()
    return bool(_ENDS_CLAUSE.match(*after) or (is_several and _CLAUSE_FOLLOWS.match(*after)))


def _is_round(match: re.Match[str], bibliography: Bibliography) -> bool:
    """Never the `(3)` of `Equation (3)`, nor the `(1)` that counts what follows."""
    if match[1]:
        return True
    if not bibliography.has_round_numbers or not _are_listed(_numbers([match[2]]), bibliography):
        return False
    before = match.string[max(match.start() - _BEFORE, 0) : match.start()]
    if AFTER_COLLEAGUES.search(before):
        return True
    stands = re.search(r"[^\W\d_A-Z][^\W\d_]\s\Z", before) and not _POINTING.search(before)
    return bool(stands) and _stands_at_end(match, is_several=True)


def _with_part(text: str, span: Span) -> Span:
    """Of `(a word; see [3])` all that follows the word."""
    if text[span.end : span.end + 1] != ")":
        return span
    opening = _PART.search(text, max(span.start - _BEFORE, 0), span.start)
    if opening is None or (opening["lead"] and not LEAD.fullmatch(opening["lead"])):
        return span
    return Span(opening.start(), span.end)
