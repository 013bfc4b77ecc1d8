"""Portuguese dates and times of day."""

from __future__ import annotations

from yapit.core.prepare.continental.dates import Calendar
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import words


def _day(day: int, before: str, numbers: Numbers) -> str:
    return "primeiro" if day == 1 else numbers.cardinal(day)


def _clock(hour: int, minute: int, numbers: Numbers) -> str:
    said = f"{numbers.counted(hour, feminine=True)} {'hora' if hour == 1 else 'horas'}"
    return f"{said} e {numbers.cardinal(minute)}" if minute else said


CALENDAR = Calendar(
    months=words("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    short_months=words("jan fev mar abr mai jun jul ago set out nov dez"),
    short_days={
        "seg": "segunda", "ter": "terça", "qua": "quarta", "qui": "quinta", "sex": "sexta", "sáb": "sábado",
        "dom": "domingo",
    },
    day=_day,
    of="de",
    clock=_clock,
    hour_signs="horas?|hs?",
)  # fmt: skip
