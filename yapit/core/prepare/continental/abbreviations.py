"""Abbreviations, most of them with a dot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import FINAL_DOT
from yapit.core.prepare.rules import Rule, Said


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """As they are written, with what they stand for; a space within may be missing on the page."""

    anywhere: Mapping[str, str]
    before_numbers: Mapping[str, str]
    before_names: Mapping[str, str]


def table(text: str) -> Mapping[str, str]:
    """A table as text: on each line or after each semicolon `written: said`."""
    entries = (
        entry.partition(": ") for line in text.splitlines() for entry in line.split(";") if entry.strip()
    )
    return {written.strip(): said.strip() for written, _, said in entries}


def _without_spaces(written: str) -> str:
    return re.sub(r"\s", "", written)


def _said(spoken: Mapping[str, str], match: re.Match[str], numbers: Numbers) -> Said:
    word = _without_spaces(match["word"])
    return spoken.get(word) or spoken[word + "."]


def _either(written: Iterable[str]) -> str:
    """A pattern that finds one of them, its last dot left open."""
    longest_first = sorted(written, key=len, reverse=True)
    shapes = (re.escape(w.removesuffix(".")).replace(r"\ ", r"\s?") for w in longest_first)
    ends = (r"(?=\.)" if w.endswith(".") else r"(?!\w)" for w in longest_first)
    return "|".join(shape + end for shape, end in zip(shapes, ends, strict=True)) or "(?!)"


def _rule(name: str, spoken: Mapping[str, str], after: str) -> Rule[Numbers]:
    compact = {_without_spaces(written): said for written, said in spoken.items()}
    starts = "".join(sorted({re.escape(written[0]) for written in spoken})) or "\0"
    return Rule(
        name,
        rf"(?<![\w.'’&/-])(?P<word>{_either(spoken)}){after}",
        partial(_said, compact),
        rf"[{starts}]\w{{0,6}}(?:[.°º]|\s)",
    )


def rules(abbreviations: Abbreviations) -> tuple[Rule[Numbers], ...]:
    return (
        _rule("before a number", abbreviations.before_numbers, r"\.?(?=\s?[\d(\[\0]|\s[IVXL]+\b)"),
        _rule(
            "before a name", abbreviations.before_names, r"\.?(?=\s(?:\w+\.\s|(?:et|und|y|e)\s)?[^\W\d_a-z])"
        ),
        _rule("abbreviation", abbreviations.anywhere, rf"(?!\.\w){FINAL_DOT}(?!\w)"),
    )
