"""Volume is heard at once, clicks never, and what is made louder is not torn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sound import RATE, babble, tone
from yapit.core.audio import Samples
from yapit.core.loudness import MAX_VOLUME, Loudness


def applied(loudness: Loudness, samples: Samples, step: int = 1200) -> Samples:
    parts = [samples[at : at + step].copy() for at in range(0, len(samples), step)]
    for part in parts:
        loudness.apply(part)
    return np.concatenate(parts)


def bend(samples: Samples) -> float:
    """The largest second difference: a click stands out in it."""
    return float(np.max(np.abs(np.diff(samples, 2))))


def test_at_full_volume_samples_pass_unchanged() -> None:
    samples = babble(0.5)
    assert np.array_equal(applied(Loudness(RATE), samples), samples)


@pytest.mark.parametrize("volume", [0.0, 0.3, 1.5])
def test_another_volume_is_reached_soon_and_without_a_click(volume: float) -> None:
    loudness, samples = Loudness(RATE), tone(1.0)
    loudness.volume = volume
    heard = applied(loudness, samples)
    settled = round(0.05 * RATE)
    assert np.max(np.abs(heard[settled:])) == pytest.approx(0.3 * volume, abs=0.001)
    assert bend(heard) < 1.9 * bend(samples)


@given(st.lists(st.floats(-1, 3), min_size=1, max_size=9), st.integers(20, 3000))
@settings(max_examples=50, deadline=None)
def test_whatever_is_asked_for_no_sample_leaves_its_range(volumes: list[float], step: int) -> None:
    loudness = Loudness(RATE)
    loud = 3 * babble(0.05)
    for volume in volumes:
        loudness.volume = volume
        assert 0 <= loudness.volume <= MAX_VOLUME
        assert np.max(np.abs(applied(loudness, loud, step))) <= 1.0


def test_what_is_made_louder_is_bent_and_not_cut_off() -> None:
    loudness, samples = Loudness(RATE), 2.5 * tone(0.5)
    loudness.volume = 1.5
    heard = applied(loudness, samples)[RATE // 10 :]
    assert np.max(np.abs(heard)) < 1.0
    assert np.mean(np.abs(heard) > 0.999 * np.max(np.abs(heard))) < 0.1


def test_a_fade_takes_as_long_as_was_asked_for_and_never_clicks() -> None:
    loudness, samples = Loudness(RATE), tone(3.0)
    loudness.fade(2.0)
    heard = applied(loudness, samples)
    assert loudness.faded
    assert not heard[2 * RATE :].any()
    assert heard[round(1.8 * RATE) : 2 * RATE].any()
    assert np.max(np.abs(heard[: RATE // 10])) > 0.25
    assert bend(heard) <= 1.05 * bend(samples)


def test_a_fade_that_is_asked_for_again_and_again_ends_when_it_should() -> None:
    loudness, samples = Loudness(RATE), tone(2.0)
    for tick in range(60):  # as a sleep timer does that says each time what is left
        loudness.fade(2.0 - tick / 30)
        assert not loudness.faded
        applied(loudness, samples[: RATE // 30])
    assert loudness.faded


def test_a_fade_that_is_taken_back_is_loud_again_without_a_click() -> None:
    loudness, samples = Loudness(RATE), tone(1.0)
    loudness.fade(1.0)
    before = applied(loudness, samples[: RATE // 2])
    loudness.restore()
    after = applied(loudness, samples[RATE // 2 :])
    assert np.array_equal(after[RATE // 10 :], samples[RATE // 2 + RATE // 10 :])
    assert bend(np.concatenate([before, after])) < 1.6 * bend(samples)
