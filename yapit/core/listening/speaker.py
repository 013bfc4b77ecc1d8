"""What is needed to be heard, and what is to be seen of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yapit.core.document import Span
from yapit.core.errors import EngineError, YapitError
from yapit.core.position import Position, State

if TYPE_CHECKING:
    from yapit.core.narrator import Narrator
    from yapit.core.player import Player


@dataclass(frozen=True, slots=True)
class Speaker:
    """A narrator and a player; they take a while to load."""

    narrator: Narrator
    player: Player
    note: str = ""
    """Why there is no sound and what cures it; empty where there is."""

    def close(self) -> None:
        self.player.close()
        self.narrator.close()


@dataclass(frozen=True, slots=True)
class View:
    """What is heard now, or will be."""

    state: State
    place: int
    word: Span | None = None
    sentence: Span | None = None
    error: YapitError | None = None

    @classmethod
    def nothing(cls) -> View:
        """Before anything is known."""
        return cls(State.IDLE, 0)

    @property
    def is_running(self) -> bool:
        """Something is heard, or will be as soon as it is made or the device is back."""
        return self.state in (State.PLAYING, State.WAITING, State.LOST)


def place_of(position: Position) -> int:
    """Where to play on: after a chunk that was heard to its end, at the next, which the engine failed on."""
    if position.chunk is None:
        return 0
    if position.state is State.FAILED and isinstance(position.error, EngineError):
        return position.chunk.span.end
    return position.word.start if position.word else position.chunk.span.start
