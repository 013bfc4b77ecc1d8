"""One loud sound in a book does not make all of it quiet."""

from __future__ import annotations

import numpy as np
import pytest

from tests.sound import RATE, babble
from yapit.core.export.limiter import PEAK, limited
from yapit.core.export.meter import Meter, gain

TARGET = -19.0


def with_knocks(level: float, every: float = 3.0) -> np.ndarray:
    """Twelve seconds of sound with a short knock every few seconds, at a peak of 1."""
    sound = level * babble(12.0)
    for start in range(RATE, len(sound), round(every * RATE)):
        sound[start : start + 24] = np.hanning(24)
    return sound


def loudness(samples: np.ndarray) -> float:
    meter = Meter(RATE)
    meter.add(samples)
    return meter.loudness()


def test_a_knock_does_not_hold_the_loudness_back() -> None:
    sound = with_knocks(1.0)
    by = np.float32(gain(loudness(sound), 1.0, TARGET))
    assert by > PEAK, "the knock would pass the limit"
    made = limited(sound * by, RATE)
    assert np.abs(made).max() <= PEAK + 1e-6
    assert loudness(made) == pytest.approx(TARGET, abs=0.3)


def test_only_what_is_near_a_peak_is_made_quieter() -> None:
    sound = np.float32(1.5) * with_knocks(0.3)
    made = limited(sound, RATE)
    changed = np.flatnonzero(made != sound) / RATE
    assert len(changed)
    assert all(min(abs(at - knock) for knock in (1.0, 4.0, 7.0, 10.0)) < 0.08 for at in changed)


@pytest.mark.parametrize("count", [1, 23, 119, 120, 121, 5_000])
@pytest.mark.parametrize("level", [1.0, 1.9])
def test_nothing_passes_the_limit_however_short_or_loud(count: int, level: float) -> None:
    sound = np.random.default_rng(count).uniform(-level, level, count).astype(np.float32)
    sound[count // 2] = level
    made = limited(sound, RATE)
    assert len(made) == count
    assert np.abs(made).max() <= PEAK + 1e-6


def test_what_is_quiet_enough_passes_unchanged() -> None:
    sound = babble(1.0)
    assert limited(sound, RATE) is sound
    assert len(limited(np.zeros(0, np.float32), RATE)) == 0
