"""German ordinals, whose dot is read off from the words around it."""

from __future__ import annotations

import re

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import before, words
from yapit.core.prepare.rules import Rule, Said

_TAKES_EN = r"am|vom|zum|beim|im|dem|den|des|ab|seit|bis|nach|vor|einem|einen|eines|jeden|jedem|ihrem|seinem"
_TAKES_E = r"der|die|das|jede|eine|ihre|seine"
_ARTICLES = words("am im der die das dem den des vom zum zur beim jeder jede ein eine")
_AFTER_ARTICLE = "|".join(rf"(?<=\b{article}\s)" for article in _ARTICLES)
_WEAK = re.compile(rf"\b(?:{_TAKES_EN}|zur|in der|einer)\s\Z", re.IGNORECASE)
_AFTER_DER = re.compile(rf"\b(?:{_TAKES_E})\s\Z", re.IGNORECASE)


def inflected(ordinal: str, before: str, *, alone: str) -> str:
    """An ordinal with the ending that it takes after the words before it: "am dritten", "der dritte"."""
    if _WEAK.search(before):
        return ordinal + "n"
    return ordinal if _AFTER_DER.search(before) else ordinal + alone


def _ordinal(match: re.Match[str], numbers: Numbers) -> Said:
    return inflected(numbers.ordinal(int(match["number"])), before(match), alone="")


def _decade(match: re.Match[str], numbers: Numbers) -> Said:
    return numbers.year(int(match["number"])) + "er"


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "ordinal",
        rf"(?i:{_AFTER_ARTICLE})(?P<number>[1-9]\d{{0,3}})\.(?=\s\w)",
        _ordinal,
        r"\s\d+\.\s",
    ),
    Rule(
        "ordinal of a century",
        r"(?<![\w.,])(?P<number>[1-9]\d?)\.(?=\s(?:Jahrhundert|Jh|Auflage|Stock|Kapitel|Platz|Klasse|Mal)\b)",
        _ordinal,
        r"\d\.\s[JASKPM]",
    ),
    Rule(
        "part of a word",
        r"(?<![\w.,])\d{1,4}(?=-?(?:fach|mal|jährig|tägig|stündig|köpfig|stellig|teilig|prozentig|seitig|malig))",
        lambda match, numbers: numbers.counted(int(match[0]), feminine=False),
        r"\d-?[fmjtskpu]",
        joined=True,
    ),
    Rule("decade", r"(?<![\w.,])(?P<number>\d{2}|\d{4})er(?!\w)", _decade, r"\der"),
)
