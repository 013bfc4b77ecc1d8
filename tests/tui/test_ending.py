"""However the reader is ended, the terminal is the shell's again at once, and no process stays behind."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

LEAVE_SCREEN = b"\x1b[?1049l"
MOUSE_OFF = b"\x1b[?1003l"

PROGRAM = """
import sys, time
from yapit.cli import main
from yapit.core.cache import NullCache
from yapit.core.engine import find_voice
from yapit.core.listening.opened import Opened
from yapit.core.narrator import Narrator
from yapit.core.outputs import SilentOutput
from yapit.core.parse import read
from yapit.core.player import Player
from yapit.engines.tone import ToneEngine
from yapit.tui.app import run_reader

class Slow(ToneEngine):
    def warm_up(self):
        time.sleep(30)  # as a model that is being loaded: nothing interrupts it

def narrator():
    engine = Slow()
    return Narrator(engine, find_voice(engine), cache=NullCache())

def run():
    try:
        run_reader(Opened(read(sys.argv[1])), narrator, lambda: (Player(SilentOutput()), ""))
    except SystemExit as end:
        return end.code
    return 0

main.run = run
main.main()
"""


@dataclass
class Terminal:
    process: subprocess.Popen[bytes]
    ours: int
    theirs: int
    drawn: bytearray = field(default_factory=bytearray)

    def read_until(self, found: Callable[[], bool], seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while not found():
            assert time.monotonic() < end, bytes(self.drawn[-2000:])
            if select.select([self.ours], [], [], 0.05)[0]:
                self.drawn += os.read(self.ours, 65536)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Terminal]:
    """The reader on a terminal, its model being loaded."""
    page = tmp_path / "page.txt"
    page.write_text("It was dark. The keeper lit the lamp.\n", "utf-8")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(page)],
        env={**os.environ, "TERM": "xterm-256color", "XDG_STATE_HOME": str(tmp_path)},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    terminal = Terminal(process, ours, theirs)
    try:
        terminal.read_until(lambda: b"making speech" in terminal.drawn)
        yield terminal
    finally:
        process.kill()
        process.wait()
        for end in (terminal.ours, terminal.theirs):
            if end >= 0:
                os.close(end)


@pytest.mark.parametrize(
    ("how", "code"),
    [(b"q", 0), (b"\x03", 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["q", "ctrl-c", "terminated", "hung up"],
)
def test_the_terminal_is_left_as_it_was_while_the_model_is_still_loading(
    how: bytes | signal.Signals, code: int, reader: Terminal
) -> None:
    began = time.monotonic()
    if isinstance(how, bytes):
        os.write(reader.ours, how)
    else:
        reader.process.send_signal(how)
    reader.read_until(lambda: reader.process.poll() is not None, seconds=5)
    assert reader.process.returncode == code
    assert time.monotonic() - began < 3.0
    reader.read_until(lambda: LEAVE_SCREEN in reader.drawn)
    assert MOUSE_OFF in reader.drawn
    assert termios.tcgetattr(reader.theirs)[3] & termios.ECHO


def test_nothing_stays_behind_a_terminal_that_was_closed(reader: Terminal) -> None:
    os.close(reader.theirs)
    os.close(reader.ours)
    reader.ours = reader.theirs = -1
    reader.process.send_signal(signal.SIGHUP)
    assert reader.process.wait(5) == 129
