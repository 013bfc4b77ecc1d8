"""From a tape to the sound that is heard of it at one pace: voices stretched, pauses of their own length."""

from __future__ import annotations

from math import ceil

import numpy as np

from yapit.core.pauses import Pace
from yapit.core.stretch import Stretched, Stretcher
from yapit.core.tape import Rest, Tape

STEP_SECONDS = 0.05
"""Made at once."""


class Pacer:
    """Makes sound from sample `start` of a tape on.

    A voice before a pause is heard to its very end and each one after a pause
    begins afresh, so a pause is as long as it should be, to the sample.
    """

    def __init__(self, tape: Tape, start: int, pace: Pace) -> None:
        self.pace = pace
        self.read = start
        """The next sample to take from the tape."""

        self._tape = tape
        self._stretcher = Stretcher(tape.sample_rate, pace.tempo, start)

    @property
    def hop(self) -> int:
        return self._stretcher.hop

    @property
    def source(self) -> int:
        """The sample of the tape that follows what was made."""
        return self._stretcher.source

    def make(self, limit: int) -> Stretched | None:
        """A little more sound, if possibly none yet; None where the tape holds no more before `limit`."""
        step = round(STEP_SECONDS * self._tape.sample_rate * self.pace.tempo)
        samples = self._tape.read(self.read, step) if self.read < limit else np.zeros(0, np.float32)
        if len(samples):
            self.read += len(samples)
            self._stretcher.push(samples)
            return self._stretcher.pull()
        if self.source < self.read:
            stretched = self._stretcher.pull(flush=True)
            self._go_on_at(self.read)
            return stretched
        rest = self._tape.rest_at(self.read)
        return self._silence(rest) if rest else None

    def _silence(self, rest: Rest) -> Stretched:
        """A step of a pause."""
        rate, start = self._tape.sample_rate, self.read
        ratio = self.pace.silence(rest.whole / rate) * rate / rest.whole
        part = min(rest.left, ceil(STEP_SECONDS * rate / ratio)) if ratio else rest.left
        samples = np.zeros(max(round(part * ratio), 1), np.float32)
        starts = np.arange(0, len(samples), self.hop)
        self._go_on_at(start + part)
        return Stretched(samples, start + starts * part // len(samples))

    def _go_on_at(self, index: int) -> None:
        self.read = index
        self._stretcher = Stretcher(self._tape.sample_rate, self.pace.tempo, index)
