"""Quantities: a number with its unit, alone or in compounds such as kg/m³."""

from __future__ import annotations

import re

from yapit.core.prepare.english.fragments import DASH, INITIAL_AFTER, NUMBER, SIGNED, before, words
from yapit.core.prepare.english.numbers import Numbers, is_one
from yapit.core.prepare.english.unit_names import unit_words
from yapit.core.prepare.rules import Rule, Said

_SPACED_ONLY = frozenset("KNJth")
"""Attached, these are names: "5K", "4J"; "24h" is let through by its digits."""
_ALONE = frozenset(words("km kg cm mm kHz MHz GHz kWh mph °C °F µm μm µs μs ppm px"))
"""Said in full without a number too; others could be words or names."""

_PER = {
    "hour": "hour", "hr": "hour", "h": "hour", "day": "day", "d": "day", "week": "week", "wk": "week",
    "month": "month", "mo": "month", "year": "year", "yr": "year", "minute": "minute", "min": "minute",
    "second": "second", "sec": "second", "s": "second", "person": "person", "user": "user",
    "night": "night", "mile": "mile", "gallon": "gallon", "kg": "kilogram", "lb": "pound",
    "page": "page", "GB": "gigabyte", "kWh": "kilowatt hour",
}  # fmt: skip

_LETTERS = r"[A-Za-zµμΩ°º℃℉]"
_EXPONENT = r"(?:[²³]|\^[23](?!\d)|[23](?![\d\w]))"
_FACTOR = rf"{_LETTERS}{{1,5}}{_EXPONENT}?"
_UNIT = rf"(?:[%‰](?!\w)|{_FACTOR}(?:[/·⋅]{_FACTOR}){{0,2}}(?!\w|/[A-Za-z]))"
_AMPS_AFTER = re.compile(r"[.,;)]|\s*\Z|\s(?:of|at|and|or|is|fuses?|currents?|chargers?|per)\b")
_NAMED_BY_SIZE = re.compile(r"\s(?!and|or|wide|long|high|deep|tall|in|for|by|to|is|with)[^\W\d_]{2}")
_QUOTE = re.compile(r"(?<!\d)\"")


def _quantity(match: re.Match[str], numbers: Numbers) -> Said:
    symbol, low, high = match["unit"], match["low"], match["high"]
    if symbol in _SPACED_ONLY and not match["gap"] and not (symbol == "h" and low.isdecimal()):
        return None
    if len(symbol) == 1 and INITIAL_AFTER.match(match.string, match.end()):
        return None  # "57 W. Main"
    if symbol == "s" and not match["gap"] and not _is_seconds(low):
        return None
    if symbol == "A" and not _AMPS_AFTER.match(match.string, match.end()):
        return None  # "Figure 2 A shows"
    hyphen = match["gap"] == "-"
    unit = unit_words(symbol, one=hyphen or (is_one(low) and not high))
    if unit is None:
        return None
    amount = numbers.number(low)
    if high:
        amount += " to " + numbers.number(high)
    if hyphen:
        return f"{amount}-{unit}"
    return {"amount": amount, "unit": unit} | ({"dot": ""} if match["dot"] else {})


def _is_seconds(amount: str) -> bool:
    """ "0.5s" and "5s" are seconds; "20s", "747s" are many of a number."""
    return (
        "." in amount
        or (len(amount) == 1 and amount not in "01")
        or (amount[0] == "1" and len(amount) == 2 and amount != "10")
    )


def _alone(match: re.Match[str], numbers: Numbers) -> Said:
    if "/" not in match[0] and match[0] not in _ALONE:
        return None
    above, _, below = match[0].partition("/")
    if below and (above in ("w", "b", "min") or (len(above) == 1 and above not in "mgL")):
        return None
    return unit_words(match[0], one=False)


def _after_fraction(match: re.Match[str], numbers: Numbers) -> Said:
    """ "1/2 tsp": the fraction itself is said by a later rule."""
    unit = unit_words(match["unit"], one=True)
    return unit and {"unit": unit}


def _pressure(match: re.Match[str], numbers: Numbers) -> Said:
    high, low = numbers.whole(match["high"]), numbers.whole(match["low"])
    return {"amount": f"{high} over {low}", "unit": "millimeters of mercury"}


def _duration(match: re.Match[str], numbers: Numbers) -> Said:
    said = [numbers.whole(match["hours"]), "hour" if is_one(match["hours"]) else "hours"]
    said.append(numbers.whole(match["minutes"]))
    if match["named"]:
        said.append("minute" if is_one(match["minutes"]) else "minutes")
    return " ".join(said)


def _square(match: re.Match[str], numbers: Numbers) -> Said:
    power = {"sq": "²", "cu": "³"}[match["power"]]
    unit = unit_words(match["unit"] + power, one=is_one(match["amount"]))
    return {"amount": numbers.number(match["amount"]), "area": unit} if unit else None


def _inch(match: re.Match[str], numbers: Numbers) -> Said:
    one = is_one(match["amount"])
    dot = {"dot": ""} if match["dot"] else {}
    return {"amount": numbers.number(match["amount"]), "unit": "inch" if one else "inches"} | dot


def _per(match: re.Match[str], numbers: Numbers) -> Said:
    return "per " + _PER[match["unit"]]


def _feet_and_inches(match: re.Match[str], numbers: Numbers) -> Said:
    return f"{numbers.number(match['feet'])} foot {numbers.number(match['inches'])}"


def _angle(match: re.Match[str], numbers: Numbers) -> Said:
    said = []
    for group, name in (("degrees", "degree"), ("minutes", "minute"), ("seconds", "second")):
        if match[group]:
            said.append(f"{numbers.number(match[group])} {name}{'' if is_one(match[group]) else 's'}")
    quarter = {"N": "north", "S": "south", "E": "east", "W": "west"}.get(match["quarter"] or "")
    return {"angle": " ".join(said)} | ({"quarter": quarter} if quarter else {})


def _primes(match: re.Match[str], numbers: Numbers) -> Said:
    one = is_one(match["count"])
    names = ("foot", "feet") if match["sign"] == "′" else ("inch", "inches")
    return f"{numbers.number(match['count'])} {names[0 if one else 1]}"


def _inches(match: re.Match[str], numbers: Numbers) -> Said:
    """ "A 27" screen"; where a quotation is open, the sign ends it."""
    if len(_QUOTE.findall(match.string, 0, match.start())) % 2:
        return None
    unit = "inch" if match["noun"] or is_one(match["count"]) else "inches"
    return f"{numbers.number(match['count'])} {unit}"


def _dimensions(match: re.Match[str], numbers: Numbers) -> Said:
    sizes = re.split(r"\s?[x×]\s?", match["sizes"])
    named = _NAMED_BY_SIZE.match(match.string, match.end()) is not None
    unit = unit_words(match["unit"], one=named) if match["unit"] else None
    measured = (
        match["measured"] or unit or (" " not in match["sizes"] and before(match).endswith((" a ", "a ")))
    )
    if "×" in match[0] and not measured and not all(len(size) > 2 for size in sizes):
        return None  # a product
    said = " by ".join(numbers.code(s) if len(s) == 4 and s.isdecimal() else numbers.number(s) for s in sizes)
    return {"sizes": said} | ({"unit": unit} if unit else {})


def _times(match: re.Match[str], numbers: Numbers) -> Said:
    return f"{numbers.number(match['count'])} {'time' if is_one(match['count']) else 'times'}"


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "angle",
        (
            rf"(?P<angle>(?<![\w.,])(?P<degrees>{NUMBER})°(?:\s?(?P<minutes>\d+(?:\.\d+)?)[′'’])?"
            rf"(?:\s?(?P<seconds>\d+(?:\.\d+)?)(?:[″\"”]|′′))?)(?:\s?(?P<quarter>[NSEW])\b)?(?!\s?[CFK]\b)"
        ),
        _angle,
        "°",
    ),
    Rule(
        "feet and inches",
        r"(?<![\w.,])(?P<feet>\d{1,3})['’′]\s?(?P<inches>\d{1,2}(?:\.\d+)?)(?:[\"”″]|['’′]{2})",
        _feet_and_inches,
        r"\d[\'’′]\s?\d",
    ),
    Rule(
        "inches",
        r"(?<![\w.,])(?P<count>\d{1,3}(?:\.\d)?)\"(?=(?P<noun>\s[^\W\d]{2})|\s\w|[,;x×-]|\s[(×-])",
        _inches,
        r"\d\"",
    ),
    Rule("feet or inches", rf"(?<![\w.,])(?P<count>{NUMBER})(?P<sign>[′″])", _primes, "[′″]"),
    Rule(
        "dimensions",
        (
            rf"(?P<sizes>(?<![\w.,^]){NUMBER}(?:\s?[x×]\s?{NUMBER})+(?![\w^⁰¹²³⁴-⁹⁻]|\.\d))"
            r"(?=(?P<measured>[\s-]?(?:mm|cm|m|km|px|in|ft|pixels?|inch(?:es)?|feet|meters?|matri\w+|grids?|tables?)\b)?)"
            r"(?:\s(?P<unit>mm|cm|m|km|in|ft)(?=\s[^\W\d_]{3}|[,;)]|\s*\Z))?"
        ),
        _dimensions,
        r"\d\s?[x×]\s?[\d.]",
    ),
    Rule(
        "times", r"(?<![\w.,])(?<!\d-)(?P<count>\d{1,3}(?:\.\d+)?)[x×X](?![\w×])(?!\s?\d)", _times, r"\d[x×X]"
    ),
    Rule(
        "pressure of the blood",
        r"(?P<amount>(?<![\w.,/])(?P<high>\d{2,3})/(?P<low>\d{2,3}))\s?(?P<unit>mm\s?Hg)(?!\w)",
        _pressure,
        "mm ?Hg",
    ),
    Rule(
        "unit after a fraction",
        rf"(?:(?<=\d/\d)|(?<=\d/\d\d)|(?<=[¼-¾⅐-⅞]))[\s-](?P<unit>{_UNIT})",
        _after_fraction,
        r"(?:\d/\d\d?|[¼-¾⅐-⅞])[\s-][A-Za-z]",
    ),
    Rule(
        "duration",
        r"(?<![\w.,])(?P<hours>\d{1,3})\s?h(?:rs?)?\s?(?P<minutes>[0-5]?\d)(?P<named>\s?m(?:ins?)?)?(?!\w|\.\d)",
        _duration,
        r"\d\s?h",
    ),
    Rule(
        "square or cubic",
        rf"(?P<amount>{SIGNED})[\s-](?P<area>(?P<power>sq|cu)\.?\s(?P<unit>ft|mi|km|m|yd)\b)",
        _square,
        r"\d[\s-](?:sq|cu)",
    ),
    Rule(
        "inches in short",
        (
            rf"(?P<amount>{SIGNED})[\s-]?(?P<unit>in)\b(?:(?P<dot>\.)(?=[,;)]|\s\(|\s(?:[x×]|by|long|wide|high|tall|deep"
            r"|thick|of)\b)|(?=\s?[x×]\s?\d|\.\s*\Z))"
        ),
        _inch,
        r"\d[\s-]?in\b",
    ),
    Rule(
        "quantity",
        (
            rf"(?P<amount>(?<!\d/)(?P<low>{SIGNED})(?:%?{DASH}(?P<high>{NUMBER}))?)(?P<gap>[\s-])?(?P<unit>{_UNIT})"
            r"(?P<dot>\.(?=,|\s[a-z]|\s\0))?"
        ),
        _quantity,
        r"\d[\s-]?[A-Za-zµμΩ°º℃℉%‰]",
    ),
    Rule(
        "per",
        (r"(?<=[\w\0%])/(?P<unit>" + "|".join(sorted(_PER, key=len, reverse=True)) + r")(?!\w)"),
        _per,
        "/[a-zGk]",
    ),
    Rule(
        "unit alone",
        rf"(?<![\w/.]){_LETTERS}{{1,5}}{_EXPONENT}?(?:/{_LETTERS}{{1,4}}{_EXPONENT}?)?(?![\w/])",
        _alone,
        r"[A-Za-zµμΩ]/[A-Za-zµμΩ]|[°µμ]|[km]Hz|[kcm][mg]|[MG]Hz|kWh|mph|ppm|px",
    ),
)
