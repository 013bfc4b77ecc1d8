"""A library that was damaged is set aside, mended as far as it can be read, and the listener is told."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.library.texts import document, story
from yapit.core.document import Span
from yapit.core.errors import LibraryError
from yapit.core.library import Library, anchor, find, id_of, open_library
from yapit.core.library.mending import _by_table
from yapit.core.library.pages import rows_in
from yapit.core.library.schema import TABLES
from yapit.core.library.store import Store
from yapit.core.rules import Rule

PAGE = 4096
LONG = "A note that fills more than a page. " * 400


def filled(path: Path, documents: int = 60) -> list[str]:
    """A library of some pages; the ids of its documents."""
    text = story()
    with open_library(path) as library:
        keys = []
        for number in range(documents):
            each = document(
                f"Number {number}.", text.text, source=f"/books/{number}.txt", title=f"Book {number}"
            )
            key = library.documents.remember(each, id_of(str(number).encode())).id
            library.places.keep(key, anchor(each, 200 + number), share=number / documents)
            library.notes.highlight(key, each, Span(10, 20), f"note {number} \ud83d\0 🎧")
            library.listening.add(key, 60.0)
            keys.append(key)
        library.notes.bookmark(keys[0], text, 5, LONG)
        library.rules.put(Rule("Dr", says="doctor"))
        library.queue.add(keys[-1])
    return keys


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def set_aside(path: Path) -> list[Path]:
    return sorted(path.parent.glob("library.damaged-*.db"))


def test_a_sound_library_is_opened_without_a_word(file: Path) -> None:
    filled(file)
    with open_library(file) as library:
        assert library.notice == ""
        assert len(library.documents.entries()) == 60
    assert set_aside(file) == []


def test_of_a_file_cut_short_what_is_left_is_carried_over(file: Path) -> None:
    keys = filled(file)
    data = file.read_bytes()
    file.write_bytes(data[: len(data) * 2 // 3 + 17])
    with open_library(file) as library:
        assert "damaged" in library.notice
        assert str(set_aside(file)[0]) in library.notice
        entries = library.documents.entries()
        assert len(entries) >= 30
        assert {entry.id for entry in entries} <= set(keys)
    assert set_aside(file)[0].read_bytes() == data[: len(data) * 2 // 3 + 17]
    with open_library(file) as again:
        assert again.notice == ""
        assert len(again.documents.entries()) == len(entries)


@pytest.mark.parametrize("page", range(6))
def test_of_a_file_with_rubbish_in_its_middle_all_other_pages_are_carried_over(file: Path, page: int) -> None:
    filled(file)
    data = bytearray(file.read_bytes())
    data[page * PAGE : (page + 1) * PAGE] = random.Random(page).randbytes(PAGE)
    file.write_bytes(data)
    with open_library(file) as library:
        assert "damaged" in library.notice
        assert len(library.documents.entries()) >= 30
        assert len(library.notes.all()) >= 30


def test_with_its_first_page_gone_nothing_else_is_lost(file: Path) -> None:
    keys = filled(file)
    data = bytearray(file.read_bytes())
    data[:PAGE] = bytes(PAGE)
    file.write_bytes(data)
    with open_library(file) as library:
        assert {entry.id for entry in library.documents.entries()} == set(keys)
        assert len(library.notes.all()) == 61
        assert LONG in {note.text for note in library.notes.all()}
        assert "note 7 \ud83d\0 🎧" in {note.text for note in library.notes.all()}
        assert library.rules.all() == (Rule("Dr", says="doctor"),)
        assert library.queue.all() == (keys[-1],)
        place = library.places.of(keys[9])
        assert place is not None
        assert place.share == 9 / 60
        text = document("Number 9.", story().text)
        assert find(text, place.anchor) == 209


@pytest.mark.parametrize("content", [b"This was never a library. " * 500, b"\0" * 9000, b"SQLite format 3\0"])
def test_what_is_no_library_is_set_aside_and_a_new_one_begun(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with open_library(file) as library:
        assert "set aside" in library.notice or "damaged" in library.notice
        assert library.documents.entries() == ()
    assert set_aside(file)[0].read_bytes() == content


def test_an_emptied_file_is_told_and_what_its_log_still_has_is_carried_over(
    file: Path, tmp_path: Path
) -> None:
    with open_library(file) as library:
        key = library.documents.remember(story(title="The Keeper")).id
        log = Path(f"{file}-wal").read_bytes()
        copy = tmp_path / "copy" / "library.db"
        copy.parent.mkdir()
        copy.write_bytes(b"")
        Path(f"{copy}-wal").write_bytes(log)
    with open_library(copy) as mended:
        assert "damaged" in mended.notice
        assert [entry.id for entry in mended.documents.entries()] == [key]


def test_a_file_of_no_bytes_that_nobody_is_making_is_told(file: Path) -> None:
    file.write_bytes(b"")
    os.utime(file, (0, 0))
    with open_library(file) as library:
        assert "damaged" in library.notice


def test_damage_that_is_met_in_use_is_mended_at_the_next_start(file: Path) -> None:
    filled(file, 700)
    assert file.stat().st_size > 1024**2
    data = bytearray(file.read_bytes())
    for page in range(3, len(data) // PAGE):
        if data[page * PAGE] == 0x0D and b"Book" in data[page * PAGE : (page + 1) * PAGE]:
            data[page * PAGE : page * PAGE + 200] = b"\xff" * 200
            break
    file.write_bytes(data)
    library = open_library(file)
    with library, pytest.raises(LibraryError) as raised:
        library.documents.entries()
    assert "Start Yapit again" in raised.value.cure
    with open_library(file) as mended:
        assert "damaged" in mended.notice
        assert len(mended.documents.entries()) == 700  # those on the page are known by their names
    with open_library(file) as again:
        assert again.notice == ""


def test_a_document_whose_row_is_lost_is_kept_by_its_source(file: Path) -> None:
    [key] = filled(file, 1)
    with sqlite3.connect(file) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("DELETE FROM documents")
    raw.close()
    file.write_bytes(bytes(PAGE) + file.read_bytes()[PAGE:])
    with open_library(file) as library:
        [entry] = library.documents.entries()
        assert (entry.id, entry.title) == (key, "/books/0.txt")
        assert len(library.notes.of(key)) == 2


def test_a_library_of_a_newer_yapit_is_left_alone(file: Path) -> None:
    filled(file, 1)
    with sqlite3.connect(file) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = file.read_bytes()
    with pytest.raises(LibraryError) as raised:
        open_library(file)
    assert "newer Yapit" in str(raised.value)
    assert "Update" in raised.value.cure
    assert file.read_bytes() == before
    assert set_aside(file) == []


def test_a_database_of_another_program_is_left_alone(file: Path) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TABLE moz_places (url TEXT)")
    raw.close()
    before = file.read_bytes()
    with pytest.raises(LibraryError) as raised:
        open_library(file)
    assert "another program" in str(raised.value)
    assert file.read_bytes() == before


def test_where_nothing_can_be_written_the_refusal_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(LibraryError) as raised:
        open_library(tmp_path / "file" / "library.db")
    assert "YAPIT_LIBRARY" in raised.value.cure


def test_the_rows_of_each_table_can_be_told_from_all_others(file: Path) -> None:
    filled(file, 3)
    store = Store(None)
    found = _by_table(store, rows_in(file.read_bytes()))
    with sqlite3.connect(file) as raw:
        counts = {table: raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
    raw.close()
    assert {table: len(rows) for table, rows in found.items()} == counts
    assert all(counts.values())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    holes=st.lists(
        st.tuples(st.integers(0, 60_000), st.binary(min_size=1, max_size=300)), min_size=1, max_size=8
    )
)
def test_whatever_is_written_over_it_a_library_opens(tmp_path: Path, holes: list[tuple[int, bytes]]) -> None:
    whole = tmp_path / "whole.db"
    if not whole.exists():
        filled(whole, 12)
    file = tmp_path / "library.db"
    data = bytearray(whole.read_bytes())
    for at, rubbish in holes:
        data[at % len(data) : at % len(data) + len(rubbish)] = rubbish
    data[60:64] = whole.read_bytes()[60:64]  # another version may be a newer Yapit's: that is left alone
    file.write_bytes(data)
    for leftover in tmp_path.glob("library.*"):
        if leftover != file:
            leftover.unlink()
    with contextlib.suppress(LibraryError):  # found in use: the next start mends it
        look_at_all(file)
    mended = look_at_all(file)
    assert [aside.read_bytes() for aside in set_aside(file)] in ([], [data]), "it is kept as it was"
    with open_library(file) as again:
        assert again.notice == "", "it is mended once and for all"
        assert {entry.id for entry in again.documents.entries()} == mended


def look_at_all(path: Path) -> set[str]:
    """Ask for everything there is; the ids of the documents."""
    with open_library(path) as library:
        entries = library.documents.entries()
        for entry in entries:
            library.places.of(entry.id)
        library.listening.by_day()
        library.notes.all()
        library.rules.all()
        library.queue.all()
        return {entry.id for entry in entries}


def test_a_library_in_memory_is_never_damaged() -> None:
    with Library.in_memory() as library:
        assert library.notice == ""
