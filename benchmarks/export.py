"""Exporting what was heard, from the cache, beside synthesizing it again as converters do (kokoro-onnx)."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile

from benchmarks.peer import VOICE, load_peer
from yapit.core.cache import FileCache
from yapit.core.engine import find_voice, load_engine
from yapit.core.export import Book, Voiced, Wishes, export, target_of
from yapit.core.narrator import Narrator
from yapit.core.parse import read_bytes

ENDINGS = (".m4b", ".mp3", ".opus", ".flac", ".wav")
SENTENCES = 30
REPEATS = 10
"""So many times the text is in the book: it is spoken once, but read, measured and encoded each time."""


def sentences() -> Sequence[str]:
    path = Path(__file__).with_name("sentences.txt")
    return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()][:SENTENCES]


def exported(narrator: Narrator, text: str, path: Path) -> tuple[float, float]:
    """Seconds of sound, seconds of work."""
    document = read_bytes(text.encode(), "bench.md")
    voiced = Voiced(narrator.engine.name, narrator.engine.model, narrator.voice.id)
    start = time.perf_counter()
    done = export(
        Book(document, voiced, "Bench"),
        narrator,
        [target_of(path)],
        wishes=Wishes(loudness=-19.0, replace=True),
    )
    return done.duration, time.perf_counter() - start


def synthesized_again(text: Sequence[str], path: Path) -> tuple[float, float]:
    """The same by the peer: each sentence synthesized, then all written."""
    peer = load_peer()
    peer.create("Ready.", VOICE)
    start = time.perf_counter()
    parts = [peer.create(sentence, VOICE) for sentence in text]
    samples = np.concatenate([part for part, _ in parts])
    soundfile.write(path, samples, parts[0][1])
    return len(samples) / parts[0][1], time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        engine = load_engine("kokoro")
        engine.warm_up()
        narrator = Narrator(engine, find_voice(engine, VOICE), cache=FileCache(folder / "cache"))
        once = "\n\n".join(sentences())
        print(f"{'':32} {'sound':>8} {'work':>8} {'x real time':>12}")
        _tell("first export, spoken", *exported(narrator, once, folder / "a.m4b"))
        book = "\n\n".join([once] * REPEATS)
        for ending in ENDINGS:
            _tell(f"from the cache, {ending}", *exported(narrator, book, folder / f"a{ending}"))
        narrator.close()
        _tell("kokoro-onnx, synthesized again", *synthesized_again(sentences(), folder / "peer.wav"))


def _tell(what: str, sound: float, work: float) -> None:
    print(f"{what:32} {sound:6.0f} s {work:6.1f} s {sound / work:12.1f}", flush=True)


if __name__ == "__main__":
    main()
