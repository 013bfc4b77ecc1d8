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
    """Outermost pairs of round brackets that stand apart from the word before: not the `(s)` of `word(s)`."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "(":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            span = Span(start, match.end())
            if not opened and _is_apart(text, span):
                yield span


def _is_apart(text: str, span: Span) -> bool:
    if len(span) > _LONGEST or _ENUMERATOR.fullmatch(text, span.start, span.end):
        return False
    return not text[span.start - 1 : span.start].isalnum()
