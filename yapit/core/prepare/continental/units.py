"""Quantities: a number with its unit, alone or in compounds such as km/h."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from yapit.core.prepare.continental.fragments import NUMBER, SIGNED
from yapit.core.prepare.continental.nouns import Noun
from yapit.core.prepare.continental.numbers import Numbers, is_one
from yapit.core.prepare.fragments import DASH
from yapit.core.prepare.rules import Rule, Said

_PREFIXED = {
    "m": "k c d m µ μ n", "g": "k m µ μ", "l": "m c d h µ μ", "L": "m c d µ μ", "s": "m µ μ n",
    "B": "k K M G T Ki Mi Gi Ti", "bit": "k M G T", "bit/s": "k M G", "Hz": "k M G T", "W": "k M G T m",
    "Wh": "k M G T", "V": "k m", "A": "m", "Ah": "m", "Ω": "k M", "J": "k M", "eV": "k M G", "Pa": "k M h",
    "N": "k", "mol": "m µ μ", "cal": "k", "px": "M",
}  # fmt: skip
_LETTERS = r"[A-Za-zµμΩ°º℃]"
_FACTOR = rf"{_LETTERS}{{1,5}}[²³]?"
_UNIT = rf"(?:[%‰](?!\w)|{_FACTOR}(?:/{_FACTOR})?(?![\w'’]|/[A-Za-z]))"
_PARTS = re.compile(r"([^²³]+)([²³]?)")
_WORD_AFTER = re.compile(r"\s\w{2}")
_NAMES_WHEN_ATTACHED = frozenset("KNJVWAsgmtLl")
"""Attached, these may be names: "4K", "A4"."""


@dataclass(frozen=True, slots=True)
class Units:
    prefixes: Mapping[str, str]
    bases: Mapping[str, Noun]
    squared: tuple[str, str]
    """How a length is squared, in the singular and the plural: a prefix where it ends in a hyphen."""

    cubed: tuple[str, str]
    per: str = "per"
    whole: Mapping[str, Noun] = field(default_factory=dict)
    """Compounds that have names of their own."""

    def find(self, symbol: str) -> Noun | None:
        """What is counted by "km/h" or "m²"; None for what is no unit."""
        if symbol in self.whole:
            return self.whole[symbol]
        above, slash, below = symbol.partition("/")
        noun = self._factor(above)
        if noun is None or not slash:
            return noun
        per = self._factor(below)
        if per is None:
            return None
        return Noun(f"{noun.one} {self.per} {per.one}", f"{noun.many} {self.per} {per.one}", noun.feminine)

    def _factor(self, text: str) -> Noun | None:
        match = _PARTS.fullmatch(text)
        noun = self._single(match[1]) if match else None
        if match is None or noun is None or not match[2]:
            return noun
        one, many = self.squared if match[2] == "²" else self.cubed
        if one.endswith("-"):
            return noun.prefixed(one[:-1])
        return Noun(f"{noun.one} {one}", f"{noun.many} {many}", noun.feminine)

    def _single(self, symbol: str) -> Noun | None:
        if symbol in self.bases:
            return self.bases[symbol]
        for size in (1, 2):
            prefix, base = symbol[:size], symbol[size:]
            if prefix in _PREFIXED.get(base, "").split() and base in self.bases:
                return self.bases[base].prefixed(self.prefixes[prefix])
        return None


def _quantity(units: Units, match: re.Match[str], numbers: Numbers) -> Said:
    symbol, low, high = match["unit"], match["low"], match["high"]
    if symbol in _NAMES_WHEN_ATTACHED and not match["gap"] and not low.strip("-0123456789"):
        return None
    noun = units.find(symbol)
    if noun is None or (symbol == "A" and _WORD_AFTER.match(match.string, match.end())):
        return None
    amount = numbers.number(low, feminine=noun.feminine)
    if high:
        amount += f" {numbers.to} {numbers.number(high, feminine=noun.feminine)}"
    return {"amount": amount, "unit": noun.after(one=is_one(low) and not high)}


def _per(units: Units, match: re.Match[str], numbers: Numbers) -> Said:
    noun = units.find(match["unit"])
    return f"{units.per} {noun.one}" if noun else None


def _dimensions(match: re.Match[str], numbers: Numbers) -> Said:
    sign = " × " if "×" in match[0] else " x "
    return sign.join(numbers.number(size) for size in re.split(r"\s?[x×]\s?", match[0]))


def rules(units: Units) -> tuple[Rule[Numbers], ...]:
    return (
        Rule(
            "quantity",
            (
                rf"(?P<amount>(?P<low>{SIGNED})(?:\s?%?{DASH}(?P<high>{NUMBER}))?)"
                rf"(?P<gap>[\s-]|\s)?(?P<unit>{_UNIT})"
            ),
            partial(_quantity, units),
            r"\d[\s-]?[A-Za-zµμΩ°º℃%‰]",
        ),
        Rule("per", r"(?<=[\0%])/(?P<unit>[A-Za-z]{1,3})(?!\w)", partial(_per, units), "/[a-zA-Z]"),
    )
