"""Punctuation as the pauses and quotes that the voice knows."""

from __future__ import annotations

import unicodedata
from typing import Final

PAUSES: Final = frozenset(";:,.!?—…")
_KNOWN: Final = PAUSES | frozenset("()“”")
_NEAREST: Final = {
    "[": "(",
    "{": "(",
    "]": ")",
    "}": ")",
    "«": "“",
    "„": "“",
    "‟": "“",
    "‹": "“",
    "»": "”",
    "›": "”",
    "–": "—",
    "―": "—",
    "‒": "—",
    "−": "—",
    "。": ".",
    "、": ",",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "‽": "?",
    "।": ".",
}
_LONGEST_RUN: Final = 3
"""Rows of dots and the like say no more than three of them."""


class Marks:
    """Turns runs of punctuation into symbols, in order; keeps in mind whether a quotation is open."""

    def __init__(self) -> None:
        self._open = False

    def symbols(self, run: str, *, after_space: bool, before_space: bool) -> str:
        """The symbols for one run; empty where it is not heard."""
        dashes = {"-": "—" if after_space and before_space else "", "--": "—", "---": "—"}
        if run in dashes:
            return dashes[run]
        found = ""
        for place, mark in enumerate(run):
            opens = after_space and not found.strip(_OPENERS) and not (before_space and place == len(run) - 1)
            symbol = self._symbol(mark, opens=opens)
            if not found.endswith(symbol * _LONGEST_RUN if symbol else "\0"):
                found += symbol
        return found

    def _symbol(self, mark: str, *, opens: bool) -> str:
        plain = unicodedata.normalize("NFKC", mark) if mark != "…" else mark
        mark = _NEAREST.get(mark, plain)
        mark = _NEAREST.get(mark, mark)
        if mark == '"':
            return "“" if opens else "”"
        if mark in ("'", "‘", "’", "`"):
            return self._single(opens=opens)
        return mark if mark in _KNOWN else ""

    def _single(self, *, opens: bool) -> str:
        """A single quote after a word closes a quotation, or is the apostrophe of the dogs' tails."""
        if opens:
            self._open = True
            return "“"
        closes, self._open = self._open, False
        return "”" if closes else ""


_OPENERS = "“(—"
