"""The sleep timer: after so long, or at the end of what is being read, the sound fades and pauses."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from yapit.core.errors import YapitError
from yapit.core.position import Position, State

if TYPE_CHECKING:
    from yapit.core.player import Player

FADE_SECONDS = 8.0
"""How long the sound takes to fade before so many minutes are over."""

_OFTEN = ("5", "10", "15", "30", "45", "60")

_MINUTES = re.compile(r"(\d{1,4}(?:[.,]\d+)?)\s*(?:m|min|mins|minutes?)?", re.IGNORECASE)


class End(StrEnum):
    PARAGRAPH = "paragraph"
    CHAPTER = "chapter"
    DOCUMENT = "document"


def parse_sleep(typed: str) -> float | End | None:
    """Minutes, or the end of something; None for no timer.

    Raises:
        YapitError: It is none of these.
    """
    text = typed.strip().casefold()
    if text in ("", "off", "0"):
        return None
    if text in list(End):
        return End(text)
    if minutes := _MINUTES.fullmatch(text):
        return float(minutes[1].replace(",", "."))
    raise YapitError(
        f"{typed.strip()!r} is no time to sleep", cure="Type minutes, or paragraph, chapter, document, off."
    )


def sleep_named(typed: str) -> str:
    """What was typed, in words; empty where it is no time to sleep."""
    try:
        end = parse_sleep(typed)
    except YapitError:
        return ""
    if end is None:
        return "off"
    return f"end of the {end}" if isinstance(end, End) else f"{end:g} minute{'' if end == 1 else 's'}"


def sleep_choices(is_set: bool) -> Sequence[str]:
    """What is asked for most; to switch it off comes first where it is on."""
    times = [*_OFTEN, *End]
    return ["off", *times] if is_set else [*times, "off"]


class SleepTimer:
    """Set by the listener, minded by the session; of minutes and a place, one is waited for."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.end: End | None = None
        """What it waits for the end of."""

        self.place: int | None = None
        """Where that is; None for the end of the document."""

        self._clock = clock
        self._at: float | None = None

    @property
    def is_set(self) -> bool:
        return self._at is not None or self.end is not None

    @property
    def seconds_left(self) -> float | None:
        """None where it waits for a place, or for nothing."""
        return None if self._at is None else max(self._at - self._clock(), 0.0)

    def clear(self) -> None:
        self._at = self.place = self.end = None

    def after(self, minutes: float) -> None:
        self.clear()
        self._at = self._clock() + minutes * 60

    def at_end_of(self, end: End, place: int | None) -> None:
        """Before the character at `place`; None for the end of the document."""
        self.clear()
        self.end, self.place = end, place

    def mind(self, position: Position, player: Player) -> bool:
        """To be called a few times a second; True when the moment has come: then it is paused."""
        left = self.seconds_left
        if position.state not in (State.PLAYING, State.WAITING, State.LOST):
            if left == 0:  # it came while it was paused anyway
                self.clear()
            return False
        if left is not None and left <= FADE_SECONDS:
            player.fade(left)
        is_over = left == 0 or self._is_behind(position)
        if is_over:
            player.pause()
            self.clear()
        return is_over

    def _is_behind(self, position: Position) -> bool:
        if self.place is None or position.chunk is None:
            return False
        return position.chunk.span.start >= self.place
