"""French ordinals: "1er", "2e", "21ème"."""

from __future__ import annotations

import re

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said


def _ordinal(match: re.Match[str], numbers: Numbers) -> Said:
    ending = match["ending"]
    if ending in ("nd", "nde", "nds", "ndes"):
        return "second" + ending[2:]
    said = numbers.ordinal(int(match["number"]), feminine=ending.startswith(("re", "ère")))
    return said + "s" if ending.endswith("s") else said


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "ordinal",
        r"(?<![\w.,])(?P<number>[1-9]\d{0,5})(?P<ending>(?:er|re|ère|nd|nde|e|è|ème|ième|eme)s?)(?!\w)",
        _ordinal,
        r"\d[ernèi]",
    ),
)
