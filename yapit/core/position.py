"""Where the listener is, and how fast, as anybody may know it; loads no sound library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from yapit.core.document import Span
from yapit.core.errors import YapitError
from yapit.core.split import Chunk

MIN_TEMPO = 0.5
MAX_TEMPO = 4.0


class State(StrEnum):
    IDLE = "idle"
    WAITING = "waiting"
    """Playing was asked for, and the next sound is not made yet."""

    PLAYING = "playing"
    PAUSED = "paused"
    """Also where the device cannot be had; then `Position.error` says so, and `resume` tries it again."""

    LOST = "lost"
    """The device went away while playing. It is looked for, and the word that was heard goes on with it."""

    FINISHED = "finished"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Position:
    """Where the listener is. A snapshot: any thread may read it."""

    state: State = State.IDLE
    chunk: Chunk | None = None
    """The chunk being heard, or the last one that was."""

    word: Span | None = None
    """The word being heard, as a place in `Document.text`; it stays until the next one begins."""

    seconds: float = 0.0
    """How much of the chunk has been heard, in seconds at tempo 1."""

    error: YapitError | None = None
