"""Lines joined to running text: words that a line end broke are made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"(-?)([^\W\d_]+)[-‐]$")
_NEXT = re.compile(r"([^\W\d_]+)(-?)")

# Scripts that put no space between words: Chinese, Japanese, their punctuation, Thai.
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u2e80-\u30ff\u3400-\u9fff\uff00-\uffef]")


class Joiner:
    """Knows the document's own words, and so whether `well-known` or `wellknown` is meant at a line end."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        for line in lines:
            for word in _WORDS.findall(line.lower()):
                parts = word.split("-")
                self._words.update(parts if len(parts) == 1 else map("-".join, pairwise(parts)))

    def join(self, before: str, after: str) -> str:
        left, right = _BROKEN.search(before), _NEXT.match(after)
        if left and right:
            return before + after if self._keeps(left, right) else before[:-1] + after
        if before and after and _UNSPACED.match(before[-1]) and _UNSPACED.match(after[0]):
            return before + after
        return f"{before}{'' if before.endswith('—') else ' '}{after}"

    def _keeps(self, left: re.Match[str], right: re.Match[str]) -> bool:
        """Whether the hyphen is the word's own: the document has it elsewhere, or it is one of several."""
        if not right.group(1)[0].islower():
            return True
        first, second = left.group(2).lower(), right.group(1).lower()
        if first + second in self._words:
            return False
        return f"{first}-{second}" in self._words or bool(left.group(1) or right.group(2))
