"""German dates and times of day."""

from __future__ import annotations

from yapit.core.prepare.continental.dates import Calendar
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import words
from yapit.core.prepare.german.numerals import inflected


def _day(day: int, before: str, numbers: Numbers) -> str:
    return inflected(numbers.ordinal(day), before, alone="r")


def _clock(hour: int, minute: int, numbers: Numbers) -> str:
    said = f"{numbers.counted(hour, feminine=False)} Uhr"
    return f"{said} {numbers.cardinal(minute)}" if minute else said


CALENDAR = Calendar(
    months=words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    short_months=words("Jan Feb|Febr Mär|Mrz April|Apr Mai Jun Jul Aug Sep|Sept Okt Nov Dez"),
    short_days={
        "Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag", "Fr": "Freitag",
        "Sa": "Samstag", "So": "Sonntag",
    },
    day=_day,
    clock=_clock,
    hour_signs="Uhr|h",
    hour_words="Uhr",
)  # fmt: skip
