"""One beep per word. Real sound, exact times, no model: for tests, demos and trying out a sound device."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import ClassVar

import numpy as np

from yapit.core.audio import Samples, Speech, Word
from yapit.core.document import word_spans
from yapit.core.engine import Voice
from yapit.core.errors import Interrupted, TextTooLong

SAMPLE_RATE = 24_000
SECONDS_PER_LETTER = 0.06
GAP = 0.08
"""Seconds of silence after each beep."""

_EDGE = 0.005  # seconds of fade, so that a beep does not click
_VOICES = {"low": 330.0, "beep": 440.0, "high": 660.0}


class ToneEngine:
    """Beeps of the length of each word; the pitch is the voice."""

    name: ClassVar[str] = "tone"
    model = "tone-1"
    max_chars = 1000
    default_voice = "beep"

    def __init__(self) -> None:
        self._stop = threading.Event()

    def voices(self) -> Sequence[Voice]:
        return [Voice(name, f"{pitch:.0f} Hz", "und") for name, pitch in _VOICES.items()]

    def warm_up(self) -> None: ...

    def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
        if len(text) > self.max_chars:
            raise TextTooLong(
                f"tone takes {self.max_chars} characters at once, not {len(text)}",
                cure="Hand it less at once.",
            )
        self._stop.clear()
        for span in word_spans(text):
            if self._stop.is_set():
                raise Interrupted("asked to stop")
            seconds = len(span) * SECONDS_PER_LETTER / speed
            samples = _beep(_VOICES[voice.id], seconds)
            yield Speech(samples, SAMPLE_RATE, (Word(span, 0.0, seconds),))

    def interrupt(self) -> None:
        self._stop.set()

    def close(self) -> None: ...


def _beep(pitch: float, seconds: float) -> Samples:
    count = round(seconds * SAMPLE_RATE)
    time = np.arange(count) / SAMPLE_RATE
    fade = np.minimum(1.0, np.minimum(time, time[::-1]) / _EDGE)
    tone = 0.3 * fade * np.sin(2 * np.pi * pitch * time)
    return np.concatenate([tone, np.zeros(round(GAP * SAMPLE_RATE))]).astype(np.float32)
