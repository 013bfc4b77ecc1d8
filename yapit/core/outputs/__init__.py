"""Where sound goes: one module a way of playing it, all behind `Output`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from yapit.core.audio import Samples

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

    def start(self, pull: Pull) -> None:
        """Begin to take samples from `pull`, on a thread of the output's own; counting starts at 0.

        Raises:
            OutputError: The device cannot be opened or is gone.
        """
        ...

    def heard(self) -> float:
        """How many of the samples taken since `start` have left the speaker by now. Never goes back."""
        ...

    def abort(self) -> None:
        """Silence, now: what was taken and not yet heard is dropped. `start` may follow."""
        ...

    @property
    def lost(self) -> bool:
        """The device went away while playing."""
        ...

    def close(self) -> None: ...
