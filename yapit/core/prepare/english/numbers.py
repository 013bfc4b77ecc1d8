"""English words for numbers.

Our own 100 lines rather than num2words: that takes 30 to 40 ms to import, is
LGPL, and has no code, year range or digit reading to offer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yapit.core.prepare.english.fragments import words

_ONES = words("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """)
_TENS = words("_ _ twenty thirty forty fifty sixty seventy eighty ninety")
_SCALES = (
    "",
    *words("thousand million billion trillion quadrillion quintillion sextillion septillion"),
    *words("octillion nonillion decillion"),
)
_IRREGULAR_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LONGEST_CARDINAL = 15
"""Digits; longer numbers are said digit by digit unless they are round."""

_SEPARATORS = re.compile(r"[,\s]")


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers are said: the American way, or the British with its "and"."""

    british: bool = False

    def cardinal(self, number: int) -> str:
        """ "one thousand two hundred fifty": any whole number below 10**36."""
        if number < 0:
            return "minus " + self.cardinal(-number)
        parts: list[str] = []
        rest, scale = number, 0
        while rest:
            rest, group = divmod(rest, 1000)
            if group:
                parts.insert(0, f"{self._below_thousand(group)} {_SCALES[scale]}".strip())
            scale += 1
        if self.british and number > 1000 and 0 < number % 1000 < 100:
            parts.insert(-1, "and")
        return " ".join(parts) or _ONES[0]

    def ordinal(self, number: int) -> str:
        """ "twenty-second"."""
        head, hyphen, last = self.cardinal(number).rpartition("-")
        if not hyphen:
            head, hyphen, last = last.rpartition(" ")
        return head + hyphen + _ordinal_of(last)

    def year(self, number: int) -> str:
        """ "nineteen eighty-four"; other than four-digit numbers, and 2000 to 2009, are said as cardinals."""
        century, rest = divmod(number, 100)
        if not 1000 < number < 10000 or (century % 10 == 0 and rest < 10):
            return self.cardinal(number)
        if rest == 0:
            return f"{self.cardinal(century)} hundred"
        return f"{self.cardinal(century)} {self.pair(rest)}"

    def pair(self, number: int) -> str:
        """The last two digits of a year or the minutes of an hour: "oh five", "forty-five"."""
        return f"oh {_ONES[number]}" if number < 10 else self.cardinal(number)

    def digits(self, text: str) -> str:
        """Digit by digit; what is no digit is left out."""
        return " ".join(_ONES[int(character)] for character in text if character.isdecimal())

    def code(self, text: str) -> str:
        """Digits in a name, as in "A380" or "x264": "three eighty", "two sixty-four"."""
        if len(text) > 4 or text.startswith("0"):
            return self.digits(text)
        number = int(text)
        hundreds, rest = divmod(number, 100)
        if len(text) == 3:
            return f"{_ONES[hundreds]} {self.pair(rest) if rest else 'hundred'}"
        return self.year(number)

    def whole(self, text: str) -> str:
        """Digits that count: separators are passed over, "007" and overlong ones are said digit by digit."""
        text = _SEPARATORS.sub("", text)
        significant = len(text.rstrip("0"))
        if (len(text) > 1 and int(text[0]) == 0) or len(text) > 33:
            return self.digits(text)
        if significant > _LONGEST_CARDINAL:
            return self.digits(text)
        return self.cardinal(int(text))

    def number(self, text: str) -> str:
        """A number as written: "-1,250.50", ".5", "2.5"."""
        sign = ""
        if text[:1] in "-−–+":
            sign, text = ("plus " if text[0] == "+" else "minus "), text[1:]
        whole, point, decimals = text.partition(".")
        said = [self.whole(whole)] if whole else []
        if point:
            said += ["point", self.digits(decimals)]
        return sign + " ".join(said)

    def dotted(self, text: str) -> str:
        """A version or section number: "3.11" is "three point eleven"."""
        return " point ".join(self.whole(part) for part in text.split("."))

    def _below_thousand(self, number: int) -> str:
        hundreds, rest = divmod(number, 100)
        if not hundreds:
            return _below_hundred(rest)
        if not rest:
            return f"{_ONES[hundreds]} hundred"
        return f"{_ONES[hundreds]} hundred {'and ' * self.british}{_below_hundred(rest)}"


def plural(words: str) -> str:
    """ "nineteen nineties", "sixes": the last word in the plural."""
    if words.endswith("y"):
        return words[:-1] + "ies"
    return words + ("es" if words.endswith("x") else "s")


def is_one(text: str) -> bool:
    """The number takes the singular."""
    return text.lstrip("-−–+") in ("1", "1.0", "1.00")


def _below_hundred(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]


def _ordinal_of(word: str) -> str:
    if word in _IRREGULAR_ORDINALS:
        return _IRREGULAR_ORDINALS[word]
    return word[:-1] + "ieth" if word.endswith("y") else word + "th"
