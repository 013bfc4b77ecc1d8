"""The numbers of lists as a page shows them: `3`, `c`, `iii`."""

from __future__ import annotations

from enum import StrEnum


class Numeral(StrEnum):
    DECIMAL = "1"
    TWO_DIGITS = "01"
    LOWER_LETTER = "a"
    UPPER_LETTER = "A"
    LOWER_ROMAN = "i"
    UPPER_ROMAN = "I"
    NONE = ""


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 4999
_MOST_LETTERS = 26 * 20


def numeral(number: int, style: Numeral) -> str:
    """A number in a style; in digits where the style cannot write it."""
    if style is Numeral.NONE:
        return ""
    if style is Numeral.TWO_DIGITS:
        return f"{number:02d}"
    if style in (Numeral.LOWER_LETTER, Numeral.UPPER_LETTER) and 0 < number <= _MOST_LETTERS:
        written = _letters(number)
    elif style in (Numeral.LOWER_ROMAN, Numeral.UPPER_ROMAN) and 0 < number <= _MOST_ROMAN:
        written = _roman(number)
    else:
        return str(number)
    return written.upper() if style in (Numeral.UPPER_LETTER, Numeral.UPPER_ROMAN) else written


def _letters(number: int) -> str:
    """As word processors count: z is followed by aa, bb, cc."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    written = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written.append(letters * times)
    return "".join(written)
