"""What the player asks of anything that makes sound."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from yapit.core.audio import Samples

LATENCY_SECONDS = 0.2
"""How much sound a device holds. At 0.1 s and below it stutters beside other work; at 0.2 s it does not."""

Pull = Callable[[Samples], int]
"""Fills a buffer from its start, returns how many samples it filled; the rest is silence. Never blocks."""


@runtime_checkable
class Output(Protocol):
    """One stream of sound: float32 mono. It asks for samples; it keeps the only clock."""

    name: str
    """What the user types: portaudio, pulse, pipe, silent."""

    description: str
    """Where the sound goes, in words."""

    sample_rate: int
    """What the device takes: the one asked for, or the nearest that it can."""

    def start(self, pull: Pull) -> None:
        """Begin to take samples from `pull`, on a thread of the output's own; counting starts at 0.

        May follow `abort`, and also the loss of the device: then it is opened again.

        Raises:
            OutputError: The device cannot be opened or is gone.
        """
        ...

    def heard(self) -> float:
        """How many of the samples taken since `start` have left the speaker by now. Never goes back.

        Silence put in where `pull` had nothing is not counted. After `abort`
        it stays where it was. May be asked from any thread.
        """
        ...

    def abort(self) -> None:
        """Silence, now: what was taken and not yet heard is dropped. `start` may follow."""
        ...

    @property
    def lost(self) -> bool:
        """The device went away while playing."""
        ...

    def close(self) -> None:
        """Give the device back. Twice does no harm."""
        ...
