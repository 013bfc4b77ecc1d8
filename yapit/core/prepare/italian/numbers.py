"""Italian words for numbers."""

from __future__ import annotations

import re

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import words

_ONES = words("""
    zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici
    sedici diciassette diciotto diciannove
    """)
_TENS = words("_ _ venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
_SCALES = words("milione miliardo bilione biliardo trilione triliardo quadrilione quadriliardo quintilione")
_ORDINALS = words("_ primo secondo terzo quarto quinto sesto settimo ottavo nono decimo")


class ItalianNumbers(Numbers):
    comma, dot, minus, plus, to, score = "virgola", "punto", "meno", "più", "a", "a"
    over, and_, power = "su", "e", "alla"
    decimals_as_number = True
    feminine_nouns = re.compile(r"(?!\w*ma\Z|per|era)\w+a\Z")

    def cardinal(self, number: int) -> str:
        said: list[str] = []
        rest, low = divmod(number, 10**6)
        for scale in _SCALES:
            rest, group = divmod(rest, 1000)
            if group == 1:
                said.insert(0, f"un {scale}")
            elif group:
                said.insert(0, f"{_below_thousand(group)} {scale[:-1]}i")
        if low or not said:
            said.append(_below_million(low))
        return " ".join(said)

    def counted(self, number: int, *, feminine: bool) -> str:
        said = self.cardinal(number)
        if number == 1:
            return "una" if feminine else "un"
        return said

    def ordinal(self, number: int, *, feminine: bool = False) -> str:
        said = _ORDINALS[number] if number <= 10 else _esimo(self.cardinal(number))
        return said[:-1] + "a" if feminine else said

    def fraction(self, top: int, bottom: int) -> str:
        name = "mezzo" if bottom == 2 else self.ordinal(bottom)
        return f"{self.counted(top, feminine=False)} {name if top == 1 else name[:-1] + 'i'}"


def _esimo(cardinal: str) -> str:
    if cardinal.endswith("tré"):
        return cardinal[:-1] + "eesimo"
    if cardinal.endswith("sei"):
        return cardinal + "esimo"
    if cardinal.endswith("mila"):
        return cardinal[:-2] + "lesimo"
    return ("mill" if cardinal == "mille" else cardinal[:-1]) + "esimo"


def _below_million(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest)
    head = "mille" if thousands == 1 else _below_thousand(thousands).replace("tré", "tre") + "mila"
    return head + (_accented(_below_thousand(rest)) if rest else "")


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = f"{_ONES[hundreds] if hundreds > 1 else ''}cento"
    return head + (_accented(_below_hundred(rest)) if rest else "")


def _below_hundred(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    if ones in (1, 8):
        return _TENS[tens][:-1] + _ONES[ones]
    return _TENS[tens] + (_accented(_ONES[ones]) if ones else "")


def _accented(end: str) -> str:
    """At the end of a longer word, "tre" is stressed."""
    return "tré" if end == "tre" else end
