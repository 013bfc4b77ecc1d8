"""A process that records a sound server's sink and knows when each sample was heard.

`python -m tests.recorder FILE` prints a line when it records, and ends when its
stdin does. The file holds `sound` (mono, 24 kHz) and `clock`: rows of a sample's
index and the moment it left the sink, in seconds of `time.monotonic`.
"""

from __future__ import annotations

import sys
import threading
import time
from typing import Any

import numpy as np

RATE = 24_000


def main(path: str) -> None:
    import sounddevice  # noqa: PLC0415 - PULSE_SERVER is set for this process only

    blocks: list[Any] = []
    clock: list[tuple[int, float]] = []
    recording = threading.Event()

    def take(block: Any, frames: int, moment: Any, status: object) -> None:
        # PortAudio's clock is another one than time.monotonic.
        behind = moment.currentTime - moment.inputBufferAdcTime
        clock.append((sum(map(len, blocks)), time.monotonic() - behind))
        blocks.append(block[:, 0].copy())
        recording.set()

    with sounddevice.InputStream(samplerate=RATE, channels=1, dtype="float32", latency=0.05, callback=take):
        recording.wait(10)
        sys.stdout.write("recording\n")
        sys.stdout.flush()
        sys.stdin.read()
    np.savez(path, sound=np.concatenate(blocks), clock=np.array(clock))


if __name__ == "__main__":
    main(sys.argv[1])
