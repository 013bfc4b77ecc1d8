"""The real program in a terminal of its own: what it shows, each word it lights up, and keys to press."""

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
from collections.abc import Callable
from types import TracebackType

import pyte

COLUMNS, LINES = 80, 24

Lit = tuple[float, str]
"""When a word appeared lit, in seconds of `time.monotonic`, and the word."""


class Terminal:
    """Runs `yapit` until it ends, or is killed on leaving."""

    def __init__(self, *words: str, environ: dict[str, str]) -> None:
        self.lit: list[Lit] = []
        """Each word, once, at the moment it was first lit."""

        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "yapit", *words],
            env={**os.environ, "TERM": "xterm-256color", **environ},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.kill()
        os.close(self._master)

    def kill(self) -> None:
        """As `kill -9` does."""
        self._process.kill()
        self._process.wait()

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def quit(self) -> int:
        """By its key; returns the exit code."""
        self.press("q")
        return self._process.wait(10)

    def until(self, true: Callable[[], bool], seconds: float = 20.0) -> None:
        """Watch the screen until something is so."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, f"not in time; lit so far: {self.words}\n{self.text}"
            self._look(0.2)

    def watch(self, seconds: float) -> None:
        """Watch the screen for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._look(left)

    @property
    def words(self) -> list[str]:
        return [word for _, word in self.lit]

    @property
    def text(self) -> str:
        return "\n".join(self._screen.display)

    @property
    def lit_now(self) -> str:
        """What is bold and underlined: the current word."""
        cells = (self._screen.buffer[y][x] for y in range(LINES - 2) for x in range(COLUMNS))
        return "".join(cell.data for cell in cells if cell.bold and cell.underscore)

    def _look(self, seconds: float) -> None:
        if not select.select([self._master], [], [], seconds)[0]:
            return
        drawn = os.read(self._master, 1 << 16)
        now = time.monotonic()
        self._stream.feed(drawn)
        word = self.lit_now
        if word and (not self.lit or self.lit[-1][1] != word):
            self.lit.append((now, word))
