"""How French is said."""

from __future__ import annotations

from functools import cache

from yapit.core.prepare.continental import Language
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.french import numerals
from yapit.core.prepare.french.abbreviations import ABBREVIATIONS
from yapit.core.prepare.french.dates import CALENDAR
from yapit.core.prepare.french.money import MONEY
from yapit.core.prepare.french.numbers import FrenchNumbers
from yapit.core.prepare.french.romans import ROMANS
from yapit.core.prepare.french.signs import SIGNS
from yapit.core.prepare.french.unit_names import UNITS
from yapit.core.prepare.french.web import WEB
from yapit.core.prepare.rules import find_rewrites
from yapit.core.prepare.utterance import Rewrite

RULES = Language("fr", WEB, CALENDAR, ROMANS, ABBREVIATIONS, MONEY, UNITS, SIGNS, numerals.RULES).rules()


def find_french_rewrites(text: str, language: str) -> list[Rewrite]:
    """What is said otherwise than it is written."""
    return find_rewrites(text, RULES, _numbers(language.lower().partition("-")[2]))


@cache
def _numbers(region: str) -> Numbers:
    return FrenchNumbers(region)
