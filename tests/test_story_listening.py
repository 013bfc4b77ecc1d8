"""The promise of the product, whole: a document is heard, and the word that is heard is the word that is lit.

The real command in a terminal of its own; the real sound path into a null sink, which another process
records. Only the voice is the tone engine's: a beep for each word, as long as the word, so that a
record tells when each began, and which it may be.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.recorder import RATE
from tests.sound import find
from tests.sound_server import SINK, SoundServer, start_server
from tests.terminal import Lit, Terminal
from yapit.core.audio import join
from yapit.core.cache import NullCache
from yapit.core.document import word_spans
from yapit.core.engine import find_voice
from yapit.core.listening.shelf import KEPT_EVERY
from yapit.core.narrator import Narrator
from yapit.core.parse import read
from yapit.engines.tone import SECONDS_PER_LETTER, ToneEngine

NEAR = 0.1
"""Seconds that a word may be lit before or after it is heard, on a loaded machine."""

TEXT = """\
Every morning the baker opened his small shop before sunrise. Nobody knew why he sang while kneading.
Perhaps bread remembers kindness, or maybe silence simply felt heavier than flour.

Across town, another window glowed; someone else listened.
"""
LONG = """\
Yesterday the carpenter, whose daughter collected seashells along another forgotten coast, quietly mended
every broken chair behind that enormous theatre while nobody applauded. Tomorrow she returns.
"""
WORDS = [word.strip(".,;") for word in LONG.split()]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def long_page(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    path.write_text(LONG, "utf-8")
    return path


def reading(page: Path) -> Terminal:
    return Terminal(
        *("read", str(page), "--engine", "tone", "--no-cache", "--output", "portaudio"),
        environ={"PULSE_SINK": SINK},
    )


def test_what_is_heard_is_what_was_made_and_the_word_heard_is_the_word_lit(
    sound_server: SoundServer, page: Path, tmp_path: Path
) -> None:
    with recorded(tmp_path / "heard.npz"), reading(page) as terminal:
        terminal.until(lambda: "100%" in terminal.text, 60)
        assert terminal.quit() == 0
    heard = np.load(tmp_path / "heard.npz")

    document, speech = spoken(page)
    match = find(speech.samples, heard["sound"], RATE)
    assert match.likeness > 0.99

    late = []
    for word in speech.words:
        sounded = moment(heard["clock"], match.start + word.start * RATE)
        lit = next((when for when, text in terminal.lit if text == word.span.of(document.text)), None)
        assert lit is not None, f"{word.span.of(document.text)} was never lit"
        late.append(lit - sounded)
    assert len(late) == len(word_spans(document.text))
    assert np.percentile(np.abs(late), 95) < NEAR, [round(1000 * x) for x in late]


def test_after_another_tempo_a_pause_and_a_jump_the_word_heard_is_still_the_word_lit(
    sound_server: SoundServer, long_page: Path, tmp_path: Path
) -> None:
    with recorded(tmp_path / "heard.npz"), reading(long_page) as terminal:
        terminal.until(lambda: len(terminal.lit) >= 3)
        terminal.press("+++++")
        terminal.until(lambda: "×1.5" in terminal.text)
        changed = len(terminal.lit)
        terminal.until(lambda: len(terminal.lit) >= changed + 5)
        terminal.press(" ")
        terminal.until(lambda: "paused" in terminal.text)
        paused, silent_from = len(terminal.lit), time.monotonic()
        terminal.watch(1.5)
        assert len(terminal.lit) == paused
        silent_until = time.monotonic()
        terminal.press(" ")
        terminal.until(lambda: len(terminal.lit) >= paused + 4)
        jumped = len(terminal.lit)
        terminal.press("\x1b[C")
        terminal.until(lambda: terminal.words[-1] == "returns")
        terminal.watch(0.5)
        assert terminal.quit() == 0

    assert terminal.words[: jumped - 1] == WORDS[: jumped - 1], "a word was left out, or said again"
    assert terminal.words[-3:] == ["Tomorrow", "she", "returns"]
    beeps = heard_beeps(tmp_path / "heard.npz")
    assert not [b for b in beeps if silent_from + NEAR < b.start < silent_until]
    undisturbed = [*terminal.lit[changed + 1 : paused - 1], *terminal.lit[paused : jumped - 1]]
    for lit in [*terminal.lit[: changed - 1], *undisturbed, *terminal.lit[-3:-1]]:
        assert sounds(lit, beeps), f"{lit} in {beeps}"


def test_a_sound_server_that_dies_is_waited_for_and_reading_goes_on_at_its_word(
    sound_server: SoundServer, long_page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = start_server()
    monkeypatch.setenv("PULSE_SERVER", server.address)
    try:
        with reading(long_page) as terminal:
            terminal.until(lambda: len(terminal.lit) >= 4)
            server.stop()
            terminal.until(lambda: "went away" in terminal.text)
            waited = len(terminal.lit)
            terminal.watch(1.0)
            assert len(terminal.lit) == waited
            server = start_server(server.folder)
            terminal.until(lambda: len(terminal.lit) >= waited + 4)
            assert terminal.quit() == 0
        assert terminal.words == WORDS[: len(terminal.lit)]
    finally:
        server.close()


def test_who_was_killed_goes_on_at_the_word(sound_server: SoundServer, long_page: Path) -> None:
    with reading(long_page) as terminal:
        terminal.until(lambda: terminal.lit_now == "collected")
    begun = WORDS.index(terminal.words[-1])
    with reading(long_page) as again:
        again.until(lambda: len(again.lit) >= 2)
        assert again.quit() == 0
    place = WORDS.index(again.words[0])
    said_again = sum(len(word) * SECONDS_PER_LETTER for word in WORDS[place:begun])
    assert place <= begun
    assert said_again < KEPT_EVERY + 1.0
    assert place > 0


def spoken(page: Path) -> Any:
    """The document, and all of it as the reader should make it heard."""
    document = read(page)
    engine = ToneEngine()
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    speech = join([speech for _, speech in narrator.narrate(narrator.chunks(document), hurry=True)])
    narrator.close()
    return document, speech


def moment(clock: Any, index: float) -> float:
    """When a recorded sample left the sink."""
    row = clock[np.searchsorted(clock[:, 0], index, side="right") - 1]
    return float(row[1] + (index - row[0]) / RATE)


@dataclass(frozen=True, slots=True)
class Beep:
    start: float
    """In seconds of `time.monotonic`."""

    seconds: float


def heard_beeps(path: Path) -> list[Beep]:
    """Each stretch of the record between two silences of 20 ms."""
    heard = np.load(path)
    loud = np.flatnonzero(np.abs(heard["sound"]) > 0.02)
    ends = np.flatnonzero(np.diff(loud) > 0.02 * RATE)
    starts, stops = loud[[0, *(ends + 1)]], loud[[*ends, -1]]
    return [
        Beep(moment(heard["clock"], start), (stop - start) / RATE)
        for start, stop in zip(starts, stops, strict=True)
    ]


def sounds(lit: Lit, beeps: list[Beep]) -> bool:
    """A beep of the word's length, at one of the tempos, begins when the word is lit."""
    when, word = lit
    whole = len(word) * SECONDS_PER_LETTER
    return any(
        abs(beep.start - when) < NEAR and min(abs(beep.seconds - whole / t) for t in (1, 1.5)) < 0.06
        for beep in beeps
    )


@contextmanager
def recorded(path: Path) -> Iterator[None]:
    recorder = subprocess.Popen(
        [sys.executable, "-m", "tests.recorder", str(path)],
        cwd=Path(__file__).parent.parent,
        env={**os.environ, "PULSE_SOURCE": f"{SINK}.monitor"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert recorder.stdin is not None
    assert recorder.stdout is not None
    assert recorder.stdout.readline() == b"recording\n"
    try:
        yield
        time.sleep(0.3)
    finally:
        recorder.stdin.close()
        recorder.wait(10)
        recorder.stdout.close()
