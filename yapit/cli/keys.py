"""Single keys from a terminal, without Enter."""

from __future__ import annotations

import os
import re
import select
import sys
import termios
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum


class Key(StrEnum):
    PAUSE = "pause"
    QUIT = "quit"
    BACK = "back"
    FORWARD = "forward"


_BYTES = {
    b" ": Key.PAUSE,
    b"q": Key.QUIT,
    b"\x1b[D": Key.BACK,
    b"\x1bOD": Key.BACK,
    b"\x1b[C": Key.FORWARD,
    b"\x1bOC": Key.FORWARD,
}
_SEQUENCE = re.compile(rb"\x1b[\[O][0-9;]*.|.", re.DOTALL)

ReadKeys = Callable[[float], list[Key]]
"""Waits up to so many seconds for keys; those it does not know are dropped."""


@contextmanager
def keyboard() -> Iterator[ReadKeys | None]:
    """Keys typed at stdin, as they are typed; None where it is no terminal. It is put back in any case."""
    if not sys.stdin.isatty():
        yield None
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal)
        yield lambda seconds: _typed(terminal, seconds)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _typed(terminal: int, seconds: float) -> list[Key]:
    if not select.select([terminal], [], [], seconds)[0]:
        return []
    typed = os.read(terminal, 64)
    if not typed:  # the terminal was closed
        return [Key.QUIT]
    return [_BYTES[found] for found in _SEQUENCE.findall(typed) if found in _BYTES]


def take_back_keyboard() -> bool:
    """After a document was piped in, make the terminal stdin again; False where there is no terminal."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True
