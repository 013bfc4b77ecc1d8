"""What stands in parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yapit.core.document import Span

_LONGEST = 400
"""Characters: what is longer has lost its closing bracket."""

_BRACKET = re.compile(r"[()]")
_ENUMERATOR = re.compile(r"\((?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\)")
"""`(a)` and `(ii)` count what follows."""


def find_parentheses(text: str) -> Iterator[Span]:
    """Outermost pairs of round brackets that stand apart from the word before: not the `(s)` of `word(s)`.

    A bracket that is never closed, or closed too far away, hides no pair after it.
    """
    at = 0
    for span in sorted(_pairs(text)):
        if span.start < at or len(span) > _LONGEST:
            continue
        if _is_apart(text, span):
            yield span
        at = span.end


def _pairs(text: str) -> Iterator[Span]:
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "(":
            opened.append(match.start())
        elif opened:
            yield Span(opened.pop(), match.end())


def _is_apart(text: str, span: Span) -> bool:
    if _ENUMERATOR.fullmatch(text, span.start, span.end):
        return False
    return not text[span.start - 1 : span.start].isalnum()
