"""How Portuguese is said."""

from __future__ import annotations

from functools import cache

from yapit.core.prepare.continental import Language
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.portuguese import numerals
from yapit.core.prepare.portuguese.abbreviations import ABBREVIATIONS
from yapit.core.prepare.portuguese.dates import CALENDAR
from yapit.core.prepare.portuguese.money import MONEY
from yapit.core.prepare.portuguese.numbers import PortugueseNumbers
from yapit.core.prepare.portuguese.romans import ROMANS
from yapit.core.prepare.portuguese.signs import SIGNS
from yapit.core.prepare.portuguese.unit_names import UNITS
from yapit.core.prepare.portuguese.web import WEB
from yapit.core.prepare.rules import find_rewrites
from yapit.core.prepare.utterance import Rewrite

RULES = Language("pt", WEB, CALENDAR, ROMANS, ABBREVIATIONS, MONEY, UNITS, SIGNS, numerals.RULES).rules()


def find_portuguese_rewrites(text: str, language: str) -> list[Rewrite]:
    """What is said otherwise than it is written."""
    return find_rewrites(text, RULES, _numbers(language.lower().partition("-")[2]))


@cache
def _numbers(region: str) -> Numbers:
    return PortugueseNumbers(region)
