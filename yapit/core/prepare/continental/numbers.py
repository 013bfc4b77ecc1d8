"""How numbers are said: what a language has to tell, and what follows from it."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

_GROUPED_BY_DOTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?\Z")
_GROUPED_BY_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+\Z|\d{1,3}(?:,\d{3}){2,}\Z")
_LONGEST_CARDINAL = 15
"""Digits; longer numbers are said digit by digit unless they are round."""

_LONGEST_FRACTION = 3
"""Digits after the comma that are still said as one number, where a language does so."""


def parts(text: str) -> tuple[str, str, str]:
    """A number's whole digits, its decimal mark and its decimals: "1.250,5" is ("1250", ",", "5")."""
    text = re.sub(r"[\s'’]", "", text)
    if _GROUPED_BY_DOTS.match(text):
        text = text.replace(".", "")
    elif _GROUPED_BY_COMMAS.match(text):
        text = text.replace(",", "")
    mark = "," if "," in text else "."
    return text.partition(mark)


class Numbers(ABC):
    """The numerals of a language, in the form in which they are counted."""

    comma: str
    dot: str
    minus: str
    plus: str
    to: str
    """Between the two ends of a range."""

    score: str
    """Between the two sides of a score or a ratio."""

    over: str
    """Between the two numbers of a fraction that has no name."""

    and_: str
    """Between a whole number and a fraction."""

    power: str
    """Before an exponent."""

    decimals_as_number = False
    """Decimals are said as one number: "three comma fourteen"."""

    feminine_nouns: re.Pattern[str] | None = None
    """Nouns that are feminine by their looks, where a number before them changes with that."""

    @abstractmethod
    def cardinal(self, number: int) -> str:
        """Any whole number from 0 below 10**33, counted on its own."""

    @abstractmethod
    def ordinal(self, number: int, *, feminine: bool = False) -> str:
        """Any whole number from 1."""

    @abstractmethod
    def fraction(self, top: int, bottom: int) -> str:
        """ "Three quarters": `top` is less than `bottom`."""

    def counted(self, number: int, *, feminine: bool) -> str:
        """A number before a noun."""
        return self.cardinal(number)

    def year(self, number: int) -> str:
        return self.cardinal(number)

    def digits(self, text: str) -> str:
        """Digit by digit; what is no digit is left out."""
        return " ".join(self.cardinal(int(character)) for character in text if character.isdecimal())

    def whole(self, text: str, *, feminine: bool | None = None) -> str:
        """Digits that count,
        before a noun of a gender if that is known; "007" and overlong ones one by one."""
        if (len(text) > 1 and int(text[0]) == 0) or len(text) > 33:
            return self.digits(text)
        if len(text.rstrip("0")) > _LONGEST_CARDINAL:
            return self.digits(text)
        number = int(text)
        return self.cardinal(number) if feminine is None else self.counted(number, feminine=feminine)

    def number(self, text: str, *, feminine: bool | None = None) -> str:
        """A number as written: "-1.250,50", "2,5"."""
        sign = ""
        if text[:1] in "-−–+":
            sign, text = f"{self.plus if text[0] == '+' else self.minus} ", text[1:]
        whole, mark, decimals = parts(text)
        if not mark:
            return sign + self.whole(whole, feminine=feminine)
        point = self.comma if mark == "," else self.dot
        return f"{sign}{self.whole(whole or '0')} {point} {self._decimals(decimals)}"

    def dated(self, text: str) -> str:
        """A number that is a year if it has four digits."""
        return (
            self.year(int(text))
            if len(text) == 4 and text.isdecimal() and text[0] != "0"
            else self.number(text)
        )

    def dotted(self, text: str) -> str:
        """A version or section number."""
        return f" {self.dot} ".join(self.whole(part) for part in text.split("."))

    def _decimals(self, text: str) -> str:
        if not self.decimals_as_number or len(text) > _LONGEST_FRACTION:
            return self.digits(text)
        zeros = len(text) - len(text.lstrip("0"))
        return " ".join(filter(None, (self.digits(text[:zeros]), text[zeros:] and self.whole(text[zeros:]))))


def is_one(text: str) -> bool:
    """The number takes the singular."""
    return text.lstrip("-−–+") in ("1", "1,0", "1,00")
