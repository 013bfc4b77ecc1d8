"""What is kept of a document is there again when it is opened again, edited or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.library.texts import document, story
from yapit.core.document import Document, Span
from yapit.core.errors import LibraryError
from yapit.core.library import (
    Addition,
    Library,
    NoteKind,
    Preferences,
    anchor,
    find,
    id_of,
    open_library,
    schema,
    span_of,
    store,
)
from yapit.core.rules import Action, Match, Rule, Scope


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shelf" / "library.db"


@pytest.fixture
def library(file: Path) -> Iterator[Library]:
    with open_library(file) as opened:
        yield opened


def place_in(library: Library, key: str, text: Document) -> int | None:
    kept = library.places.of(key)
    return None if kept is None else find(text, kept.anchor)


def test_a_document_that_is_opened_again_goes_on_at_its_word(file: Path) -> None:
    text = story()
    word = text.text.index("harbour")
    with open_library(file) as library:
        entry = library.documents.remember(text, id_of(b"the bytes"))
        library.places.keep(entry.id, anchor(text, word), share=0.3, seconds_left=600.0)
    with open_library(file) as library:
        again = library.documents.remember(text, id_of(b"the bytes"))
        assert again.id == entry.id
        assert again.share == 0.3
        assert place_in(library, again.id, text) == word


def test_a_file_that_was_edited_keeps_its_place_its_notes_and_its_identity(library: Library) -> None:
    before = story(source="/books/keeper.txt")
    after = document(*["A preface was added."], *before.text.split("\n\n"), source="/books/keeper.txt")
    entry = library.documents.remember(before, id_of(b"before"))
    library.places.keep(entry.id, anchor(before, before.text.index("harbour")))
    library.notes.bookmark(entry.id, before, before.text.index("brother"))
    again = library.documents.remember(after, id_of(b"after"))
    assert again.id == entry.id
    assert place_in(library, again.id, after) == after.text.index("harbour")
    [note] = library.notes.of(again.id)
    assert find(after, note.start) == after.text.index("brother")
    assert library.documents.remember(before, id_of(b"before")).id == entry.id
    assert len(library.documents.entries()) == 1


def test_a_file_with_a_long_preface_is_known_by_the_place_in_it(library: Library) -> None:
    before = story(source="/books/keeper.txt")
    preface = [f"Sentence {number} of the preface thanks somebody else." for number in range(400)]
    after = document(*preface, *before.text.split("\n\n"), source="/books/keeper.txt")
    entry = library.documents.remember(before, id_of(b"before"))
    library.places.keep(entry.id, anchor(before, before.text.index("harbour")))
    assert library.documents.remember(after, id_of(b"after")).id == entry.id
    assert place_in(library, entry.id, after) == after.text.index("harbour")


def test_another_text_in_the_place_of_a_file_is_another_document(library: Library) -> None:
    old = story(source="/tmp/out.txt")
    entry = library.documents.remember(old, id_of(b"old"))
    library.places.keep(entry.id, anchor(old, 500))
    new = document("Rates of interest rose again in spring.", "Markets fell.", source="/tmp/out.txt")
    other = library.documents.remember(new, id_of(b"new"))
    assert other.id != entry.id
    assert library.places.of(other.id) is None
    assert library.documents.remember(old, id_of(b"old")).id == entry.id


def test_a_file_that_was_moved_is_the_same_document_and_is_found_where_it_is_now(library: Library) -> None:
    entry = library.documents.remember(story(source="/a/keeper.txt"), id_of(b"bytes"))
    moved = library.documents.remember(story(source="/b/keeper.txt"), id_of(b"bytes"))
    assert (moved.id, moved.source) == (entry.id, "/b/keeper.txt")


def test_a_relative_path_and_its_whole_one_are_the_same_source(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    entry = library.documents.remember(story(source="keeper.txt"), id_of(b"1"))
    assert entry.source == str(tmp_path / "keeper.txt")
    assert library.documents.known(entry.source) == entry.id


def test_the_time_left_is_at_the_documents_own_tempo(library: Library) -> None:
    text = story()
    entry = library.documents.remember(text)
    library.places.keep(entry.id, anchor(text, 10), share=0.5, seconds_left=600.0)
    assert library.documents.entry(entry.id).seconds_left == 600.0
    assert library.documents.entry(entry.id, tempo=1.5).seconds_left == 400.0
    library.documents.prefer(entry.id, Preferences(tempo=2.0, engine="tone", voice="high", skip="off"))
    kept = library.documents.entry(entry.id)
    assert kept.seconds_left == 300.0
    assert kept.preferences == Preferences(2.0, "tone", "high", "off")


def test_what_was_heard_to_its_end_is_finished_until_it_is_heard_anew(library: Library) -> None:
    text = story()
    entry = library.documents.remember(text)
    library.queue.add(entry.id)
    library.documents.finish(entry.id)
    done = library.documents.entry(entry.id)
    assert done.finished is not None
    assert (done.share, done.seconds_left, done.queued) == (1.0, 0.0, None)
    library.places.keep(entry.id, anchor(text, 0), share=0.0)
    assert library.documents.entry(entry.id).finished is None


def test_a_document_that_grows_stays_one_document_and_as_long_as_it_was(library: Library) -> None:
    first, whole = story(1), story(5)
    entry = library.documents.remember(first, id_of(b"bytes"))
    grown = library.documents.remember(whole, id_of(b"bytes"))
    again = library.documents.remember(first, id_of(b"bytes"))
    assert entry.id == grown.id == again.id
    assert again.seconds_left == grown.seconds_left


def test_the_queue_keeps_the_listeners_order(library: Library) -> None:
    keys = [library.documents.add(Addition(f"/books/{name}.txt", title=name)).id for name in "abcd"]
    a, b, c, d = keys
    for key in (a, b, c):
        library.queue.add(key)
    library.queue.add(d, first=True)
    assert library.queue.all() == (d, a, b, c)
    library.queue.move(c, 2)
    assert library.queue.all() == (d, c, a, b)
    assert [library.queue.next(), library.queue.next(c), library.queue.next(b)] == [d, a, None]
    library.documents.finish(d)
    assert library.queue.all() == (c, a, b)
    assert [library.documents.entry(key).queued for key in keys] == [2, 3, 1, None]


def test_listening_time_is_told_by_day_and_by_document(library: Library) -> None:
    one = library.documents.remember(story(1), id_of(b"1")).id
    two = library.documents.remember(story(2), id_of(b"2")).id
    library.listening.add(one, 30.0, date(2026, 3, 1))
    library.listening.add(one, 12.5, date(2026, 3, 1))
    library.listening.add(two, 60.0, date(2026, 3, 2))
    assert library.listening.by_day() == {date(2026, 3, 1): 42.5, date(2026, 3, 2): 60.0}
    assert library.documents.entry(one).listened == 42.5


def test_rules_come_in_order_the_documents_own_first(library: Library) -> None:
    key = library.documents.remember(story()).id
    everywhere = Rule("Dr", says="doctor")
    english = Rule("read", says="red", scope=Scope(language="en"))
    german = Rule("Weg", says="weck", scope=Scope(language="de"))
    own = Rule("keeper", action=Action.SKIP, scope=Scope(document=key))
    for rule in (everywhere, english, german, own):
        library.rules.put(rule)
    assert library.rules.all() == (everywhere, english, german, own)
    assert library.rules.rules_for(key, "en-GB") == (own, english, everywhere)
    assert library.rules.rules_for("", "de") == (german, everywhere)


def test_a_rule_is_replaced_where_it_stands(library: Library) -> None:
    first, second = Rule("a", says="x"), Rule("b", says="y", match=Match.REGEX, case=True)
    library.rules.put(first)
    library.rules.put(second)
    renamed = replace(first, pattern="c")
    library.rules.replace(first, renamed)
    assert library.rules.all() == (renamed, second)
    library.rules.put(replace(renamed, says="z"))
    assert library.rules.all() == (replace(renamed, says="z"), second)
    library.rules.remove(second)
    assert library.rules.all() == (replace(renamed, says="z"),)


def test_a_removed_document_takes_what_was_kept_of_it_along(library: Library) -> None:
    text = story()
    key = library.documents.remember(text).id
    library.places.keep(key, anchor(text, 9))
    library.notes.highlight(key, text, Span(0, 7))
    library.rules.put(Rule("x", scope=Scope(document=key)))
    library.queue.add(key)
    assert library.documents.remove([key, "nobody"]) == 1
    assert library.documents.entries() == ()
    assert (library.places.of(key), library.notes.all(), library.rules.all()) == (None, (), ())
    library.places.keep(key, anchor(text, 9))  # another reader still has it open
    library.listening.add(key, 5.0)
    assert library.documents.entries() == ()
    with pytest.raises(LibraryError):
        library.notes.bookmark(key, text, 3)


def test_marked_words_are_marked_in_the_edited_text(library: Library) -> None:
    text = story(source="/books/keeper.txt")
    key = library.documents.remember(text).id
    start = text.text.index("He wrote")
    sentence = "He wrote the date at the head of the page and waited."
    note = library.notes.highlight(key, text, Span(start, start + len(sentence)))
    mark = library.notes.bookmark(key, text, start)
    changed = text.text.replace("That was his 13th entry.", "He was tired.", 1)
    changed = changed.replace("the date at", "the\ndate at", 1)
    after = document("A preface.", *changed.split("\n\n"))
    span = span_of(after, note)
    assert span is not None
    assert span.of(after.text) == sentence.replace("the date", "the\ndate")
    assert span_of(after, mark) == Span(span.start, span.start)
    reworded = document(*text.text.replace("and waited", "and then waited", 1).split("\n\n"))
    span = span_of(reworded, note)
    assert span is not None
    assert span.of(reworded.text) == sentence.replace("and waited", "and then waited")
    assert span_of(document("A beginning."), note, whole=False) is None


def test_a_note_is_removed_and_put_back(library: Library) -> None:
    text = story()
    key = library.documents.remember(text).id
    note = library.notes.highlight(key, text, Span(0, 7))
    assert (note.kind, note.marked) == (NoteKind.HIGHLIGHT, "Chapter")
    library.notes.remove(note.id)
    assert library.notes.of(key) == ()
    library.notes.put(note)
    assert library.notes.of(key) == (note,)


ANY_TEXT = st.text(st.characters(), max_size=200)  # with surrogates, NULs, emoji


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(marked=ANY_TEXT.filter(bool), said=ANY_TEXT, title=ANY_TEXT.filter(bool))
def test_any_unicode_survives_a_round_trip(library: Library, marked: str, said: str, title: str) -> None:
    text = document(marked, title=title)
    key = library.documents.remember(text).id
    note = library.notes.highlight(key, text, Span(0, len(marked)), said)
    rule = Rule(marked, says=said)
    library.rules.put(rule)
    assert note in library.notes.of(key)
    assert note.marked == marked
    assert library.documents.entry(key).title == title
    assert rule in library.rules.all()


def test_where_nothing_can_be_written_places_are_still_found(file: Path) -> None:
    text = story()
    with open_library(file) as library:
        key = library.documents.remember(text).id
        library.places.keep(key, anchor(text, 77))
    before = file.read_bytes()
    with Library.in_memory(file) as copy:
        assert place_in(copy, key, text) == 77
        copy.places.keep(key, anchor(text, 99))
        assert place_in(copy, key, text) == 99
    assert file.read_bytes() == before
    file.write_bytes(b"rubbish" * 999)
    with Library.in_memory(file) as empty:
        assert empty.documents.entries() == ()


def test_a_text_without_a_title_goes_by_its_beginning(library: Library) -> None:
    entry = library.documents.remember(document("It rained. " * 20))
    assert entry.title == "It rained. It rained. It rained. It rained. It rained. It r…"


def test_an_older_library_is_brought_up_to_date(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_library(file) as library:
        key = library.documents.remember(story()).id
    newer = (*schema.MIGRATIONS, ("CREATE TABLE shelves (name TEXT NOT NULL, colour INTEGER NOT NULL)",))
    monkeypatch.setattr(store, "MIGRATIONS", newer)
    monkeypatch.setattr(store, "VERSION", 2)
    monkeypatch.setattr(store, "TABLES", {**schema.TABLES, "shelves": "name, colour"})
    for _ in range(2):
        with open_library(file) as library:
            assert library.documents.entry(key).title == "The Keeper"
            assert library.notice == ""
    monkeypatch.undo()
    with pytest.raises(LibraryError, match="newer Yapit"):
        open_library(file)


def test_a_library_in_memory_works_as_one_in_a_file() -> None:
    with Library.in_memory() as library:
        text = story()
        key = library.documents.remember(text).id
        library.places.keep(key, anchor(text, 40))
        assert place_in(library, key, text) == 40
        assert library.path is None
