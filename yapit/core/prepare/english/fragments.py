"""Pieces of patterns that several modules of rules are built from."""

from __future__ import annotations

import re

START = r"(?<![\w.])(?<!\d,)(?<![A-Za-z]-)"
"""Nothing that would belong to the number stands before it."""

NUMBER = (
    r"(?:(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|\d{1,3}(?: \d{3}){2,}(?!\d)|\d{1,3} 000(?! ?\d)|\d+)(?:\.\d+)?|\.\d+)"
)
"""A number without its sign; commas or narrow spaces may group its digits."""

MINUS = r"(?:(?<![^\s(\[{=<>±~≈≤≥,:;\"“'‘/|×*^])[-−–+](?=\.?\d))?"
"""A sign, where it cannot be a hyphen or a dash."""

SIGNED = MINUS + START + NUMBER

DASH = r"(?:[-‐‑–—−]|\s[-–]\s)"
"""Between the two ends of a range."""

FINAL_DOT = r"(?:\.(?![\"”'’)\]]*\s*\Z))?"
"""The dot of an abbreviation, unless it ends the text too and is wanted for the fall of the voice."""

INITIAL_AFTER = re.compile(r"\.\s+[A-Z]")
"""What stands before it was a name's initial rather than a unit or a numeral: "57 W. Main"."""

HAS_DIGIT = r"\d"
HAS_DOT = r"\."
HAS_INNER_DOT = r"\.\s*[\w(\[§]"
HAS_CAPITAL = r"[A-Z]"
HAS_SIGN = r"[^\w\s.,;:!?'’‘\"“”()\[\]–—…-]|_"


def words(text: str) -> tuple[str, ...]:
    """A list of words, written as text."""
    return tuple(text.split())


def before(match: re.Match[str]) -> str:
    """The words just before a match; as many as a rule may need to decide."""
    return match.string[max(0, match.start() - 60) : match.start()]
