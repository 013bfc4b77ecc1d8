"""What is not spoken, said when the listener asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from yapit.core.document import Document, Skip, Span
from yapit.core.hearing import Hearing, Telling
from yapit.core.listening.session import Session
from yapit.core.script import Script
from yapit.core.split import Boundary, Chunk, cut

_EVERYTHING = Hearing(frozenset(), Telling.READ, Telling.READ)


def silence_here(session: Session, place: int | None = None) -> Skip | None:
    """What is not spoken at a place; without one, in this sentence, or the nearest before it."""
    if session.route is None:
        return None
    if place is not None:
        return session.route.skip_at(place)
    view = session.look()
    return session.route.skip_near(view.sentence or Span(view.place, view.place + 1))


def speak_skipped(session: Session, place: int | None = None) -> Skip | None:
    """Say what is skipped at a place, or in this sentence, and go on from there; None where nothing is."""
    skip = silence_here(session, place)
    if skip is None or session.ready is None or session.speaker is None:
        return None
    here = session.look().place
    chunks = tuple(said_after_all(session.document, skip, session.speaker.narrator.chunk_chars))
    session.say_aside(chunks, skip.span.end if skip.span.start >= here else here)
    return skip if chunks else None


def said_after_all(document: Document, skip: Skip, limit: int) -> Iterator[Chunk]:
    """The chunks of what was skipped, each of at most `limit` characters."""
    block = document.block_at(skip.span.start)
    if document.blocks[block].span.trimmed(document.text).end <= skip.span.end:
        yield from Script(document, _EVERYTHING).block_chunks(block, limit)
        return
    span = skip.span.trimmed(document.text)
    text = span.of(document.text)
    yield from cut(Chunk(block, span, text, Boundary.SENTENCE, document.language), limit)
