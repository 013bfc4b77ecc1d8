"""Another tempo changes how long it takes, and nothing else that a listener would notice."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sound import RATE, babble, find, tone
from yapit.core.audio import Samples
from yapit.core.stretch import SEARCH_SECONDS, Stretcher, resample

TEMPI = [0.5, 0.75, 1.0, 1.3, 2.0, 3.0, 4.0]


def stretched(samples: Samples, tempo: float, step: int = 1200) -> tuple[Samples, list[int], Stretcher]:
    stretcher = Stretcher(RATE, tempo)
    parts: list[Samples] = []
    sources: list[int] = []
    for start in range(0, len(samples) + 1, step):
        stretcher.push(samples[start : start + step])
        part = stretcher.pull(flush=start + step > len(samples))
        parts.append(part.samples)
        sources += part.sources.tolist()
    return np.concatenate(parts), sources, stretcher


def pitch(samples: Samples, rate: int = RATE) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 1 << 20))
    return float(np.argmax(spectrum)) * rate / (1 << 20)


def steepest(samples: Samples) -> float:
    return float(np.max(np.abs(np.diff(samples))))


@pytest.mark.parametrize("tempo", TEMPI)
@pytest.mark.parametrize("frequency", [110.0, 220.0, 900.0])
def test_the_pitch_is_kept(tempo: float, frequency: float) -> None:
    sound, _, _ = stretched(tone(2.0, frequency), tempo)
    assert pitch(sound) == pytest.approx(frequency, rel=0.01)


@pytest.mark.parametrize("tempo", TEMPI)
def test_it_takes_as_long_as_the_tempo_says(tempo: float) -> None:
    samples = babble(2.0)
    sound, _, stretcher = stretched(samples, tempo)
    assert len(sound) == pytest.approx(len(samples) / tempo, abs=3 * stretcher.hop)


@given(seed=st.integers(0, 99), count=st.integers(0, 9000), step=st.integers(1, 5000))
@settings(max_examples=30, deadline=None)
def test_at_tempo_one_the_samples_come_out_as_they_went_in(seed: int, count: int, step: int) -> None:
    samples = np.random.default_rng(seed).standard_normal(count).astype(np.float32)
    sound, _, _ = stretched(samples, 1.0, step)
    assert np.array_equal(sound, samples)


@given(tempi=st.lists(st.floats(0.5, 4.0), min_size=1, max_size=8), step=st.integers(300, 5000))
@settings(max_examples=20, deadline=None)
def test_the_way_back_to_the_source_never_goes_back(tempi: list[float], step: int) -> None:
    samples = babble(0.5)
    stretcher = Stretcher(RATE)
    sources: list[int] = []
    for start in range(0, len(samples), step):
        stretcher.tempo = tempi[start // step % len(tempi)]
        stretcher.push(samples[start : start + step])
        sources += stretcher.pull(flush=start + step >= len(samples)).sources.tolist()
    assert np.all(np.diff([*sources, stretcher.source]) >= 0)
    assert stretcher.source == len(samples)


@given(tempo=st.floats(0.5, 4.0))
@settings(max_examples=10, deadline=None)
def test_the_source_advances_with_the_tempo(tempo: float) -> None:
    _, sources, stretcher = stretched(babble(1.0), tempo)
    ideal = np.arange(len(sources)) * stretcher.hop * tempo
    allowed = SEARCH_SECONDS * RATE + stretcher.hop * abs(tempo - 1) + 1
    assert np.max(np.abs(sources - ideal)[:-3]) <= allowed


def test_what_is_said_to_be_heard_is_what_is_heard() -> None:
    samples = babble(2.0)
    sound, sources, stretcher = stretched(samples, 1.5)
    for number in range(5, len(sources) - 5, 7):
        at = number * stretcher.hop
        # Around the beginning of a hop there is one source only.
        heard = find(sound[at - 30 : at + 30], samples, RATE)
        assert abs(heard.start + 30 - sources[number]) <= 2


@pytest.mark.parametrize("tempo", TEMPI)
def test_the_last_sound_is_heard_to_its_end(tempo: float) -> None:
    samples = np.concatenate([np.zeros(RATE, np.float32), tone(0.1, 440.0)])
    sound, _, stretcher = stretched(samples, tempo)
    assert stretcher.source == len(samples)
    assert np.max(np.abs(sound[-240:])) == pytest.approx(0.3, rel=0.35)


@pytest.mark.parametrize("tempo", TEMPI)
def test_the_end_is_heard_as_it_was_spoken(tempo: float) -> None:
    samples = babble(1.0)
    sound, _, _ = stretched(samples, tempo)
    assert sound[-24:] == pytest.approx(samples[-24:], abs=0.02)


def test_the_tempo_changes_without_a_click() -> None:
    samples = tone(4.0)
    stretcher = Stretcher(RATE)
    parts: list[Samples] = []
    for number, start in enumerate(range(0, len(samples), 2400)):
        stretcher.tempo = TEMPI[number % len(TEMPI)]
        stretcher.push(samples[start : start + 2400])
        parts.append(stretcher.pull().samples)
    assert steepest(np.concatenate(parts)) <= steepest(samples) * 1.05


@pytest.mark.parametrize("tempo", TEMPI)
def test_a_steady_sound_stays_smooth(tempo: float) -> None:
    sound, _, _ = stretched(tone(2.0), tempo)
    bend = np.max(np.abs(np.diff(sound[: -RATE // 20], 2)))
    assert bend <= 1.05 * np.max(np.abs(np.diff(tone(2.0), 2)))


def test_it_begins_anywhere_in_the_source() -> None:
    samples = babble(1.0)
    stretcher = Stretcher(RATE, start=5000)
    stretcher.push(samples[5000:])
    part = stretcher.pull(flush=True)
    assert np.array_equal(part.samples, samples[5000:])
    assert part.sources[0] == 5000
    assert stretcher.source == len(samples)


@pytest.mark.parametrize(
    ("rate", "to_rate"), [(24_000, 48_000), (24_000, 44_100), (22_050, 24_000), (48_000, 24_000)]
)
def test_another_rate_is_the_same_sound_at_the_same_time(rate: int, to_rate: int) -> None:
    sound = resample(tone(1.0, 1000.0, rate), rate, to_rate)
    wanted = tone(1.0, 1000.0, to_rate)
    assert len(sound) == len(wanted)
    inner = slice(to_rate // 100, -to_rate // 100)
    assert np.max(np.abs(sound[inner] - wanted[inner])) < 1e-4


def test_what_a_lower_rate_cannot_carry_is_left_out() -> None:
    assert np.max(np.abs(resample(tone(1.0, 15_000.0, 48_000), 48_000, 24_000)[500:-500])) < 0.003


def test_the_same_rate_changes_nothing() -> None:
    samples = babble(0.1)
    assert resample(samples, RATE, RATE) is samples
