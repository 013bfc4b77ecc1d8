"""The way back from a jump, and forth again."""

from __future__ import annotations

_KEPT = 200


class Jumps:
    """Places that were left by a jump, as a browser keeps pages. Steps in quick succession are one jump."""

    TOGETHER = 3.0
    """Seconds within which a further jump belongs to the one before."""

    def __init__(self) -> None:
        self._back: list[int] = []
        self._forward: list[int] = []
        self._last = float("-inf")

    def leave(self, place: int, now: float) -> None:
        """The listener is about to jump from a place; `now` in seconds."""
        if now - self._last > self.TOGETHER and self._back[-1:] != [place]:
            self._back = [*self._back, place][-_KEPT:]
        self._forward.clear()
        self._last = now

    def back(self, here: int) -> int | None:
        """Where the listener was before the last jump; None where there was none."""
        if not self._back:
            return None
        self._forward.append(here)
        self._last = float("-inf")
        return self._back.pop()

    def forward(self, here: int) -> int | None:
        """Where `back` was asked for; None where it was not."""
        if not self._forward:
            return None
        self._back.append(here)
        return self._forward.pop()
