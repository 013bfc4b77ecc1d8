"""A document that was opened to be listened to, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yapit.core.document import Document
from yapit.core.hearing import Hearing

if TYPE_CHECKING:
    from yapit.core.listening.shelf import Shelf
    from yapit.core.parse.pdf.thumbnail import Thumbnail

Draw = Callable[[int, int, int], "Thumbnail"]
"""A page, from 1, in so many pixels across and down. Raises SourceError."""


@dataclass(frozen=True, slots=True)
class Opened:
    document: Document
    """As much of it as is there."""

    more: Iterable[Document] = ()
    """Longer ones, each of which begins with the one before."""

    shelf: Shelf | None = None
    """What is kept of it; None where nothing is."""

    hearing: Hearing = field(default_factory=Hearing)
    tempo: float = 1.0
    draw: Draw | None = None
    """Draws a page of it; None where it has no pages that can be drawn."""

    voice: str = ""
    """Id of a voice of the engine that speaks; empty for its default."""
