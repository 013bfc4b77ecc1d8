"""When each word lights up, against a forced aligner (pocketsphinx) that listens to the sound.

Sixty sentences go the way of a document: prepared, spoken by a narrator, their words placed on the page. The
error is Yapit's start of a word less the aligner's start of the first word that is said for it. The peer, on
the same sound, is the plain sum of the model's frames up to the word, as a program has it that takes them as
they come; kokoro-onnx gives no word times at all. The aligner counts in steps of 10 ms and has errors of
its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.peer import VOICE
from yapit.core.audio import Samples, Speech, to_pcm16
from yapit.core.cache import NullCache
from yapit.core.document import Block, Document, Span, word_spans
from yapit.core.engine import find_voice, load_engine
from yapit.core.narrator import Narrator
from yapit.core.prepare import Utterance, prepare
from yapit.core.split import Chunk
from yapit.engines.kokoro import timing
from yapit.engines.kokoro.g2p import Token

SENTENCES = Path(__file__).with_name("sentences.txt")
ALIGNER_RATE = 16_000
ALIGNER_STEP = 0.01
SILENCE = 0.3
"""Seconds of silence that the aligner is given at both ends."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A word on the page: its start by Yapit, by the plain sum and by the aligner, in seconds."""

    text: str
    ours: float
    plain: float
    heard: float


class PlainSums:
    """Stands in for `timing.word_starts` and notes how far off the plain sum of frames would be."""

    def __init__(self) -> None:
        self.later: dict[Span, float] = {}
        self._word_starts = timing.word_starts

    def __call__(self, spans: Sequence[Span], tokens: Sequence[Token], durations: Any) -> list[timing.Start]:
        starts = self._word_starts(spans, tokens, durations)
        sums = np.concatenate([[0], np.cumsum(durations)]) * timing.FRAME / timing.SAMPLE_RATE
        at = 1
        plain: dict[int, float] = {}
        for token in tokens:
            plain[token.span.start] = float(sums[min(at, len(sums) - 1)])
            at += len(token.phonemes) + token.space
        self.later = {
            span: plain.get(span.start, start.seconds) - start.seconds
            for span, start in zip(spans, starts, strict=True)
        }
        return starts


def main() -> None:
    from pocketsphinx import Decoder  # noqa: PLC0415 - the aligner is optional

    decoder = Decoder(samprate=ALIGNER_RATE, loglevel="FATAL")
    engine = load_engine("kokoro")
    narrator = Narrator(engine, find_voice(engine, VOICE), cache=NullCache())
    sums = PlainSums()
    timing.word_starts = sums
    compared: list[Compared] = []
    skipped = 0
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        document = Document(line, (Block(Span(0, len(line))),))
        for chunk, speech in narrator.narrate(narrator.chunks(document), ahead=0):
            found = list(compare(decoder, chunk, speech, sums))
            skipped += not found
            compared += found
    narrator.close()
    report(compared, skipped)


def compare(decoder: Any, chunk: Chunk, speech: Speech, sums: PlainSums) -> Iterator[Compared]:
    """The chunk's words with their three times; none where the aligner does not know a word of it."""
    utterance = prepare(chunk.text, chunk.language)
    heard = align(decoder, speech, utterance)
    ours = {word.span: word.start for word in speech.words}
    for spoken in word_spans(utterance.text):
        place = utterance.source_of(spoken).shift(chunk.span.start)
        if spoken in heard and place in ours:
            start = ours.pop(place)  # of several words said for one on the page, the first counts
            yield Compared(spoken.of(utterance.text), start, start + sums.later[spoken], heard[spoken])


def align(decoder: Any, speech: Speech, utterance: Utterance) -> dict[Span, float]:
    """Start of each spoken word in seconds by the aligner; empty where it fails."""
    words = [(span, known_as(decoder, span.of(utterance.text))) for span in word_spans(utterance.text)]
    unknown = [span.of(utterance.text) for span, known in words if not known]
    if unknown:
        print(f"left out, the aligner does not know {unknown}: {utterance.text}")
        return {}
    decoder.set_align_text(" ".join(part for _, known in words for part in known))
    decoder.start_utt()
    decoder.process_raw(for_aligner(speech.samples).tobytes(), full_utt=True)
    decoder.end_utt()
    segments = [s for s in decoder.seg() or () if not s.word.startswith(("<", "["))]
    starts = [segment.start_frame * ALIGNER_STEP - SILENCE for segment in segments]
    if len(starts) != sum(len(known) for _, known in words):
        print(f"left out, the aligner could not follow: {utterance.text}")
        return {}
    found, at = {}, 0
    for span, known in words:
        found[span] = starts[at]
        at += len(known)
    return found


def known_as(decoder: Any, word: str) -> list[str]:
    """The word as the aligner's dictionary has it, or its parts; empty where it has neither."""
    plain = word.lower().replace("’", "'")
    if decoder.lookup_word(plain):
        return [plain]
    parts = [part for part in re.split(r"[^a-z']+", plain) if part]
    return parts if all(decoder.lookup_word(part) for part in parts) else []


def for_aligner(samples: Samples) -> np.ndarray:
    """16-bit samples at 16 kHz with silence around them: every third of twice as many, low-passed."""
    silence = np.zeros(round(SILENCE * timing.SAMPLE_RATE), np.float32)
    padded = np.concatenate([silence, samples, silence])
    twice = np.zeros(2 * len(padded), np.float32)
    twice[::2] = padded
    taps = np.arange(-60, 61)
    lowpass = 2 / 3 * np.sinc(taps / 3) * np.hamming(len(taps))
    return to_pcm16(np.convolve(twice, lowpass, mode="same")[::3].astype(np.float32))


def report(compared: Sequence[Compared], skipped: int) -> None:
    rows = {
        "yapit": [word.ours - word.heard for word in compared],
        "plain sum": [word.plain - word.heard for word in compared],
    }
    print(f"\n{len(compared)} words, {skipped} sentences left out; milliseconds from the aligner")
    print(f"{'':10} {'median':>8} {'p95':>8} {'largest':>8} {'offset':>8}")
    for name, errors in rows.items():
        size = np.abs(errors) * 1000
        print(
            f"{name:10} {np.median(size):8.0f} {np.percentile(size, 95):8.0f} {size.max():8.0f} "
            f"{np.mean(errors) * 1000:+8.0f}"
        )
    worst = sorted(compared, key=lambda word: -abs(word.ours - word.heard))[:8]
    print("largest:", ", ".join(f"{word.text} {(word.ours - word.heard) * 1000:+.0f}" for word in worst))


if __name__ == "__main__":
    main()
