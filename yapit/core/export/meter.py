"""Loudness of sound as ITU-R BS.1770-4 measures it, and the gain that brings it to a target."""

from __future__ import annotations

from math import log10, pi, tan

import numpy as np
from numpy.typing import NDArray

from yapit.core.audio import Samples
from yapit.core.export.limiter import PEAK

TARGET_LUFS = -19.0
"""For one channel what -16 LUFS is for two: what makers of podcasts and audiobooks aim at."""

_MOST_LIMITED = 2.0
"""Peaks are made at most 6 dB quieter than the rest: beyond that a limiter is heard."""

_STEP_SECONDS = 0.1
_STEPS = 4
"""Blocks of 0.4 s begin every 0.1 s."""

_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
_TAIL_SECONDS = 0.17
"""The filter's answer to a click, after which it is below -300 dB."""


class Meter:
    """Add sound in pieces of any length; the answer does not depend on how it was cut."""

    def __init__(self, sample_rate: int) -> None:
        self._step = round(sample_rate * _STEP_SECONDS)
        taps = _answer(sample_rate, round(sample_rate * _TAIL_SECONDS))
        self._size = 1 << (4 * len(taps) - 1).bit_length()
        self._taps = len(taps)
        self._block = (self._size - len(taps) + 1) // self._step * self._step
        self._filter = np.fft.rfft(taps, self._size)
        self._before = np.zeros(len(taps) - 1)
        self._waiting: list[Samples] = []
        self._waiting_count = 0
        self._energies: list[NDArray[np.float64]] = []
        self._tail = 0
        self.peak = 0.0
        """The largest sample."""

    def add(self, samples: Samples) -> None:
        if not len(samples):
            return
        self.peak = max(self.peak, float(np.abs(samples).max()))
        self._waiting.append(samples)
        self._waiting_count += len(samples)
        if self._waiting_count >= self._block:
            self._measure_whole_blocks()

    def loudness(self) -> float:
        """Integrated loudness in LUFS; minus infinity for silence. Call it once, at the end."""
        rest = np.concatenate([*self._waiting, np.zeros(0, np.float32)])
        whole = len(rest) // self._step * self._step
        if whole:
            self._measure(rest[:whole])
        energies = np.concatenate([*self._energies, np.zeros(0)])
        return _gated(_blocks(energies, self._step))

    def _measure_whole_blocks(self) -> None:
        sound = np.concatenate(self._waiting)
        whole = len(sound) // self._block * self._block
        for start in range(0, whole, self._block):
            self._measure(sound[start : start + self._block])
        self._waiting = [sound[whole:]]
        self._waiting_count = len(sound) - whole

    def _measure(self, sound: Samples) -> None:
        """Energies of the filtered sound, a step each; its length is whole steps."""
        line = np.concatenate([self._before, sound])
        filtered = np.fft.irfft(np.fft.rfft(line, self._size) * self._filter, self._size)
        heard = filtered[self._taps - 1 : self._taps - 1 + len(sound)]
        self._energies.append(np.square(heard).reshape(-1, self._step).sum(axis=1))
        self._before = line[len(line) - self._taps + 1 :]


def gain(loudness: float, peak: float, target: float) -> float:
    """The factor that brings sound to a target in LUFS; less where peaks would be limited too far."""
    if peak <= 0.0 or loudness <= _ABSOLUTE_GATE:
        return 1.0
    return float(min(10 ** ((target - loudness) / 20), _MOST_LIMITED * PEAK / peak))


def _blocks(energies: NDArray[np.float64], step: int) -> NDArray[np.float64]:
    """Mean squares of the overlapping blocks; of what is shorter than one, its own."""
    if len(energies) < _STEPS:
        return np.array([energies.mean() / step]) if len(energies) else np.zeros(0)
    summed = np.convolve(energies, np.ones(_STEPS), "valid")
    return summed / (_STEPS * step)


def _gated(blocks: NDArray[np.float64]) -> float:
    loud = blocks[blocks > _power(_ABSOLUTE_GATE)]
    if not len(loud):
        return float("-inf")
    loud = loud[loud > _power(_lufs(float(loud.mean())) + _RELATIVE_GATE)]
    return _lufs(float(loud.mean()))


def _lufs(power: float) -> float:
    return -0.691 + 10 * log10(power)


def _power(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def _answer(rate: int, count: int) -> NDArray[np.float64]:
    """What the K-weighting filter makes of a click: a shelf for the head, then a high pass."""
    click = [1.0] + [0.0] * (count - 1)
    shelved = _filtered(click, *_shelf(rate))
    return np.array(_filtered(shelved, *_high_pass(rate)))


_Coefficients = tuple[tuple[float, float, float], tuple[float, float]]


def _shelf(rate: int) -> _Coefficients:
    """The filter that BS.1770 gives for 48 kHz, at any rate."""
    k, q, high = tan(pi * 1681.974450955533 / rate), 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    whole = 1 + k / q + k * k
    ahead = ((high + band * k / q + k * k) / whole, 2 * (k * k - high) / whole)
    return (*ahead, (high - band * k / q + k * k) / whole), _behind(k, q)


def _high_pass(rate: int) -> _Coefficients:
    return (1.0, -2.0, 1.0), _behind(tan(pi * 38.13547087602444 / rate), 0.5003270373238773)


def _behind(k: float, q: float) -> tuple[float, float]:
    whole = 1 + k / q + k * k
    return 2 * (k * k - 1) / whole, (1 - k / q + k * k) / whole


def _filtered(
    sound: list[float], ahead: tuple[float, float, float], behind: tuple[float, float]
) -> list[float]:
    out: list[float] = []
    x1 = x2 = y1 = y2 = 0.0
    for x in sound:
        y = ahead[0] * x + ahead[1] * x1 + ahead[2] * x2 - behind[0] * y1 - behind[1] * y2
        x1, x2, y1, y2 = x, x1, y, y1
        out.append(y)
    return out
