"""What the listener asks for is what is heard next."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.staged import StagedPlayer
from yapit.core.document import Block, Document, Mark, MarkKind, Span, fill_gaps
from yapit.core.errors import OutputError, SynthesisError
from yapit.core.growth import Known, growing
from yapit.core.hearing import Hearing
from yapit.core.listening.route import Route, Step
from yapit.core.listening.session import Session
from yapit.core.listening.skipped import speak_skipped
from yapit.core.listening.sleeping import End
from yapit.core.listening.speaker import Speaker
from yapit.core.narrator import Narrator
from yapit.core.places import Places
from yapit.core.player import State
from yapit.core.script import Script
from yapit.core.split import Boundary, Chunk


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


def test_a_place_asked_for_is_shown_before_it_is_heard(session: Session, document: Document) -> None:
    session.seek(document.text.index("dreamt"))
    assert session.look().state is State.WAITING
    assert heard(session, document) == "He dreamt of whales."


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


def parts_of(document: Document, blocks: int) -> Document:
    """The document as far as it was read when it had so many blocks."""
    end = document.blocks[blocks - 1].span.end
    some = document.blocks[:blocks]
    return Document(document.text[:end], some, fill_gaps(document.text[:end], some), language="und")


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


class Clock:
    """Seconds, as the test says."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


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


def test_the_sleep_timer_fades_and_pauses(timed: Session, player: StagedPlayer, clock: Clock) -> None:
    timed.sleep_after(10.0)
    clock.now = 590
    timed.look()
    assert player.faded == []
    clock.now = 594
    timed.look()
    assert player.faded == [pytest.approx(6)]
    clock.now = 600
    assert timed.look().state is State.PAUSED
    assert timed.fell_asleep
    timed.toggle()
    assert timed.look().state is State.PLAYING
    assert not timed.fell_asleep


@pytest.mark.parametrize("end", [None, 15.0, End.CHAPTER])
def test_who_is_still_awake_while_it_fades_hears_it_as_loud_as_before(
    end: float | End | None, timed: Session, player: StagedPlayer, clock: Clock
) -> None:
    timed.sleep_after(10.0)
    clock.now = 594
    timed.look()
    assert player.is_fading
    timed.sleep_after(end)
    timed.look()
    assert not player.is_fading


def test_a_sleep_timer_that_ends_in_a_pause_does_not_stop_what_follows(
    timed: Session, player: StagedPlayer, clock: Clock
) -> None:
    timed.sleep_after(1.0)
    timed.toggle()
    clock.now = 3600
    timed.look()
    timed.toggle()
    assert timed.look().state is State.PLAYING


def test_sleep_comes_at_the_end_of_the_chapter(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    session.sleep_after(End.CHAPTER)
    while session.look().state is State.PLAYING:
        player.hear()
    assert session.look().place == document.text.index("Morning")
    assert session.fell_asleep


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


def test_who_goes_elsewhere_ends_the_loop(session: Session, document: Document, player: StagedPlayer) -> None:
    start = document.text.index("It was dark")
    session.loop_over(Span(start, document.text.index("The keeper")))
    player.hear()
    session.jump(document.text.index("He slept"))
    for _ in range(2):
        player.hear()
    assert player.heard[-2:] == ["He slept.", "He dreamt of whales."]
    assert session.loop is None


def test_sleep_comes_at_the_end_of_the_chapter_that_was_gone_to(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    session.sleep_after(End.PARAGRAPH)
    session.jump(document.text.index("He slept"))
    player.hear()
    assert session.look().state is State.PLAYING
    player.hear()
    assert session.look().state is State.PLAYING
    player.hear()
    assert session.look().state is State.PAUSED
    assert session.look().place == document.text.index("The ship had passed")
