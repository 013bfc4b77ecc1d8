"""Citations that their sentence needs: the `[12]` of "as shown in [12]", the `[4]` of "[4] shows that"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yapit.core.document import Span

_LEANING_WORDS = """
    in by of from to see with than following per via and or as is are against on at into compare
     between both
    von nach aus bei mit und siehe laut dans de par selon avec voir et chez en por según con ver véase y
    di da vedi secondo em segundo
"""
_LEANING = re.compile(
    rf"(?<![^\s(])(?:{'|'.join(_LEANING_WORDS.split())}|cf\.|vgl\.|e\.g\.,?)\s\Z", re.IGNORECASE
)
"""A word that needs another after it."""

_BEGINNING = re.compile(r"(?:\A|(?<!\sal)[.!?:][”\")]?\s)(?:[^\W\d_a-z]\w*(?:\s[^\W\dA-Z_]\w*){0,3},\s)?\Z")
"""The beginning of a sentence, or a few words and a comma there: `For example, [4] notes`."""

_GOES_ON = re.compile(r"\s[^\W\dA-Z_]{2,}")
JOINED = re.compile(r"\s?[,;–—-]?\s?|,?\s(?:and|or|und|oder|et|ou|y|e)\s")
_BEFORE = 60
"""Characters before a citation that are looked at."""


def joined(text: str, citations: Sequence[Span]) -> list[Span]:
    """With those made one that only a comma or an "and" stands between: `[1] and [4]`."""
    found: list[Span] = []
    for span in citations:
        last = found[-1] if found else None
        if last and _is_bracket(text, last, span) and JOINED.fullmatch(text, last.end, span.start):
            found[-1] = Span(last.start, span.end)
        else:
            found.append(span)
    return found


def nouns(text: str, citations: Sequence[Span]) -> Iterator[Span]:
    """Those of the citations of a block that are part of their sentence, in order."""
    return (span for span in citations if text[span.start] in "[(" and _is_noun(text, span))


def _is_bracket(text: str, one: Span, other: Span) -> bool:
    return text[one.start] == text[other.start] == "[" and text[one.end - 1] == "]"


def _is_noun(text: str, span: Span) -> bool:
    before = max(span.start - _BEFORE, 0), span.start
    if _LEANING.search(text, *before):
        return True
    return bool(_BEGINNING.search(text, *before) and _GOES_ON.match(text, span.end))
