"""How long it is silent between what is said: the same for every engine, and sensible at every tempo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from yapit.core.audio import Samples, Speech, Word
from yapit.core.split import Boundary

PAUSES: Mapping[Boundary, float] = {
    Boundary.WORD: 0.06,
    Boundary.CLAUSE: 0.2,
    Boundary.SENTENCE: 0.4,
    Boundary.PARAGRAPH: 0.75,
    Boundary.HEADING: 0.9,
}
"""Seconds from the end of one voice to the beginning of the next, by what ends between them."""

MAX_PAUSES = 3.0

EDGE_SECONDS = 0.01
"""Left of an engine's own silence on each side: an onset or a fading "s" is not cut into."""

EDGES_SECONDS = 2 * EDGE_SECONDS

QUIET = 0.006
"""Share of the loudest sample below which there is no voice: -44 dB. Kokoro's own floor lies at -55 dB."""

_HASTE = 0.6
"""At tempo t a pause is heard `t ** _HASTE` times shorter, not t times: at 3x a sentence still ends audibly,
after 0.21 s instead of 0.13 s. Fast speech is followed by its pauses; a listener thinks no faster."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast speech is heard: 1 is as it was spoken."""

    tempo: float = 1.0
    pauses: float = 1.0
    """Factor of the pauses, from 0 to `MAX_PAUSES`."""

    def between(self, seconds: float) -> float:
        """What so many seconds between two voices become."""
        return max(seconds * self.pauses / float(self.tempo**_HASTE), EDGES_SECONDS)

    def silence(self, pause: float) -> float:
        """Seconds of silence to play for a `Speech.pause` of so many."""
        return self.between(pause + EDGES_SECONDS) - EDGES_SECONDS


def with_pause(speech: Speech, seconds: float) -> Speech:
    """The voice alone, between its edges, and so much silence that the next voice begins `seconds` later.

    Never less than `EDGES_SECONDS`.
    """
    return trimmed(speech).padded(max(seconds - EDGES_SECONDS, 0.0))


def trimmed(speech: Speech) -> Speech:
    """The speech from `EDGE_SECONDS` before its first sound to as much after its last, faded at both ends.

    Words move with it. The same speech always gives the same samples; silence gives itself.
    """
    loud = np.abs(speech.samples)
    sounding = np.flatnonzero(loud > QUIET * loud.max(initial=0.0))
    if not len(sounding):
        return speech
    edge = round(EDGE_SECONDS * speech.sample_rate)
    first, end = int(sounding[0]) - edge, int(sounding[-1]) + 1 + edge
    missing = (max(-first, 0), max(end - len(loud), 0))  # where an engine leaves no silence
    samples = _faded(np.pad(speech.samples[max(first, 0) : end], missing), edge)
    begin, duration = first / speech.sample_rate, len(samples) / speech.sample_rate
    words = tuple(_within(word, begin, duration) for word in speech.words)
    return replace(speech, samples=samples, words=words)


def _within(word: Word, begin: float, duration: float) -> Word:
    start = min(max(word.start - begin, 0.0), duration)
    return replace(word, start=start, end=min(max(word.end - begin, start), duration))


def _faded(samples: Samples, count: int) -> Samples:
    """With nothing of the engine's floor left at the very ends: silence that begins there must not click."""
    count = min(count, len(samples) // 2)
    ramp = np.linspace(0.0, 1.0, count, endpoint=False, dtype=np.float32)
    faded = samples.copy()
    faded[:count] *= ramp
    faded[len(faded) - count :] *= ramp[::-1]
    return faded
