"""Lines joined to running text: words that a line end broke are made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"(-?)([^\W\d_]+)[-‐]$")
_NEXT = re.compile(r"([^\W\d_]+)(-?)")

# Scripts that put no space between words: Chinese, Japanese, their punctuation, Thai.
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u2e80-\u30ff\u3400-\u9fff\uff00-\uffef]")

_TAIL = 80
"""Letters: no word is longer, and a paragraph may be."""


class Joiner:
    """Knows the document's own words, and so whether `well-known` or `wellknown` is meant at a line end."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._words: set[str] = set()
        self.learn(lines)

    def learn(self, lines: Iterable[str]) -> None:
        for text in _unbroken(lines):
            for word in _WORDS.findall(text.lower()):
                if "-" in word:
                    self._words.update(map("-".join, pairwise(word.split("-"))))
                else:
                    self._words.add(word)

    def join(self, before: str, after: str) -> str:
        left, right = _BROKEN.search(before[-_TAIL:]), _NEXT.match(after)
        if left and right:
            return before + after if self._keeps(left, right) else before[:-1] + after
        if before and after and _UNSPACED.match(before[-1]) and _UNSPACED.match(after[0]):
            return before + after
        return f"{before}{'' if after and _is_joined(before, after) else ' '}{after}"

    def is_word_alone(self, text: str, initial: int) -> bool:
        """Whether the first letters of a text are a word, as in `A river`, and not the beginning of one."""
        rest = _WORDS.match(text, initial)
        if rest is None or text[:initial].lower() not in _LETTER_WORDS:
            return False
        whole = text[:initial].lower() + rest.group().lower()
        return whole not in self._words and rest.group().lower() in self._words

    def _keeps(self, left: re.Match[str], right: re.Match[str]) -> bool:
        """Whether the hyphen is the word's own: the document has it elsewhere, or it is one of several."""
        if not right.group(1)[0].islower():
            return True
        first, second = left.group(2).lower(), right.group(1).lower()
        if first + second in self._words:
            return False
        if f"{first}-{second}" in self._words or left.group(1) or right.group(2):
            return True
        return first not in _SOLID and self._is_known(first) and self._is_known(second)

    def _is_known(self, part: str) -> bool:
        """Whether a part is a word of the document: a compound says the same with its hyphen."""
        return len(part) >= _LONG and part in self._words


def _unbroken(lines: Iterable[str]) -> Iterator[str]:
    """The lines without the parts of words at their ends."""
    broken = False
    for line in lines:
        text = line.partition(" ")[2] if broken else line
        broken = line.endswith(("-", "‐"))
        yield text.rpartition(" ")[0] if broken else text


_LONG = 4
"""Letters: shorter words are parts of others too often."""

# What words are made with that take no hyphen.
_SOLID = frozenset(
    (
        "under", "over", "with", "without", "some", "every", "fore", "back", "inter", "super", "down",
        "there", "where", "what", "when", "other", "mean", "data", "work", "after", "ever", "here", "thus",
        "counter", "anti", "auto", "hyper", "micro", "multi", "para", "post", "semi", "trans", "ultra",
    )
)  # fmt: skip

_LETTER_WORDS = frozenset("aioyé")


def _is_joined(before: str, after: str) -> bool:
    """After a dash, and where an address was broken, no space belongs."""
    if before.endswith("—"):
        return True
    address = _ADDRESS.search(before[-_TAIL:])
    if address is None:
        return False
    return (before[-1] in "/-_=&?:#." and before[-2:] not in (").", '".')) or after[0] in "/?&=#_"


_ADDRESS = re.compile(r"(?:https?:|www\.|doi\.org/)\S*$")
