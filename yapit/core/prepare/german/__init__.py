"""How German is said."""

from __future__ import annotations

from yapit.core.prepare.continental import Language
from yapit.core.prepare.german import abbreviations, numerals
from yapit.core.prepare.german.abbreviations import ABBREVIATIONS
from yapit.core.prepare.german.dates import CALENDAR
from yapit.core.prepare.german.money import MONEY
from yapit.core.prepare.german.numbers import GermanNumbers
from yapit.core.prepare.german.romans import ROMANS
from yapit.core.prepare.german.signs import SIGNS
from yapit.core.prepare.german.unit_names import UNITS
from yapit.core.prepare.german.web import WEB
from yapit.core.prepare.rules import find_rewrites
from yapit.core.prepare.utterance import Rewrite

_OWN = (*abbreviations.RULES, *numerals.RULES)
RULES = Language("de", WEB, CALENDAR, ROMANS, ABBREVIATIONS, MONEY, UNITS, SIGNS, _OWN).rules()

_NUMBERS = GermanNumbers()


def find_german_rewrites(text: str, language: str) -> list[Rewrite]:
    """What is said otherwise than it is written."""
    return find_rewrites(text, RULES, _NUMBERS)
