"""Times as files write them."""

from __future__ import annotations


def clock(ms: int, point: str = ".") -> str:
    """Milliseconds as `01:02:03.004`."""
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{ms:03}"
