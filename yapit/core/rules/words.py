"""What a word is to a rule, in any script."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Letters of Chinese, Japanese, Thai, Lao, Burmese and Khmer: no space stands between their words."""

_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_PLAIN_WORD = re.compile(r"\w+")
_HARD = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u1cff\u1dc0-\u1dff\u20d0-\u20ff\u2cef-\u2cf1\u2d7f-\u2dff"
    "\u2e80-\ud7ff\uf900-\ufaff\ufb1e\ufe00-\ufe2f\U00010000-\U0010ffff]"
)
"""Accents that stand for themselves, and scripts in which `re` does not know what a word is."""

_SHORT = 2
"""Letters of what an apostrophe takes the place of before it: the `t` of don't, the `ll` of we'll."""


def word_pattern(text: str) -> Any:
    """The pattern that finds the words of a text: runs of letters, their accents and digits."""
    return _any_word() if not text.isascii() and _HARD.search(text) else _PLAIN_WORD


@cache
def _any_word() -> Any:
    import regex  # noqa: PLC0415 - 15 ms, and `re` knows no accent that stands for itself

    return regex.compile(rf"[\w--[{_UNSPACED}]]+", regex.VERSION1)


def is_unspaced(text: str) -> bool:
    """Whether it holds letters between whose words no space stands."""
    return _IS_UNSPACED.search(text) is not None


def in_word(character: str) -> bool:
    """Whether a character is part of a word; the empty one at either end of a text is not."""
    if character.isascii():
        return character.isalnum() or character == "_"
    if is_unspaced(character):
        return False
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether letters in a text are a word, or words, of their own.

    Hyphens part words. An apostrophe does not (`don` is no word of don't), save before a possessive s and
    after what was elided (l'amour, d'Artagnan). `3` is no word of 3.14.
    """
    if in_word(text[start]) and not _begins(text, start):
        return False
    return not in_word(text[end - 1]) or _ends(text, end)


def _begins(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    if before != "'":
        return not in_word(before) and not _goes_on(text[start], before, text[start - 2 : start - 1])
    if not in_word(text[start - 2 : start - 1]):
        return True
    long = text[start : start + _SHORT + 1]
    return len(long) > _SHORT and all(map(in_word, long))


def _ends(text: str, end: int) -> bool:
    after = text[end : end + 1]
    if after != "'" or not in_word(text[end + 1 : end + 2]):
        return not in_word(after) and not _goes_on(text[end - 1], after, text[end + 1 : end + 2])
    return text[end + 1] in "sS" and not in_word(text[end + 2 : end + 3])


def _goes_on(digit: str, mark: str, other: str) -> bool:
    """Whether a number does, over its point or comma."""
    return mark in (".", ",", ":") and digit.isdigit() and other.isdigit()
