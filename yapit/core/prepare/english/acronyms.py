"""Words in capitals, dotted letters and the initials of names."""

from __future__ import annotations

import re

from yapit.core.prepare.english.fragments import FINAL_DOT
from yapit.core.prepare.english.letters import is_shouted, is_spelled, plural_of, spelled
from yapit.core.prepare.english.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said

_ODD = {
    "IEEE": "I triple E",
    "NAACP": "N double A C P",
    "AAA": "triple A",
    "WWI": "World War one",
    "WWII": "World War two",
    "PHD": "P H D",
    "PhD": "P H D",
    "iOS": "I O S",
    "macOS": "mac O S",
    "IoT": "I O T",
    "MSc": "M S C",
    "BSc": "B S C",
    "AT&T": "A T and T",
    "JSON": "Jason",
    "YAML": "Yammel",
    "TOML": "Tommel",
}


def _acronym(match: re.Match[str], numbers: Numbers) -> Said:
    word, ending = match["word"], match["ending"] or ""
    odd = _ODD.get(word)
    if odd is None and not is_spelled(word, shouted=is_shouted(match.string)):
        return None
    said = odd or spelled(word)
    if ending == "s":
        return plural_of(said)
    return said + ending


def _odd_case(match: re.Match[str], numbers: Numbers) -> Said:
    said = _ODD[match["word"]]
    return plural_of(said) if match["plural"] else said


def _with_ampersand(match: re.Match[str], numbers: Numbers) -> Said:
    return _ODD.get(match[0]) or " and ".join(spelled(part) for part in match[0].split("&"))


def _dotted(match: re.Match[str], numbers: Numbers) -> Said:
    letters = match["letters"].replace(".", "").replace(" ", "")
    said = _ODD.get(letters) or spelled(letters)
    return plural_of(said) if match["plural"] else said


def _initial(match: re.Match[str], numbers: Numbers) -> Said:
    return match["letter"]


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "dotted letters",
        rf"(?<![\w.])(?P<letters>(?:[A-Za-z]\.){{1,5}}[A-Za-z](?=\.)|Ph\.\s?D(?=\.)|[BM]\.\s?Sc(?=\.)){FINAL_DOT}(?P<plural>s\b)?(?!\w)",
        _dotted,
        r"[A-Za-z]\.\s?[A-Za-z]",
    ),
    Rule(
        "initial",
        r"(?<![\w.'’])(?P<letter>(?!I\.\s(?![A-Z]))[A-Z])\.(?=\s?[A-Z]|\s[a-z]|-[A-Z]\.)",
        _initial,
        r"[A-Z]\.[\s\w-]",
    ),
    Rule("letters with an ampersand", r"(?<![\w&])[A-Z]{1,3}&[A-Z]{1,3}(?![\w&])", _with_ampersand, "&"),
    Rule(
        "odd case",
        r"(?<!\w)(?P<word>PhD|iOS|macOS|IoT|MSc|BSc)(?P<plural>s)?(?!\w)",
        _odd_case,
        r"[a-z][A-Z]|[BM]Sc",
    ),
    Rule("acronym", r"(?<![\w'’])(?P<word>[A-Z]{2,})(?P<ending>s|['’]s)?(?![\w])", _acronym, r"[A-Z]{2}"),
)
