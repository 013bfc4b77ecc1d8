"""Between two voices it is silent for as long as was meant, whatever the engine puts around its own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sound import RATE, babble
from yapit.core.audio import Samples, Speech, Word
from yapit.core.document import Span
from yapit.core.pauses import EDGE_SECONDS, EDGES_SECONDS, PAUSES, Pace, trimmed, with_pause
from yapit.core.split import Boundary


def surrounded(before: float, after: float, floor: float = 0.0004) -> Speech:
    """A voice of a second with so many seconds of an engine's hum before and after it."""
    hum = [floor * babble(seconds, 9) for seconds in (before, after)]
    samples = np.concatenate([hum[0], babble(1.0), hum[1]])
    words = (
        Word(Span(0, 3), max(before - 0.05, 0.0), before + 0.5),
        Word(Span(4, 8), before + 0.5, before + 1.0 + after),
    )
    return Speech(samples, RATE, words)


def silences(samples: Samples) -> tuple[float, float]:
    """Seconds before the first and after the last sound."""
    loud = np.flatnonzero(np.abs(samples) > 0.006 * 0.3)
    return loud[0] / RATE, (len(samples) - 1 - loud[-1]) / RATE


@given(before=st.floats(0.001, 0.5), after=st.floats(0.001, 0.5), seconds=st.floats(0.05, 2.0))
@settings(max_examples=30, deadline=None)
def test_the_silence_meant_is_the_silence_made(before: float, after: float, seconds: float) -> None:
    one, two = with_pause(surrounded(before, after), seconds), with_pause(surrounded(after, before), seconds)
    assert silences(one.samples)[1] + silences(two.samples)[0] == pytest.approx(seconds, abs=0.002)


@pytest.mark.parametrize(("before", "after"), [(0.001, 0.001), (0.08, 0.07), (0.3, 0.002)])
def test_nothing_of_the_voice_is_cut(before: float, after: float) -> None:
    inner = slice(round(0.02 * RATE), round(0.98 * RATE))
    voice = babble(1.0)
    samples = trimmed(surrounded(before, after)).samples
    found = samples[round(EDGE_SECONDS * RATE) - 2 :]
    shifts = [np.max(np.abs(found[shift:][inner] - voice[inner])) for shift in range(5)]
    assert min(shifts) < 1e-6


def test_words_keep_their_places_in_the_voice() -> None:
    speech = trimmed(surrounded(0.2, 0.2))
    first, second = speech.words
    assert first.start == 0.0
    assert second.start == pytest.approx(0.5 + EDGE_SECONDS, abs=0.002)
    assert second.end == pytest.approx(speech.duration)


def test_the_same_speech_is_always_trimmed_alike_and_once_is_enough() -> None:
    once, again = trimmed(surrounded(0.1, 0.1)), trimmed(surrounded(0.1, 0.1))
    assert np.array_equal(once.samples, again.samples)
    assert len(trimmed(once).samples) == pytest.approx(len(once.samples), abs=RATE // 200)


def test_silence_is_left_alone() -> None:
    speech = Speech(np.zeros(100, np.float32), RATE)
    assert trimmed(speech) is speech
    assert len(trimmed(Speech(np.zeros(0, np.float32), RATE)).samples) == 0


def test_a_trimmed_voice_begins_and_ends_without_a_step() -> None:
    samples = trimmed(surrounded(0.3, 0.3, floor=0.005)).samples
    assert abs(samples[0]) < 1e-6
    assert abs(samples[-1]) < 1e-4


def test_what_ends_more_is_followed_by_more_silence() -> None:
    lengths = [PAUSES[boundary] for boundary in Boundary]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) == len(lengths)


def test_pauses_shrink_with_the_tempo_and_less_than_it() -> None:
    heard = [Pace(tempo).between(0.4) for tempo in (0.5, 1.0, 2.0, 3.0, 4.0)]
    assert heard == sorted(heard, reverse=True)
    assert heard[1] == 0.4
    assert 0.4 / 3 < heard[3] < 0.4 / 1.5


def test_without_pauses_one_voice_still_ends_before_the_next() -> None:
    assert Pace(1.0, 0.0).between(0.75) == EDGES_SECONDS
    assert Pace(1.0, 0.0).silence(0.75) == 0.0
