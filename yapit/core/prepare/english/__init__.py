"""How English is said."""

from __future__ import annotations

from functools import cache

from yapit.core.prepare.english import (
    abbreviations,
    acronyms,
    codes,
    dates,
    formulas,
    money,
    numerals,
    romans,
    signs,
    units,
    web,
    years,
)
from yapit.core.prepare.english.numbers import Numbers
from yapit.core.prepare.rules import Rule, find_rewrites
from yapit.core.prepare.utterance import Rewrite

RULES: tuple[Rule[Numbers], ...] = (
    *signs.LETTER_RULES,
    *formulas.RULES,
    *web.RULES,
    *romans.RULES,
    *dates.RULES,
    *years.RULES,
    *codes.RULES,
    *abbreviations.RULES,
    *money.RULES,
    *units.RULES,
    *years.PLAIN_RULES,
    *numerals.RULES,
    *acronyms.RULES,
    *signs.RULES,
)
"""In order of precedence: the particular before the general."""

_BRITISH = frozenset(("gb", "ie", "au", "nz", "in", "za"))


def find_english_rewrites(text: str, language: str) -> list[Rewrite]:
    """What is said otherwise than it is written; `language` tells American from British ways."""
    return find_rewrites(text, RULES, _numbers(language.lower().rpartition("-")[2] in _BRITISH))


@cache
def _numbers(british: bool) -> Numbers:
    return Numbers(british=british)
