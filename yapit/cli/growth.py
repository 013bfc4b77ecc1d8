"""The rest of a document, read while its beginning is heard."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from queue import Empty, SimpleQueue

from yapit.core.errors import YapitError
from yapit.core.listening.route import Route


class Growth(threading.Thread):
    """Takes routes in a thread of its own and hands them to another."""

    def __init__(self, routes: Iterable[Route]) -> None:
        super().__init__(name="growth", daemon=True)
        self.error: YapitError | None = None
        """Why not all of the document could be read."""

        self._routes = routes
        self._ready: SimpleQueue[Route] = SimpleQueue()
        self._ended = False

    def run(self) -> None:
        try:
            for route in self._routes:
                self._ready.put(route)
        except YapitError as error:
            self.error = error
        self._ended = True

    def newest(self) -> tuple[Route | None, bool]:
        """The longest that has come since this was asked last, and whether there is no more to come."""
        ended, newest = self._ended, None  # asked first: what came before the end is in the queue
        while True:
            try:
                newest = self._ready.get_nowait()
            except Empty:
                return newest, ended
