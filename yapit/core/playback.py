"""The way of sound to the device, and back from each sample that is heard to its word.

Speech is laid on a Tape, one line of samples. A Feed takes it from there,
stretches it and keeps it ready for the device; it knows which sample of the
tape is heard with each sample that the device has taken.
"""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections import deque
from dataclasses import dataclass

import numpy as np

from yapit.core.audio import Samples, Speech
from yapit.core.document import Span
from yapit.core.errors import YapitError
from yapit.core.split import Chunk
from yapit.core.stretch import Stretched, Stretcher, resample

AHEAD_SECONDS = 20.0
"""How much narration is taken before it is heard: with the last speech that is all the sound ever held."""

READY_SECONDS = 0.4
"""Stretched and ready for the device, which asks for 0.25 s at once when it starts."""

TAIL_SECONDS = 0.5
"""Silence after the end: the 0.2 s that a device holds, and 0.3 s for what lies behind it."""

_STEP_SECONDS = 0.05  # stretched at once


@dataclass(frozen=True, slots=True)
class Place:
    """What is heard at one sample of a tape."""

    chunk: Chunk
    word: Span | None
    seconds: float
    """From the beginning of the chunk."""


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    samples: Samples
    chunk: Chunk
    speech: Speech
    word_before: Span | None


class Tape:
    """Narration as one line of samples at the device's rate. One thread writes; what was heard is dropped."""

    def __init__(self, sample_rate: int) -> None:
        self.sample_rate = sample_rate
        self.length = 0
        self.ended = False
        self.error: YapitError | None = None
        """Why it ended, where it ended early."""

        self.changed = threading.Event()
        self._pieces: list[_Piece] = []
        self._guard = threading.Condition()
        self._heard = 0
        self._closed = False

    def append(self, chunk: Chunk, speech: Speech) -> None:
        samples = resample(speech.samples, speech.sample_rate, self.sample_rate)
        with self._guard:
            self._pieces.append(_Piece(self.length, samples, chunk, speech, self._last_word()))
            self.length += len(samples)
        self.changed.set()

    def end(self, error: YapitError | None = None) -> None:
        self.error = error
        self.ended = True
        self.changed.set()

    def close(self) -> None:
        """Nobody listens any more: whoever waits for room is let go."""
        with self._guard:
            self._closed = True
            self._guard.notify_all()
        self.changed.set()

    def wait_for_room(self) -> bool:
        """Block until more should be appended; False where the tape was closed instead."""
        with self._guard:
            self._guard.wait_for(lambda: self._closed or self._ahead() < AHEAD_SECONDS)
            return not self._closed

    def heard_to(self, index: int) -> None:
        """The listener is at this sample: what lies before its piece is not needed any more."""
        with self._guard:
            self._heard = index
            while len(self._pieces) > 1 and self._pieces[1].start <= index:
                del self._pieces[0]
            self._guard.notify_all()

    def read(self, start: int, count: int) -> Samples:
        """Samples from an index on: fewer than `count` where a piece ends, none where there are no more."""
        with self._guard:
            piece = self._piece_at(start)
        if piece is None:
            return np.zeros(0, np.float32)
        return piece.samples[start - piece.start : start - piece.start + count]

    def place(self, index: float) -> Place | None:
        """What is heard at a sample; a word stays current until the next begins."""
        with self._guard:
            piece = self._piece_at(index)
        if piece is None:
            return None
        seconds = min((index - piece.start) / self.sample_rate, piece.speech.duration)
        word = piece.speech.word_at(seconds)
        return Place(piece.chunk, word.span if word else piece.word_before, seconds)

    def _ahead(self) -> float:
        return (self.length - self._heard) / self.sample_rate

    def _last_word(self) -> Span | None:
        if not self._pieces:
            return None
        last = self._pieces[-1]
        return last.speech.words[-1].span if last.speech.words else last.word_before

    def _piece_at(self, index: float) -> _Piece | None:
        found = bisect_right(self._pieces, index, key=lambda piece: piece.start) - 1
        return self._pieces[max(found, 0)] if self._pieces else None


class Feed:
    """What a device takes between its start and its silence, from sample `start` of a tape on.

    `pull` runs on the device's thread, `fill` and `change_tempo` on one other;
    `source` may be asked from any. The device's thread never waits: it takes
    blocks from the left of a deque; a change of tempo takes back, from the
    right, what the device has not got yet.
    """

    def __init__(self, tape: Tape, start: int, tempo: float) -> None:
        self._tape = tape
        self._rate = tape.sample_rate
        self._stretcher = Stretcher(self._rate, tempo, start)
        self._hop = self._stretcher.hop
        self._read = start
        self._flushed = False
        self._ready: deque[Samples] = deque()  # one hop each
        self._taken = 0
        self._silence = 0  # samples of silence since the last sound
        # Where each hop lies: samples made up to its beginning, and the sample of the tape heard there.
        # One pair more than there are hops: the last is the end of what was made.
        self._made = [0]
        self._sources = [start]
        self._guard = threading.Lock()

    @property
    def tempo(self) -> float:
        return self._stretcher.tempo

    @property
    def made(self) -> int:
        """Samples made for the device since its start."""
        return self._made[-1]

    @property
    def drained(self) -> bool:
        """The tape has ended, and all of it has been taken with enough silence after it to be heard whole."""
        silent = not self.made or self._silence >= TAIL_SECONDS * self._rate
        return self._flushed and not self._ready and silent

    def pull(self, buffer: Samples) -> int:
        """Copy what is ready into a buffer; returns how many samples that was."""
        filled = 0
        while filled < len(buffer):
            try:
                block = self._ready.popleft()
            except IndexError:
                break
            count = min(len(block), len(buffer) - filled)
            buffer[filled : filled + count] = block[:count]
            if count < len(block):
                self._ready.appendleft(block[count:])
            filled += count
        self._taken += filled
        self._silence = 0 if filled == len(buffer) else self._silence + len(buffer) - filled
        return filled

    def fill(self) -> None:
        """Make sound from the tape until enough is ready, or the tape has no more for now."""
        while self.made - self._taken < READY_SECONDS * self._rate and not self._flushed:
            ended = self._tape.ended  # asked first: what is appended before the end is read before it, too
            samples = self._tape.read(self._read, self._step(self.tempo))
            if not len(samples) and not ended:
                return
            self._read += len(samples)
            self._stretcher.push(samples)
            self._flushed = not len(samples)
            self._append(self._stretcher, self._stretcher.pull(flush=self._flushed))

    def change_tempo(self, tempo: float) -> None:
        """Go on at another tempo, a hop or two after what the device has; smooth, and nothing said twice."""
        changed = False
        while not changed:
            kept = min(bisect_left(self._made, self._taken + self._hop), len(self._made) - 1)
            stretcher = Stretcher(self._rate, tempo, self._sources[kept])
            read = self._sources[kept]
            # Made before anything is taken back: the device may ask at any moment.
            for _ in range(3):
                samples = self._tape.read(read, self._step(tempo))
                stretcher.push(samples)
                read += len(samples)
            stretched = stretcher.pull()
            changed = self._take_back(kept)
        self._stretcher, self._read, self._flushed = stretcher, read, False
        self._append(stretcher, stretched)

    def source(self, heard: float) -> float:
        """The sample of the tape that is heard when the device has played so many samples."""
        with self._guard:
            at = max(bisect_right(self._made, heard) - 1, 0)
            made, source = self._made[at], self._sources[at]
            if at + 1 == len(self._made):
                return float(source)
            share = (heard - made) / (self._made[at + 1] - made)
            return source + share * (self._sources[at + 1] - source)

    def forget(self, heard: float) -> None:
        """Nobody will ask for what was heard before this."""
        with self._guard:
            at = bisect_right(self._made, heard) - 1
            if at > 0:
                del self._made[:at], self._sources[:at]

    def _step(self, tempo: float) -> int:
        return round(_STEP_SECONDS * self._rate * tempo)

    def _append(self, stretcher: Stretcher, stretched: Stretched) -> None:
        count = len(stretched.samples)
        starts = range(0, count, self._hop)
        with self._guard:
            first = self.made
            self._made += [first + min(start + self._hop, count) for start in starts]
            self._sources += [int(source) for source in stretched.sources[1:]]
            if count:
                self._sources.append(stretcher.source)
        self._ready.extend(stretched.samples[start : start + self._hop] for start in starts)

    def _take_back(self, kept: int) -> bool:
        """Take back all hops from `kept` on; False where the device was faster and has some of them."""
        while len(self._made) - 1 > kept:
            try:
                block = self._ready.pop()
            except IndexError:
                return False
            if len(block) < self._made[-1] - self._made[-2]:
                self._ready.append(block)
                return False
            with self._guard:
                del self._made[-1], self._sources[-1]
        return True
