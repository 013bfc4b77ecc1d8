"""Sound to test with: narration without an engine, a device driven by hand, a way to compare recordings."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from yapit.core.audio import Samples, Speech, Word
from yapit.core.document import Span
from yapit.core.outputs import Pull
from yapit.core.outputs.clock import Clock
from yapit.core.split import Chunk

RATE = 24_000
WORD_SECONDS = 0.1
LETTERS = 5
"""Every word of these narrations is as long on the page."""


def babble(seconds: float, seed: int = 0, rate: int = RATE) -> Samples:
    """Noise from 80 to 6000 Hz: every stretch of it is unlike any other, and no resampler spoils it."""
    count = round(seconds * rate)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    frequencies = np.fft.rfftfreq(count, 1 / rate)
    spectrum[(frequencies < 80) | (frequencies > 6000)] = 0
    sound = np.fft.irfft(spectrum, count)
    return np.asarray(0.3 * sound / np.max(np.abs(sound)), np.float32)


def tone(seconds: float, frequency: float = 220.0, rate: int = RATE) -> Samples:
    return np.asarray(
        0.3 * np.sin(2 * np.pi * frequency * np.arange(round(seconds * rate)) / rate), np.float32
    )


def spoken(samples: Samples, number: int = 0, rate: int = RATE) -> tuple[Chunk, Speech]:
    """A chunk that sounds like this, with a word every `WORD_SECONDS`; its spans are no other chunk's."""
    count = int(len(samples) / rate / WORD_SECONDS)
    first = number * 1000 * LETTERS
    words = tuple(
        Word(Span(first + n * LETTERS, first + (n + 1) * LETTERS), n * WORD_SECONDS, (n + 1) * WORD_SECONDS)
        for n in range(count)
    )
    text = "word " * count
    return Chunk(number, Span(first, first + len(text)), text), Speech(samples, rate, words)


class Told:
    """A narration of what it is given; `gate` holds it up, `error` ends it."""

    def __init__(
        self,
        parts: Iterable[tuple[Chunk, Speech]],
        *,
        gate: threading.Event | None = None,
        error: BaseException | None = None,
    ) -> None:
        self._parts = parts
        self._gate = gate
        self._error = error
        self.given = 0
        self.closed = False

    has_caught_up = False

    def __iter__(self) -> Iterator[tuple[Chunk, Speech]]:
        for part in self._parts:
            if self._gate is not None:
                self._gate.wait()
            self.given += 1
            yield part
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        self.closed = True


class ManualOutput:
    """A device whose time is moved by hand; what has been heard is in `sound`."""

    name = "manual"
    description = "a test"

    def __init__(self, sample_rate: int = RATE) -> None:
        self.sample_rate = sample_rate
        self.lost = False
        self.starts = 0
        self._latency = round(0.2 * sample_rate)
        self._pull: Pull | None = None
        self._clock: Clock | None = None
        self._time = 0
        self._written = 0
        self._taken: list[Samples] = []
        self._heard_before: list[Samples] = []

    @property
    def sound(self) -> Samples:
        """All that ever left the speaker, without the silence where there was nothing."""
        return np.concatenate([*self._heard_before, self._heard_now()])

    def start(self, pull: Pull) -> None:
        self.abort()
        self.lost = False
        self._taken = []
        self._written = self._time
        self._clock = Clock(self.sample_rate, lambda: self._time / self.sample_rate)
        self._pull = pull
        self.starts += 1

    def heard(self) -> float:
        return self._clock.heard() if self._clock else 0.0

    def abort(self) -> None:
        if self._clock is not None and self._pull is not None:
            self.heard()
            self._clock.freeze()
            self._heard_before.append(self._heard_now())
            self._taken = []
        self._pull = None

    def close(self) -> None:
        self.abort()

    def lose(self) -> None:
        """The device goes away."""
        self.lost = True

    def advance(self, seconds: float) -> None:
        """Let so much time pass, in steps of 10 ms at most."""
        left = round(seconds * self.sample_rate)
        while left > 0:
            step = min(left, self.sample_rate // 100)
            self._take()
            self._time += step
            left -= step

    def _take(self) -> None:
        while (
            self._pull is not None and self._clock is not None and self._written < self._time + self._latency
        ):
            buffer = np.zeros(self.sample_rate // 50, np.float32)
            count = self._pull(buffer)
            self._clock.mark(self._written / self.sample_rate, count)
            self._taken.append(buffer[:count])
            self._written += len(buffer)

    def _heard_now(self) -> Samples:
        return np.concatenate([*self._taken, np.zeros(0, np.float32)])[: round(self.heard())]


@dataclass(frozen=True, slots=True)
class Match:
    """Where one sound was found in another, and how well it fits there."""

    start: int
    likeness: float
    """Correlation over its whole length: 1 where they are the same."""

    worst: float
    """The least correlation of any 50 ms of it."""


def find(part: Samples, whole: Samples, rate: int) -> Match:
    """The place of `part` in `whole`, where it is most like it."""
    size = 1 << (len(part) + len(whole)).bit_length()
    spectrum = np.fft.rfft(whole, size) * np.conj(np.fft.rfft(part, size))
    start = int(np.argmax(np.fft.irfft(spectrum, size)[: max(len(whole) - len(part) + 1, 1)]))
    there = whole[start : start + len(part)]
    step = rate // 20
    pieces = [_likeness(part[n : n + step], there[n : n + step]) for n in range(0, len(part) - step, step)]
    return Match(start, _likeness(part, there), min(pieces, default=0.0))


def silence_in(sound: Samples) -> tuple[int, int]:
    """The longest silence between two sounds: where it begins and where it ends."""
    loud = np.flatnonzero(np.abs(sound) > 1e-3)
    longest = int(np.argmax(np.diff(loud)))
    return int(loud[longest]) + 1, int(loud[longest + 1])


def eventually(true: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait until something is so; fails where it is not in time, even on a very busy machine."""
    if not _poll(true, seconds):
        raise AssertionError("it did not come true in time")


def _poll(true: Callable[[], bool], seconds: float) -> bool:
    pause = threading.Event()
    return any(true() or pause.wait(0.001) for _ in range(int(seconds / 0.001)))


def _likeness(a: Samples, b: Samples) -> float:
    if len(a) != len(b):
        return 0.0
    return float(np.dot(a, b) / (np.sqrt(np.dot(a, a) * np.dot(b, b)) + 1e-12))
