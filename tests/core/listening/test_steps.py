"""A step leads to where the listener expects, and a jump can be undone."""

from __future__ import annotations

from tests.staged import StagedPlayer
from tests.staged_session import Clock, heard
from yapit.core.document import Document
from yapit.core.listening.route import Step
from yapit.core.listening.session import Session
from yapit.core.player import State


def test_next_goes_sentence_by_sentence_and_over_what_is_announced(
    session: Session, document: Document
) -> None:
    found = []
    for _ in range(8):
        session.step(Step.SENTENCE, 1)
        found.append(heard(session, document))
    assert found[:6] == [
        "It was dark.",
        "The keeper lit the lamp, and waited for the ship.",
        "Morning",
        "lamp.off()",
        "He slept.",
        "He dreamt of whales.",
    ]
    assert set(found[6:]) == {"The ship had passed at night."}


def test_next_at_the_end_lets_the_last_sentence_go_on(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    session.seek(len(document.text))
    player.hear()
    session.step(Step.SENTENCE, 1)
    assert session.look().state is State.PLAYING


def test_back_early_in_a_sentence_is_the_one_before(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    session.seek(document.text.index("keeper"))
    player.hear()
    session.step(Step.SENTENCE, -1)
    assert heard(session, document) == "It was dark."


def test_back_late_in_a_sentence_begins_it_again(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    session.seek(document.text.index("keeper"))
    while session.look().word is None or "waited" not in player.heard[-1]:
        player.hear()
    player.hear_word(2)
    session.step(Step.SENTENCE, -1)
    assert session.look().place == document.text.index("The keeper")


def test_blocks_are_stepped_through_as_a_whole(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    session.step(Step.PARAGRAPH, 1)
    session.step(Step.PARAGRAPH, 1)
    assert heard(session, document) == "Morning"
    session.step(Step.PARAGRAPH, -1)
    assert heard(session, document) == "It was dark."


def test_a_jump_can_be_undone_and_done_again(
    timed: Session, document: Document, player: StagedPlayer, clock: Clock
) -> None:
    for place in ("Morning", "dreamt"):
        clock.now += 60
        timed.jump(document.text.index(place))
        player.hear()
    assert timed.jump_back()
    player.hear()
    assert heard(timed, document) == "Morning"
    assert timed.jump_back()
    player.hear()
    assert heard(timed, document) == "The lighthouse"
    assert not timed.jump_back()
    assert timed.jump_forward()
    player.hear()
    assert heard(timed, document) == "Morning"


def test_steps_in_quick_succession_are_one_jump(
    timed: Session, document: Document, player: StagedPlayer, clock: Clock
) -> None:
    for _ in range(4):
        clock.now += 0.5
        timed.step(Step.SENTENCE, 1)
    assert timed.jump_back()
    player.hear()
    assert heard(timed, document) == "The lighthouse"
    assert not timed.jump_back()


def test_words_are_stepped_through_over_the_ends_of_sentences(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    session.seek(document.text.index("dark"), exact=True)
    found = []
    for _ in range(3):
        session.step(Step.WORD, 1)
        found.append(player.began[-1])
    assert found == [document.text.index(word) for word in ("The keeper", "keeper", "lit")]
    session.step(Step.WORD, -1)
    assert player.began[-1] == document.text.index("keeper")


def test_headings_chapters_and_pages_are_stepped_through(session: Session, document: Document) -> None:
    session.step(Step.CHAPTER, 1)
    assert heard(session, document) == "Morning"
    session.step(Step.PAGE, 1)
    assert heard(session, document) == "The ship had passed at night."
    session.step(Step.HEADING, -1)
    assert heard(session, document) == "Morning"
    session.step(Step.HEADING, -1)
    assert heard(session, document) == "The lighthouse"
