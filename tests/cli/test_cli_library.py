"""`yapit library`: what is read is listed, found, queued, forgotten, written out and taken in."""

from __future__ import annotations

import json
import threading
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.core.library.texts import story as made_story
from yapit.core.document import Span
from yapit.core.library import anchor, id_of, open_library


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A library with one document that is being read."""
    path = tmp_path / "xdg-data" / "yapit" / "library.db"
    text = made_story(source="/books/keeper.txt")
    with open_library(path) as library:
        key = library.documents.remember(text, id_of(b"keeper")).id
        library.places.keep(key, anchor(text, 400), share=0.25, seconds_left=3900.0)
        library.notes.highlight(key, text, Span(0, 9), "Begin here.")
    return path


def rows(said: str) -> list[list[str]]:
    return [line.split() for line in said.splitlines()]


def test_an_empty_library_says_how_it_is_filled(yapit: Any) -> None:
    assert "yapit read FILE" in yapit("library").stdout
    assert json.loads(yapit("library", "--json").stdout) == []


def test_documents_are_listed_with_progress_and_the_time_left_at_your_tempo(yapit: Any, shelf: Path) -> None:
    [head, row] = rows(yapit("library", env={"YAPIT_TEMPO": "2"}).stdout)
    assert head == ["ID", "TITLE", "READ", "LEFT", "QUEUE", "OPENED"]
    assert row[:5] == [id_of(b"keeper")[:8], "The", "Keeper", "25%", "32"]
    assert yapit("library", "list").stdout == yapit("library").stdout
    [entry] = json.loads(yapit("library", "list", "--json", env={"YAPIT_TEMPO": "1"}).stdout)
    assert (entry["title"], entry["share"], entry["seconds_left"]) == ("The Keeper", 0.25, 3900.0)
    assert entry["opened"].startswith("20")


def test_how_long_was_listened_is_told_by_day(yapit: Any, shelf: Path) -> None:
    assert "Nothing was listened to" in yapit("library", "time").stderr
    with open_library(shelf) as library:
        [entry] = library.documents.entries()
        library.listening.add(entry.id, 3900.0, date(2026, 3, 1))
        library.listening.add(entry.id, 20.0, date(2026, 3, 2))
    assert [line.split(maxsplit=1) for line in yapit("library", "time").stdout.splitlines()] == [
        ["DAY", "LISTENED"],
        ["2026-03-01", "1 h 05 min"],
        ["2026-03-02", "< 1 min"],
        ["all", "1 h 05 min"],
    ]
    assert json.loads(yapit("library", "time", "--json").stdout) == {"2026-03-01": 3900, "2026-03-02": 20}


def test_files_and_folders_are_added_and_queued(yapit: Any, story: Path, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("one.md", "two.txt", "code.py"):
        (folder / name).write_text(f"The text of {name}.", "utf-8")
    run = yapit("library", "add", story, folder, "--queue")
    assert run.returncode == 0
    assert run.stdout.splitlines() == [f"{story}: 1 document", f"{folder}: 2 documents"]
    assert [row[1] for row in rows(yapit("library", "queue").stdout)[1:]] == ["story", "one", "two"]
    again = yapit("library", "add", folder)
    assert again.stdout == f"{folder}: 2 documents, 2 of them known already\n"


class Feed(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        link = "<link>http://127.0.0.1:1/never-fetched</link>"
        self.wfile.write(f"<rss><channel><item><title>News</title>{link}</item></channel></rss>".encode())

    def log_message(self, *args: object) -> None: ...


def test_of_a_feed_what_it_links_to_is_added_and_nothing_else_fetched(yapit: Any) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Feed)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        assert yapit("library", "add", f"{address}/feed.xml").stdout == f"{address}/feed.xml: 1 document\n"
        assert "1 of them known" in yapit("library", "add", f"{address}/latest", "--feed").stdout
    finally:
        server.shutdown()
        server.server_close()
    [entry] = json.loads(yapit("library", "--json").stdout)
    assert (entry["title"], entry["source"]) == ("News", "http://127.0.0.1:1/never-fetched")


def test_what_cannot_be_added_is_named_and_the_rest_is_added(yapit: Any, story: Path) -> None:
    run = yapit("library", "add", "nothing.txt", story)
    assert run.returncode == 1
    assert "there is no file nothing.txt" in run.stderr
    assert f"{story}: 1 document" in run.stdout


def test_the_queue_is_ordered_from_the_command_line(yapit: Any, tmp_path: Path) -> None:
    for name in ("ant", "bee", "cow"):
        (tmp_path / f"{name}.txt").write_text(f"About the {name}.", "utf-8")
        yapit("library", "add", tmp_path / f"{name}.txt")
    assert "yapit library queue add" in yapit("library", "queue").stdout
    for words in (["add", "ant"], ["add", "bee"], ["add", "cow", "--first"], ["move", "bee", "1"]):
        assert yapit("library", "queue", *words).returncode == 0
    assert [row[1] for row in rows(yapit("library", "queue").stdout)[1:]] == ["bee", "cow", "ant"]
    yapit("library", "queue", "remove", "cow")
    assert [each["title"] for each in json.loads(yapit("library", "queue", "--json").stdout)] == [
        "bee",
        "ant",
    ]
    yapit("library", "queue", "clear")
    assert json.loads(yapit("library", "queue", "--json").stdout) == []


def test_words_of_notes_and_titles_are_found(yapit: Any, shelf: Path) -> None:
    assert "The Keeper" in yapit("library", "search", "begin", "keeper").stdout
    run = yapit("library", "search", "whale")
    assert run.returncode == 1
    assert "nothing in the library has 'whale'" in run.stderr
    assert json.loads(yapit("library", "search", "whale", "--json").stdout) == []


def test_removing_what_has_notes_asks_first_and_leaves_files_alone(
    yapit: Any, shelf: Path, story: Path
) -> None:
    yapit("library", "add", story)
    assert yapit("library", "remove", "keeper", stdin="n\n").returncode == 1
    assert "The Keeper" in yapit("library").stdout
    assert yapit("library", "remove", story).stdout == "Forgot 1 document.\n"
    assert story.exists()
    assert "Forgot 1 document." in yapit("library", "remove", "keeper", stdin="y\n").stdout
    assert json.loads(yapit("library", "--json").stdout) == []
    assert yapit("library", "remove").returncode == 1


def test_finished_documents_are_removed_together(yapit: Any, shelf: Path, story: Path) -> None:
    yapit("library", "add", story)
    with open_library(shelf) as library:
        library.documents.finish(id_of(b"keeper"))
    assert "finished" in yapit("library").stdout
    assert yapit("library", "remove", "--finished", "--yes").stdout == "Forgot 1 document.\n"
    assert [each["title"] for each in json.loads(yapit("library", "--json").stdout)] == ["story"]


def test_a_name_that_fits_several_documents_removes_none(yapit: Any, tmp_path: Path) -> None:
    for name in ("red whale", "blue whale"):
        (tmp_path / f"{name}.txt").write_text(name, "utf-8")
    yapit("library", "add", tmp_path)
    run = yapit("library", "remove", "whale")
    assert run.returncode == 1
    assert "can be 2 documents" in run.stderr
    assert len(json.loads(yapit("library", "--json").stdout)) == 2


def test_a_library_moves_to_another_machine_in_one_file(yapit: Any, shelf: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved.json"
    assert yapit("library", "export", "-o", moved).returncode == 0
    assert yapit("library", "export", "-o", moved).returncode == 1
    assert yapit("library", "export", "-o", moved, "--force").returncode == 0
    elsewhere = {"YAPIT_LIBRARY": str(tmp_path / "elsewhere.db")}
    assert yapit("library", "import", moved, env=elsewhere).stdout == "Took in 1 document.\n"
    assert yapit("library", "export", env=elsewhere).stdout == moved.read_text("utf-8")
    run = yapit("library", "import", shelf)
    assert run.returncode == 1
    assert "no exported library" in run.stderr


def test_notes_are_printed_as_markdown(yapit: Any, shelf: Path) -> None:
    said = yapit("library", "export", "--markdown").stdout
    assert said.startswith("# The Keeper\n")
    assert "> Chapter 1" in said
    assert "Begin here." in said


def test_a_damaged_library_is_told_on_stderr_and_what_is_left_is_listed(yapit: Any, shelf: Path) -> None:
    data = bytearray(shelf.read_bytes())
    data[:4096] = bytes(4096)
    shelf.write_bytes(data)
    run = yapit("library")
    assert run.returncode == 0
    assert "yapit: The library was damaged." in run.stderr
    assert "The Keeper" in run.stdout
    assert yapit("library").stderr == ""


def test_a_library_that_cannot_be_made_is_an_error_with_a_cure(yapit: Any, story: Path) -> None:
    run = yapit("library", env={"YAPIT_LIBRARY": str(story / "library.db")})
    assert run.returncode == 1
    assert "YAPIT_LIBRARY" in run.stderr


def test_titles_cannot_command_the_terminal(yapit: Any, shelf: Path) -> None:
    with open_library(shelf) as library:
        library.documents.remember(
            made_story(title="Red \x1b[31m\ud800 title", source="/red.txt"), id_of(b"red")
        )
    for words in ([], ["--json"], ["export"]):
        assert "\x1b" not in yapit("library", *words).stdout
