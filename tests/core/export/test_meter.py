"""Loudness is what ITU-R BS.1770 says it is."""

from __future__ import annotations

import numpy as np
import pytest

from yapit.core.export.meter import Meter, gain


def measured(samples: np.ndarray, rate: int, pieces: int = 1) -> float:
    meter = Meter(rate)
    for piece in np.array_split(samples.astype(np.float32), pieces):
        meter.add(piece)
    return meter.loudness()


def sine(frequency: float, rate: int, seconds: float, level: float) -> np.ndarray:
    """`level` in dB of full scale, at its peak."""
    time = np.arange(round(seconds * rate)) / rate
    return np.asarray(10 ** (level / 20) * np.sin(2 * np.pi * frequency * time))


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
def test_a_full_sine_at_997_hertz_has_minus_3_01_lufs(rate: int) -> None:
    assert measured(sine(997, rate, 20, 0.0), rate) == pytest.approx(-3.01, abs=0.05)


def test_silence_around_speech_does_not_make_it_quieter() -> None:
    tone = sine(997, 24_000, 20, -20.0)
    assert measured(np.concatenate([tone, np.zeros(24_000 * 60)]), 24_000) == pytest.approx(-23.0, abs=0.1)


def test_what_is_far_quieter_than_the_rest_does_not_count() -> None:
    """EBU Tech 3341, case 3: 10 s at -36, 60 s at -23, 10 s at -36 (for one channel, 3 dB less)."""
    levels = [(10, -36.0), (60, -23.0), (10, -36.0)]
    sound = np.concatenate([sine(1000, 48_000, seconds, level) for seconds, level in levels])
    assert measured(sound, 48_000) == pytest.approx(-26.0, abs=0.1)


def test_how_the_sound_was_cut_does_not_matter() -> None:
    noise = np.random.default_rng(3).uniform(-0.3, 0.3, 24_000 * 9 + 17)
    assert measured(noise, 24_000, 301) == pytest.approx(measured(noise, 24_000), abs=1e-9)


def test_silence_and_nothing_are_left_as_they_are() -> None:
    assert measured(np.zeros(48_000), 24_000) == float("-inf")
    assert measured(np.zeros(0), 24_000) == float("-inf")
    assert gain(float("-inf"), 0.0, -19.0) == 1.0


def test_a_word_shorter_than_a_block_has_a_loudness() -> None:
    assert measured(sine(997, 24_000, 0.25, 0.0), 24_000) == pytest.approx(-3.01, abs=0.3)
