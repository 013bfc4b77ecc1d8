"""The way of sound to the device, and back from each sample that is heard to its place on the tape."""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections import deque

from yapit.core.audio import Samples
from yapit.core.loudness import Loudness
from yapit.core.pacing import Pacer
from yapit.core.pauses import Pace
from yapit.core.stretch import Stretched
from yapit.core.tape import Tape

READY_SECONDS = 0.4
"""Stretched and ready for the device, which asks for 0.25 s at once when it starts."""

CUSHION_SECONDS = 1.0
"""What must be there, as it will be heard, before sound that ran out goes on: a sentence at 3x."""

TAIL_SECONDS = 0.5
"""Silence after the end: the 0.2 s that a device holds, and 0.3 s for what lies behind it."""

_CHANGE_SECONDS = 0.1  # made at another pace before what was made is taken back


class Feed:
    """What a device takes between its start and its silence, from sample `start` of a tape on.

    `pull` runs on the device's thread, `fill` and `change` on one other;
    `source` may be asked from any. The device's thread never waits: it takes
    blocks from the left of a deque; a change of pace takes back, from the
    right, what the device has not got yet.

    Where narration is too slow, the sound stops where a chunk ends. From then
    on it goes on by whole sentences, and only with a cushion.
    """

    def __init__(self, tape: Tape, start: int, pace: Pace, loudness: Loudness) -> None:
        self.underruns = 0
        """Times that the device asked for more than was ready while the tape held more."""

        self._tape = tape
        self._rate = tape.sample_rate
        self._loudness = loudness
        self._pacer = Pacer(tape, start, pace)
        self._hop = self._pacer.hop
        self._flushed = False
        self._dry = True  # the tape has no more for now
        self._excused = False  # it has no more because no text was there, which makes narration not slow
        self._slow = False  # it has been so while the device waited
        self._held = False  # what is ready is held back until there is a cushion
        self._ready: deque[Samples] = deque()  # one hop each, at most
        self._taken = 0
        self._silence = 0  # samples of silence since the last sound
        # Where each hop lies: samples made up to its beginning, and the sample of the tape heard there.
        # One pair more than there are hops: the last is the end of what was made.
        self._made = [0]
        self._sources = [start]
        self._guard = threading.Lock()

    @property
    def pace(self) -> Pace:
        return self._pacer.pace

    @property
    def made(self) -> int:
        """Samples made for the device since its start."""
        return self._made[-1]

    @property
    def taken(self) -> int:
        """Samples that the device took of them."""
        return self._taken

    @property
    def drained(self) -> bool:
        """The tape has ended, and all of it has been taken with enough silence after it to be heard whole."""
        silent = not self.made or self._silence >= TAIL_SECONDS * self._rate
        return self._flushed and not self._ready and silent

    def starves(self, heard: float) -> bool:
        """All that could be heard was, and more is to come."""
        return heard >= self._taken and (self._held or self._taken == self.made) and not self._flushed

    def pull(self, buffer: Samples) -> int:
        """Copy what is ready into a buffer; returns how many samples that was."""
        if self._held or self._loudness.faded:
            self._loudness.skip(len(buffer))
            return 0
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
        self._loudness.apply(buffer[:filled])
        self._loudness.skip(len(buffer) - filled)
        self._taken += filled
        self._silence = 0 if filled == len(buffer) else self._silence + len(buffer) - filled
        if filled < len(buffer) and not (self._dry or self._flushed):
            self.underruns += 1
        return filled

    def fill(self) -> None:
        """Make sound from the tape until enough is ready, or the tape has no more for now."""
        while self.made - self._taken < READY_SECONDS * self._rate and not self._flushed:
            ended = self._tape.ended  # asked first: what is appended before the end is read before it, too
            stretched = self._pacer.make(self._limit())
            if stretched is None:
                self._run_dry(ended=ended)
                break
            self._excused = False
            self._append(stretched, self._pacer.source)
        if self._held and (self._tape.ended or self._has_cushion()):
            self._held = False

    def change(self, pace: Pace) -> None:
        """Go on at another pace, a hop or two after what the device has; smooth, and nothing said twice."""
        changed = False
        while not changed:
            kept = min(bisect_left(self._made, self._taken + self._hop), len(self._made) - 1)
            pacer = Pacer(self._tape, self._sources[kept], pace)
            # Made before anything is taken back: the device may ask at any moment.
            parts: list[tuple[Stretched, int]] = []
            while sum(len(part.samples) for part, _ in parts) < _CHANGE_SECONDS * self._rate:
                if (stretched := pacer.make(self._limit())) is None:
                    break
                parts.append((stretched, pacer.source))
            changed = self._take_back(kept)
        self._pacer, self._flushed = pacer, False
        for stretched, source in parts:
            self._append(stretched, source)

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

    def _limit(self) -> int:
        """How far the tape may be heard now."""
        return self._tape.sentences_end(self._pacer.read) if self._slow else self._tape.length

    def _run_dry(self, *, ended: bool) -> None:
        self._flushed = ended
        self._dry = not ended
        self._excused = self._excused or self._tape.has_caught_up()
        if self._dry and self.made and self._taken == self.made and not self._excused:
            self._slow = self._held = True

    def _has_cushion(self) -> bool:
        ready = (self.made - self._taken) * self.pace.tempo
        return ready + self._limit() - self._pacer.read >= CUSHION_SECONDS * self._rate * self.pace.tempo

    def _append(self, stretched: Stretched, source: int) -> None:
        """What was made, and the sample of the tape that follows it."""
        count = len(stretched.samples)
        starts = range(0, count, self._hop)
        with self._guard:
            first = self.made
            self._made += [first + min(start + self._hop, count) for start in starts]
            self._sources += [int(source) for source in stretched.sources[1:]]
            if count:
                self._sources.append(source)
        self._ready.extend(stretched.samples[start : start + self._hop] for start in starts)
        self._dry = False

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
