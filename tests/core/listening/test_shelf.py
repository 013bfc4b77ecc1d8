"""What was listened to is kept: the place, the time, marks and how it is heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.staged import StagedPlayer
from tests.staged_session import Clock, route_of
from yapit.core.document import Document, Span
from yapit.core.errors import LibraryError, UnknownVoice, YapitError
from yapit.core.hearing import LEVELS, Hearing, Level, Reason
from yapit.core.library import Addition, Library, NoteKind
from yapit.core.listening.acts import ACTS
from yapit.core.listening.desk import Desk
from yapit.core.listening.session import Session
from yapit.core.listening.shelf import Shelf
from yapit.core.listening.speaker import Speaker
from yapit.core.narrator import Narrator


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as library:
        yield library


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shelf(library: Library, document: Document, clock: Clock) -> Shelf:
    return Shelf(library, library.documents.remember(document), clock=clock)


@pytest.fixture
def speaker(make_narrator: Callable[[], Narrator], player: StagedPlayer) -> Iterator[Speaker]:
    speaker = Speaker(make_narrator(), player)
    yield speaker
    speaker.close()


@pytest.fixture
def desk(document: Document, speaker: Speaker, shelf: Shelf, player: StagedPlayer) -> Desk:
    session = Session(document, start=shelf.resume)
    session.attach(speaker)
    session.grow(route_of(document))
    player.hear()

    def rehear(hearing: Hearing) -> None:
        session.rehear(route_of(document, hearing))

    return Desk(session, shelf, hearing=Hearing(), rehear=rehear)


def again(library: Library, document: Document) -> Shelf:
    """The document opened another day."""
    return Shelf(library, library.documents.remember(document))


def test_reading_goes_on_at_the_word(
    desk: Desk, shelf: Shelf, library: Library, document: Document, player: StagedPlayer
) -> None:
    player.hear()
    player.hear_word(2)
    shelf.keep(desk.session)
    assert again(library, document).resume(document, whole=True) == document.text.index("dark")


def test_each_new_sentence_is_kept_without_being_asked(
    desk: Desk, shelf: Shelf, library: Library, document: Document, player: StagedPlayer
) -> None:
    shelf.watch(desk.session)
    player.hear()
    shelf.watch(desk.session)
    assert again(library, document).resume(document, whole=True) == document.text.index("It was dark")


def test_time_spent_listening_is_counted_and_that_of_a_pause_is_not(
    desk: Desk, shelf: Shelf, library: Library, clock: Clock
) -> None:
    for now in (0, 1, 2, 3, 4):
        clock.now = now
        shelf.watch(desk.session)
    desk.session.pause()
    for now in (5, 600):
        clock.now = now
        shelf.watch(desk.session)
    shelf.keep(desk.session)
    assert library.documents.entry(shelf.entry.id).listened == pytest.approx(4)


def test_a_document_heard_to_its_end_begins_anew(shelf: Shelf, library: Library, document: Document) -> None:
    shelf.finish()
    assert again(library, document).resume(document, whole=True) == 0


def test_a_bookmark_comes_and_goes_with_the_same_key(desk: Desk, player: StagedPlayer) -> None:
    player.hear()
    assert ACTS["bookmark"](desk, "") == "bookmark"
    assert [note.kind for note, _ in desk.marks] == [NoteKind.BOOKMARK]
    player.hear_word(-1)
    assert ACTS["bookmark"](desk, "") == "no bookmark any more"
    assert desk.marks == []


def test_a_note_marks_what_is_selected_else_the_sentence(desk: Desk, document: Document) -> None:
    assert ACTS["note"](desk, " 😀 look here ") == "noted"
    at = document.text.index("whales")
    desk.selection = lambda: Span(at, at + 6)
    ACTS["note"](desk, "and here")
    assert [(note.marked, note.text, place) for note, place in desk.marks] == [
        ("The lighthouse", "😀 look here", 0),
        ("whales", "and here", at),
    ]


def test_an_empty_note_is_none(desk: Desk) -> None:
    assert ACTS["note"](desk, "  ") == ""
    assert desk.marks == []


def test_a_mark_is_gone_to_and_one_that_is_not_there_refused(desk: Desk, document: Document) -> None:
    desk.kept.bookmark(document, document.text.index("He dreamt"))
    ACTS["marks"](desk, "1")
    assert desk.session.look().place == document.text.index("He dreamt")
    with pytest.raises(YapitError, match="there is no mark 2") as refused:
        ACTS["marks"](desk, "2")
    assert "1 to 1" in refused.value.cure


def test_tempo_and_voice_belong_to_the_document(desk: Desk, library: Library, document: Document) -> None:
    assert ACTS["tempo"](desk, "×1,75 ") == "tempo 1.75"
    with pytest.raises(YapitError, match="no tempo"):
        ACTS["tempo"](desk, "nan")
    assert ACTS["faster"](desk, "") == "tempo 1.85"
    engine = desk.session.speaker.narrator.engine if desk.session.speaker else None
    assert engine is not None
    other = engine.voices()[-1]
    assert ACTS["voice"](desk, other.name) == f"voice {other.name}"
    preferences = again(library, document).entry.preferences
    assert (preferences.tempo, preferences.engine, preferences.voice) == (1.85, "tone", other.id)
    with pytest.raises(UnknownVoice):
        ACTS["voice"](desk, "nobody")


@pytest.mark.parametrize(
    ("typed", "skip"),
    [
        ("academic", LEVELS[Level.ACADEMIC]),
        ("off", frozenset()),
        ("+captions", LEVELS[Level.NORMAL] | {Reason.CAPTIONS}),
        ("+captions -citations", (LEVELS[Level.NORMAL] | {Reason.CAPTIONS}) - {Reason.CITATIONS}),
    ],
)
def test_what_is_skipped_is_changed_while_listening(
    typed: str, skip: frozenset[Reason], desk: Desk, library: Library, document: Document
) -> None:
    ACTS["skips"](desk, typed)
    assert desk.hearing.skip == skip
    assert desk.session.route is not None
    assert desk.session.route.hearing.skip == skip
    assert again(library, document).entry.preferences.skip != ""


def test_skips_that_are_none_are_refused(desk: Desk) -> None:
    for typed in ("loud", "+loud"):
        with pytest.raises(YapitError) as refused:
            ACTS["skips"](desk, typed)
        assert refused.value.cure


def test_where_a_library_fails_listening_goes_on(
    desk: Desk, shelf: Shelf, library: Library, monkeypatch: pytest.MonkeyPatch, player: StagedPlayer
) -> None:
    def full(*args: object, **more: object) -> None:
        raise LibraryError("the disk is full", cure="Free some space.")

    monkeypatch.setattr(library.places, "keep", full)
    player.hear()
    shelf.watch(desk.session)
    assert str(shelf.problem) == "the disk is full"
    shelf.watch(desk.session)
    assert desk.session.look().is_running


def test_without_a_library_everything_but_marks_works(document: Document, speaker: Speaker) -> None:
    session = Session(document)
    session.attach(speaker)
    session.grow(route_of(document))
    desk = Desk(session, hearing=Hearing(), rehear=lambda hearing: None)
    for name in ("faster", "where", "next-sentence", "skips"):
        ACTS[name](desk, "normal")
    with pytest.raises(YapitError, match="nothing is kept"):
        ACTS["bookmark"](desk, "")


def test_what_can_be_told_is_told(desk: Desk) -> None:
    told = ACTS["where"](desk, "")
    assert "page 1 of 3" in told
    assert "at tempo 1" in told
    assert ACTS["sleep"](desk, "10") == "sleep in 10 min"
    assert "sleep in 10 min" in ACTS["where"](desk, "")
    assert ACTS["sleep"](desk, "chapter") == "sleep at the end of the chapter"
    assert ACTS["sleep"](desk, "off") == "no sleep timer"
    assert ACTS["jump-back"](desk, "") == "there was no jump"
    assert ACTS["why"](desk, "").startswith(("not spoken", "all is spoken"))


def test_the_queue_tells_what_comes_next(shelf: Shelf, library: Library) -> None:
    assert shelf.next_in_queue() is None
    other = library.documents.add(Addition("/books/another.txt", "Another"))
    library.queue.add(other.id)
    following = shelf.next_in_queue()
    assert following is not None
    assert following.title == "Another"
