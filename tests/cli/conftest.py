"""The real command: called, started as a process, or started in a terminal."""

from __future__ import annotations

import contextlib
import fcntl
import io
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from yapit.cli.main import run as run_command

COMMAND = (sys.executable, "-m", "yapit")
STORY = "The sun rose. Birds sang.\n\nIt was Monday; nobody knew.\n"

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """An environment with folders of its own, an engine without a model, and no time to lose."""
    return {
        **os.environ,
        "YAPIT_ENGINE": "tone",
        "YAPIT_OUTPUT": "silent",
        "YAPIT_SPEED": "2",
        "YAPIT_TEMPO": "3",
        "TERM": "xterm-256color",
        "TMPDIR": str(tmp_path),
        "NO_COLOR": "1",
    }


_BOUNDED = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
os.execv(sys.executable, [sys.executable, "-m", "yapit", *sys.argv[2:]])
"""


@pytest.fixture
def yapit(
    tmp_path: Path,
    surroundings: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> Command:
    """Calls the command in the test's folder, in this process; `env` goes over the environment."""

    def run(
        *words: str | Path, stdin: str = "", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        with monkeypatch.context() as patch:
            patch.chdir(tmp_path)
            patch.setattr(sys, "argv", ["yapit", *map(str, words)])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
            patch.setattr(sys, "excepthook", sys.excepthook)  # typer sets its own
            for name, value in {**surroundings, **(env or {})}.items():
                patch.setenv(name, value)
            code = run_command()
        said = capfd.readouterr()
        return subprocess.CompletedProcess(words, code, said.out, said.err)

    return run


@pytest.fixture
def process(tmp_path: Path, surroundings: dict[str, str]) -> Command:
    """Starts the command in the test's folder, where no file grows beyond `limit` bytes."""

    def run(
        *words: str | Path, stdin: str = "", limit: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        start = COMMAND if limit is None else (sys.executable, "-c", _BOUNDED, str(limit))
        return subprocess.run(
            [*start, *map(str, words)],
            input=stdin,
            env=surroundings,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


_OWN_TERMINAL = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "yapit", *sys.argv[1:]])
"""


class Terminal:
    """The command in a terminal of 80 columns and 24 lines, with `piped` in its stdin where that is given."""

    def __init__(self, words: tuple[str, ...], env: dict[str, str], cwd: Path, piped: str | None) -> None:
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._before = termios.tcgetattr(self._slave)
        self.drawn = ""
        self.process = subprocess.Popen(
            [sys.executable, "-c", _OWN_TERMINAL, *words],
            env=env,
            cwd=cwd,
            stdin=self._slave if piped is None else subprocess.PIPE,
            stdout=self._slave,
            stderr=self._slave,
        )
        if self.process.stdin is not None and piped is not None:
            self.process.stdin.write(piped.encode())
            self.process.stdin.close()

    @property
    def is_as_before(self) -> bool:
        """The terminal's modes are those it had when the command started."""
        return termios.tcgetattr(self._slave) == self._before

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def until(self, text: str, *, times: int = 1, seconds: float = 20.0) -> None:
        """Wait for a text to be drawn so many times in all."""
        self._read(lambda: self.drawn.count(text) >= times, seconds)
        assert self.drawn.count(text) >= times, self.drawn

    def ends(self, seconds: float = 20.0) -> int:
        """Wait for the command to end; its exit code."""
        self._read(lambda: self.process.poll() is not None, seconds)
        return self.process.wait(1)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        os.close(self._master)
        os.close(self._slave)

    def _read(self, enough: Callable[[], bool], seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not enough() and time.monotonic() < deadline:
            if select.select([self._master], [], [], 0.05)[0]:
                self.drawn += os.read(self._master, 65536).decode("utf-8", "replace")


@pytest.fixture
def terminal(tmp_path: Path, surroundings: dict[str, str]) -> Iterator[Callable[..., Terminal]]:
    """Starts the command in a terminal of its own."""
    with contextlib.ExitStack() as stack:

        def start(*words: str | Path, piped: str | None = None) -> Terminal:
            started = Terminal(tuple(map(str, words)), surroundings, tmp_path, piped)
            stack.callback(started.close)
            return started

        yield start
