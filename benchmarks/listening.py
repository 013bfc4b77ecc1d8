"""What a listener hears of the player, recorded from a real sound server's null sink.

- Gaps between sentences against the pause that was meant, at 1x and 2x; beside them the same sentences and
  pauses played by one process of ffplay (else paplay) a sentence, as the terminal reader lue plays them.
- How much is heard after `pause` was called.
- When a word lights up, for a page that looks 30 times a second, against when it sounds, at 1x, 3x and 4x.
- The player's share of a core while it plays.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tests.recorder import RATE as RECORDER_RATE
from tests.sound import RATE, Told, babble, find, spoken
from tests.sound_server import RATE as RECORDED_RATE
from tests.sound_server import SINK, SoundServer, start_server
from yapit.core.audio import Samples, Speech, Word
from yapit.core.cache import NullCache
from yapit.core.document import Span
from yapit.core.engine import find_voice, load_engine
from yapit.core.narrator import Narrator
from yapit.core.outputs import open_output
from yapit.core.pauses import PAUSES, QUIET, Pace
from yapit.core.player import Player, State
from yapit.core.split import Boundary, Chunk
from yapit.core.stretch import resample

SENTENCES = (
    "The harbour was empty.",
    "Nobody came back that evening.",
    "Every boat had left.",
    "She counted the lamps again.",
    "Only one was burning.",
    "It belonged to the baker.",
    "Bread was still warm inside.",
    "The old clock stood still.",
    "Rain began to fall slowly.",
    "Then somebody knocked twice.",
)
ENDS = (Boundary.SENTENCE, Boundary.SENTENCE, Boundary.PARAGRAPH, Boundary.SENTENCE, Boundary.HEADING)
PAUSES_ASKED = 20
WORDS = 240
Parts = list[tuple[Chunk, Speech]]


def narrated(engine_name: str, sentences: Sequence[str] = SENTENCES) -> Parts:
    engine = load_engine(engine_name)
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    chunks, at = [], 0
    for number, text in enumerate(sentences):
        chunks.append(Chunk(number, Span(at, at + len(text)), text, ENDS[number % len(ENDS)]))
        at += len(text) + 1
    parts = list(narrator.narrate(chunks))
    narrator.close()
    return parts


def played(server: SoundServer, parts: Parts, tempo: float) -> Samples:
    """What the sink gave of it."""
    player = Player(open_output("portaudio").output, tempo=tempo)
    recording = server.record()
    player.play(Told(parts))
    player.wait()
    player.close()
    return recording.end()


def gap_errors(record: Samples, parts: Parts, tempo: float) -> list[float]:
    """Milliseconds by which each gap between sentences is longer than was meant.

    A voice begins and ends where it passes the share of its peak below which there is none.
    """
    meant = [Pace(tempo).between(PAUSES[chunk.ends]) for chunk, _ in parts[:-1]]
    limits = [QUIET * float(np.max(np.abs(speech.samples))) for _, speech in parts]
    loud = np.flatnonzero(np.abs(record) > max(limits))
    long = np.flatnonzero(np.diff(loud) > 0.6 * min(meant) * RECORDED_RATE)
    if len(long) != len(meant):
        raise SystemExit(f"{len(long)} gaps were heard instead of {len(meant)}")
    errors = []
    for number, at in enumerate(long):
        gap = np.abs(record[loud[at] : loud[at + 1] + 1])
        middle = len(gap) // 2
        end = np.flatnonzero(gap[:middle] > limits[number])[-1]
        begin = middle + np.flatnonzero(gap[middle:] > limits[number + 1])[0]
        errors.append(1000 * (float(begin - end) / RECORDED_RATE - meant[number]))
    return errors


def a_process_a_sentence(server: SoundServer, parts: Parts, tempo: float) -> tuple[str, Samples]:
    """The same sound and the same pauses, a file and a process for each sentence."""
    program = next(name for name in ("ffplay", "paplay") if shutil.which(name))
    commands = {
        "ffplay": ["ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet", "-af", f"atempo={tempo}"],
        "paplay": ["paplay"],
    }
    with tempfile.TemporaryDirectory() as folder:
        files = [_written(Path(folder), number, part, tempo) for number, part in enumerate(parts)]
        recording = server.record()
        nothing = subprocess.DEVNULL
        for file in files:
            subprocess.run([*commands[program], str(file)], check=True, stdin=nothing, stdout=nothing)
        return program, recording.end()


def _written(folder: Path, number: int, part: tuple[Chunk, Speech], tempo: float) -> Path:
    import soundfile  # noqa: PLC0415 - as elsewhere

    speech = part[1]
    voice = speech.samples[: len(speech.samples) - round(speech.pause * speech.sample_rate)]
    silence = np.zeros(round(Pace(tempo).silence(speech.pause) * tempo * speech.sample_rate), np.float32)
    file = folder / f"{number}.wav"
    soundfile.write(file, np.concatenate([voice, silence]), speech.sample_rate)
    return file


def heard_after_pausing(server: SoundServer, name: str) -> list[float]:
    """Milliseconds of sound after each call of `pause`, told from the record itself."""
    late = []
    for number in range(PAUSES_ASKED):
        samples = babble(3.0, number)
        player = Player(open_output(name).output)
        recording = server.record()
        player.play(Told([spoken(samples)]))
        while player.position.seconds < 0.5 + 0.013 * number:
            time.sleep(0.001)
        asked = player.position.seconds
        player.pause()
        record = recording.end()
        player.close()
        end = int(np.flatnonzero(np.abs(record) > 1e-3)[-1]) + 1
        sent = resample(samples, RATE, RECORDED_RATE)
        found = find(record[end - RECORDED_RATE // 5 : end], sent, RECORDED_RATE)
        late.append(1000 * ((found.start + RECORDED_RATE // 5) / RECORDED_RATE - asked))
    return late


def highlight_offsets(tempo: float, looks: float = 30.0) -> list[float]:
    """Milliseconds from the moment a word sounds to the first look that finds it lit."""
    parts = [beeps(number) for number in range(WORDS // 20)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "heard.npz"
        recorder = subprocess.Popen(
            [sys.executable, "-m", "tests.recorder", str(path)],
            env={**os.environ, "PULSE_SOURCE": f"{SINK}.monitor"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert recorder.stdin is not None
        assert recorder.stdout is not None
        recorder.stdout.readline()
        lit = _lit(parts, tempo, looks)
        time.sleep(0.5)
        recorder.stdin.close()
        recorder.wait()
        recorder.stdout.close()
        heard = np.load(path)
        loud = np.flatnonzero(np.abs(heard["sound"]) > 0.02)
        onsets = loud[np.flatnonzero(np.diff(loud, prepend=-RECORDER_RATE) > 0.008 * RECORDER_RATE)]
        sounded = [_moment(heard["clock"], int(onset)) for onset in onsets]
    spans = [word.span for _, speech in parts for word in speech.words]
    if len(sounded) != len(spans):
        raise SystemExit(f"{len(sounded)} beeps were heard instead of {len(spans)}")
    return [1000 * (lit[span] - when) for span, when in zip(spans, sounded, strict=True) if span in lit]


def beeps(number: int, count: int = 20, every: float = 0.24) -> tuple[Chunk, Speech]:
    """A chunk of words as long as spoken ones, each a beep of 0.1 s that can be told in the record."""
    beep = 0.3 * np.sin(2 * np.pi * 880 * np.arange(round(0.1 * RATE)) / RATE)
    samples = np.tile(np.pad(beep, (0, round(every * RATE) - len(beep))), count).astype(np.float32)
    first = 1000 * number
    words = tuple(Word(Span(first + n, first + n + 1), n * every, n * every + 0.1) for n in range(count))
    speech = Speech(samples, RATE, words).padded(PAUSES[Boundary.SENTENCE])
    return Chunk(number, Span(first, first + count), "x" * count), speech


def _lit(parts: Parts, tempo: float, looks: float) -> dict[Span, float]:
    player = Player(open_output("portaudio").output, tempo=tempo)
    lit: dict[Span, float] = {}
    player.play(Told(parts))
    while (position := player.position).state is not State.FINISHED:
        if position.word is not None and position.state is State.PLAYING:
            lit.setdefault(position.word, time.monotonic())
        time.sleep(1 / looks)
    player.close()
    return lit


def _moment(clock: np.ndarray[tuple[int, int], np.dtype[np.float64]], index: int) -> float:
    row = clock[np.searchsorted(clock[:, 0], index, side="right") - 1]
    return float(row[1] + (index - row[0]) / RECORDER_RATE)


def share_of_a_core(tempo: float, seconds: float = 15.0) -> float:
    part = spoken(babble(10.0))
    player = Player(open_output("portaudio").output, tempo=tempo)
    player.play(Told(part for _ in range(1000)))
    time.sleep(1.0)
    began, used = time.monotonic(), time.process_time()
    while time.monotonic() - began < seconds:
        _ = player.position
        time.sleep(1 / 30)
    share = (time.process_time() - used) / (time.monotonic() - began)
    player.close()
    return share


def _spread(name: str, values: Sequence[float]) -> str:
    sizes = np.abs(values)
    return (
        f"{name:42} median {np.median(values):+7.1f} ms   p95 of size {np.percentile(sizes, 95):6.1f}   "
        f"largest {sizes.max():6.1f}   n {len(values)}"
    )


def main() -> None:
    server = start_server()
    os.environ["PULSE_SERVER"] = server.address
    try:
        for engine in ("tone", "kokoro"):
            parts = narrated(engine)
            for tempo in (1.0, 2.0):
                print(
                    _spread(
                        f"gap error, {engine}, {tempo}x",
                        gap_errors(played(server, parts, tempo), parts, tempo),
                    )
                )
                program, record = a_process_a_sentence(server, parts, tempo if program_stretches() else 1.0)
                print(_spread(f"  {program}, a process a sentence", gap_errors(record, parts, tempo)))
        for name in ("portaudio", "pulse"):
            print(_spread(f"heard after pausing, {name}", heard_after_pausing(server, name)))
        for tempo in (1.0, 3.0, 4.0):
            print(_spread(f"word lit after it sounds, {tempo}x", highlight_offsets(tempo)))
        for tempo in (1.0, 3.0, 4.0):
            print(f"the player's share of a core, {tempo}x: {share_of_a_core(tempo):.1%}")
    finally:
        server.close()


def program_stretches() -> bool:
    return shutil.which("ffplay") is not None


if __name__ == "__main__":
    main()
