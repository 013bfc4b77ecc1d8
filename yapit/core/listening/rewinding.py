"""How far to go back after a pause: who was away for long has forgotten more."""

from __future__ import annotations

_STEPS = ((10.0, 0.0), (60.0, 2.0), (600.0, 4.0), (3600.0, 8.0), (86_400.0, 15.0))
# Up to so many seconds away, so many seconds of speech are heard again.
_MOST = 25.0
# After more than a day: two or three sentences.


def rewind(away: float) -> float:
    """Seconds of speech to hear again, at tempo 1, after so many seconds of pause; none within 10 s."""
    return next((back for limit, back in _STEPS if away <= limit), _MOST)
