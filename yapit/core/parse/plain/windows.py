"""A long text cut into parts that can be read one after another, each where a paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WHOLE = 250_000
"""Characters: what has no more is read in one go, in some hundredths of a second."""

_FIRST, _MOST = 100_000, 400_000
"""Characters of the first part of other texts, and of the largest."""

_SLACK = 50_000
"""Characters in which a good place to cut is looked for."""

_LINE_END = r"(?:\r\n|[\n\r\v\x85\u2028\u2029])"
_BLANK = rf"{_LINE_END}(?:[ \t]{{0,80}}{_LINE_END}){{1,8}}"
# The end of a page, of a sentence before a blank line and more text, of a block, of a line.
_PLACES = tuple(
    map(
        re.compile,
        (
            r"\f",
            rf"[.!?:…。！？]['\"”’)\]_*]{{0,4}}[ \t]{{0,80}}{_BLANK}(?=[^\s>|])",
            rf"{_BLANK}(?=\S)",
            _LINE_END,
        ),
    )
)


def windows(text: str) -> Iterator[str]:
    """The parts of a text, in order: one where it is short, else the first small and the others larger."""
    at, size = 0, _FIRST
    while len(text) - at > _WHOLE:
        cut = _cut(text, at + size)
        yield text[at:cut]
        at, size = cut, min(2 * size, _MOST)
    if at < len(text) or not at:
        yield text[at:]


def _cut(text: str, begin: int) -> int:
    """The best place soon after one; the end of the line where there is none, however long it is."""
    for place in _PLACES:
        if found := place.search(text, begin, begin + _SLACK):
            return found.end()
    far = _PLACES[-1].search(text, begin + _SLACK)
    return far.end() if far else len(text)
