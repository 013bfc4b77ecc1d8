"""Dates and times of day: the day before the month, the hours to twenty-four."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import DASH, FINAL_DOT, before
from yapit.core.prepare.rules import Rule, Said

_DATED = re.compile(r"\b(?:am|vom|zum|den|dem|seit|bis|le|du|au|el|del|al|il|dal|em|de|a)\s\Z", re.IGNORECASE)
_DAY = r"0?[1-9]|[12]\d|3[01]"


@dataclass(frozen=True, slots=True)
class Calendar:
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    """As they are shortened, without the dot; January first, `|` between two ways."""

    short_days: Mapping[str, str]
    day: Callable[[int, str, Numbers], str]
    """How the day of a month is said, after the words before it."""

    of: str = ""
    """Between day and month, and between month and year."""

    clock: Callable[[int, int, Numbers], str] = lambda hour, minute, numbers: ""
    """How an hour with its minutes is said."""

    hour_signs: str = "h"
    """What stands between or behind the hours and minutes of a time, as a pattern."""

    hour_words: str = "(?!)"
    """What makes a time of an hour without minutes; other signs make it a number of hours."""

    @property
    def month_pattern(self) -> str:
        shorts = "|".join(self.short_months)
        certain = rf"(?:(?=\.){FINAL_DOT}|(?=\s(?:de\s)?[12]\d{{3}}\b))"  # "3 set" may be sets
        return rf"(?:{'|'.join(self.months)}|(?:{shorts})\b{certain})"

    def month(self, written: str) -> str:
        low = written.rstrip(".").lower()
        for name, shorts in zip(self.months, self.short_months, strict=True):
            if low == name.lower() or low in shorts.lower().split("|"):
                return name
        return written


def _full(
    calendar: Calendar, day: int, month: int, year: str, match: re.Match[str], numbers: Numbers
) -> Said:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    of = f" {calendar.of} " if calendar.of else " "
    said = calendar.day(day, before(match), numbers) + of + calendar.months[month - 1]
    return said + of + numbers.year(int(year)) if year else said


def _iso_date(calendar: Calendar, match: re.Match[str], numbers: Numbers) -> Said:
    return _full(calendar, int(match["day"]), int(match["month"]), match["year"], match, numbers)


def _short_date(calendar: Calendar, match: re.Match[str], numbers: Numbers) -> Said:
    year = match["year"]
    if year and len(year) == 2:
        short = match["sign"] == "." and len(match["day"] + match["month"]) < 4
        if short and not _DATED.search(before(match)):
            return None  # "2.6.32" is a version
        year = ("20" if int(year) < 70 else "19") + year
    return _full(calendar, int(match["day"]), int(match["month"]), year or "", match, numbers)


def _named_date(calendar: Calendar, match: re.Match[str], numbers: Numbers) -> Said:
    said = {"days": calendar.day(int(match["day"]), before(match), numbers)}
    if match["last"]:
        last = calendar.day(int(match["last"]), before(match), numbers)
        said["days"] += f" {numbers.to} {last}"
    said["month"] = calendar.month(match["month"])
    if match["year"]:
        said["year"] = numbers.year(int(match["year"]))
    return said


def _month_year(calendar: Calendar, match: re.Match[str], numbers: Numbers) -> Said:
    return {"month": calendar.month(match["month"]), "year": numbers.year(int(match["year"]))}


def _time(calendar: Calendar, match: re.Match[str], numbers: Numbers) -> Said:
    minute = match["minute"] or match["minute2"] or match["minute3"] or "0"
    return calendar.clock(int(match["hour"]), int(minute), numbers)


def _days(calendar: Calendar, match: re.Match[str], numbers: Numbers) -> Said:
    first, last = (calendar.short_days[match[group].rstrip(".")] for group in ("first", "last"))
    return f"{first} {numbers.to} {last}"


def _day(calendar: Calendar, match: re.Match[str], numbers: Numbers) -> Said:
    return calendar.short_days[match["name"]]


def _written_out(calendar: Calendar) -> tuple[Rule[Numbers], ...]:
    month = rf"(?P<month>{calendar.month_pattern})"
    ordinal = r"(?:\.|er|[ºª°]|\.[ºª])?"
    of = rf"(?:{calendar.of}\s)?" if calendar.of else ""
    year = rf"(?:[,.]?\s{of}(?P<year>[1-9]\d{{3}})(?!\w|[.,]\d))?"
    return (
        Rule(
            "day and month",
            (
                rf"(?<![\w.,:/-])(?P<days>(?P<day>{_DAY}){ordinal}(?:{DASH}(?P<last>{_DAY}){ordinal})?)"
                rf"\s{of}{month}(?!\w){year}"
            ),
            partial(_named_date, calendar),
            r"\d[^\s\d]{0,2}\s",
        ),
        Rule(
            "month and year",
            rf"\b{month}(?!\w),?\s{of}(?P<year>[1-9]\d{{3}})(?!\w|[.,]\d)",
            partial(_month_year, calendar),
            r"[a-z]\.?,?\s(?:d[eo]l?\s)?\d{4}",
        ),
    )


def _in_digits(calendar: Calendar) -> tuple[Rule[Numbers], ...]:
    return (
        Rule(
            "ISO date",
            r"(?<![\w-])(?P<year>\d{4})(?P<sign>[-./])(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?![\d-]|[./]\d)",
            partial(_iso_date, calendar),
            r"\d{4}[-./]\d",
        ),
        Rule(
            "short date",
            (
                rf"(?<![\w/.,-])(?P<day>{_DAY})(?P<sign>[/.-])\s?(?P<month>0?[1-9]|1[0-2])(?P=sign)\s?"
                r"(?P<year>[12]\d{3}|\d\d)(?![\w/-]|[.,]\d)"
            ),
            partial(_short_date, calendar),
            r"\d[/.-]\s?\d{1,2}[/.-]",
        ),
    )


def _of_the_week(calendar: Calendar) -> tuple[Rule[Numbers], ...]:
    days = "|".join(sorted(calendar.short_days, key=len, reverse=True))
    return (
        Rule(
            "days of the week",
            rf"(?<!\w)(?P<first>(?:{days})\.?)\s?[-–]\s?(?P<last>(?:{days})(?:\b{FINAL_DOT}))(?!\w)",
            partial(_days, calendar),
            r"\w\.?\s?[-–]\s?[A-Za-z]",
        ),
        Rule(
            "day of the week",
            rf"(?<!\w)(?P<name>{days})\.,?(?=\s[\d\0])",
            partial(_day, calendar),
            r"\.,?\s\d",
        ),
    )


def _of_the_day(calendar: Calendar) -> Rule[Numbers]:
    signs = calendar.hour_signs
    return Rule(
        "time",
        (
            rf"(?<![\w:.,])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)\s?(?:{signs})(?!\w)"
            rf"|\s?(?:{signs})\s?(?P<minute2>[0-5]\d)(?:\s?min\b)?(?!\w|[.,]\d)"
            rf"|\s?(?:{calendar.hour_words})(?!\w)|:(?P<minute3>[0-5]\d)(?!\w|[:.,]\d))"
        ),
        partial(_time, calendar),
        rf"\d(?:[:.]\d\d|\s?(?:{signs}))",
    )


def rules(calendar: Calendar) -> tuple[Rule[Numbers], ...]:
    return (
        *_in_digits(calendar),
        *_written_out(calendar),
        *_of_the_week(calendar),
        _of_the_day(calendar),
    )
