"""Whether a text is readable at all: fonts without a true map give signs that mean nothing."""

from __future__ import annotations

import unicodedata
from collections import Counter
from string import ascii_lowercase

_LOST = frozenset(("Co", "Cn", "Cc"))
_MOST_LOST = 0.2

_LETTERS = 200
_FEWEST_VOWELS = 0.22
"""Of Latin letters. English has 0.4, Czech 0.37; where each letter stands for another, far fewer remain."""


def is_garbled(text: str) -> bool:
    """Whether the text of a page has lost its meaning, so that only its picture tells it.

    More than one in five characters is unmapped, private or a control; or hardly a letter is a vowel.
    """
    signs = {sign: count for sign, count in Counter(text).items() if not sign.isspace()}
    lost = sum(count for sign, count in signs.items() if _is_lost(sign))
    return lost > _MOST_LOST * sum(signs.values()) or _has_no_vowels(text)


def _is_lost(sign: str) -> bool:
    return sign == "\ufffd" or unicodedata.category(sign) in _LOST


def _has_no_vowels(text: str) -> bool:
    counts = Counter(text.lower())
    letters = sum(counts[letter] for letter in ascii_lowercase)
    vowels = sum(counts[letter] for letter in "aeiouy")
    return letters >= _LETTERS and vowels < _FEWEST_VOWELS * letters
