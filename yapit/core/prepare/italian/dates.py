"""Italian dates and times of day."""

from __future__ import annotations

from yapit.core.prepare.continental.dates import Calendar
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import words


def _day(day: int, before: str, numbers: Numbers) -> str:
    return "primo" if day == 1 else numbers.cardinal(day)


def _clock(hour: int, minute: int, numbers: Numbers) -> str:
    said = "una" if hour == 1 else numbers.cardinal(hour)
    return f"{said} e {numbers.cardinal(minute)}" if minute else said


CALENDAR = Calendar(
    months=words("""
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
        """),
    short_months=words("gen|genn feb|febb mar apr mag giu lug ago set|sett ott nov dic"),
    short_days={
        "lun": "lunedì", "mar": "martedì", "mer": "mercoledì", "gio": "giovedì", "ven": "venerdì",
        "sab": "sabato",
        "dom": "domenica",
    },
    day=_day,
    clock=_clock,
)  # fmt: skip
