"""French dates and times of day."""

from __future__ import annotations

from yapit.core.prepare.continental.dates import Calendar
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import words


def _day(day: int, before: str, numbers: Numbers) -> str:
    return "premier" if day == 1 else numbers.cardinal(day)


def _clock(hour: int, minute: int, numbers: Numbers) -> str:
    said = f"{numbers.counted(hour, feminine=True)} {'heures' if hour > 1 else 'heure'}"
    return f"{said} {numbers.counted(minute, feminine=True)}" if minute else said


CALENDAR = Calendar(
    months=words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    short_months=words("janv|jan févr|fév mars avr mai juin juil|juill août sept oct nov déc"),
    short_days={
        "lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi", "ven": "vendredi", "sam": "samedi",
        "dim": "dimanche",
    },
    day=_day,
    clock=_clock,
    hour_signs="heures?|h",
)  # fmt: skip
