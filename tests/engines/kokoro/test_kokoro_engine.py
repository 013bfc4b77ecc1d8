"""Kokoro with its real weights: what it says, how long it takes, and what it refuses."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest

from tests.contracts.engine_contract import EngineContract, speak
from yapit.core.document import word_spans
from yapit.core.engine import HasModels, Voice, find_voice
from yapit.core.errors import SynthesisError, UnknownVoice
from yapit.engines.kokoro import KokoroEngine


@pytest.fixture(scope="module")
def engine(kokoro: KokoroEngine) -> KokoroEngine:
    return kokoro


class TestKokoroEngine(EngineContract): ...


def test_it_offers_every_english_voice_it_ships(kokoro: KokoroEngine) -> None:
    voices = kokoro.voices()
    assert len(voices) == 28
    assert {voice.language for voice in voices} == {"en-US", "en-GB"}
    assert find_voice(kokoro, "bm_george") == Voice("bm_george", "George", "en-GB", "male")


def test_its_models_can_be_chosen_among(kokoro: KokoroEngine) -> None:
    assert isinstance(kokoro, HasModels)


def test_a_hyphenated_word_lights_up_as_one_and_marks_do_not(kokoro: KokoroEngine) -> None:
    text = "A well-known man — so to speak — left."
    spoken = speak(kokoro, text, speed=1.5)
    assert [word.span for word in spoken.words] == word_spans(text)
    assert all(word.exact for word in spoken.words)
    assert all(word.start < following.start for word, following in pairwise(spoken.words))


def test_speech_begins_and_ends_with_little_silence_and_no_click(kokoro: KokoroEngine) -> None:
    spoken = speak(kokoro, "Go now.")
    loud = np.flatnonzero(np.abs(spoken.samples) > 0.01)
    assert loud[0] / spoken.sample_rate < 0.2
    assert (len(spoken.samples) - loud[-1]) / spoken.sample_rate < 0.3
    assert abs(spoken.samples[0]) < 1e-4
    assert abs(spoken.samples[-1]) < 1e-4


def test_an_american_and_a_briton_say_a_word_differently(kokoro: KokoroEngine) -> None:
    american, briton = (
        next(kokoro.synthesize("Tomato.", find_voice(kokoro, voice))) for voice in ("am_puck", "bf_emma")
    )
    assert american.samples.tobytes() != briton.samples.tobytes()


def test_marks_alone_are_refused(kokoro: KokoroEngine) -> None:
    with pytest.raises(SynthesisError) as caught:
        speak(kokoro, "... — !")
    assert caught.value.cure


@pytest.mark.parametrize("speed", [0.0, 0.49, 2.01, float("nan"), -1.0])
def test_a_speed_it_cannot_speak_at_is_refused(kokoro: KokoroEngine, speed: float) -> None:
    with pytest.raises(SynthesisError) as caught:
        speak(kokoro, "Hello.", speed=speed)
    assert "0.5" in caught.value.cure


def test_a_voice_it_does_not_have_is_refused(kokoro: KokoroEngine) -> None:
    with pytest.raises(UnknownVoice):
        list(kokoro.synthesize("Hello.", Voice("af_nobody", "Nobody", "en-US")))


def test_it_writes_nothing_to_the_terminal() -> None:
    code = (
        "from yapit.engines.kokoro import KokoroEngine\n"
        "engine = KokoroEngine(); engine.warm_up()\n"
        "list(engine.synthesize('Hello.', engine.voices()[0]))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == run.stderr == ""
