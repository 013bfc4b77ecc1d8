"""Italian ordinals: "1º", "3ª", "2°"."""

from __future__ import annotations

import re

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said


def _ordinal(match: re.Match[str], numbers: Numbers) -> Said:
    return numbers.ordinal(int(match["number"]), feminine=match["ending"] == "ª")


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "ordinal",
        r"(?<![\w.,])(?P<number>[1-9]\d{0,3})(?P<ending>[ºª]|°(?=\s(?!all|nord|sud|est|ovest|gradi|con|per|non)[a-z]{3}))(?!\w)",
        _ordinal,
        r"\d[ºª°]",
    ),
)
