"""Spanish dates and times of day."""

from __future__ import annotations

from yapit.core.prepare.continental.dates import Calendar
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import words


def _day(day: int, before: str, numbers: Numbers) -> str:
    return numbers.cardinal(day)


def _clock(hour: int, minute: int, numbers: Numbers) -> str:
    said = numbers.counted(hour, feminine=True)
    return f"{said} {numbers.cardinal(minute)}" if minute else said


CALENDAR = Calendar(
    months=words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    short_months=words("ene feb mar abr may jun jul ago sep|sept oct nov dic"),
    short_days={
        "lun": "lunes", "mar": "martes", "mié": "miércoles", "jue": "jueves", "vie": "viernes",
        "sáb": "sábado",
        "dom": "domingo",
    },
    day=_day,
    of="de",
    clock=_clock,
    hour_signs="horas|hrs?|h",
)  # fmt: skip
