"""Single keys from a terminal, without Enter, by the names that the settings give them; lines, with it."""

from __future__ import annotations

import os
import re
import select
import stat
import sys
import termios
import tty
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

_LETTERS = {"A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end"}
_NUMBERS = {"1": "home", "2": "insert", "3": "delete", "4": "end", "5": "pageup", "6": "pagedown"}
_NUMBERS |= {"7": "home", "8": "end"}
_MODIFIED: Mapping[int, str] = {2: "shift+", 3: "alt+", 5: "ctrl+", 6: "ctrl+shift+", 7: "ctrl+alt+"}
# xterm's numbers: 1 and the sum of shift 1, alt 2, ctrl 4.
_CONTROLS = {
    "\x7f": "backspace",
    "\x08": "backspace",
    "\r": "enter",
    "\n": "enter",
    "\t": "tab",
    " ": "space",
}
_SEQUENCE = re.compile(r"\x1b[\[O]([0-9;]*)(.)|\x1b([^\x1b])|(.)", re.DOTALL)


class Keyboard(Protocol):
    def read(self, seconds: float) -> list[str]:
        """Wait up to so many seconds for keys, by name; `CLOSED` where there is no terminal any more."""

    def ask(self, question: str) -> str | None:
        """A line that is typed; None where the listener thought better of it."""


class Terminal:
    """The keyboard at stdin, in a mode that gives each key as it is typed."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._before = termios.tcgetattr(descriptor)

    def read(self, seconds: float) -> list[str]:
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return []
        typed = os.read(self._descriptor, 64)
        return names(typed.decode("utf-8", "replace")) if typed else [CLOSED]

    def ask(self, question: str) -> str | None:
        self.give_back()
        try:
            sys.stderr.write(question)
            sys.stderr.flush()
            line = sys.stdin.readline()
        finally:
            self.take()
        return line.rstrip("\n") if line.strip() else None

    def take(self) -> None:
        tty.setcbreak(self._descriptor)

    def give_back(self) -> None:
        termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._before)


CLOSED = "closed"
"""Given instead of a key where there is no terminal any more."""


@contextmanager
def keyboard() -> Iterator[Keyboard | None]:
    """Keys as they are typed; None where there is no terminal to type at. It is put back in any case."""
    if not (sys.stdin.isatty() or (_is_piped_into() and take_back_keyboard())):
        yield None
        return
    terminal = Terminal(sys.stdin.fileno())
    try:
        terminal.take()
        yield terminal
    finally:
        terminal.give_back()


def _is_piped_into() -> bool:
    """Whether stdin is a pipe while somebody looks on: the output is a terminal, this its foremost job."""
    try:
        is_pipe = stat.S_ISFIFO(os.fstat(0).st_mode)
        return is_pipe and os.tcgetpgrp(sys.stdout.fileno()) == os.getpgrp()
    except OSError:  # no terminal
        return False


def names(typed: str) -> list[str]:
    """What a terminal sends, as the names of keys: `left`, `ctrl+right`, `[`."""
    found = (_name(match) for match in _SEQUENCE.finditer(typed))
    return [name for name in found if name]


def _name(match: re.Match[str]) -> str:
    numbers, final, after_escape, character = match.groups()
    if character is not None:
        return _plain(character)
    if after_escape is not None:
        return f"alt+{_plain(after_escape)}"
    first, _, second = numbers.partition(";")
    name = _NUMBERS.get(first, "") if final == "~" else _LETTERS.get(final, "")
    modifier = _MODIFIED.get(int(second), "") if second.isdecimal() else ""
    return f"{modifier}{name}" if name else ""


def _plain(character: str) -> str:
    if character in _CONTROLS:
        return _CONTROLS[character]
    if character < " ":
        return "escape" if character == "\x1b" else f"ctrl+{chr(ord(character) + 96)}"
    return character


def take_back_keyboard() -> bool:
    """After a document was piped in, make the terminal stdin again; False where there is no terminal."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True
