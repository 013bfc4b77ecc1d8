"""An output out of anything that samples can be written to, with a thread of its own that writes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

import numpy as np

from yapit.core.audio import Samples
from yapit.core.errors import OutputError
from yapit.core.outputs.clock import Clock
from yapit.core.outputs.output import Pull

BLOCK_SECONDS = 0.02
"""Written at once, on the sink's own clock."""

_PATIENCE_SECONDS = 1.0


class Sink(Protocol):
    """An open way to a device. One thread writes; `silence` comes from another."""

    def now(self) -> float:
        """The clock that `due` speaks of, in seconds."""
        ...

    def due(self) -> float:
        """When the next sample that is written will be heard.

        Raises:
            OutputError: The device is gone.
        """
        ...

    def write(self, samples: Samples) -> None:
        """Blocks while the device has enough; `silence` ends the wait.

        Raises:
            OutputError: The device is gone.
        """
        ...

    def silence(self) -> None:
        """What was written and not yet heard is dropped; nothing more is written."""
        ...

    def close(self) -> None: ...


class _Stream:
    """One start of an output, until it is silenced or the sink is gone."""

    def __init__(self, sink: Sink, pull: Pull, sample_rate: int) -> None:
        self.sink = sink
        self.clock = Clock(sample_rate, sink.now)
        self.lost = False
        self._pull = pull
        self._block = round(sample_rate * BLOCK_SECONDS)
        self._ended = False
        self._thread = threading.Thread(target=self._write, name="sound", daemon=True)
        self._thread.start()

    def end(self) -> None:
        if self._ended:
            return
        self._ended = True
        self.clock.heard()
        self.clock.freeze()
        self.sink.silence()
        self._thread.join(_PATIENCE_SECONDS)
        if not self._thread.is_alive():  # else a hung server holds it, and the sink is left to it
            self.sink.close()

    def _write(self) -> None:
        try:
            while not self._ended:
                buffer = np.zeros(self._block, np.float32)
                count = self._pull(buffer)
                self.clock.mark(self.sink.due(), count)
                self.sink.write(buffer)
        except OutputError:
            self.clock.freeze()
            self.lost = not self._ended


class SinkOutput:
    """An `Output` over a `Sink`: the sink is opened by each start and closed by each abort."""

    def __init__(self, name: str, description: str, sample_rate: int, open_sink: Callable[[], Sink]) -> None:
        self.name = name
        self.description = description
        self.sample_rate = sample_rate
        self._open_sink = open_sink
        self._stream: _Stream | None = None

    def start(self, pull: Pull) -> None:
        self.abort()
        self._stream = _Stream(self._open_sink(), pull, self.sample_rate)

    def heard(self) -> float:
        return self._stream.clock.heard() if self._stream else 0.0

    def abort(self) -> None:
        if self._stream:
            self._stream.end()

    @property
    def lost(self) -> bool:
        return self._stream.lost if self._stream else False

    def close(self) -> None:
        self.abort()
