"""Word times come from the model's own frames; silence is cut, sound never."""

from __future__ import annotations

import numpy as np
import pytest

from yapit.core.audio import Samples
from yapit.core.document import Span, word_spans
from yapit.engines.kokoro.g2p import Token
from yapit.engines.kokoro.timing import FRAME, HEAD, SAMPLE_RATE, TAIL, timed, trimmed, word_starts

FRAME_SECONDS = FRAME / SAMPLE_RATE
PAD = 10


def sound(before: float, seconds: float, after: float) -> Samples:
    """A tone between silences, in seconds."""
    parts = [np.zeros(round(s * SAMPLE_RATE)) for s in (before, seconds, after)]
    parts[1] = 0.3 * np.sin(np.arange(len(parts[1])) * 0.2)
    return np.concatenate(parts).astype(np.float32)


def starts(text: str, tokens: list[Token], *frames: int) -> list[float]:
    """Start of each word, in frames from the first sample."""
    durations = np.array([PAD, *frames, 1], np.int64)
    return [start.seconds / FRAME_SECONDS for start in word_starts(word_spans(text), tokens, durations)]


def test_silence_around_the_sound_is_cut_to_what_sounds_natural() -> None:
    kept, cut = trimmed(sound(0.5, 1.0, 0.5))
    assert cut == pytest.approx(0.5 - HEAD / SAMPLE_RATE, abs=0.006)
    assert len(kept) / SAMPLE_RATE == pytest.approx(1.0 + (HEAD + TAIL) / SAMPLE_RATE, abs=0.011)


def test_sound_without_silence_around_it_is_kept_whole() -> None:
    kept, cut = trimmed(sound(0.0, 1.0, 0.0))
    assert (len(kept), cut) == (SAMPLE_RATE, 0.0)


def test_a_pause_within_the_sound_is_kept() -> None:
    both = np.concatenate([sound(0.2, 0.5, 0.7), sound(0.0, 0.5, 0.2)])
    kept, _ = trimmed(both)
    assert len(kept) / SAMPLE_RATE > 1.7


def test_sound_begins_and_ends_at_zero() -> None:
    kept, _ = trimmed(np.full(2400, 0.5, np.float32))
    assert kept[0] == kept[-1] == 0.0


def test_silence_alone_is_nothing() -> None:
    assert len(trimmed(np.zeros(5000, np.float32))[0]) == 0


def test_a_space_belongs_half_to_each_of_its_words_and_a_phoneme_is_heard_three_frames_early() -> None:
    tokens = [Token(Span(0, 2), "ab", space=True), Token(Span(3, 4), "c", space=False)]
    assert starts("ab c", tokens, 4, 5, 2, 6) == pytest.approx([PAD - 3, PAD + 9 + 1 - 3])


def test_a_mark_takes_time_and_is_no_word() -> None:
    tokens = [
        Token(Span(0, 1), "a", space=False),
        Token(Span(1, 2), ",", space=True),
        Token(Span(3, 4), "b", space=False),
    ]
    assert starts("a, b", tokens, 4, 8, 2, 6) == pytest.approx([PAD - 3, PAD + 4 + 8 + 1 - 3])


def test_a_word_of_several_tokens_begins_with_its_first() -> None:
    tokens = [
        Token(Span(0, 4), "a", space=False),
        Token(Span(4, 5), "", space=False),
        Token(Span(5, 10), "b", space=False),
    ]
    assert starts("well-known", tokens, 4, 5) == pytest.approx([PAD - 3])


def test_a_word_that_is_not_said_takes_no_time() -> None:
    text = "a = b"
    tokens = [
        Token(Span(0, 1), "a", space=True),
        Token(Span(2, 3), "", space=True),
        Token(Span(4, 5), "b", space=False),
    ]
    durations = np.array([PAD, 4, 2, 2, 6, 1], np.int64)
    found = word_starts(word_spans(text), tokens, durations)
    assert [start.exact for start in found] == [True, False, True]
    assert found[1].seconds == found[2].seconds


def test_two_words_said_as_one_token_share_its_time() -> None:
    (first, second) = starts("of—the", [Token(Span(0, 6), "abc", space=False)], 4, 4, 4)
    assert first == pytest.approx(PAD - 3)
    assert second == pytest.approx(PAD - 3 + 6)


def test_words_last_until_the_next_begins_and_the_last_to_the_end() -> None:
    tokens = [Token(Span(0, 1), "a", space=True), Token(Span(2, 3), "b", space=False)]
    spans = word_spans("a b")
    found = word_starts(spans, tokens, np.array([PAD, 4, 2, 6, 1], np.int64))
    one, two = timed(spans, found, cut=0.1, duration=0.4)
    assert one.start == pytest.approx((PAD - 3) * FRAME_SECONDS - 0.1)
    assert one.end == two.start
    assert two.end == 0.4


def test_times_stay_within_the_sound() -> None:
    spans = word_spans("a b")
    tokens = [Token(Span(0, 1), "a", space=True), Token(Span(2, 3), "b", space=False)]
    found = word_starts(spans, tokens, np.array([0, 4, 2, 60, 1], np.int64))
    words = timed(spans, found, cut=0.05, duration=0.06)
    assert all(0.0 <= word.start <= word.end <= 0.06 for word in words)
