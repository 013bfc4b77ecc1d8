"""The tone engine: real sound and exact times without a model."""

from __future__ import annotations

import pytest

from tests.contracts.engine_contract import EngineContract, speak
from yapit.core.document import word_spans
from yapit.core.engine import find_voice
from yapit.engines.tone import GAP, SECONDS_PER_LETTER, ToneEngine


@pytest.fixture(scope="module")
def engine() -> ToneEngine:
    return ToneEngine()


class TestToneEngine(EngineContract): ...


def test_a_beep_lasts_as_long_as_its_word() -> None:
    spoken = speak(ToneEngine(), "a word")
    assert [word.end - word.start for word in spoken.words] == pytest.approx(
        [SECONDS_PER_LETTER, 4 * SECONDS_PER_LETTER]
    )
    assert spoken.words[1].start == pytest.approx(SECONDS_PER_LETTER + GAP)


def test_every_voice_has_a_pitch_of_its_own() -> None:
    engine = ToneEngine()
    sounds = [next(engine.synthesize("a", voice)).samples.tobytes() for voice in engine.voices()]
    assert len(set(sounds)) == len(engine.voices())


def test_marks_that_are_no_words_make_no_sound() -> None:
    engine = ToneEngine()
    assert not word_spans("... *** —")
    assert not list(engine.synthesize("... *** —", find_voice(engine)))
