from __future__ import annotations

import numpy as np
import pytest

from yapit.core.audio import Speech, Word, decode, encode, estimate_words, join, quantized
from yapit.core.document import Span, word_spans
from yapit.core.errors import CacheError


def speech(seconds: float = 0.5, words: tuple[Word, ...] = (), rate: int = 24_000) -> Speech:
    noise = np.random.default_rng(1).uniform(-1.2, 1.2, round(seconds * rate)).astype(np.float32)
    return Speech(noise, rate, words)


def test_kept_speech_comes_back_to_the_sample_and_to_the_word() -> None:
    words = (Word(Span(0, 3), 0.0, 0.1234567), Word(Span(4, 9), 0.2, 0.5, exact=False))
    said = quantized(speech(words=words))
    back = decode(encode(said))
    assert np.array_equal(back.samples, said.samples)
    assert (back.sample_rate, back.words) == (said.sample_rate, words)


def test_speech_that_was_never_kept_is_the_same_as_kept_speech() -> None:
    fresh = speech()
    assert np.array_equal(quantized(fresh).samples, decode(encode(fresh)).samples)


@pytest.mark.parametrize("damage", [b"", b"{}", b"{}\nfLaC", b"not json\nxx", b'{"words": [[1]]}\n'])
def test_damaged_bytes_are_an_error_with_a_cure(damage: bytes) -> None:
    with pytest.raises(CacheError) as caught:
        decode(damage)
    assert caught.value.cure


def test_a_truncated_entry_is_an_error() -> None:
    data = encode(speech())
    with pytest.raises(CacheError):
        decode(data[:40])


def test_joined_speech_moves_the_words_of_what_comes_later() -> None:
    one = speech(0.5, (Word(Span(0, 1), 0.1, 0.4),))
    two = speech(0.25, (Word(Span(2, 3), 0.0, 0.2),))
    whole = join([one, two])
    assert whole.duration == pytest.approx(0.75)
    assert [(w.start, w.end) for w in whole.words] == [(0.1, 0.4), (0.5, 0.7)]


def test_words_that_stand_for_one_written_word_become_one() -> None:
    said = speech(1.0, (Word(Span(0, 3), 0.0, 0.2), Word(Span(4, 7), 0.2, 0.5, exact=False)))
    moved = said.moved(lambda _: Span(10, 16))
    assert moved.words == (Word(Span(10, 16), 0.0, 0.5, exact=False),)


def test_a_word_stays_current_until_the_next_begins() -> None:
    said = speech(1.0, (Word(Span(0, 1), 0.2, 0.3), Word(Span(2, 3), 0.6, 0.7)))
    current = [said.word_at(seconds) for seconds in (0.1, 0.25, 0.5, 0.6, 0.9)]
    assert [word and word.span.start for word in current] == [None, 0, 0, 2, 2]


def test_estimated_words_cover_the_sound_and_say_that_they_are_estimated() -> None:
    text = "A longer, estimated sentence."
    words = estimate_words(text, 2.0)
    assert [w.span for w in words] == word_spans(text)
    assert (words[0].start, words[-1].end) == (0.0, pytest.approx(2.0))
    assert not any(w.exact for w in words)


def test_padding_adds_silence_at_the_end_only() -> None:
    said = speech(0.5)
    padded = said.padded(0.25)
    assert padded.duration == pytest.approx(0.75)
    assert np.array_equal(padded.samples[: len(said.samples)], said.samples)
    assert not padded.samples[len(said.samples) :].any()
