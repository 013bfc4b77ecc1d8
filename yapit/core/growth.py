"""What is known of a document while it grows: its beginning soon, all of it in the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from yapit.core.document import Document, Skip
from yapit.core.hearing import Hearing
from yapit.core.places import Places
from yapit.core.script import Script

_FIRST = 200
"""Blocks worked out before anything is told: some hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Known:
    """A document, and what of it is spoken, as far as that is worked out."""

    document: Document
    hearing: Hearing
    places: Places
    skips: tuple[Skip, ...]


def growing(documents: Iterable[Document], hearing: Callable[[], Hearing], limit: int) -> Iterator[Known]:
    """Work out chunks of at most `limit` characters of documents, each of which begins with the one before.

    What is there is never less than before. Of a document that adds much, the beginning is told
    first; what is told last is all of it. `hearing` is asked for at each document.
    """
    script: Script | None = None
    places, told = Places(()), 0
    for document in documents:
        script = Script(document, hearing(), before=script)
        for blocks in _stages(told, len(document.blocks)):
            places = Places(script.chunks(limit, blocks=blocks), before=places)
            yield Known(document, script.hearing, places, script.skips_of(blocks))
        told = len(document.blocks)


def _stages(told: int, blocks: int) -> Iterator[int]:
    """How many blocks to tell of: each time twice as many, so that all is gone through few times."""
    stage = max(_FIRST, 2 * told)
    while stage < blocks:
        yield stage
        stage *= 2
    yield blocks
