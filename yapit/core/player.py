"""Plays narration on one output stream and always knows which word is being heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from yapit.core.audio import Speech
from yapit.core.document import Span
from yapit.core.errors import YapitError
from yapit.core.outputs import Output
from yapit.core.split import Chunk

MIN_TEMPO = 0.5
MAX_TEMPO = 3.0


class State(StrEnum):
    IDLE = "idle"
    WAITING = "waiting"
    """Playing was asked for, and the next sound is not made yet."""

    PLAYING = "playing"
    PAUSED = "paused"
    FINISHED = "finished"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Position:
    """Where the listener is. A snapshot: any thread may read it."""

    state: State = State.IDLE
    chunk: Chunk | None = None
    """The chunk being heard, or the last one that was."""

    word: Span | None = None
    """The word being heard, as a place in `Document.text`."""

    seconds: float = 0.0
    """How much of the chunk has been heard, in seconds at tempo 1."""

    error: YapitError | None = None


class Narration(Protocol):
    """What a narrator yields; `close` may be called from any thread and returns at once."""

    def __iter__(self) -> Iterator[tuple[Chunk, Speech]]: ...

    def close(self) -> None: ...


class Player:
    """Front ends call play, pause, resume and stop, and look at `position` when they draw."""

    def __init__(self, output: Output, *, tempo: float = 1.0) -> None: ...

    @property
    def output(self) -> Output:
        raise NotImplementedError

    @property
    def tempo(self) -> float:
        raise NotImplementedError

    @tempo.setter
    def tempo(self, tempo: float) -> None:
        """Heard within a quarter of a second, pitch kept; nothing is synthesized again."""

    @property
    def position(self) -> Position:
        return Position()

    def play(self, narration: Narration) -> None:
        """Play from its beginning; whatever was playing is stopped and its narration closed."""

    def pause(self) -> None:
        """Silence within 30 ms; the place is kept to the sample."""

    def resume(self) -> None: ...

    def stop(self) -> None:
        """Silence, now; the narration is closed."""

    def close(self) -> None:
        """Stop, and give the device back."""
