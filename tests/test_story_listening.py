"""The promise of the product, whole: a document is heard, and the word that is heard is the word that is lit.

The real command in a terminal of its own; the real sound path into a null sink, which another process
records. Only the voice is the tone engine's: the beginning of a beep can be told to the millisecond.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyte
import pytest

from tests.recorder import RATE
from tests.sound import find
from tests.sound_server import SINK, SoundServer
from yapit.core.audio import join
from yapit.core.cache import NullCache
from yapit.core.document import word_spans
from yapit.core.engine import find_voice
from yapit.core.narrator import Narrator
from yapit.core.parse import read
from yapit.engines.tone import ToneEngine

TEXT = """\
Every morning the baker opened his small shop before sunrise. Nobody knew why he sang while kneading.
Perhaps bread remembers kindness, or maybe silence simply felt heavier than flour.

Across town, another window glowed; someone else listened.
"""
COLUMNS, LINES = 80, 24


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_what_is_heard_is_what_was_made_and_the_word_heard_is_the_word_lit(
    sound_server: SoundServer, page: Path, tmp_path: Path
) -> None:
    with recorded(tmp_path / "heard.npz"):
        shown = read_in_a_terminal(page)
    heard = np.load(tmp_path / "heard.npz")

    document, speech = spoken(page)
    match = find(speech.samples, heard["sound"], RATE)
    assert match.likeness > 0.99

    late = []
    for word in speech.words:
        sounded = moment(heard["clock"], match.start + word.start * RATE)
        lit = next((when for when, text in shown if text == word.span.of(document.text)), None)
        assert lit is not None, f"{word.span.of(document.text)} was never lit"
        late.append(lit - sounded)
    assert len(late) == len(word_spans(document.text))
    assert np.percentile(np.abs(late), 95) < 0.060, [round(1000 * x) for x in late]


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


def read_in_a_terminal(page: Path) -> list[tuple[float, str]]:
    """Run the reader until it has read all; each word that was lit, with the moment it appeared."""
    process, master = started(["read", str(page), "--engine", "tone", "--no-cache", "--output", "portaudio"])
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    lit: list[tuple[float, str]] = []
    try:
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < 4.0:
            if not select.select([master], [], [], 0.2)[0]:
                continue
            drawn = os.read(master, 1 << 16)
            now = time.monotonic()
            stream.feed(drawn)
            word = lit_word(screen)
            if word and (not lit or lit[-1][1] != word):
                lit.append((now, word))
                quiet_since = now
        os.write(master, b"q")
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.wait()
        os.close(master)
    return lit


def started(words: list[str]) -> tuple[subprocess.Popen[bytes], int]:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "yapit", *words],
        env={**os.environ, "TERM": "xterm-256color", "PULSE_SINK": SINK},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    return process, master


def lit_word(screen: pyte.Screen) -> str:
    """What is bold and underlined: the current word."""
    cells = (screen.buffer[y][x] for y in range(LINES - 2) for x in range(COLUMNS))
    return "".join(cell.data for cell in cells if cell.bold and cell.underscore)
