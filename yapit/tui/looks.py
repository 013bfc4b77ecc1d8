"""How the listener wants the reader to look and to behave."""

from __future__ import annotations

from dataclasses import dataclass

from yapit.tui.bidi import Bidi


@dataclass(frozen=True, slots=True)
class Looks:
    """How the listener wants the reader."""

    theme: str = "dark"
    measure: int = 78
    """Columns of the longest line."""

    bidi: Bidi = Bidi.AUTO
    rewinds: bool = True
    """After a long pause it begins a little before the word."""
