"""Narration as one line of samples, with the word that is heard at each of them."""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from yapit.core.audio import Samples, Speech
from yapit.core.document import Span
from yapit.core.errors import YapitError
from yapit.core.split import WITHIN_SENTENCE, Chunk
from yapit.core.stretch import resample

AHEAD_SECONDS = 20.0
"""How much narration is taken before it is heard."""

KEPT_SECONDS = 30.0
"""How much is kept after it was heard, to go back in. With what is ahead that is all the sound ever held."""

_BREATH = 0.02
"""Seconds heard before the word that is begun with, so that its first sound is not cut."""

LONG_SECONDS = 8.0
"""So much of a sentence is worth hearing before its end is there."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is heard at one sample of a tape."""

    chunk: Chunk
    word: Span | None
    seconds: float
    """From the beginning of the chunk."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a pause, and the whole of it, in samples."""

    left: int
    whole: int


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    samples: Samples
    pause: int
    """Samples of silence after the others."""

    chunk: Chunk
    speech: Speech
    word_before: Span | None


class Tape:
    """One thread writes, others read; what was heard long ago is dropped."""

    def __init__(self, sample_rate: int, has_caught_up: Callable[[], bool] = lambda: False) -> None:
        """`has_caught_up` tells whether all the text that is there has been narrated."""
        self.sample_rate = sample_rate
        self.has_caught_up = has_caught_up
        self.length = 0
        self.ended = False
        self.error: YapitError | None = None
        """Why it ended, where it ended early."""

        self.changed = threading.Event()
        self._pieces: list[_Piece] = []
        self._guard = threading.Condition()
        self._heard = 0
        self._sentence_end = 0
        self._closed = False

    def append(self, chunk: Chunk, speech: Speech) -> None:
        pause = round(speech.pause * speech.sample_rate)
        voice = speech.samples[: len(speech.samples) - pause]
        samples = resample(voice, speech.sample_rate, self.sample_rate)
        pause = round(speech.pause * self.sample_rate)
        with self._guard:
            self._pieces.append(_Piece(self.length, samples, pause, chunk, speech, self._last_word()))
            self.length += len(samples) + pause
            if chunk.ends not in WITHIN_SENTENCE:
                self._sentence_end = self.length
        self.changed.set()

    def end(self, error: YapitError | None = None) -> None:
        self.error = error
        self.ended = True
        self.changed.set()

    def close(self) -> None:
        """Nobody listens any more: whoever waits for room is let go."""
        with self._guard:
            self._closed = True
            self._guard.notify_all()
        self.changed.set()

    def wait_for_room(self) -> bool:
        """Block until more should be appended; False where the tape was closed instead."""
        with self._guard:
            self._guard.wait_for(lambda: self._closed or self._ahead() < AHEAD_SECONDS)
            return not self._closed

    def heard_to(self, index: int) -> None:
        """The listener is at this sample: what lies `KEPT_SECONDS` before it is not needed any more."""
        kept = index - round(KEPT_SECONDS * self.sample_rate)
        with self._guard:
            self._heard = index
            while len(self._pieces) > 1 and self._pieces[1].start <= kept:
                del self._pieces[0]
            self._guard.notify_all()

    def read(self, start: int, count: int) -> Samples:
        """Samples of a voice from an index on: fewer than `count` where it ends, none where there is none."""
        with self._guard:
            piece = self._piece_at(start)
        if piece is None:
            return np.zeros(0, np.float32)
        return piece.samples[start - piece.start : start - piece.start + count]

    def rest_at(self, index: int) -> Rest | None:
        """The pause at a sample; None where there is none."""
        with self._guard:
            piece = self._piece_at(index)
        if piece is None:
            return None
        into = index - piece.start - len(piece.samples)
        return Rest(piece.pause - into, piece.pause) if 0 <= into < piece.pause else None

    def place(self, index: float) -> Place | None:
        """What is heard at a sample; a word stays current until the next begins."""
        with self._guard:
            piece = self._piece_at(index)
        if piece is None:
            return None
        seconds = min((index - piece.start) / self.sample_rate, piece.speech.duration)
        word = piece.speech.word_at(seconds)
        return Place(piece.chunk, word.span if word else piece.word_before, seconds)

    def word_start(self, index: int) -> int:
        """Where the word at a sample begins; the beginning of what is kept, where that is later."""
        with self._guard:
            piece = self._piece_at(index)
        if piece is None:
            return index
        word = piece.speech.word_at((index - piece.start) / self.sample_rate)
        return piece.start + (round(word.start * self.sample_rate) if word else 0)

    def sentences_end(self, start: int) -> int:
        """Where whole sentences from a sample on end; one that is long counts before it is whole."""
        is_long = self.length - max(self._sentence_end, start) > LONG_SECONDS * self.sample_rate
        return self.length if self.ended or is_long else max(self._sentence_end, start)

    def _ahead(self) -> float:
        return (self.length - self._heard) / self.sample_rate

    def _last_word(self) -> Span | None:
        if not self._pieces:
            return None
        last = self._pieces[-1]
        return last.speech.words[-1].span if last.speech.words else last.word_before

    def _piece_at(self, index: float) -> _Piece | None:
        found = bisect_right(self._pieces, index, key=lambda piece: piece.start) - 1
        return self._pieces[max(found, 0)] if self._pieces else None


def from_word(narration: Iterable[tuple[Chunk, Speech]], start: int | None) -> Iterator[tuple[Chunk, Speech]]:
    """The narration from the word at a place on; what ends before the place is left out."""
    for chunk, speech in narration:
        if start is None or start <= chunk.span.start:
            yield chunk, speech
        elif start < chunk.span.end:
            yield chunk, _since_word(speech, start)
        else:
            continue
        start = None


def _since_word(speech: Speech, place: int) -> Speech:
    """From the word at a place on, which is the first that lights up."""
    words = [word for word in speech.words if word.span.end > place]
    if not words or words[0] == speech.words[0]:
        return speech
    rest = speech.since(max(words[0].start - _BREATH, 0.0))
    first, *others = (word for word in rest.words if word.span.end > place)
    return replace(rest, words=(replace(first, start=0.0), *others))
