"""What terminals show outside of their screen: progress and notices. Only those known to do so are asked."""

from __future__ import annotations

import base64
import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Write = Callable[[str], None]

_ST = "\x1b\\"
_EVERY = 1.0
_AGAIN = 10.0
"""Seconds after which the same share is sent again: Ghostty takes a bar of 15 s ago for forgotten."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a terminal understands of what is not text."""

    progress: bool = False
    """OSC 9;4. To others the same may be a notice each second, as it was to iTerm2 before 3.6.6."""

    notices: str = ""
    """The OSC by which it shows notices: 9, 99 or 777; empty for none."""


def terminal_of(environ: Mapping[str, str] = os.environ) -> Terminal:
    """By what terminals tell of themselves; within tmux or screen nobody knows which one it is."""
    kind, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if kind in ("", "dumb", "linux") or kind.startswith(("screen", "tmux")) or "TMUX" in environ:
        return Terminal()
    if kind == "xterm-kitty":
        return Terminal(notices="99")
    if program in ("ghostty", "WezTerm") or kind in ("xterm-ghostty", "wezterm"):
        return Terminal(progress=True, notices="777")
    if kind.startswith("foot"):
        return Terminal(notices="777")
    if program == "iTerm.app":
        return Terminal(progress=_version(environ.get("TERM_PROGRAM_VERSION", "")) >= (3, 6, 6), notices="9")
    new_vte = _version(environ.get("VTE_VERSION", "")) >= (7900,)
    windows = "WT_SESSION" in environ or environ.get("ConEmuANSI") == "ON"
    return Terminal(progress=new_vte or windows or program == "mintty")


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text)[:3])


def notice(kind: str, title: str, body: str) -> str:
    """What makes a terminal show a notice; `kind` is `Terminal.notices`."""
    title, body = (_harmless(text) for text in (title, body))
    if kind == "99":  # kitty: only while its window has not the focus
        coded = (base64.b64encode(text.encode()).decode() for text in (title, body))
        options = "i=yapit:o=unfocused:e=1"
        return "\x1b]99;{o}:d=0:p=title;{}{st}\x1b]99;{o}:d=1:p=body;{}{st}".format(*coded, o=options, st=_ST)
    if kind == "777":
        return f"\x1b]777;notify;{title.replace(';', ',')};{body}{_ST}"
    return f"\x1b]9;{title}: {body}{_ST}"


def _harmless(text: str) -> str:
    """In one line, without what a terminal obeys."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


class Progress:
    """How far it is, at the terminal's tab or in the task bar."""

    def __init__(self, write: Write, clock: Callable[[], float] = time.monotonic) -> None:
        self._write = write
        self._clock = clock
        self._shown: int | None = None
        self._shown_at = float("-inf")

    def show(self, share: float) -> None:
        """May be called often: it is sent when the percentage is another, and at most once a second."""
        percent, age = int(share * 100), self._clock() - self._shown_at
        if age >= _AGAIN or (percent != self._shown and age >= _EVERY):
            self._write(f"\x1b]9;4;1;{percent}{_ST}")
            self._shown, self._shown_at = percent, self._clock()

    def clear(self) -> None:
        if self._shown is not None:
            self._write(f"\x1b]9;4;0;0{_ST}")
            self._shown, self._shown_at = None, float("-inf")
