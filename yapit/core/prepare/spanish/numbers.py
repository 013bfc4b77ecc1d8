"""Spanish words for numbers."""

from __future__ import annotations

import re

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import words

_ONES = words("""
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
    diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco
    veintiséis veintisiete veintiocho veintinueve
    """)
_TENS = words("_ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = words("""
    _ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos
    """)
_SCALES = words("millón billón trillón cuatrillón quintillón")
_ORDINAL_ONES = words("_ primero segundo tercero cuarto quinto sexto séptimo octavo noveno")
_ORDINAL_TEENS = words("""
    décimo undécimo duodécimo decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo
    decimonoveno
    """)
_ORDINAL_TENS = words("""
    _ _ vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo
    """)
_PARTS = {2: "medio", 3: "tercio"}


class SpanishNumbers(Numbers):
    comma, dot, minus, plus, to, score = "coma", "punto", "menos", "más", "a", "a"
    over, and_, power = "entre", "y", "elevado a"
    decimals_as_number = True
    feminine_nouns = re.compile(
        r"(?!para|hasta|hacia|cada|nada|era|días?\Z|mapas?\Z|planetas?\Z|cometas?\Z|\w*mas?\Z|\w*gramas?\Z)\w+as?\Z"
    )

    def cardinal(self, number: int) -> str:
        said: list[str] = []
        rest, low = divmod(number, 10**6)
        for scale in _SCALES:
            rest, group = divmod(rest, 10**6)
            if group == 1:
                said.insert(0, f"un {scale}")
            elif group:
                said.insert(0, f"{_short(_below_million(group))} {scale.replace('ón', 'ones')}")
        if low or not said:
            said.append(_below_million(low))
        return " ".join(said)

    def counted(self, number: int, *, feminine: bool) -> str:
        said = self.cardinal(number)
        if not feminine:
            return _short(said)
        return re.sub(r"uno\b", "una", re.sub(r"(cient|quinient)os\b", r"\1as", said))

    def ordinal(self, number: int, *, feminine: bool = False) -> str:
        """Up to the hundredth; beyond, as people do, the cardinal."""
        if number > 100:
            return self.counted(number, feminine=True) if feminine else self.cardinal(number)
        tens, ones = divmod(number, 10)
        if number == 100:
            said = "centésimo"
        elif tens == 1:
            said = _ORDINAL_TEENS[ones]
        else:
            said = " ".join(
                filter(None, (_ORDINAL_TENS[tens] * (tens > 1), _ORDINAL_ONES[ones] * (ones > 0)))
            )
        return re.sub(r"o\b", "a", said) if feminine else said

    def fraction(self, top: int, bottom: int) -> str:
        name = _PARTS.get(bottom) or self.ordinal(bottom) if bottom <= 10 else f"{self.cardinal(bottom)}avo"
        if top == 1 and bottom == 2:
            return "medio"
        return f"{self.counted(top, feminine=False)} {name}{'s' if top > 1 else ''}"


def _short(said: str) -> str:
    """Before a noun: "un", "veintiún", "treinta y un"."""
    if said.endswith("veintiuno"):
        return said.removesuffix("uno") + "ún"
    return said[:-1] if said.endswith("uno") else said


def _below_million(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest)
    head = "mil" if thousands == 1 else f"{_short(_below_thousand(thousands))} mil"
    return f"{head} {_below_thousand(rest)}" if rest else head


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if number == 100:
        return "cien"
    if not hundreds:
        return _below_hundred(rest)
    return f"{_HUNDREDS[hundreds]} {_below_hundred(rest)}" if rest else _HUNDREDS[hundreds]


def _below_hundred(number: int) -> str:
    if number < 30:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]} y {_ONES[ones]}" if ones else _TENS[tens]
