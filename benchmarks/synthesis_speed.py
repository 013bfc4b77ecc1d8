"""Real-time factor, seconds of work a second of speech: Yapit and kokoro-onnx on the same weights."""

from __future__ import annotations

import statistics
import time

from benchmarks.peer import LONG, MEDIUM, SHORT, VOICE, load_peer
from yapit.core.audio import Samples, join
from yapit.core.engine import find_voice, load_engine
from yapit.engines.kokoro.timing import SAMPLE_RATE, trimmed

ROUNDS = 7


def seconds_heard(samples: Samples) -> float:
    """Seconds from the first sound to the last: the two leave different silence around what they say."""
    return len(trimmed(samples)[0]) / SAMPLE_RATE


def main() -> None:
    engine = load_engine("kokoro")
    voice = find_voice(engine, VOICE)
    engine.warm_up()
    peer = load_peer()

    def ours(text: str) -> float:
        start = time.perf_counter()
        samples = join(list(engine.synthesize(text, voice))).samples
        return (time.perf_counter() - start) / seconds_heard(samples)

    def theirs(text: str) -> float:
        start = time.perf_counter()
        samples, _ = peer.create(text, VOICE)
        return (time.perf_counter() - start) / seconds_heard(samples)

    print(f"medians of {ROUNDS} paired runs")
    print(f"{'text':8} {'chars':>5} {'yapit':>7} {'kokoro-onnx':>12} {'ratio':>6}")
    for name, text in (("short", SHORT), ("medium", MEDIUM), ("long", LONG)):
        ours(text), theirs(text)
        pairs = [(ours(text), theirs(text)) for _ in range(ROUNDS)]
        mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratio = statistics.median(a / b for a, b in pairs)
        print(f"{name:8} {len(text):5} {mine:7.3f} {other:12.3f} {ratio:6.2f}")


if __name__ == "__main__":
    main()
