"""German words for numbers."""

from __future__ import annotations

import re

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import words

_ONES = words("""
    null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
    siebzehn achtzehn neunzehn
    """)
_TENS = words("_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_SCALES = words(
    "Million Milliarde Billion Billiarde Trillion Trilliarde Quadrillion Quadrilliarde Quintillion"
)
_ORDINALS = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}


class GermanNumbers(Numbers):
    comma, dot, minus, plus, to, score = "Komma", "Punkt", "minus", "plus", "bis", "zu"
    over, and_, power = "durch", "und", "hoch"
    feminine_nouns = re.compile(r"[A-ZÄÖÜ]\w*(?:e|rau|tadt|acht|elt|ung|heit|keit|schaft|ion|tät)\Z")

    def cardinal(self, number: int) -> str:
        return self._with_one(number, "eins")

    def counted(self, number: int, *, feminine: bool) -> str:
        return self._with_one(number, "eine" if feminine else "ein")

    def ordinal(self, number: int, *, feminine: bool = False) -> str:
        """With the ending it has after "der": "dritte"."""
        rest = number % 100
        if not 0 < rest < 20:
            return self.cardinal(number).replace(" ", "") + "ste"
        head = self.cardinal(number - rest).replace(" ", "") if number > rest else ""
        return head + _ORDINALS.get(rest, _ONES[rest] + "te")

    def year(self, number: int) -> str:
        century, rest = divmod(number, 100)
        if not 1100 <= number < 2000:
            return self.cardinal(number)
        return f"{_ONES[century]}hundert{self._below_million(rest, 'eins') if rest else ''}"

    def fraction(self, top: int, bottom: int) -> str:
        if bottom == 2:
            return "ein halb" if top == 1 else f"{self.cardinal(top)} halbe"
        return f"{self.counted(top, feminine=False)} {self.ordinal(bottom).capitalize().removesuffix('e')}el"

    def _with_one(self, number: int, one: str) -> str:
        """Only the very last one has an ending: "einundzwanzig", "hunderteins", "eine Million"."""
        said: list[str] = []
        rest, low = divmod(number, 10**6)
        for scale in _SCALES:
            rest, group = divmod(rest, 1000)
            if group:
                count = "eine" if group == 1 else self._below_million(group, "eine")
                said.insert(0, f"{count} {_plural(scale) if group > 1 else scale}")
        if low or not said:
            said.append(self._below_million(low, one))
        return " ".join(said)

    def _below_million(self, number: int, one: str) -> str:
        thousands, rest = divmod(number, 1000)
        head = f"{_below_thousand(thousands, 'ein')}tausend" if thousands else ""
        return head + (_below_thousand(rest, one) if rest or not head else "")


def _plural(scale: str) -> str:
    return scale + ("n" if scale.endswith("e") else "en")


def _below_thousand(number: int, one: str) -> str:
    hundreds, rest = divmod(number, 100)
    head = f"{'ein' if hundreds == 1 else _ONES[hundreds]}hundert" if hundreds else ""
    return head + (_below_hundred(rest, one) if rest or not head else "")


def _below_hundred(number: int, one: str) -> str:
    if number < 20:
        return one if number == 1 else _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{'ein' if ones == 1 else _ONES[ones]}und{_TENS[tens]}" if ones else _TENS[tens]
