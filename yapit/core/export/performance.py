"""What is heard of chosen chapters at one tempo: the same samples each time it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

import numpy as np

from yapit.core.audio import Speech
from yapit.core.export.limiter import limited
from yapit.core.export.meter import Meter, gain
from yapit.core.export.sections import Section
from yapit.core.narrator import Narrator
from yapit.core.pauses import Pace
from yapit.core.split import Chunk
from yapit.core.stretch import Stretcher


@dataclass(frozen=True, slots=True)
class Performance:
    narrator: Narrator
    sections: Sequence[Section]
    tempo: float = 1.0

    def __iter__(self) -> Iterator[tuple[int, Chunk, Speech]]:
        """Index of its section, chunk and speech of all that is heard, in order."""
        chunks = [chunk for section in self.sections for chunk in section.chunks]
        at = 0
        with closing(self.narrator.narrate(chunks)) as narration:
            for chunk, speech in narration:
                while chunk.span.start >= self.sections[at].span.end:
                    at += 1
                yield at, chunk, at_tempo(speech, self.tempo)


@dataclass(frozen=True, slots=True)
class Levels:
    """What has to be known of a performance before its first sample is written."""

    sample_rate: int
    counts: tuple[int, ...]
    """Samples in each section."""

    gain: float


def at_tempo(speech: Speech, tempo: float) -> Speech:
    """The speech at another tempo, its pitch kept; its words where they are heard then."""
    if tempo == 1.0:
        return speech
    rate = speech.sample_rate
    voice_end = len(speech.samples) - round(speech.pause * rate)
    stretcher = Stretcher(rate, tempo)
    stretcher.push(speech.samples[:voice_end])
    made = stretcher.pull(flush=True)
    places = np.append(np.arange(len(made.sources)) * stretcher.hop, len(made.samples))
    sources = np.append(made.sources, voice_end)

    def heard(seconds: float) -> float:
        return float(np.interp(seconds * rate, sources, places)) / rate

    words = tuple(replace(word, start=heard(word.start), end=heard(word.end)) for word in speech.words)
    return Speech(made.samples, rate, words).padded(Pace(tempo).silence(speech.pause))


def louder(speech: Speech, by: float) -> Speech:
    """With its peaks kept below what a file can hold; by 1 it is as it was spoken."""
    if by == 1.0:
        return speech
    return replace(speech, samples=limited(speech.samples * np.float32(by), speech.sample_rate))


class Measuring:
    """Takes a performance once, to tell its `Levels`."""

    def __init__(self, sections: int, target: float | None) -> None:
        self._counts = [0] * sections
        self._target = target
        self._meter: Meter | None = None
        self._rate = 0

    def add(self, section: int, speech: Speech) -> None:
        self._counts[section] += len(speech.samples)
        self._rate = speech.sample_rate
        if self._target is None:
            return
        if self._meter is None:
            self._meter = Meter(self._rate)
        self._meter.add(speech.samples)

    def levels(self) -> Levels:
        by = 1.0
        if self._meter is not None and self._target is not None:
            by = gain(self._meter.loudness(), self._meter.peak, self._target)
        return Levels(self._rate, tuple(self._counts), by)
