"""Half an hour of listening at 3x into a real null sink: nothing missing, nothing late, no growing memory.

`python -m benchmarks.soak [MINUTES [TEMPO]]` plays endless made text with the tone engine, whose beeps can be
counted in the record: a beep that was broken is two, one that was dropped is none, and a stutter is a silence
longer than the longest pause.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import numpy as np

from tests.sound_server import SINK, start_server
from yapit.core.audio import Samples
from yapit.core.cache import NullCache
from yapit.core.document import Span
from yapit.core.engine import find_voice
from yapit.core.narrator import Narrator
from yapit.core.outputs import open_output
from yapit.core.pauses import PAUSES, Pace
from yapit.core.player import Player, State
from yapit.core.split import Boundary, Chunk
from yapit.engines.tone import ToneEngine

RATE = 24_000
_RECORD = ("--format=float32le", "--channels=1", "--raw")
LOUD = 0.02
LEAST_SILENCE = 0.008
"""Seconds; a beep holds no silence so long, and none between two is so short."""


@dataclass(slots=True)
class Heard:
    """What a record holds, counted while it grows."""

    sounds: int = 0
    longest_silence: float = 0.0
    seconds: float = 0.0
    """From the first sound to the last."""

    _quiet: int = field(default=0)
    _at: int = field(default=0)
    _first: int = field(default=0)

    def take(self, samples: Samples) -> None:
        loud = np.flatnonzero(np.abs(samples) > LOUD)
        if len(loud):
            self._count(np.diff(loud, prepend=-self._quiet - 1) - 1)
            if self._first == 0:
                self._first = self._at + int(loud[0])
            self.seconds = (self._at + int(loud[-1]) - self._first) / RATE
        self._quiet = len(samples) - 1 - int(loud[-1]) if len(loud) else self._quiet + len(samples)
        self._at += len(samples)

    def _count(self, silences: np.ndarray[tuple[int], np.dtype[np.int64]]) -> None:
        between = silences[silences > LEAST_SILENCE * RATE]
        if self.sounds == 0:
            between = between[1:]  # what precedes the first sound is no pause
            self.sounds = 1
        self.sounds += len(between)
        if len(between):
            self.longest_silence = max(self.longest_silence, float(between.max()) / RATE)


@dataclass(frozen=True, slots=True)
class Soaked:
    seconds: float
    words: int
    heard: Heard
    underruns: int
    allowed_silence: float
    memory: list[float]
    """MB, at equal distances."""

    cpu: float
    """Share of one core, synthesis of the beeps included."""

    @property
    def passed(self) -> bool:
        whole = self.heard.sounds == self.words and self.underruns == 0
        return whole and self.heard.longest_silence <= self.allowed_silence


def soak(address: str, seconds: float, tempo: float, tell: Callable[[str], object] = str) -> Soaked:
    """Play for about so many seconds on the server at an address; PULSE_SERVER must name it."""
    text = Text(seconds)
    engine = ToneEngine()
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    player = Player(open_output("portaudio").output, tempo=tempo)
    heard = Heard()
    recorder = subprocess.Popen(
        ["parec", "-s", address, "-d", f"{SINK}.monitor", f"--rate={RATE}", *_RECORD],
        stdout=subprocess.PIPE,
    )
    listener = threading.Thread(target=_listen, args=(recorder, heard))
    listener.start()
    time.sleep(0.5)
    memory, cpu = [], time.process_time()
    began = time.monotonic()
    player.play(narrator.narrate(text.chunks()))
    while player.wait(min(max(seconds / 30, 0.2), 60)).state not in (
        State.FINISHED,
        State.FAILED,
        State.PAUSED,
    ):
        memory.append(_resident())
        tell(f"{time.monotonic() - began:6.0f} s  {player.underruns} underruns  {memory[-1]:.1f} MB")
    took, used = time.monotonic() - began, time.process_time() - cpu
    time.sleep(0.5)
    recorder.terminate()
    recorder.wait()
    listener.join()
    player.close()
    narrator.close()
    longest = Pace(tempo).between(PAUSES[Boundary.PARAGRAPH])
    return Soaked(took, text.words, heard, player.underruns, longest + 0.015, memory, used / took)


class Text:
    """Made sentences and paragraphs, for as long as they are wanted."""

    def __init__(self, seconds: float) -> None:
        self.words = 0
        self._until = time.monotonic() + seconds

    def chunks(self) -> Iterator[Chunk]:
        dice, at = random.Random(7), 0
        for number in count():
            words = ["o" * dice.randint(1, 9) for _ in range(dice.randint(1, 18))]
            text = " ".join(words) + "."
            self.words += len(words)
            ends = Boundary.PARAGRAPH if number % 6 == 5 else Boundary.SENTENCE
            yield Chunk(number // 6, Span(at, at + len(text)), text, ends, language="und")
            at += len(text) + 1
            if time.monotonic() > self._until:
                return


def _listen(recorder: subprocess.Popen[bytes], heard: Heard) -> None:
    assert recorder.stdout is not None
    with recorder.stdout as sound:
        while data := sound.read(4 * RATE // 10):
            heard.take(np.frombuffer(data[: len(data) // 4 * 4], "<f4"))


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def main(minutes: float = 30, tempo: float = 3.0) -> None:
    server = start_server()
    os.environ["PULSE_SERVER"] = server.address
    try:
        soaked = soak(server.address, 60 * minutes, tempo, tell=print)
    finally:
        server.close()
    settled = soaked.memory[len(soaked.memory) // 10 :] or [0.0]
    print(
        f"{soaked.seconds:.0f} s at {tempo}x: {soaked.words} words said, {soaked.heard.sounds} heard; "
        f"{soaked.underruns} underruns; longest silence {soaked.heard.longest_silence:.3f} s "
        f"(of {soaked.allowed_silence:.3f}); "
        f"memory {settled[0]:.1f} to {settled[-1]:.1f} MB, at most {max(settled):.1f}; CPU {soaked.cpu:.1%}"
    )
    if not soaked.passed:
        sys.exit(1)


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
