"""Pieces of patterns and small tools that the rules of every language are built from."""

from __future__ import annotations

import re

MINUS = r"(?:(?<![^\s(\[{=<>±~≈≤≥,:;\"“'‘/|×*^])[-−–+](?=\.?\d))?"
"""A sign, where it cannot be a hyphen or a dash."""

DASH = r"(?:[-‐‑–—−]|\s[-–]\s)"
"""Between the two ends of a range."""

FINAL_DOT = r"(?:\.(?![\"”'’)\]]*\s*\Z))?"
"""The dot of an abbreviation, unless it ends the text too and is wanted for the fall of the voice."""

HAS_DIGIT = r"\d"
HAS_DOT = r"\."
HAS_CAPITAL = r"[A-Z]"
HAS_SIGN = r"[^\w\s.,;:!?'’‘\"“”()\[\]–—…-]|_"


def words(text: str) -> tuple[str, ...]:
    """A list of words, written as text."""
    return tuple(text.split())


def before(match: re.Match[str]) -> str:
    """The words just before a match; as many as a rule may need to decide."""
    return match.string[max(0, match.start() - 60) : match.start()]
