"""How long, and how often, a device that went away is looked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat

FIRST_SECONDS = 0.5
"""A sound server that is started again is back by then."""


def waits() -> Iterator[float]:
    """Seconds to wait before each look: about every second for a minute, then every five for ten minutes."""
    return chain([FIRST_SECONDS], repeat(1.0, 60), repeat(5.0, 120))
