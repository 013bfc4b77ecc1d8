"""Portuguese words for numbers, in the ways of Brazil and of Portugal."""

from __future__ import annotations

import re

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import words

_ONES = words("""
    zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete
    dezoito dezenove
    """)
_EUROPEAN = {16: "dezasseis", 17: "dezassete", 19: "dezanove"}
_TENS = words("_ _ vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_HUNDREDS = words("""
    _ cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos
    """)
_SHORT_SCALES = words(
    "milhão bilhão trilhão quatrilhão quintilhão sextilhão septilhão octilhão nonilhão decilhão"
)
_LONG_SCALES = words("milhão bilião trilião quatrilião quintilião")
_ORDINAL_ONES = words("_ primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono")
_ORDINAL_TENS = words("""
    _ décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo nonagésimo
    """)
_PARTS = {2: "meio", 3: "terço"}


class PortugueseNumbers(Numbers):
    comma, dot, minus, plus, to, score = "vírgula", "ponto", "menos", "mais", "a", "a"
    over, and_, power = "sobre", "e", "elevado a"
    decimals_as_number = True
    feminine_nouns = re.compile(
        r"(?!para|cada|nada|era|dias?\Z|mapas?\Z|\w*mas?\Z)\w+as?\Z|\w+(?:ções|ção|dades?)\Z"
    )

    def __init__(self, region: str = "br") -> None:
        self._european = region in ("pt", "ao", "mz")

    def cardinal(self, number: int) -> str:
        base, scales = (10**6, _LONG_SCALES) if self._european else (1000, _SHORT_SCALES)
        said: list[str] = []
        rest, low = divmod(number, 10**6)
        for scale in scales:
            rest, group = divmod(rest, base)
            if group:
                name = scale if group == 1 else scale.replace("ão", "ões")
                said.insert(0, f"{self._below_million(group)} {name}")
        if low and said:
            said.append("e " * _takes_and(low) + self._below_million(low))
        return " ".join(said) or self._below_million(low)

    def counted(self, number: int, *, feminine: bool) -> str:
        said = self.cardinal(number)
        if not feminine:
            return said
        said = re.sub(r"(?<=z|t|h)entos\b|(?<=c)entos\b", "entas", said)
        return re.sub(r"\bdois\b(?! mil[hi])", "duas", re.sub(r"\bum\b(?! \w+ão)", "uma", said))

    def ordinal(self, number: int, *, feminine: bool = False) -> str:
        """Up to the hundredth; beyond, as people do, the cardinal."""
        if number > 100:
            return self.counted(number, feminine=feminine)
        tens, ones = divmod(number, 10)
        if number == 100:
            said = "centésimo"
        else:
            said = " ".join(
                filter(None, (_ORDINAL_TENS[tens] * (tens > 0), _ORDINAL_ONES[ones] * (ones > 0)))
            )
        return re.sub(r"o\b", "a", said) if feminine else said

    def fraction(self, top: int, bottom: int) -> str:
        if bottom == 2 and top == 1:
            return "meio"
        if bottom > 10:
            return f"{self.cardinal(top)} {self.cardinal(bottom)} avo{'s' * (top > 1)}"
        return f"{self.cardinal(top)} {_PARTS.get(bottom) or self.ordinal(bottom)}{'s' * (top > 1)}"

    def _below_million(self, number: int) -> str:
        thousands, rest = divmod(number, 1000)
        if not thousands:
            return self._below_thousand(rest)
        head = "mil" if thousands == 1 else f"{self._below_thousand(thousands)} mil"
        if not rest:
            return head
        return f"{head} {'e ' * _takes_and(rest)}{self._below_thousand(rest)}"

    def _below_thousand(self, number: int) -> str:
        hundreds, rest = divmod(number, 100)
        if number == 100:
            return "cem"
        if not hundreds:
            return self._below_hundred(rest)
        return f"{_HUNDREDS[hundreds]} e {self._below_hundred(rest)}" if rest else _HUNDREDS[hundreds]

    def _below_hundred(self, number: int) -> str:
        if number < 20:
            return (self._european and _EUROPEAN.get(number)) or _ONES[number]
        tens, ones = divmod(number, 10)
        return f"{_TENS[tens]} e {_ONES[ones]}" if ones else _TENS[tens]


def _takes_and(group: int) -> bool:
    """ "mil e cem", "mil e dois", but "mil duzentos e um"."""
    return group < 100 or (group < 1000 and group % 100 == 0)
