"""Years, decades and spans of years."""

from __future__ import annotations

import re

from yapit.core.prepare.english.dates import MONTHS
from yapit.core.prepare.english.fragments import before
from yapit.core.prepare.english.numbers import Numbers, plural
from yapit.core.prepare.rules import Rule, Said

_COUNTED = (
    r"\s+(?:[a-z]+\s)?(?:people|persons|participants|patients|subjects|students|users|men|women|children|words"
    r"|bytes|bits|samples|images|pages|tokens|items|copies|votes|points|times|ways|steps|lines|characters"
    r"|miles|meters|metres|years|months|weeks|days|hours|minutes|seconds|cases|examples|documents|files"
    r"|calories|dollars|euros|pounds|more|other)\b"
)
_AMOUNT_BEFORE = re.compile(
    r"(?:\b(?:than|about|around|approximately|roughly|nearly|almost|over|exactly|only|least|most"
    r"|total of|some)|[=<>~≈±])\s*\Z",
    re.IGNORECASE,
)
_ERA_AFTER = re.compile(r"\s(?:BCE?|CE|AD|B\.C\.|A\.D\.)(?!\w)")
_YEAR_BEFORE = re.compile(
    r"\b(?:A\.D\.|in|since|from|until|till|by|year|AD|circa|before|after|of|to|and)\s\Z"
)


def _year_range(match: re.Match[str], numbers: Numbers) -> Said:
    first, last = match["first"], match["last"]
    if len(last) == 4:
        second = numbers.year(int(last))
    elif int(last) > int(first[2:]):
        second = numbers.pair(int(last))
    elif match["dash"] == "-" and 1 <= int(last) <= 12:
        return f"{MONTHS[int(last) - 1]} {numbers.year(int(first))}"
    else:
        return None
    joint = " " if match["dash"] == "/" else " to "
    return numbers.year(int(first)) + joint + second


def _decade(match: re.Match[str], numbers: Numbers) -> Said:
    return plural(numbers.year(int(match["year"])))


def _short_decade(match: re.Match[str], numbers: Numbers) -> Said:
    return plural(numbers.cardinal(int(match["tens"])))


def _short_year(match: re.Match[str], numbers: Numbers) -> Said:
    return numbers.pair(int(match["year"]))


def _plain_year(match: re.Match[str], numbers: Numbers) -> Said:
    year = int(match[0])
    after = match.string[match.end() :]
    if re.match(_COUNTED, after) or (_AMOUNT_BEFORE.search(before(match)) and re.match(r"\s[a-z]", after)):
        return None
    counted_from = _YEAR_BEFORE.search(before(match)) or _ERA_AFTER.match(after)
    if year < 1100 and not counted_from:
        return None
    return numbers.year(year)


RULES: tuple[Rule[Numbers], ...] = (
    Rule("decade", r"(?<![\w.,$€£])(?P<year>[1-9]\d\d0)['’]?s(?!\w)", _decade, r"\d0[\'’]?s"),
    Rule("short decade", r"(?<![\w.,$€£])['’‘]?(?P<tens>[2-9]0)['’]?s(?!\w)", _short_decade, r"\d0[\'’]?s"),
    Rule(
        "year range",
        (
            r"(?<![\w.,/$€£-])(?P<first>1[1-9]\d\d|20\d\d)\s?(?P<dash>[-‐‑–—/])\s?(?P<last>[12]\d{3}|\d\d)"
            r"(?![\w%/-]|[.,]\d)"
        ),
        _year_range,
        r"\d\s?[-‐‑–—/]\s?\d",
    ),
    Rule("short year", r"(?<![\w'’])['’‘](?P<year>\d\d)(?![\w'’\"”])", _short_year, r"[\'’‘]\d"),
)

PLAIN_RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "year",
        (
            r"(?:(?<![\w.,$€£#:/+=×*^-])(?<!\d[-–—])|(?<=[a-z]-))(?:1[0-9]\d\d|20\d\d)"
            r"(?![\w%°×*^/+]|[.,:]\d|[-–—]\d)"
        ),
        _plain_year,
        r"[12]\d{3}",
    ),
)
"""Run after quantities: "1500 km" is no year."""
