"""Sound and the words in it: one value, so they cannot drift apart."""

from __future__ import annotations

import io
import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from yapit.core.document import Span, word_spans
from yapit.core.errors import CacheError

Samples = NDArray[np.float32]
"""Mono, in [-1, 1]."""


@dataclass(frozen=True, slots=True)
class Word:
    """A spoken word: where it stands in the text, and when it is heard, in seconds from the start."""

    span: Span
    start: float
    end: float
    exact: bool = True
    """The engine told the times; False where they are estimated."""


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """Mono samples and the words heard in them, in order; times count from the first sample."""

    samples: Samples
    sample_rate: int
    words: tuple[Word, ...] = ()
    pause: float = 0.0
    """So many seconds at its end are no voice: silence that a player may make shorter or longer."""

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self.samples) / self.sample_rate

    def word_at(self, seconds: float) -> Word | None:
        """The word being heard; it stays current until the next begins."""
        found = bisect_right(self.words, seconds, key=lambda word: word.start) - 1
        return self.words[found] if found >= 0 else None

    def since(self, seconds: float) -> Speech:
        """What is heard from a moment on; a word that has begun by then is heard in part."""
        first = round(seconds * self.sample_rate)
        left = (word for word in self.words if word.end > seconds)
        words = tuple(replace(w, start=max(w.start - seconds, 0.0), end=w.end - seconds) for w in left)
        return replace(self, samples=self.samples[first:], words=words)

    def moved(self, place: Callable[[Span], Span]) -> Speech:
        """The same sound with its words placed in another text; neighbours that fall together become one."""
        words: list[Word] = []
        for word in self.words:
            span = place(word.span)
            if words and words[-1].span == span:
                words[-1] = replace(words[-1], end=word.end, exact=words[-1].exact and word.exact)
            else:
                words.append(replace(word, span=span))
        return replace(self, words=tuple(words))

    def padded(self, seconds: float) -> Speech:
        """The same speech with a pause after it."""
        silence = np.zeros(round(seconds * self.sample_rate), np.float32)
        samples = np.concatenate([self.samples, silence])
        return replace(self, samples=samples, pause=self.pause + seconds)


def join(parts: Sequence[Speech]) -> Speech:
    """One speech out of several of the same sample rate; word times move by what was heard before them."""
    words: list[Word] = []
    elapsed = 0.0
    for part in parts:
        words += [replace(word, start=word.start + elapsed, end=word.end + elapsed) for word in part.words]
        elapsed += part.duration
    return Speech(np.concatenate([part.samples for part in parts]), parts[0].sample_rate, tuple(words))


def estimate_words(text: str, duration: float) -> tuple[Word, ...]:
    """Spread words over the sound by their length, for engines that report no times."""
    spans = word_spans(text)
    weights = [len(span) + 1 for span in spans]
    scale = duration / max(sum(weights), 1)
    words: list[Word] = []
    at = 0.0
    for span, weight in zip(spans, weights, strict=True):
        words.append(Word(span, at, at + weight * scale, exact=False))
        at += weight * scale
    return tuple(words)


def to_pcm16(samples: Samples) -> NDArray[np.int16]:
    """Samples as 16-bit integers; values beyond [-1, 1] are clipped."""
    return np.clip(np.rint(samples * 32768), -32768, 32767).astype(np.int16)


def quantized(speech: Speech) -> Speech:
    """Speech at the 16 bits in which it is kept, so that fresh and kept speech are the same samples."""
    samples = to_pcm16(speech.samples).astype(np.float32) / np.float32(32768)
    return replace(speech, samples=samples)


def encode(speech: Speech) -> bytes:
    """Speech as bytes: a line of JSON with the words, then 16-bit FLAC.

    FLAC is lossless, so an export from kept speech is encoded once, not twice;
    it packs speech to about 26 kB a second.
    """
    import soundfile  # noqa: PLC0415 - 10 ms, needed only where speech is kept

    head = {"words": [[w.span.start, w.span.end, w.start, w.end, w.exact] for w in speech.words]}
    sound = io.BytesIO()
    soundfile.write(sound, to_pcm16(speech.samples), speech.sample_rate, format="FLAC", subtype="PCM_16")
    return json.dumps(head, separators=(",", ":")).encode() + b"\n" + sound.getvalue()


def decode(data: bytes) -> Speech:
    """The speech that `encode` made these bytes from.

    Raises:
        CacheError: The bytes are damaged.
    """
    import soundfile  # noqa: PLC0415 - see encode

    try:
        head, sound = data.split(b"\n", 1)
        rows = json.loads(head)["words"]
        words = tuple(Word(Span(a, b), float(s), float(e), bool(x)) for a, b, s, e, x in rows)
        samples, rate = soundfile.read(io.BytesIO(sound), dtype="float32")
    except (ValueError, KeyError, TypeError, soundfile.LibsndfileError) as error:
        raise CacheError(f"kept speech is damaged: {error}", cure="Drop it; it is made again.") from error
    return Speech(samples, rate, words)
