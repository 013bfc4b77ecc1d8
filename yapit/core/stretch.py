"""Sound at another tempo, its pitch kept, or at another rate; what came from where stays known."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, gcd

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from yapit.core.audio import Samples

HOP_SECONDS = 0.015
SEARCH_SECONDS = 0.008
"""How far the sound may lie from its ideal place, to fit what was heard before it."""

_QUIET = 1e-4  # energy below which two pieces are not told apart: -76 dB over a window
_ZERO_CROSSINGS = 16  # each side of the resampling filter: images below -60 dB
_BLOCK = 8192  # output samples resampled at once: 1 MB of windows


@dataclass(frozen=True, slots=True, eq=False)
class Stretched:
    samples: Samples
    sources: NDArray[np.int64]
    """Which source sample is heard at the start of each hop; never goes back. Between two it moves evenly."""


class Stretcher:
    """Streaming WSOLA: push sound in, pull it out `tempo` times as fast.

    Each hop fades from where the sound would go on by itself to the most
    similar place near where it should be. At tempo 1 the two are the same and
    the samples come out unchanged. `tempo` may change between two pulls; the
    sound stays smooth. Costs 0.8 % of a core from tempo 0.5 to 4.
    """

    def __init__(self, sample_rate: int, tempo: float = 1.0, start: int = 0) -> None:
        self.hop = round(sample_rate * HOP_SECONDS)
        self.tempo = tempo
        self._window = 2 * self.hop
        self._search = round(sample_rate * SEARCH_SECONDS)
        self._fft_size = 1 << ceil(np.log2(self._window + 2 * self._search))
        self._fade_in = (0.5 - 0.5 * np.cos(np.pi * np.arange(self.hop) / self.hop)).astype(np.float32)
        self._buffer: Samples = np.zeros(0, np.float32)
        self._first = start  # source index of the buffer's first sample
        self._next = start
        self._ideal = float(start)

    @property
    def source(self) -> int:
        """The source sample that follows what was pulled."""
        return self._next

    def push(self, samples: Samples) -> None:
        self._buffer = np.concatenate([self._buffer, samples])

    def pull(self, *, flush: bool = False) -> Stretched:
        """All that can be made from what was pushed, in whole hops.

        With `flush` nothing is held back for what may follow: call it once,
        at the end. The last hop may then be short.
        """
        end = self._first + len(self._buffer)
        hops: list[Samples] = []
        sources: list[int] = []
        while self._next + self._lookahead(flush=flush) <= end:
            sources.append(self._next)
            hops.append(self._one_hop(end))
        self._next = min(self._next, end)
        self._drop_used()
        samples = np.concatenate(hops) if hops else np.zeros(0, np.float32)
        return Stretched(samples, np.array(sources, np.int64))

    def _lookahead(self, *, flush: bool) -> int:
        """How many samples past the next one must be there for a hop."""
        if flush:
            return 1
        if self.tempo == 1.0:
            return self.hop
        return max(int(self._ideal) + self._search - self._next, 0) + self._window

    def _one_hop(self, end: int) -> Samples:
        natural = self._next
        self._ideal = self._aim(natural, end)
        chosen = natural if int(self._ideal) == natural else self._most_similar(natural, int(self._ideal))
        self._next = chosen + self.hop
        self._ideal += self.hop * self.tempo
        if chosen == natural:
            return self._buffer[natural - self._first : natural - self._first + self.hop]
        before, after = self._at(natural, self.hop), self._at(chosen, self.hop)
        return before + (after - before) * self._fade_in

    def _aim(self, natural: int, end: int) -> float:
        """Where the sound should be; never so near the end that the last of it is not heard as it was."""
        last = end - self.hop - self._search
        if self.tempo == 1.0 or natural + self.hop > end or natural >= last < self._ideal:
            return float(natural)
        return min(self._ideal, float(last))

    def _most_similar(self, natural: int, ideal: int) -> int:
        """The place near `ideal` whose sound is most like that at `natural`, by normalised correlation."""
        first = max(ideal - self._search, natural - self.hop, self._first)
        region = self._at(first, ideal + self._search + self._window - first)
        wanted = self._at(natural, self._window)
        size = self._fft_size
        spectrum = np.fft.rfft(region, size) * np.conj(np.fft.rfft(wanted, size))
        likeness = np.fft.irfft(spectrum, size)[: len(region) - self._window + 1]
        energy = np.cumsum(np.concatenate([[0.0], region.astype(np.float64) ** 2]))
        loudness = np.sqrt(energy[self._window :] - energy[: -self._window] + _QUIET)
        return first + int(np.argmax(likeness / loudness))

    def _at(self, source: int, count: int) -> Samples:
        """So many samples from a source index on; silence past the end of what was pushed."""
        found = self._buffer[source - self._first : source - self._first + count]
        return found if len(found) == count else np.pad(found, (0, count - len(found)))

    def _drop_used(self) -> None:
        used = self._next - self.hop - self._first
        if used > 0:
            self._buffer = self._buffer[used:]
            self._first += used


def resample(samples: Samples, rate: int, to_rate: int) -> Samples:
    """The same sound at another rate: sample `n` of it is heard where `n * rate / to_rate` was.

    A windowed-sinc filter without delay, cut off at the lower of the two
    Nyquist frequencies.
    """
    if rate == to_rate or not len(samples):
        return samples
    up, down = to_rate // gcd(rate, to_rate), rate // gcd(rate, to_rate)
    weights = _filters(up, min(1.0, up / down))
    reach = weights.shape[1] // 2
    windows = sliding_window_view(np.pad(samples, (reach - 1, reach + 1)), 2 * reach)
    out = np.empty(round(len(samples) * up / down), np.float32)
    for start in range(0, len(out), _BLOCK):
        places = np.arange(start, min(start + _BLOCK, len(out)), dtype=np.int64) * down
        out[start : start + len(places)] = np.einsum("ij,ij->i", windows[places // up], weights[places % up])
    return out


def _filters(phases: int, cutoff: float) -> NDArray[np.float32]:
    """One row of weights for each place of an output sample between two source samples."""
    reach = ceil(_ZERO_CROSSINGS / cutoff)
    distance = np.arange(1 - reach, reach + 1)[None, :] - np.arange(phases)[:, None] / phases
    window = 0.5 + 0.5 * np.cos(np.pi * np.clip(distance / reach, -1, 1))
    weights = np.sinc(distance * cutoff) * window
    filters: NDArray[np.float32] = (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
    return filters
