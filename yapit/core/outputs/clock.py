"""From the times that a device tells to the sample that is heard now."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable


class Clock:
    """Counts the samples heard since a start. The device's thread marks, any other asks.

    A mark says when the first sample of a buffer leaves the speaker. Times
    are those of the device's own clock, `now`, which may be set back or
    forward at any moment: what is heard never goes back, and never beyond
    what was taken.
    """

    def __init__(self, sample_rate: int, now: Callable[[], float]) -> None:
        self._rate = sample_rate
        self._now = now
        self._taken = 0
        self._marks: deque[tuple[float, int, int]] = deque(maxlen=512)  # ten seconds of buffers
        self._heard = 0.0
        self._frozen = False
        self._guard = threading.Lock()  # between those who ask; whoever marks takes no lock

    def mark(self, due: float, count: int) -> None:
        """The next `count` samples of sound are heard from the time `due` on; silence follows them."""
        self._marks.append((due, self._taken, count))
        self._taken += count

    def heard(self) -> float:
        with self._guard:
            if not self._frozen:
                self._heard = max(self._heard, self._heard_at(self._now()))
            return self._heard

    def freeze(self) -> None:
        """What was last heard stays; the device's clock is not asked any more."""
        with self._guard:
            self._frozen = True

    def _heard_at(self, now: float) -> float:
        for due, first, count in reversed(tuple(self._marks)):
            if due <= now:
                return first + min((now - due) * self._rate, count)
        return 0.0
