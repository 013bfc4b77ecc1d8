"""Roman numerals: their shape and their value, in any language."""

from __future__ import annotations

ROMAN = r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""A numeral in capitals, as the rules of today write it; it may also be a letter or a word."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def value(roman: str) -> int:
    """The number that a numeral in capitals stands for."""
    total = 0
    for letter, after in zip(roman, [*roman[1:], "I"], strict=True):
        total += -_VALUES[letter] if _VALUES[letter] < _VALUES[after] else _VALUES[letter]
    return total
