"""How Spanish is said."""

from __future__ import annotations

from yapit.core.prepare.continental import Language
from yapit.core.prepare.rules import find_rewrites
from yapit.core.prepare.spanish import numerals
from yapit.core.prepare.spanish.abbreviations import ABBREVIATIONS
from yapit.core.prepare.spanish.dates import CALENDAR
from yapit.core.prepare.spanish.money import MONEY
from yapit.core.prepare.spanish.numbers import SpanishNumbers
from yapit.core.prepare.spanish.romans import ROMANS
from yapit.core.prepare.spanish.signs import SIGNS
from yapit.core.prepare.spanish.unit_names import UNITS
from yapit.core.prepare.spanish.web import WEB
from yapit.core.prepare.utterance import Rewrite

RULES = Language("es", WEB, CALENDAR, ROMANS, ABBREVIATIONS, MONEY, UNITS, SIGNS, numerals.RULES).rules()

_NUMBERS = SpanishNumbers()


def find_spanish_rewrites(text: str, language: str) -> list[Rewrite]:
    """What is said otherwise than it is written."""
    return find_rewrites(text, RULES, _NUMBERS)
