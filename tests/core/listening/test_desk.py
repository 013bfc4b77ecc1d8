"""What was decided holds, whatever comes meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from tests.staged import StagedPlayer
from yapit.core.document import Document
from yapit.core.hearing import Hearing
from yapit.core.listening.desk import Desk
from yapit.core.listening.route import routes
from yapit.core.listening.session import Session
from yapit.core.listening.speaker import Speaker
from yapit.core.narrator import Narrator


def test_what_was_worked_out_before_it_was_to_be_heard_otherwise_does_not_undo_that(
    document: Document, make_narrator: Callable[[], Narrator], player: StagedPlayer
) -> None:
    session = Session(document)

    def rehear(hearing: Hearing) -> None:
        *_, route = routes(document, (), lambda: hearing, 240)
        session.rehear(route)

    desk = Desk(session, hearing=Hearing(), rehear=rehear)
    session.attach(Speaker(make_narrator(), player))
    *_, late = routes(document, (), Hearing, 240)
    desk.grow(late)
    desk.set_skips("off")
    desk.grow(late)
    assert session.route is not None
    assert session.route.hearing.skip == frozenset()
    session.close()
