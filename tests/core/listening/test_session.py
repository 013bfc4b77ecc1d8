"""What the listener asks for is what is heard next."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.staged import StagedPlayer
from tests.staged_session import Clock, heard, opened, route_of
from yapit.core.document import Block, Document, Mark, MarkKind, Span
from yapit.core.errors import OutputError, SynthesisError
from yapit.core.growth import Known
from yapit.core.hearing import Hearing
from yapit.core.listening.route import Route, Step
from yapit.core.listening.session import Session
from yapit.core.listening.skipped import speak_skipped
from yapit.core.listening.speaker import Speaker
from yapit.core.narrator import Narrator
from yapit.core.places import Places
from yapit.core.player import State
from yapit.core.split import Boundary, Chunk


def test_reading_begins_at_the_beginning(session: Session, document: Document) -> None:
    view = session.look()
    assert view.state is State.PLAYING
    assert view.word is not None
    assert view.word.of(document.text) == "The"
    assert heard(session, document) == "The lighthouse"


def test_without_autoplay_it_waits_for_the_listener(
    document: Document, speaker: Speaker, player: StagedPlayer
) -> None:
    session = opened(document, speaker, autoplay=False)
    assert session.look().state is State.IDLE
    session.toggle()
    assert session.look().state is State.WAITING


def test_a_place_asked_for_is_shown_before_it_is_heard(session: Session, document: Document) -> None:
    session.seek(document.text.index("dreamt"))
    assert session.look().state is State.WAITING
    assert heard(session, document) == "He dreamt of whales."


def test_space_at_the_end_begins_anew(session: Session, document: Document, player: StagedPlayer) -> None:
    while session.look().state is not State.FINISHED:
        player.hear()
    session.toggle()
    assert session.look().place == 0


def test_after_a_sentence_that_cannot_be_spoken_playing_goes_on_with_it(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    player.fail(SynthesisError("no"))
    session.toggle()
    assert heard(session, document) == "It was dark."


def test_after_the_device_failed_playing_goes_on_with_the_same_word(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    player.fail(OutputError("gone"))
    session.toggle()
    assert heard(session, document) == "The lighthouse"


def test_tempo_goes_by_tenths_and_stays_within_what_can_be_understood(
    session: Session, player: StagedPlayer
) -> None:
    session.tempo += 0.1
    assert player.tempo == 1.1
    for _ in range(40):
        session.tempo += 0.1
    assert player.tempo == 4.0
    for _ in range(40):
        session.tempo -= 0.1
    assert player.tempo == 0.5


def test_the_time_left_shrinks_with_the_tempo_and_with_the_way(session: Session, document: Document) -> None:
    whole = session.seconds_left(0)
    assert whole == pytest.approx(len("".join(document.text.split("\n"))) / 15, rel=0.3)
    session.tempo += 1.0
    assert whole is not None
    assert session.seconds_left(0) == pytest.approx(whole / 2)
    assert session.seconds_left(len(document.text)) == 0


def test_the_time_left_is_learned_from_what_was_heard(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    guess = session.seconds_left(0)
    for _ in range(4):
        player.hear()
        player.hear_word(-1)
        session.look()
    assert session.seconds_left(0) != guess


def test_a_document_with_nothing_to_say_can_still_be_asked_anything(
    document: Document, make_narrator: Callable[[], Narrator], player: StagedPlayer
) -> None:
    session = Session(document)
    session.attach(Speaker(make_narrator(), player))
    session.toggle()
    session.step(Step.SENTENCE, 1)
    session.step(Step.PARAGRAPH, -1)
    session.repeat()
    assert not session.jump_back()
    assert session.look().state is State.IDLE
    assert session.share_read(10) == 10 / len(document.text)
    assert session.seconds_left(0) is None
    session.close()


@pytest.mark.parametrize(("away", "back"), [(2, 0), (30, 2), (3000, 8), (90_000, 25)])
def test_the_longer_the_pause_the_more_is_heard_again(
    away: float, back: float, timed: Session, player: StagedPlayer, clock: Clock
) -> None:
    timed.toggle()
    clock.now += away
    timed.toggle()
    assert player.went_back == [back]


def test_who_wants_no_rewind_goes_on_with_the_very_word(
    document: Document, speaker: Speaker, player: StagedPlayer, clock: Clock
) -> None:
    session = Session(document, rewinds=False, clock=clock)
    session.attach(speaker)
    session.grow(route_of(document))
    player.hear()
    session.toggle()
    clock.now += 90_000
    session.toggle()
    assert player.went_back == [0]


def test_a_sentence_is_said_again(session: Session, document: Document, player: StagedPlayer) -> None:
    player.hear()
    player.hear_word(-1)
    session.repeat()
    player.hear()
    assert player.heard[-2:] == ["It was dark.", "It was dark."]


def test_a_loop_goes_round_until_it_is_ended(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    start = document.text.index("It was dark")
    session.loop_over(Span(start, document.text.index("The keeper")))
    for _ in range(3):
        player.hear()
    assert player.heard[-3:] == ["It was dark."] * 3
    session.loop_over(None)
    for _ in range(2):
        player.hear()
    assert player.heard[-1].startswith("The keeper")


def test_another_voice_speaks_from_this_sentence_on(
    session: Session, document: Document, player: StagedPlayer, speaker: Speaker
) -> None:
    player.hear()
    player.hear_word(-1)
    other = next(v for v in speaker.narrator.engine.voices() if v != speaker.narrator.voice)
    session.speak_with(other)
    player.hear()
    assert player.heard[-2:] == ["It was dark."] * 2
    assert speaker.narrator.voice == other


def test_what_is_skipped_is_said_on_the_spot_and_reading_goes_on(
    speaker: Speaker, player: StagedPlayer
) -> None:
    body = "It was so [12] they said. And more."
    cited = Document(body, (Block(Span(0, len(body))),), marks=(Mark(Span(10, 14), MarkKind.CITATION),))
    session = opened(cited, speaker)
    player.hear()
    skip = speak_skipped(session)
    assert skip is not None
    assert skip.reason == "citation"
    player.hear()
    assert session.look().sentence == Span(10, 14)
    player.hear()
    assert player.heard[-2:] == ["[12]", "It was so [12] they said."]
    assert player.began[-1] is None


def test_who_plays_on_while_a_word_is_tried_does_not_rest_after_it(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    place = document.text.index("It was dark")
    aside = Chunk(1, Span(place, place + 12), "It was dark.", Boundary.SENTENCE, "und")
    session.say_aside([aside], place, rest=True)
    player.hear()
    session.play()
    player.hear()
    assert session.look().state is State.PLAYING


def test_where_nothing_is_spoken_any_more_it_is_silent(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    session.rehear(Route(Known(document, Hearing(), Places(()), ())))
    assert player.position.state is State.IDLE
    session.rehear(route_of(document))
    session.toggle()
    assert session.look().state is State.WAITING


def test_other_skips_are_heard_at_once_and_the_place_is_kept(speaker: Speaker, player: StagedPlayer) -> None:
    body = "It was so [12] they said. And more."
    cited = Document(body, (Block(Span(0, len(body))),), marks=(Mark(Span(10, 14), MarkKind.CITATION),))
    session = opened(cited, speaker)
    player.hear()
    player.hear_word(2)
    session.rehear(route_of(cited, Hearing(frozenset())))
    assert player.began[-1] == body.index("so")
    player.hear()
    assert player._pieces[-1][0].rewrites == ()


def test_who_goes_elsewhere_ends_the_loop(session: Session, document: Document, player: StagedPlayer) -> None:
    start = document.text.index("It was dark")
    session.loop_over(Span(start, document.text.index("The keeper")))
    player.hear()
    session.jump(document.text.index("He slept"))
    for _ in range(2):
        player.hear()
    assert player.heard[-2:] == ["He slept.", "He dreamt of whales."]
    assert session.loop is None
