"""What every engine promises. Subclass it below tests/engines and give a fixture `engine` of module scope."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import numpy as np
import pytest

from yapit.core.audio import Speech, join
from yapit.core.document import word_spans
from yapit.core.engine import Engine, SaysIpa, find_voice
from yapit.core.errors import Interrupted, RuleError, TextTooLong, UnknownVoice
from yapit.core.ipa import marked

SENTENCE = "The old man looked at the sea, and said nothing."
SHORT = "The old man looked."


def speak(engine: Engine, text: str, speed: float = 1.0) -> Speech:
    return join(list(engine.synthesize(text, find_voice(engine), speed)))


def longest(engine: Engine) -> str:
    """As much text as it takes."""
    return ("though " * (engine.max_chars // 7)).rstrip()


def speak_on_and_on(engine: Engine) -> None:
    """Until it is interrupted: an engine may be done with one text before it is asked to stop."""
    while True:
        speak(engine, longest(engine))


@contextmanager
def interrupting(engine: Engine, every: float) -> Iterator[list[float]]:
    """Interrupt the engine every so many seconds until it stops; the list gets the times of asking."""
    asked: list[float] = []
    done = threading.Event()

    def interrupt() -> None:
        while not done.wait(every):
            asked.append(time.monotonic())
            engine.interrupt()

    thread = threading.Thread(target=interrupt)
    thread.start()
    try:
        yield asked
    finally:
        done.set()
        thread.join()


class EngineContract:
    def test_it_is_an_engine(self, engine: Engine) -> None:
        assert isinstance(engine, Engine)
        assert engine.name
        assert engine.model
        assert engine.max_chars > 0

    def test_every_voice_has_an_id_of_its_own(self, engine: Engine) -> None:
        voices = engine.voices()
        assert voices
        assert len({voice.id for voice in voices}) == len(voices)
        assert all(voice.name and voice.language for voice in voices)

    def test_the_default_voice_is_one_of_its_voices(self, engine: Engine) -> None:
        assert find_voice(engine).id == engine.default_voice

    def test_an_unknown_voice_is_refused_with_the_nearest_known(self, engine: Engine) -> None:
        with pytest.raises(UnknownVoice) as caught:
            find_voice(engine, engine.default_voice + "x")
        assert engine.default_voice in caught.value.cure

    def test_it_can_be_warmed_up_more_than_once(self, engine: Engine) -> None:
        engine.warm_up()
        engine.warm_up()
        assert speak(engine, "Go.").duration > 0

    def test_all_pieces_have_one_sample_rate(self, engine: Engine) -> None:
        rates = {piece.sample_rate for piece in engine.synthesize(SHORT, find_voice(engine))}
        assert len(rates) == 1
        assert rates.pop() >= 8000

    def test_speech_is_sound(self, spoken: Speech) -> None:
        assert spoken.samples.dtype == np.float32
        assert spoken.samples.ndim == 1
        assert np.isfinite(spoken.samples).all()
        assert np.abs(spoken.samples).max() <= 1.0
        assert np.sqrt(np.mean(np.square(spoken.samples))) > 0.005

    def test_words_are_heard_in_order_within_the_sound(self, spoken: Speech) -> None:
        for word in spoken.words:
            assert 0.0 <= word.start <= word.end <= spoken.duration + 1e-6
        for word, following in pairwise(spoken.words):
            assert word.end <= following.start + 1e-6
            assert word.span.end <= following.span.start

    def test_every_word_of_the_text_has_its_time(self, spoken: Speech) -> None:
        if spoken.words:
            assert [word.span for word in spoken.words] == word_spans(SENTENCE)

    def test_more_text_takes_longer(self, engine: Engine, spoken: Speech) -> None:
        assert speak(engine, SHORT).duration < spoken.duration

    def test_a_higher_speed_takes_less_time(self, engine: Engine, spoken: Speech) -> None:
        assert speak(engine, SENTENCE, speed=1.5).duration < 0.85 * spoken.duration

    def test_the_same_text_takes_the_same_time_again(self, engine: Engine, spoken: Speech) -> None:
        again = speak(engine, SENTENCE)
        assert again.duration == pytest.approx(spoken.duration, abs=0.05)
        assert [word.span for word in again.words] == [word.span for word in spoken.words]

    def test_more_text_than_it_takes_is_refused_and_never_cut_off(self, engine: Engine) -> None:
        with pytest.raises(TextTooLong):
            speak(engine, longest(engine) + " and more")

    def test_as_much_text_as_it_takes_is_spoken_whole(self, engine: Engine) -> None:
        spoken = speak(engine, longest(engine), speed=2.0)
        if spoken.words:
            assert [word.span for word in spoken.words] == word_spans(longest(engine))

    def test_interrupting_while_nothing_runs_does_nothing(self, engine: Engine) -> None:
        engine.interrupt()
        assert speak(engine, "Go.").duration > 0

    def test_an_interrupted_run_ends_soon_and_the_next_is_whole(self, engine: Engine) -> None:
        short = speak(engine, SHORT).duration
        with interrupting(engine, every=0.3) as asked, pytest.raises(Interrupted):
            speak_on_and_on(engine)
        assert time.monotonic() - asked[0] < 0.5
        assert speak(engine, SHORT).duration == pytest.approx(short, abs=0.05)

    def test_a_run_that_is_given_up_leaves_the_engine_usable(self, engine: Engine) -> None:
        next(iter(engine.synthesize(SHORT, find_voice(engine))))
        engine.interrupt()
        assert speak(engine, "Go.").duration > 0

    def test_a_word_with_ipa_is_one_word_and_heard_otherwise(self, engine: Engine) -> None:
        if not isinstance(engine, SaysIpa):
            pytest.skip("it says no IPA, and is never handed any")
        text = f"The old {marked('man', 'ˈdɒktə')} looked."
        told = speak(engine, text)
        assert told.samples.tobytes() != speak(engine, SHORT).samples.tobytes()
        if told.words:
            assert [word.span for word in told.words] == word_spans(text)

    def test_it_tells_how_a_word_is_said_in_ipa_that_it_can_say(self, engine: Engine) -> None:
        if not isinstance(engine, SaysIpa):
            pytest.skip("it says no IPA, and is never handed any")
        voice = find_voice(engine)
        ipa = engine.pronunciation("looked", voice)
        assert ipa
        engine.check_ipa(ipa, voice)
        with pytest.raises(RuleError) as caught:
            engine.check_ipa("щ", voice)
        assert "щ" in str(caught.value)
        assert caught.value.cure

    def test_one_that_is_closed_takes_nothing_from_another(self, engine: Engine, closing: Engine) -> None:
        closing.warm_up()
        closing.close()
        closing.close()
        assert speak(engine, "Go.").duration > 0

    @pytest.fixture
    def closing(self, engine: Engine) -> Engine:
        """An engine of its own, to be closed."""
        return type(engine)()
