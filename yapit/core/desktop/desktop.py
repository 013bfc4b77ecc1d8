"""All that surrounds a reader, as its front end uses it: minded now and then, told of the end, closed."""

from __future__ import annotations

import os
import queue
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress

from yapit.core.desktop import programs
from yapit.core.desktop.media_keys import MediaKeys, session_bus
from yapit.core.desktop.remote import Ask, Front, playing
from yapit.core.desktop.terminals import Progress, Terminal, Write, notice, terminal_of
from yapit.core.listening.session import Session
from yapit.core.position import State

_TELL_SECONDS = 0.25


def to_terminal(text: str) -> None:
    """To the terminal that the reader was started in, where it is one."""
    stream = sys.__stderr__
    with suppress(OSError):  # it may have been closed
        if stream is not None and stream.isatty():
            stream.write(text)
            stream.flush()


class Desktop:
    """Used from one thread, that of its front end."""

    def __init__(
        self,
        *,
        progress: bool = True,
        notices: bool = True,
        write: Write = to_terminal,
        environ: Mapping[str, str] = os.environ,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.write = write
        """To the terminal; a front end that draws on it puts its own way in place of this one."""

        self._environ = environ
        self._clock = clock
        self._terminal = terminal_of(environ)
        self._notices = notices
        self._progress = Progress(lambda text: self.write(text), clock)
        self._shows_progress = progress and self._terminal.progress
        self._asks: queue.SimpleQueue[Ask] = queue.SimpleQueue()
        self._keys: MediaKeys | None = None
        self._told_at = float("-inf")

    def mind(self, front: Front) -> None:
        """Do what was asked for since, and tell how it stands. To be called some 30 times a second."""
        if front.desk.session.ready is None:
            return
        if self._keys is None and (address := session_bus(self._environ)):
            self._keys = MediaKeys(self._asks.put, address)
        asked = False
        while not self._asks.empty():
            front.obey(self._asks.get())
            asked = True
        if asked or self._clock() - self._told_at >= _TELL_SECONDS:
            self._tell(front)

    def _tell(self, front: Front) -> None:
        self._told_at = self._clock()
        if self._keys is not None:
            self._keys.show(playing(front.desk))
        if self._shows_progress:
            self._show_progress(front.desk.session)

    def _show_progress(self, session: Session) -> None:
        view = session.look()
        if view.state is State.FINISHED:
            self._progress.clear()
        else:
            self._progress.show(session.share_read(view.place))

    def ended(self, title: str, *, in_view: bool = False) -> None:
        """All was heard that was to be; `in_view` is whether the listener sees so."""
        self._progress.clear()
        if self._notices and not in_view:
            notify(title, "Heard to the end.", self._terminal, self.write, self._environ)

    def close(self) -> None:
        self._progress.clear()
        if self._keys is not None:
            self._keys.close()


def notify(
    title: str,
    body: str,
    terminal: Terminal,
    write: Write,
    environ: Mapping[str, str] = os.environ,
) -> None:
    """By the terminal, which is where the listener is even over SSH; else by the desktop here."""
    if terminal.notices:
        write(notice(terminal.notices, title, body))
    elif programs.has_display(environ) and programs.is_there("notify-send"):
        programs.start(["notify-send", "--app-name=Yapit", "--", title, body])
