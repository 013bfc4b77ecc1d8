"""What is not there yet, a voice or a text, is waited for, and what was asked for meanwhile is done."""

from __future__ import annotations

import pytest

from tests.staged import StagedPlayer
from tests.staged_session import begun, heard, opened, parts_of, route_of
from yapit.core.document import Document
from yapit.core.listening.route import Step
from yapit.core.listening.session import Session
from yapit.core.listening.speaker import Speaker
from yapit.core.player import State


def test_what_was_asked_for_before_there_was_a_voice_is_remembered(
    document: Document, speaker: Speaker, player: StagedPlayer
) -> None:
    session = Session(document, autoplay=False)
    session.seek(document.text.index("keeper"))
    session.attach(speaker)
    session.grow(route_of(document))
    player.hear()
    assert heard(session, document).startswith("The keeper")


def test_pausing_before_there_is_a_voice_means_not_to_begin(
    document: Document, speaker: Speaker, player: StagedPlayer
) -> None:
    session = Session(document)
    session.toggle()
    session.attach(speaker)
    assert session.look().state is State.IDLE


def test_what_comes_to_be_known_while_listening_is_heard_without_a_break(
    document: Document, speaker: Speaker, player: StagedPlayer
) -> None:
    session = opened(parts_of(document, 2), speaker, whole=False)
    player.hear()
    session.grow(route_of(document))
    for _ in range(3):
        player.hear()
    assert player.heard[-1] == "Morning"


def test_who_had_heard_all_there_was_goes_on_when_there_is_more(
    document: Document, speaker: Speaker, player: StagedPlayer
) -> None:
    session = opened(parts_of(document, 1), speaker, whole=False)
    player.hear()
    player.starve()
    assert session.awaits_text
    session.grow(route_of(document))
    player.hear()
    assert player.heard == ["The lighthouse", "It was dark."]


def test_who_waits_for_the_first_word_hears_it_when_it_comes(
    document: Document, speaker: Speaker, player: StagedPlayer
) -> None:
    session = Session(document)
    session.attach(speaker)
    assert session.look().state is State.IDLE
    session.grow(route_of(document))
    assert session.look().state is State.WAITING


def test_a_place_that_is_not_there_yet_is_waited_for(
    document: Document, speaker: Speaker, player: StagedPlayer
) -> None:
    goal = document.text.index("dreamt")
    session = Session(document, start=lambda d, whole: goal if goal < len(d.text) else None)
    session.attach(speaker)
    session.grow(route_of(parts_of(document, 2)))
    assert session.is_waiting
    assert player.began == []
    session.grow(route_of(document))
    assert player.began == [goal]


def test_a_place_whose_speech_is_not_worked_out_yet_is_waited_for(
    document: Document, speaker: Speaker, player: StagedPlayer
) -> None:
    goal = document.text.index("dreamt")
    session = Session(document, start=goal)
    session.attach(speaker)
    session.grow(begun(document, 1))  # all of the text is there, and its first block is worked out
    assert (session.is_waiting, session.look().place, session.look().sentence) == (True, goal, None)
    assert player.began == []
    session.grow(route_of(document))
    assert player.began == [goal]


def test_who_goes_to_what_is_not_worked_out_yet_hears_it_as_soon_as_it_is(
    document: Document, speaker: Speaker, player: StagedPlayer
) -> None:
    session = Session(document)
    session.attach(speaker)
    session.grow(begun(document, 1))
    player.hear()
    session.seek(document.text.index("dreamt"))
    assert session.is_waiting
    session.toggle()
    session.toggle()  # thought better of it, twice
    session.grow(route_of(document))
    assert player.began[-1] == document.text.index("dreamt")


def test_a_place_that_never_comes_is_not_waited_for_for_ever(
    document: Document, speaker: Speaker, player: StagedPlayer
) -> None:
    session = Session(document, start=lambda d, whole: None)
    session.attach(speaker)
    session.grow(route_of(document))
    session.finish()
    player.hear()
    assert player.heard == ["The lighthouse"]


@pytest.mark.parametrize("asked", ["voice", "other hearing", "step", "pause and play"])
def test_whatever_is_asked_for_while_a_place_is_waited_for_it_is_begun_at(
    document: Document, speaker: Speaker, player: StagedPlayer, asked: str
) -> None:
    goal = document.text.index("dreamt")
    session = Session(document, start=lambda d, whole: goal if goal < len(d.text) else None)
    session.attach(speaker)
    begun = route_of(parts_of(document, 2))
    session.grow(begun)
    if asked == "voice":
        session.speak_with(speaker.narrator.engine.voices()[-1])
    elif asked == "other hearing":
        session.rehear(begun)
    elif asked == "step":
        session.step(Step.SENTENCE, 1)
    else:
        session.toggle()
        session.toggle()
    session.grow(route_of(document))
    assert player.began == [goal]


def test_a_voice_of_its_own_does_not_cost_a_document_its_place(
    document: Document, speaker: Speaker, player: StagedPlayer
) -> None:
    goal = document.text.index("dreamt")
    session = Session(document, start=lambda d, whole: goal)
    session.attach(speaker)
    session.speak_with(speaker.narrator.engine.voices()[-1])
    session.grow(route_of(document))
    assert player.began == [goal]
