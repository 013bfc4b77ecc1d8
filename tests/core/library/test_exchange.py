"""A library that is written out and taken in is the same library; joined with another, nothing is lost."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.library.texts import document, story
from yapit.core.document import Span
from yapit.core.errors import LibraryError
from yapit.core.library import Library, Preferences, anchor, id_of, open_library
from yapit.core.rules import Rule, Scope


def filled(library: Library) -> str:
    text = story(source="/books/keeper.txt")
    key = library.documents.remember(text, id_of(b"keeper")).id
    library.places.keep(key, anchor(text, 321), share=0.4, seconds_left=99.0)
    library.documents.prefer(key, Preferences(1.5, "tone", "high", "off"))
    library.notes.highlight(key, text, Span(0, 7), "a beginning \ud800\0 🎧")
    library.notes.bookmark(key, text, 99)
    library.listening.add(key, 12.0, date(2026, 5, 4))
    library.rules.put(Rule("Dr", says="doctor"))
    library.rules.put(Rule("keeper", scope=Scope(document=key)))
    library.queue.add(key)
    return key


def through_json(library: Library) -> Any:
    return json.loads(json.dumps(library.exported()))


def test_what_is_written_out_is_taken_in_whole() -> None:
    with Library.in_memory() as one, Library.in_memory() as other:
        key = filled(one)
        assert other.take_in(through_json(one)) == 1
        assert other.documents.entries() == one.documents.entries()
        assert other.places.of(key) == one.places.of(key)
        assert other.notes.all() == one.notes.all()
        assert other.rules.all() == one.rules.all()
        assert other.listening.by_day() == one.listening.by_day()
        assert through_json(other) == through_json(one)
        other.take_in(through_json(one))
        assert through_json(other) == through_json(one)


def test_of_two_libraries_the_newer_place_is_kept_and_every_note() -> None:
    text = story(source="/books/keeper.txt")
    with Library.in_memory() as old, Library.in_memory() as new:
        filled(old)
        paragraphs = text.text.split("\n\n")
        edited = document("A preface.", *paragraphs, source="/books/keeper.txt", title="The Keeper")
        key = new.documents.remember(edited, id_of(b"edited")).id
        new.places.keep(key, anchor(edited, 500), share=0.6)
        new.notes.bookmark(key, edited, 7)
        new.take_in(through_json(old))
        [entry] = new.documents.entries()
        assert (entry.id, entry.share, entry.title) == (key, 0.6, "The Keeper")
        assert len(new.notes.of(key)) == 3
        assert {rule.scope.document for rule in new.rules.all()} == {"", key}


@pytest.mark.parametrize(
    "whole",
    [
        None,
        [],
        {},
        {"format": "another"},
        {"format": "yapit-library-1"},
        {"format": "yapit-library-1", "documents": 3},
    ],
)
def test_what_is_no_exported_library_is_refused(whole: object) -> None:
    with Library.in_memory() as library, pytest.raises(LibraryError) as raised:
        library.take_in(whole)
    assert raised.value.cure


anything: st.SearchStrategy[object] = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.just([]) | st.just({})
)


@settings(max_examples=400, deadline=None)
@given(path=st.lists(st.integers(0, 30), max_size=4), value=anything)
def test_a_damaged_export_is_taken_in_whole_or_not_at_all(path: list[int], value: object) -> None:
    with Library.in_memory() as one, Library.in_memory() as other:
        filled(one)
        whole = through_json(one)
        _put(whole, path, value)
        try:
            other.take_in(whole)
        except LibraryError:
            assert other.documents.entries() == ()
        other.documents.entries()
        other.notes.all()
        other.rules.all()
        other.listening.by_day()


def _put(whole: Any, path: list[int], value: object) -> None:
    """Put a value somewhere into a nest of lists and dictionaries."""
    for step in path:
        keys = list(whole) if isinstance(whole, dict) else list(range(len(whole)))
        if not keys:
            return
        key = keys[step % len(keys)]
        if step == path[-1] or not isinstance(whole[key], list | dict):
            whole[key] = value
            return
        whole = whole[key]


def test_notes_are_written_as_markdown_that_shows_what_was_written(tmp_path: Path) -> None:
    text = document(
        "A *starred* [word] stands here.", "# No heading.\n1. Nor a list.", title="Signs", source="/s.txt"
    )
    with open_library(tmp_path / "library.db") as library:
        key = library.documents.remember(text).id
        library.documents.remember(story(), id_of(b"without notes"))
        library.notes.highlight(key, text, Span(0, 31), "so *it* is\n- and goes on")
        library.notes.highlight(key, text, Span(33, len(text.text)))
        library.notes.bookmark(key, text, 33, "second")
        written = library.notes_as_markdown()
    lines = written.splitlines()
    assert lines[0] == "# Signs"
    assert "/s.txt" in lines[2]
    assert r"> A \*starred\* \[word\] stands here." in lines
    assert r"so \*it\* is" in lines
    assert r"\- and goes on" in lines
    assert r"> \# No heading." in lines
    assert any(line.startswith("- Bookmark 5") and line.endswith(": second") for line in lines)
    assert "The Keeper" not in written
