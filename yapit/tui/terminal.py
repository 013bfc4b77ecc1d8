"""What the reader asks of the terminal besides the screen: its title, its own descriptor, an orderly end."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from yapit.tui.glyphs import displayable

_ENDING = ("SIGTERM", "SIGHUP")
_NO_TITLE = ("", "dumb", "linux")  # values of TERM: these would print the title


@contextmanager
def native_output_to_log(log: Path) -> Iterator[None]:
    """Point descriptor 2 at a file while the screen is drawn; the file keeps the last run only.

    Sound and model libraries written in C print there, and Textual draws on
    the same descriptor: their lines would land in the middle of the page.
    Does nothing where it is no terminal.
    """
    if not os.isatty(2):
        yield
        return
    kept, before = os.dup(2), sys.__stderr__
    target = _open_log(log)
    os.dup2(target, 2)
    os.close(target)
    screen = open(kept, "w", buffering=1, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 - below
    sys.__stderr__ = screen  # type: ignore[misc]  # where Textual draws
    try:
        yield
    finally:
        sys.__stderr__ = before  # type: ignore[misc]
        with suppress(OSError):  # the terminal may have been closed
            screen.close()
        os.dup2(kept, 2)
        os.close(kept)


def title_sequence(title: str) -> str:
    """What names the terminal's window; empty where it would be printed instead."""
    if os.environ.get("TERM", "") in _NO_TITLE:
        return ""
    return f"\x1b]0;{' '.join(displayable(title).split())}\x07"


@contextmanager
def window_title(title: str) -> Iterator[None]:
    """Name the terminal's window; its own name comes back afterwards."""
    stream, named = sys.__stderr__, title_sequence(title)
    if stream is None or not stream.isatty() or not named:
        yield
        return
    stream.write(f"\x1b[22;0t{named}")
    stream.flush()
    try:
        yield
    finally:
        with suppress(OSError):  # the terminal may have been closed
            stream.write("\x1b[23;0t")
            stream.flush()


def when_told_to_end(end: Callable[[int], None]) -> None:
    """Call `end` with the exit code once a signal asks this process to end; until its event loop is closed.

    Without it a SIGTERM would leave the shell on a screen that is not its
    own, its keys unread. Does nothing where a loop takes no signals: on
    Windows, and outside of the main thread.
    """
    loop = asyncio.get_running_loop()
    for name in _ENDING:
        if (number := getattr(signal, name, None)) is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, end, 128 + number)


def _open_log(log: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        return os.open(log, flags, 0o600)
    except OSError:  # a home that cannot be written must not keep anyone from reading
        return os.open(os.devnull, os.O_WRONLY)
