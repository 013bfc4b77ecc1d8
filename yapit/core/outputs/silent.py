"""No sound, but a clock: words light up in time where there is nothing to play on, and in tests."""

from __future__ import annotations

import threading
import time

from yapit.core.audio import Samples
from yapit.core.outputs.output import LATENCY_SECONDS
from yapit.core.outputs.sink import SinkOutput


class SilentOutput(SinkOutput):
    """Takes samples as a device would and drops them; `speedup` makes its time run faster than ours."""

    def __init__(self, sample_rate: int = 24_000, *, speedup: float = 1.0) -> None:
        super().__init__("silent", "no sound", sample_rate, lambda: _Nothing(sample_rate, speedup))


class _Nothing:
    """Plays into nothing, `LATENCY_SECONDS` behind what is written."""

    def __init__(self, sample_rate: int, speedup: float) -> None:
        self._rate = sample_rate
        self._speedup = speedup
        self._began = time.monotonic()
        self._written = 0
        self._silenced = threading.Event()

    def now(self) -> float:
        return (time.monotonic() - self._began) * self._speedup

    def due(self) -> float:
        return self._written / self._rate

    def write(self, samples: Samples) -> None:
        self._written += len(samples)
        early = self.due() - LATENCY_SECONDS - self.now()
        if early > 0:
            self._silenced.wait(early / self._speedup)

    def silence(self) -> None:
        self._silenced.set()

    def close(self) -> None: ...
