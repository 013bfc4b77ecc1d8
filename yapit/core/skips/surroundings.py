"""What would be left over around a skip: a space, a comma, a pair of brackets with nothing in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yapit.core.document import Span

_HIDDEN = "\0"
_EMPTIED = re.compile(r"[(\[][\0\s,;:–—-]+[)\]]")
_CLOSING = (".", ",", ";", ":", "!", "?", ")", "]")


def with_spaces(body: str, span: Span) -> Span:
    """With the space that would be left over: "as shown [3]." becomes "as shown."."""
    start, end = span.start, span.end
    if body[end : end + 1].isspace() and _needs_no_space(body, start, end):
        end += 1
    if body[start - 1 : start].isspace() and not body[end : end + 1].isalnum():
        start -= 1
    if body[start - 1 : start] == "." == body[end : end + 1]:
        start -= 1  # "Rao et al. [6]." ends with one full stop
    if body.startswith((")", "]"), end) and body[start - 1 : start] in (",", ";"):
        start -= 1
    return Span(start, end)


def _needs_no_space(body: str, start: int, end: int) -> bool:
    return not start or body[start - 1] in "([" or body.startswith(_CLOSING, end + 1)


def in_brackets(body: str, span: Span) -> Span:
    """With the brackets that hold nothing else: `[3]` for the `3` of it."""
    around = body[span.start - 1 : span.start] + body[span.end : span.end + 1]
    return Span(span.start - 1, span.end + 1) if around in ("[]", "()") else span


def emptied_brackets(body: str, skipped: Iterable[Span]) -> list[Span]:
    """Pairs of brackets of which nothing but punctuation is spoken."""
    parts, at = [], 0
    for span in sorted(skipped):
        start, end = max(span.start, at), max(span.end, at)
        parts += [body[at:start], _HIDDEN * (end - start)]
        at = end
    left = "".join([*parts, body[at:]])
    return [Span(*match.span()) for match in _EMPTIED.finditer(left) if _HIDDEN in match[0]]
