"""Spanish ordinals: "1.º", "3ª", "1er"."""

from __future__ import annotations

import re

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said


def _ordinal(match: re.Match[str], numbers: Numbers) -> Said:
    said = numbers.ordinal(int(match["number"]), feminine=match["ending"] == "ª")
    return said.removesuffix("o") if match["ending"] == "er" else said


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "ordinal",
        r"(?<![\w.,])(?P<number>[1-9]\d{0,3})\.?(?P<ending>[ºª]|°(?!\s?[CF\d])|er)(?!\w)",
        _ordinal,
        r"\d\.?[ºª°e]",
    ),
)
