"""How Italian is said."""

from __future__ import annotations

from yapit.core.prepare.continental import Language
from yapit.core.prepare.italian import numerals
from yapit.core.prepare.italian.abbreviations import ABBREVIATIONS
from yapit.core.prepare.italian.dates import CALENDAR
from yapit.core.prepare.italian.money import MONEY
from yapit.core.prepare.italian.numbers import ItalianNumbers
from yapit.core.prepare.italian.romans import ROMANS
from yapit.core.prepare.italian.signs import SIGNS
from yapit.core.prepare.italian.unit_names import UNITS
from yapit.core.prepare.italian.web import WEB
from yapit.core.prepare.rules import find_rewrites
from yapit.core.prepare.utterance import Rewrite

RULES = Language("it", WEB, CALENDAR, ROMANS, ABBREVIATIONS, MONEY, UNITS, SIGNS, numerals.RULES).rules()

_NUMBERS = ItalianNumbers()


def find_italian_rewrites(text: str, language: str) -> list[Rewrite]:
    """What is said otherwise than it is written."""
    return find_rewrites(text, RULES, _NUMBERS)
