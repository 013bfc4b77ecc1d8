"""How long what is left will take."""

from __future__ import annotations

from yapit.core.split import Chunk

_NEXT_WITHIN = 8
# White space and marks between two chunks heard one after the other; more was jumped over.


class Pace:
    """Seconds of speech a character takes: a guess that gives way to what has been heard."""

    def __init__(self) -> None:
        self._chars = 300.0
        self._seconds = 20.0  # 15 characters a second, with the weight of 20 s of listening
        self._chunk: Chunk | None = None
        self._since = 0  # the place in it where the listener came in
        self._heard = 0.0

    @property
    def seconds_per_char(self) -> float:
        return self._seconds / self._chars

    def see(self, chunk: Chunk, place: int, seconds: float) -> None:
        """Called again and again while listening; a chunk counts when the one after it begins."""
        before = self._chunk
        if chunk is not before:
            if before is not None and 0 <= chunk.span.start - before.span.end <= _NEXT_WITHIN:
                self._chars += before.span.end - self._since
                self._seconds += self._heard
            self._since = place
        self._chunk, self._heard = chunk, seconds
