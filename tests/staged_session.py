"""A session on a staged player, and what is to be heard of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.staged import StagedPlayer
from yapit.core.document import Document, fill_gaps
from yapit.core.growth import Known, growing
from yapit.core.hearing import Hearing
from yapit.core.listening.route import Route
from yapit.core.listening.session import Session
from yapit.core.listening.speaker import Speaker
from yapit.core.narrator import Narrator
from yapit.core.places import Places
from yapit.core.script import Script


def opened(document: Document, speaker: Speaker, *, autoplay: bool = True, whole: bool = True) -> Session:
    session = Session(document, autoplay=autoplay)
    session.is_whole = whole
    session.attach(speaker)
    session.grow(route_of(document))
    return session


def route_of(document: Document, hearing: Hearing | None = None) -> Route:
    *_, known = growing([document], lambda: hearing or Hearing(), 240)
    return Route(known)


def begun(document: Document, blocks: int) -> Route:
    """Only the first so many blocks of it are worked out."""
    places = Places(Script(document, Hearing()).chunks(240, blocks=blocks))
    return Route(Known(document, Hearing(), places, ()))


def heard(session: Session, document: Document) -> str:
    sentence = session.look().sentence
    return sentence.of(document.text) if sentence else ""


def parts_of(document: Document, blocks: int) -> Document:
    """The document as far as it was read when it had so many blocks."""
    end = document.blocks[blocks - 1].span.end
    some = document.blocks[:blocks]
    return Document(document.text[:end], some, fill_gaps(document.text[:end], some), language="und")


class Clock:
    """Seconds, as the test says."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def speaker(
    document: Document, make_narrator: Callable[[], Narrator], player: StagedPlayer
) -> Iterator[Speaker]:
    narrator = make_narrator()
    speaker = Speaker(narrator, player)
    yield speaker
    speaker.close()


@pytest.fixture
def session(document: Document, speaker: Speaker, player: StagedPlayer) -> Session:
    session = opened(document, speaker)
    player.hear()
    return session


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(document: Document, speaker: Speaker, player: StagedPlayer, clock: Clock) -> Session:
    session = Session(document, clock=clock)
    session.attach(speaker)
    session.grow(route_of(document))
    player.hear()
    return session
