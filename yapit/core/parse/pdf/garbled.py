"""Whether a text is readable at all: fonts without a true map give signs that mean nothing."""

from __future__ import annotations

import unicodedata

_LOST = frozenset(("Co", "Cn", "Cc"))
_MOST_LOST = 0.2

_LETTERS = 200
_FEWEST_VOWELS = 0.22
"""Of Latin letters. English has 0.4, Czech 0.37; where each letter stands for another, far fewer remain."""


def is_garbled(text: str) -> bool:
    """Whether the text of a page has lost its meaning, so that only its picture tells it.

    More than one in five characters is unmapped, private or a control; or hardly a letter is a vowel.
    """
    signs = [character for character in text if not character.isspace()]
    lost = sum(sign == "\ufffd" or unicodedata.category(sign) in _LOST for sign in signs)
    return lost > _MOST_LOST * len(signs) or _has_no_vowels(text)


def _has_no_vowels(text: str) -> bool:
    letters = [letter for letter in text.lower() if "a" <= letter <= "z"]
    vowels = sum(letter in "aeiouy" for letter in letters)
    return len(letters) >= _LETTERS and vowels < _FEWEST_VOWELS * len(letters)
