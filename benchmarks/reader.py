"""The reader on 1,000,000 words and 1,800 pages: first picture, keys, memory, what the highlight costs.

Each run is a process on a terminal of its own (120 x 40), with the engine `tone` and no sound device, so that
what is measured is the reader and no model. The first picture is there when 400 letters have come through; a
key is done when the page it asked for has. Beside it: `lue` without a voice, where `--lue` names its command,
and `less`.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import random
import re
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import textwrap
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pymupdf

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
WORDS, PAGES = 1_000_000, 1_800
ROUNDS = 5
KEYS = 60
WATCHED = 20.0
"""Seconds in which the highlight moves, and in which it rests."""

_ESCAPE = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.")
_LETTER = re.compile(rb"[A-Za-z]")
_FULL = 400
"""Letters: less may be a frame, a status line or a note that a file is being opened."""

DOWN, UP = b"\x1b[6~", b"\x1b[5~"
SPACE = b" "


@dataclass
class Terminal:
    """A program on a terminal of its own."""

    process: int
    screen: int
    begun: float

    def letters(self, wanted: int, *, within: float = 60.0) -> float | None:
        """Seconds until so many letters have come through; None where they do not."""
        begun, found = time.perf_counter(), 0
        while time.perf_counter() - begun < within:
            found += len(_LETTER.findall(_ESCAPE.sub(b"", self.read(0.5))))
            if found >= wanted:
                return time.perf_counter() - begun
        return None

    def read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self.screen], [], [], seconds)
        try:
            return os.read(self.screen, 1 << 16) if ready else b""
        except OSError:  # it has ended
            return b""

    def drain(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)

    def press(self, key: bytes) -> None:
        os.write(self.screen, key)

    def drawing_seconds(self) -> float:
        """What the thread has worked that takes keys and draws."""
        return _cpu_seconds(Path(f"/proc/{self.process}/task/{self.process}/stat"))

    def all_seconds(self) -> float:
        """What it has worked, and the processes that work for it."""
        return sum(_cpu_seconds(Path(f"/proc/{each}/stat")) for each in (self.process, *self.helpers()))

    def helpers(self) -> list[str]:
        tasks = Path(f"/proc/{self.process}/task").glob("*/children")
        return [child for task in tasks for child in task.read_text().split()]

    def memory(self, field: str) -> float:
        """In MB; `VmRSS` now or `VmHWM` at the peak."""
        lines = Path(f"/proc/{self.process}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith(field)).split()[1]) / 1024

    def memories(self) -> str:
        return f"{self.memory('VmRSS'):6.0f} MB, {self.memory('VmHWM'):.0f} MB at the peak"


def _cpu_seconds(stat: Path) -> float:
    """Its own, and those of its children that have ended."""
    try:
        fields = stat.read_text().rpartition(")")[2].split()
    except OSError:  # it has ended
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def on_terminal(command: Sequence[str]) -> Iterator[Terminal]:
    begun = time.perf_counter()
    process, screen = pty.fork()
    if not process:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execvp(command[0], list(command))
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    try:
        yield Terminal(process, screen, begun)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(screen)


def first_picture(command: Sequence[str]) -> str:
    """The best of some rounds, from the start of the process: what else runs only adds to it."""
    taken: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        with on_terminal(command) as terminal:
            if terminal.letters(_FULL) is not None:
                taken.append((time.perf_counter() - terminal.begun, terminal.all_seconds()))
    if not taken:
        return "none"
    seconds, worked = map(min, zip(*taken, strict=True))
    return f"{seconds:6.2f} s, of which {worked:.2f} s of work; best of {ROUNDS}"


def until_quiet(terminal: Terminal) -> float:
    """Seconds from its start until it works no more than to play: all of the document is there."""
    while True:
        before = terminal.all_seconds()
        terminal.drain(1.0)
        if terminal.all_seconds() - before < 0.35 or time.perf_counter() - terminal.begun > 240:
            return time.perf_counter() - terminal.begun


def key_times(terminal: Terminal, keys: Iterable[bytes]) -> list[float]:
    """Milliseconds from each key to the page it asked for."""
    chance, taken = random.Random(7), list[float]()
    for key in keys:
        terminal.drain(chance.uniform(0.1, 0.4))
        begun = time.perf_counter()
        terminal.press(key)
        if terminal.letters(_FULL, within=5) is not None:
            taken.append(1000 * (time.perf_counter() - begun))
    return taken


def share(terminal: Terminal) -> float:
    """Of a core, in percent, for the thread that draws."""
    before = terminal.drawing_seconds()
    terminal.drain(WATCHED)
    return 100 * (terminal.drawing_seconds() - before) / WATCHED


def told(name: str, milliseconds: Sequence[float]) -> None:
    if len(milliseconds) < 2:
        print(f"  {name:34}no answer")
        return
    worst = statistics.quantiles(milliseconds, n=20)[-1]
    middle = statistics.median(milliseconds)
    print(f"  {name:34}{middle:6.1f} ms median, {worst:.1f} ms 95th percentile of {len(milliseconds)}")


def read_with_yapit(path: Path) -> None:
    command = [sys.executable, "-m", "yapit", "read", "--engine", "tone", "--output", "silent", str(path)]
    print(f"yapit, {path.name}")
    print(f"  {'first picture':34}{first_picture(command)}")
    with on_terminal(command) as terminal:
        terminal.letters(_FULL)
        terminal.drain(1.0)
        told("a page further while it parses", key_times(terminal, [DOWN, UP] * 4))
        print(f"  {'all of it there after':34}{until_quiet(terminal):6.1f} s")
        for _ in range(3):
            told("a page further while it plays", key_times(terminal, [DOWN, UP] * (KEYS // 2)))
        terminal.press(b"f")
        terminal.drain(2.0)
        moving = share(terminal)
        terminal.press(SPACE)
        terminal.drain(2.0)
        resting = share(terminal)
        print(f"  {'drawing, while the highlight moves':34}{moving:6.2f} % of a core; paused {resting:.2f} %")
        print(f"  {'memory':34}{terminal.memories()}")

    print(f"  {'first picture, the second time':34}{first_picture(command)}")
    with on_terminal(command) as terminal:
        print(f"  {'all of it there after':34}{until_quiet(terminal):6.1f} s")


def read_with(name: str, command: Sequence[str], down: bytes) -> None:
    print(f"{name}, {Path(command[-1]).name}")
    print(f"  {'first picture':34}{first_picture(command)}")
    with on_terminal(command) as terminal:
        terminal.letters(_FULL)
        terminal.drain(3.0)
        told("a page further", key_times(terminal, [down] * 20))
        print(f"  {'memory':34}{terminal.memories()}")


def long_text(words: int) -> str:
    sentences = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").split("\n")
    chance, parts, count = random.Random(1), list[str](), 0
    while count < words:
        if len(parts) % 60 == 0:
            parts.append(f"CHAPTER {len(parts) // 60 + 1}")
        paragraph = " ".join(chance.choices([s for s in sentences if s.strip()], k=chance.randint(3, 8)))
        count += len(paragraph.split())
        parts.append(textwrap.fill(paragraph, 72))
    return "\n\n".join(parts) + "\n"


def long_pdf(pages: int) -> bytes:
    """PDFs of the corpus, one after another, until there are pages enough; made here where it is missing."""
    whole = pymupdf.open()
    folders = [CORPUS / name for name in ("pdf-jose", "pdf-book", "debian-history")]
    found = [path for folder in folders for path in sorted(folder.glob("*.pdf"))]
    while found and len(whole) < pages:
        for path in found:
            with pymupdf.open(path) as part:
                whole.insert_pdf(part)
    if not found:
        print(f"no corpus at {CORPUS}: the pages are made")
        lines = long_text(pages * 450).splitlines()
        for number in range(pages):
            page = whole.new_page()
            page.insert_text((72, 72), lines[number * 45 : number * 45 + 45], fontsize=10)
    whole.select(range(min(len(whole), pages)))
    return bytes(whole.tobytes(garbage=1))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--lue", default=shutil.which("lue"), help="the command of lue-reader")
    options.add_argument("--only", help="text, pdf or small")
    asked = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="yapit-bench-"))
    os.environ["YAPIT_CACHE_DIR"] = str(folder / "cache")
    os.environ["YAPIT_LIBRARY"] = str(folder / "library.db")
    made = {"small": folder / "small.txt", "text": folder / "words.txt", "pdf": folder / "pages.pdf"}
    made["small"].write_text(long_text(2_000))
    made["text"].write_text(long_text(WORDS))
    if asked.only in (None, "pdf"):
        made["pdf"].write_bytes(long_pdf(PAGES))
    for name, path in made.items():
        if asked.only in (None, name):
            read_with_yapit(path)
            if asked.lue:
                read_with("lue", [asked.lue, "--tts", "none", str(path)], b"m")
    read_with("less", ["less", str(made["text"])], b" ")


if __name__ == "__main__":
    main()
