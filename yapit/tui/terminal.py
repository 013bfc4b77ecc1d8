"""What the reader asks of the terminal besides the screen: its title, and a second descriptor of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yapit.tui.glyphs import displayable

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
    with open(kept, "w", buffering=1, encoding="utf-8", errors="replace") as screen:
        sys.__stderr__ = screen  # type: ignore[misc]  # where Textual draws
        try:
            yield
        finally:
            sys.__stderr__ = before  # type: ignore[misc]
            screen.flush()
            os.dup2(kept, 2)


@contextmanager
def window_title(title: str) -> Iterator[None]:
    """Name the terminal's window; its own name comes back afterwards."""
    stream = sys.__stderr__
    if stream is None or not stream.isatty() or os.environ.get("TERM", "") in _NO_TITLE:
        yield
        return
    name = " ".join(displayable(title).split())
    stream.write(f"\x1b[22;0t\x1b]0;{name}\x07")
    stream.flush()
    try:
        yield
    finally:
        stream.write("\x1b[23;0t")
        stream.flush()


def _open_log(log: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        return os.open(log, flags, 0o600)
    except OSError:  # a home that cannot be written must not keep anyone from reading
        return os.open(os.devnull, os.O_WRONLY)
