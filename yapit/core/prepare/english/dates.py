"""Dates and times of day."""

from __future__ import annotations

import re

from yapit.core.prepare.english.fragments import DASH, FINAL_DOT, before, words
from yapit.core.prepare.english.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said

MONTHS = words("January February March April May June July August September October November December")
_DAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Tues": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}
_MONTH = (
    r"(?P<month>" + "|".join(MONTHS) + rf"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b{FINAL_DOT})"
)
_SHORT_DAY = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
_SHORT_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?P<suffix>st|nd|rd|th|(?<=[23])d)?"
_LAST_DAY = rf"(?:{DASH}(?P<last>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>[1-9]\d{3})"
_END = r"(?![\w%°]|[,.:/]\d|-\d)"

_DATE_BEFORE = re.compile(
    r"\b(?:on|in|by|from|until|since|before|after|of|to|and|this|last|next|every|for)\s\Z", re.I
)
_DATE_AFTER = re.compile(
    r"\s(?:at|and|to|in|the|is|was|were|will|for|from|with|through|or|by|as|when|he|she|it|we|they|until|after"
    r"|before)\b"
    r"|\s?[^\sa-z]|\s*\Z"
)


def _number_of(month: str) -> int:
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(month[:3]))


def _date_without_year(match: re.Match[str], numbers: Numbers) -> Said:
    first, second = int(match["first"]), int(match["second"])
    day, month = (first, second) if numbers.british else (second, first)
    return _full_date(day, month, "", numbers)


def _full_date(day: int, month: int, year: str, numbers: Numbers) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    name, ordinal = MONTHS[month - 1], numbers.ordinal(day)
    said = f"the {ordinal} of {name}" if numbers.british else f"{name} {ordinal}"
    return f"{said}, {numbers.year(int(year))}" if year else said


def _iso_date(match: re.Match[str], numbers: Numbers) -> Said:
    said = _full_date(int(match["day"]), int(match["month"]), match["year"], numbers)
    return said and {"date": said, "joint": "at"} if match["joint"] else said


def _short_date(match: re.Match[str], numbers: Numbers) -> Said:
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if len(year) == 2:
        if match["sign"] == "." and len(match["first"] + match["second"]) < 4:
            return None  # "2.4.38" is a version
        year = ("20" if int(year) < 70 else "19") + year
    day_first = match["sign"] == "." or (numbers.british and second <= 12) or first > 12
    day, month = (first, second) if day_first else (second, first)
    return _full_date(day, month, year, numbers)


def _month_day(match: re.Match[str], numbers: Numbers) -> Said:
    after = match.string[match.end() :]
    bare = not (match["year"] or match["suffix"] or match["last"])
    verb = bare and match["month"] in ("May", "March")  # "May 5 people enter?" is no date
    if verb and not _DATE_BEFORE.search(before(match)) and not _DATE_AFTER.match(after):
        return None
    the = "the " * numbers.british
    said = {"month": MONTHS[_number_of(match["month"]) - 1], "days": the + _days(match, numbers, the)}
    return said | _year_part(match, numbers)


def _day_month(match: re.Match[str], numbers: Numbers) -> Said:
    named = re.search(r"\bthe\s\Z", before(match), re.IGNORECASE)
    days = ("" if named else "the ") + _days(match, numbers, "the ")
    if not match["of"]:
        days += " of"
    said = {"days": days, "month": MONTHS[_number_of(match["month"]) - 1]}
    return said | _year_part(match, numbers)


def _days(match: re.Match[str], numbers: Numbers, the: str) -> str:
    first = numbers.ordinal(int(match["day"]))
    return f"{first} to {the}{numbers.ordinal(int(match['last']))}" if match["last"] else first


def _month_year(match: re.Match[str], numbers: Numbers) -> Said:
    return {"month": MONTHS[_number_of(match["month"]) - 1]} | _year_part(match, numbers)


def _year_part(match: re.Match[str], numbers: Numbers) -> dict[str, str]:
    return {"year": numbers.year(int(match["year"]))} if match["year"] else {}


def _month_name(match: re.Match[str], numbers: Numbers) -> Said:
    return MONTHS[_number_of(match[0]) - 1]


def _days_of_the_week(match: re.Match[str], numbers: Numbers) -> Said:
    joint = {"/": " ", "&": " and "}.get(match["joint"].strip(), " to ")
    return f"{_DAYS[match['first']]}{joint}{_DAYS[match['last']]}"


def _months(match: re.Match[str], numbers: Numbers) -> Said:
    return f"{MONTHS[_number_of(match['first']) - 1]} to {MONTHS[_number_of(match['last']) - 1]}"


def _day_name(match: re.Match[str], numbers: Numbers) -> Said:
    return _DAYS[match["name"]]


def _clock(match: re.Match[str], numbers: Numbers) -> Said:
    if re.search(r"\b(?:ratio|scale|odds|aspect)(?: of)?\s\Z", before(match), re.IGNORECASE):
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    said = [numbers.cardinal(hour)]
    if minute:
        said.append(numbers.pair(minute))
    elif not match["half"]:
        said.append("o'clock" if 0 < hour <= 12 else "hundred")
    if int(match["second"] or 0):
        said.append("and " + numbers.cardinal(int(match["second"])) + " seconds")
    return {"time": " ".join(said)} | _half(match)


def _hour(match: re.Match[str], numbers: Numbers) -> Said:
    return {"hour": numbers.cardinal(int(match["hour"]))} | _half(match)


def _half(match: re.Match[str]) -> dict[str, str]:
    return {"half": f"{match['half'][0].upper()} M"} if match["half"] else {}


_HAS_DATE = r"[JFMASOND][a-z]{2,8}\.?,?\s(?:the\s)?\d|\d(?:st|nd|rd|th)?(?:\sof)?[\s-][JFMASOND][a-z]{2}"
_HALF = rf"(?P<half>[AaPp](?:\.\s?[Mm](?=\.)|[Mm]\b){FINAL_DOT})"

RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "ISO date",
        r"(?<![\w-])(?P<date>(?P<year>\d{4})(?P<sign>[-./])(?P<month>\d\d)(?P=sign)(?P<day>\d\d))(?![\d-]|[./]\d)(?P<joint>T(?=\d\d:))?",
        _iso_date,
        r"\d{4}[-./]\d",
    ),
    Rule(
        "short date",
        (
            r"(?<![\w/.-])(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?P=sign)"
            r"(?P<year>[12]\d{3}|\d\d)(?![\w/-]|\.\d)"
        ),
        _short_date,
        r"\d[/.]\d{1,2}[/.]\d",
    ),
    Rule(
        "date without a year",
        r"(?:(?<=\bon )|(?<=\bby ))(?P<first>\d{1,2})/(?P<second>\d{1,2})(?![\w/]|[.,]\d|\sof\b)",
        _date_without_year,
        r"\d/\d",
    ),
    Rule(
        "days of the week",
        (
            rf"\b(?P<first>{_SHORT_DAY})\.?(?P<joint>\s?[-–—/&]\s?)(?P<last>{_SHORT_DAY})(?:(?=\.){FINAL_DOT}|\b)"
            r"(?!\w)"
        ),
        _days_of_the_week,
        r"[MTWFS][a-z]{2,4}\.?\s?[-–—/&]",
    ),
    Rule(
        "months",
        (
            rf"\b(?P<first>{_SHORT_MONTH})\.?\s?[-–—]\s?(?P<last>{_SHORT_MONTH})(?:(?=\.){FINAL_DOT}|\b)"
            r"(?!\w)"
        ),
        _months,
        r"[JFMASOND][a-z]{2,3}\.?\s?[-–—]",
    ),
    Rule(
        "day of the week at the end",
        (
            r"(?:(?<=\bopen )|(?<=\bfrom )|(?<=\bclosed )|(?<=\bon )|(?<=\buntil ))"
            rf"(?P<name>{_SHORT_DAY})(?=\.?\s*\Z|[,;)])"
        ),
        _day_name,
        r"[a-z] [MTWFS][a-z]{2,4}(?:[,;)]|\.?\s*\Z)",
    ),
    Rule(
        "day of the week",
        (
            r"\b(?P<name>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
            rf"(?:(?=\.,?\s\S){FINAL_DOT}|(?=,?\s(?:\d|the \d|[A-Z][a-z]+\.?\s\d)))(?!\w)"
        ),
        _day_name,
        r"[MTWFS][a-z]{2,4}[.,]?,?\s[\dA-Zt]|[MTWFS][a-z]{2,4}\.,?\s\S",
    ),
    Rule(
        "month and day",
        rf"\b{_MONTH}\s(?:the\s)?(?P<days>{_DAY}{_LAST_DAY}){_END}(?:,?\s{_YEAR}{_END})?",
        _month_day,
        _HAS_DATE,
    ),
    Rule(
        "day and month",
        rf"(?<![\w.,:/$€£-])(?P<days>{_DAY}{_LAST_DAY})(?P<of>\sof)?[\s-]{_MONTH}(?!\w)(?:,?[\s-]{_YEAR}{_END})?",
        _day_month,
        _HAS_DATE,
    ),
    Rule("month and year", rf"\b{_MONTH},?\s{_YEAR}{_END}", _month_year, _HAS_DATE),
    Rule(
        "month",
        rf"\b(?:(?:Jan|Feb|(?<=and )Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?=\.){FINAL_DOT})(?!\w)",
        _month_name,
        r"[JFMASOND][a-z]{2,3}\.",
    ),
    Rule(
        "time",
        (
            r"(?<![\w:.,])(?P<time>(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)"
            rf"(?![\d:]|\.\d)(?:\s?{_HALF})?"
        ),
        _clock,
        r"\d:\d",
    ),
    Rule("hour", rf"(?<![\w:.,])(?P<hour>0?[1-9]|1[0-2])\s?{_HALF}", _hour, r"\d\s?[AaPp]\.?\s?[Mm]"),
)
