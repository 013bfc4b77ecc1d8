"""Whatever four hundred characters hold, the model can be given them, and every word is lit at some time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.core.document import has_words, word_spans
from yapit.core.engine import find_voice
from yapit.core.prepare import prepare
from yapit.engines.kokoro import KokoroEngine, g2p, timing
from yapit.engines.kokoro.passages import MAX_PHONEMES, passages

DIALECTS = st.sampled_from(["en-US", "en-GB"])
CROWDED = st.sampled_from(list("0123456789W%€½㎒Ж漢ضé.,-/ "))
TEXTS = st.one_of(
    st.text(min_size=1, max_size=KokoroEngine.max_chars),
    st.text(CROWDED, min_size=300, max_size=KokoroEngine.max_chars),
)


class Hummed:
    """Stands in for the model: the right length of sound for any tokens, three frames a phoneme."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def run(self, tokens: Sequence[int], style: Any, speed: float, options: Any) -> tuple[Any, Any]:
        self.asked.append(len(tokens))
        durations = np.full(len(tokens), 3, np.int64)
        return np.full(3 * len(tokens) * timing.FRAME, 0.1, np.float32), durations


@settings(max_examples=40, deadline=None)
@given(TEXTS, DIALECTS)
def test_no_text_makes_more_phonemes_at_once_than_the_model_takes(text: str, dialect: str) -> None:
    found = list(passages(g2p.phonemize(text, dialect)))
    assert all(len(passage.phonemes) <= MAX_PHONEMES for passage in found)
    assert bool(found) or not any(character.isalnum() for character in text)


@settings(max_examples=40, deadline=None)
@given(TEXTS, DIALECTS)
def test_what_is_offered_for_speaking_has_something_to_say(text: str, dialect: str) -> None:
    spoken = prepare(text, dialect).text
    if has_words(spoken):
        assert list(passages(g2p.phonemize(spoken, dialect)))


@settings(max_examples=40, deadline=None)
@given(TEXTS.filter(has_words))
def test_every_word_gets_its_time_once_and_in_order(text: str) -> None:
    engine, model = KokoroEngine(), Hummed()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine, "_session", model)
        spoken = list(engine.synthesize(text, find_voice(engine, "bf_emma")))
    assert max(model.asked) <= MAX_PHONEMES + 2
    assert [word.span for speech in spoken for word in speech.words] == word_spans(text)
    for speech in spoken:
        times = [time for word in speech.words for time in (word.start, word.end)]
        assert all(one <= other for one, other in pairwise([0.0, *times, speech.duration]))
