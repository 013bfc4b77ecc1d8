"""A desk whose player hears when the test says so, behind a front end that does as it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.staged import StagedPlayer, document, make_narrator, player
from yapit.core.desktop.remote import Ask
from yapit.core.document import Document
from yapit.core.growth import growing
from yapit.core.hearing import Hearing
from yapit.core.listening.desk import Desk
from yapit.core.listening.route import Route
from yapit.core.listening.session import Session
from yapit.core.listening.speaker import Speaker
from yapit.core.narrator import Narrator

__all__ = ["document", "make_narrator", "player"]


class Listener:
    """A front end without anything to see."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.told: list[str] = []
        self.commands: list[str] = []

    def obey(self, ask: Ask) -> None:
        self.told.append(ask(self.desk, self.commands.append))


@pytest.fixture
def listener(
    document: Document, make_narrator: Callable[[], Narrator], player: StagedPlayer
) -> Iterator[Listener]:
    document = replace(document, title="The lighthouse", author="A. Keeper")
    speaker = Speaker(make_narrator(), player)
    session = Session(document)
    session.attach(speaker)
    *_, known = growing([document], Hearing, 240)
    session.grow(Route(known))
    session.finish()
    player.hear()
    yield Listener(Desk(session, hearing=Hearing(), rehear=lambda hearing: None))
    speaker.close()
