"""Kokoro-82M on ONNX Runtime: a neural voice on the processor, offline, with the times of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, ClassVar

import numpy as np

from yapit.core.audio import Samples, Speech
from yapit.core.document import Span, word_spans
from yapit.core.engine import ModelInfo, Voice
from yapit.core.errors import Interrupted, SynthesisError, TextTooLong
from yapit.engines.kokoro import g2p, models, timing, voices
from yapit.engines.kokoro.models import Model
from yapit.engines.kokoro.passages import Passage, passages
from yapit.engines.kokoro.session import Session, run_options

MIN_SPEED = 0.5
MAX_SPEED = 2.0

_REVISION = "g2t1"
# Of phonemes, and of times and trimming: raise it when the same text gets others, so that speech that was
# kept before is not used.

_SECONDS_PER_PHONEME = (0.015, 0.5)
_LONGEST_PAUSES = 2.0
# At speed 1. Speech outside of this is not speech: 0.06 to 0.12 s is usual, and a passage may hold pauses.

_SILENT = 0.001
# Root mean square; speech has 0.03 to 0.1.


class KokoroEngine:
    """Speaks English with 28 voices."""

    name: ClassVar[str] = "kokoro"
    max_chars = 400
    default_voice = voices.DEFAULT

    def __init__(self) -> None:
        self._session: Session | None = None
        self._running: Any = None
        self._choose(models.active())

    def voices(self) -> Sequence[Voice]:
        return voices.offered()

    def warm_up(self) -> None:
        voice = next(voice for voice in voices.offered() if voice.id == self.default_voice)
        voices.style(voice, 1)
        g2p.phonemize("Ready.", voice.language)
        self._loaded()

    def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
        if len(text) > self.max_chars:
            raise TextTooLong(
                f"kokoro takes {self.max_chars} characters at once, not {len(text)}",
                cure="Hand it less at once.",
            )
        if not MIN_SPEED <= speed <= MAX_SPEED:
            raise SynthesisError(
                f"kokoro cannot speak at speed {speed:g}",
                cure=f"Choose a speed from {MIN_SPEED:g} to {MAX_SPEED:g}.",
            )
        self._running = options = run_options()
        try:
            yield from self._speak(text, voice, speed, options)
        finally:
            if self._running is options:
                self._running = None

    def interrupt(self) -> None:
        running = self._running
        if running is not None:
            running.terminate = True

    def close(self) -> None:
        self._session = None

    def check_ipa(self, ipa: str, voice: Voice) -> None:
        g2p.symbols(ipa, voice.language)

    def pronunciation(self, text: str, voice: Voice) -> str:
        said = (token.phonemes for token in g2p.phonemize(text, voice.language) if token.phonemes.strip())
        return g2p.to_ipa(" ".join(word for word in said if any(map(str.isalpha, word))))

    def models(self) -> Sequence[ModelInfo]:
        return models.infos()

    def download_model(self, name: str, on_progress: Callable[[int, int | None], None] | None = None) -> None:
        models.download(name, on_progress)

    def use_model(self, name: str) -> None:
        models.use(name)
        self._choose(models.active())

    def remove_model(self, name: str) -> None:
        models.remove(name)
        self._choose(models.active())

    def _choose(self, model: Model) -> None:
        self.model = f"kokoro-82m-v1.0-{model.name}+{_REVISION}"
        self._model = model
        self._session = None

    def _loaded(self) -> Session:
        if self._session is None:
            self._session = Session(self._model)
        return self._session

    def _speak(self, text: str, voice: Voice, speed: float, options: Any) -> Iterator[Speech]:
        found = list(passages(g2p.phonemize(text, voice.language)))
        if not found:
            raise SynthesisError(
                f"there is nothing to say in {text[:40]!r}", cure="Give it text with words in it."
            )
        spans = word_spans(text)
        edges = [0, *(passage.start for passage in found[1:]), len(text)]
        for passage, (start, end) in zip(found, pairwise(edges), strict=True):
            if options.terminate:
                raise Interrupted("asked to stop")
            within = [span for span in spans if start <= span.start < end]
            yield self._say(passage, within, voice, speed, options)

    def _say(
        self, passage: Passage, spans: Sequence[Span], voice: Voice, speed: float, options: Any
    ) -> Speech:
        symbols = passage.phonemes
        tokens = [0, *(g2p.VOCABULARY[symbol] for symbol in symbols), 0]
        style = voices.style(voice, len(symbols))
        made, durations = self._loaded().run(tokens, style, speed, options)
        samples, cut = timing.trimmed(made)
        _check(samples, len(symbols) / speed)
        if durations is None or len(durations) != len(tokens):
            return Speech(samples, timing.SAMPLE_RATE)
        starts = timing.word_starts(spans, passage.tokens, durations)
        duration = len(samples) / timing.SAMPLE_RATE
        return Speech(samples, timing.SAMPLE_RATE, timing.timed(spans, starts, cut, duration))


def _check(samples: Samples, phonemes: float) -> None:
    """Raise where this cannot be speech; `phonemes` as many as there were at speed 1."""
    cure = "Try it again, or another voice; if it stays, another model: yapit models."
    if not np.isfinite(samples).all():
        raise SynthesisError("the model made noise instead of speech", cure=cure)
    if not len(samples) or float(np.sqrt(np.mean(np.square(samples)))) < _SILENT:
        raise SynthesisError("the model made silence instead of speech", cure=cure)
    least, most = (seconds * phonemes for seconds in _SECONDS_PER_PHONEME)
    seconds = len(samples) / timing.SAMPLE_RATE
    if not least <= seconds <= most + _LONGEST_PAUSES:
        raise SynthesisError(f"the model made {seconds:.1f} s for {phonemes:.0f} phonemes", cure=cure)
