"""Keeps single loud samples below a limit, so that they do not hold back how loud all the rest may be."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from yapit.core.audio import Samples

PEAK = 10 ** (-1.0 / 20)
"""No sample is larger: 1 dB is left for what encoders add."""

_BLOCK_SECONDS = 0.005
_REACH = 6
"""Blocks on each side over which it grows quieter and louder again: 30 ms, longer than a voice's period."""


def limited(samples: Samples, sample_rate: int) -> Samples:
    """The same sound, quieter around what would pass `PEAK`; unchanged where nothing does.

    It knows what comes, so nothing is cut off or bent, and begins and ends anew with each piece of
    sound: give it pieces between silences.
    """
    if not len(samples) or np.abs(samples).max() <= PEAK:
        return samples
    block = round(sample_rate * _BLOCK_SECONDS)
    count = ceil(len(samples) / block)
    peaks = np.abs(np.pad(samples, (0, count * block - len(samples)))).reshape(-1, block).max(axis=1)
    needed = PEAK / np.maximum(peaks, PEAK)
    # The least of all that a mean and the line to the next mean see: neither is ever above what is needed.
    around = 2 * _REACH + 1
    held = sliding_window_view(np.pad(needed, around, constant_values=1.0), around + 2).min(axis=1)
    gains = sliding_window_view(held, around).mean(axis=1)
    centres = (np.arange(count) + 0.5) * block
    limits: Samples = np.interp(np.arange(len(samples)), centres, gains).astype(np.float32)
    return samples * limits
