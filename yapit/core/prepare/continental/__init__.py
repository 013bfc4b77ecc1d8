"""What the languages of continental Europe have in common: decimal commas, days before months, units behind.

A language is its `Numbers`, its tables and the few rules of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from yapit.core.prepare.continental import abbreviations, dates, money, numerals, romans, signs, units, web
from yapit.core.prepare.continental.abbreviations import Abbreviations
from yapit.core.prepare.continental.dates import Calendar
from yapit.core.prepare.continental.money import Money
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.continental.romans import Romans
from yapit.core.prepare.continental.units import Units
from yapit.core.prepare.continental.web import Web
from yapit.core.prepare.rules import Rule


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    web: Web
    calendar: Calendar
    romans: Romans
    abbreviations: Abbreviations
    money: Money
    units: Units
    signs: Mapping[str, str]
    own: tuple[Rule[Numbers], ...]
    """Rules of its own, such as those for ordinals; they go before the common ones."""

    def rules(self) -> tuple[Rule[Numbers], ...]:
        """In order of precedence: the particular before the general."""
        return (
            *signs.LETTER_RULES,
            *web.rules(self.web),
            *dates.rules(self.calendar),
            *romans.rules(self.romans),
            *self.own,
            *money.rules(self.money),
            *units.rules(self.units),
            *abbreviations.rules(self.abbreviations),
            *numerals.RULES,
            *signs.rules(self.signs, self.code),
        )
