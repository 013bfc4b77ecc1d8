"""Pieces of patterns that the rules of English are built from."""

from __future__ import annotations

import re

from yapit.core.prepare.fragments import (
    DASH,
    FINAL_DOT,
    HAS_CAPITAL,
    HAS_DIGIT,
    HAS_DOT,
    HAS_SIGN,
    MINUS,
    before,
    words,
)

__all__ = [
    "DASH", "FINAL_DOT", "HAS_CAPITAL", "HAS_DIGIT", "HAS_DOT", "HAS_INNER_DOT", "HAS_SIGN", "INITIAL_AFTER",
    "MINUS", "NUMBER", "SIGNED", "START", "before", "words",
]  # fmt: skip

START = r"(?<![\w.])(?<!\d,)(?<![A-Za-z]-)"
"""Nothing that would belong to the number stands before it."""

NUMBER = (
    r"(?:(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|\d{1,3}(?: \d{3}){2,}(?!\d)|\d{1,3} 000(?! ?\d)|\d+)(?:\.\d+)?|\.\d+)"
)
"""A number without its sign; commas or narrow spaces may group its digits."""

SIGNED = MINUS + START + NUMBER

INITIAL_AFTER = re.compile(r"\.\s+[A-Z]")
"""What stands before it was a name's initial rather than a unit or a numeral: "57 W. Main"."""

HAS_INNER_DOT = r"\.\s*[\w(\[§]"
