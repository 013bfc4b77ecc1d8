"""French words for numbers, in the ways of France, Belgium and Switzerland."""

from __future__ import annotations

import re

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import words

_ONES = words("""
    zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept
    dix-huit dix-neuf
    """)
_TENS = words("_ dix vingt trente quarante cinquante soixante septante quatre-vingts nonante")
_SCALES = words("million milliard billion billiard trillion trilliard quadrillion quadrilliard quintillion")


class FrenchNumbers(Numbers):
    comma, dot, minus, plus, to, score = "virgule", "point", "moins", "plus", "à", "à"
    over, and_, power = "sur", "et", "puissance"
    decimals_as_number = True
    feminine_nouns = re.compile(
        r"(?:heure|minute|seconde|fois|semaine|année|femme|fille|personne|page|voiture)s?\Z"
    )

    def __init__(self, region: str = "fr") -> None:
        self._by_tens = region in ("be", "ch", "lu")
        self._eighty = "huitante" if region == "ch" else _TENS[8]

    def cardinal(self, number: int) -> str:
        said: list[str] = []
        rest, low = divmod(number, 10**6)
        for scale in _SCALES:
            rest, group = divmod(rest, 1000)
            if group:
                said.insert(0, f"{self._below_thousand(group)} {scale}{'s' if group > 1 else ''}")
        if low or not said:
            said.append(self._below_million(low))
        return " ".join(said)

    def counted(self, number: int, *, feminine: bool) -> str:
        said = self.cardinal(number)
        return said + "e" if feminine and said.endswith("un") else said

    def ordinal(self, number: int, *, feminine: bool = False) -> str:
        if number == 1:
            return "première" if feminine else "premier"
        said = self.cardinal(number)
        said = said.removesuffix("s") if said.endswith(("vingts", "cents", "llions", "lliards")) else said
        if said.endswith("cinq"):
            return said + "uième"
        return (said[:-1] + "v" if said.endswith("neuf") else said.removesuffix("e")) + "ième"

    def fraction(self, top: int, bottom: int) -> str:
        name = {2: "demi", 3: "tiers", 4: "quart"}.get(bottom) or self.ordinal(bottom)
        plural = "s" if top > 1 and not name.endswith("s") else ""
        return f"{self.cardinal(top)} {name}{plural}"

    def _below_million(self, number: int) -> str:
        thousands, rest = divmod(number, 1000)
        if not thousands:
            return self._below_thousand(rest)
        count = "" if thousands == 1 else _without_s(self._below_thousand(thousands)) + " "
        return f"{count}mille {self._below_thousand(rest) if rest else ''}".strip()

    def _below_thousand(self, number: int) -> str:
        hundreds, rest = divmod(number, 100)
        if not hundreds:
            return self._below_hundred(rest)
        count = f"{_ONES[hundreds]} cent" if hundreds > 1 else "cent"
        return f"{count} {self._below_hundred(rest)}" if rest else count + "s" * (hundreds > 1)

    def _below_hundred(self, number: int) -> str:
        if number < 20:
            return _ONES[number]
        tens, ones = divmod(number, 10)
        if tens in (7, 9) and not self._by_tens:
            tens, ones = tens - 1, ones + 10
        name = self._eighty if tens == 8 else _TENS[tens]
        if not ones:
            return name
        if ones in (1, 11) and name != _TENS[8]:
            return f"{name} et {_ONES[ones]}"
        return f"{_without_s(name)}-{_ONES[ones]}"


def _without_s(said: str) -> str:
    """Before another number, "vingts" and "cents" lose their s."""
    return said[:-1] if said.endswith(("vingts", "cents")) else said
