"""A long Markdown text cut before headings into parts that can be read one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WHOLE = 120_000
"""Characters: what has no more is read in one go."""

_FIRST, _MOST = 40_000, 200_000
"""Characters of the first part of other texts, and of the others; a part goes on to the next heading."""

_HEADING = re.compile(r"(?<=\n)\r?\n(?=#{1,6} )|(?<=\n\r\n)(?=#{1,6} )")
_OPENS_OR_CLOSES = re.compile(
    r"^ {0,12}(?:```[^`\n]*$|~~~)|<!--|-->|</?(?:pre|script|style|textarea)\b", re.M | re.I
)
_NOTE = re.compile(r"\[\^|\^\[")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S.*$", re.M)


def sections(text: str) -> Iterator[str]:
    """The parts of a text, in order; one where it is short, or has notes, which stand anywhere."""
    at, size = 0, _FIRST
    grows = len(text) > _WHOLE and _NOTE.search(text) is None
    while grows and (cut := _cut(text, at, size)):
        yield text[at:cut]
        at, size = cut, min(2 * size, _MOST)
    yield text[at:]


def definitions(text: str) -> str:
    """The lines that say where links lead: they stand anywhere, too, and all parts need them."""
    return "\n".join(_DEFINITION.findall(text))


def _cut(text: str, at: int, size: int) -> int:
    """Where a heading stands in the text itself, not in a program or a comment; 0 where none does."""
    seen, is_open = at, False
    for heading in _HEADING.finditer(text, at + size):
        passed = sum(1 for _ in _OPENS_OR_CLOSES.finditer(text, seen, heading.end()))
        is_open = is_open != (passed % 2 == 1)
        seen = heading.end()
        if not is_open:
            return seen
    return 0
