"""The next document is read in the place of this one, whatever becomes of it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.staged import StagedPlayer
from tests.staged_reader import SIZE, Start, loaded, page, status, typed, until
from yapit.core.document import Block, Document, Span
from yapit.core.errors import LockedDocument, SourceError
from yapit.core.library import Addition, Library
from yapit.core.listening.opened import Opened
from yapit.core.listening.shelf import Shelf
from yapit.tui.home import Home
from yapit.tui.prompt import Prompt


@pytest.fixture
def other(library: Library, tmp_path: Path) -> Document:
    text = "Another text. It is short."
    other = Document(text, (Block(Span(0, len(text))),), source=str(tmp_path / "other.txt"), title="Other")
    library.queue.add(library.documents.add(Addition(other.source, "Other")).id)
    return other


async def test_at_the_end_the_next_of_the_queue_is_read_with_the_same_voice(
    start: Start, player: StagedPlayer, library: Library, other: Document
) -> None:
    asked: list[str] = []

    def open_source(source: str, password: str | None) -> Opened:
        asked.append(source)
        return Opened(other, shelf=Shelf(library, library.documents.remember(other)))

    app = start(open_source=open_source)
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        first = app.reader
        while not asked:
            player.hear()
            await pilot.pause(0.02)
        await until(pilot, lambda: app.reader is not first and app.reader.session.is_whole)
        player.hear()
        assert asked == [other.source]
        assert player.heard[-1] == "Another text."
        assert not player.closed
        assert "Another text." in page(app)
        [entry] = [e for e in library.documents.entries() if e.finished]
        assert entry.id == first.opened.shelf.entry.id if first.opened.shelf else False
    assert player.closed


async def test_another_document_is_chosen_from_the_library(
    start: Start, player: StagedPlayer, library: Library, other: Document
) -> None:
    app = start(open_source=lambda source, password: Opened(other))
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        first = app.reader
        await pilot.press("H")
        await until(pilot, lambda: isinstance(app.screen, Home))
        await pilot.press(*"other", "enter")
        await until(pilot, lambda: app.reader is not first and app.reader.session.is_whole)
        assert "Another text." in page(app)


async def test_a_document_that_is_gone_leaves_the_one_that_is_read(
    start: Start, player: StagedPlayer, other: Document
) -> None:
    def gone(source: str, password: str | None) -> Opened:
        raise SourceError(f"{source} is gone", cure="Look for it elsewhere.")

    app = start(open_source=gone)
    async with app.run_test(size=(160, 24)) as pilot:
        await loaded(app, pilot)
        player.hear()
        first = app.reader
        await pilot.press("ctrl+n")
        await until(pilot, lambda: "is gone" in status(app))
        assert app.reader is first


async def test_the_queue_goes_on_after_a_document_that_is_gone(
    start: Start, player: StagedPlayer, library: Library, other: Document, tmp_path: Path
) -> None:
    third = replace(other, source=str(tmp_path / "third.txt"))
    library.queue.add(library.documents.add(Addition(third.source, "Third")).id)

    def open_source(source: str, password: str | None) -> Opened:
        if source == other.source:
            raise SourceError(f"{source} is gone", cure="Look for it elsewhere.")
        return Opened(third)

    app = start(open_source=open_source)
    async with app.run_test(size=(160, 24)) as pilot:
        await loaded(app, pilot)
        first = app.reader
        await pilot.press("ctrl+n")
        await until(pilot, lambda: app.reader is not first and app.reader.session.is_whole)
        assert app.reader.session.document is third
        assert "is gone" in status(app)


async def test_a_locked_document_is_opened_with_its_password(
    start: Start, player: StagedPlayer, other: Document
) -> None:
    def locked(source: str, password: str | None) -> Opened:
        if password != "sesame":
            raise LockedDocument("other.pdf is locked")
        return Opened(other)

    app = start(open_source=locked)
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        first = app.reader
        await pilot.press("ctrl+n")
        await until(pilot, lambda: isinstance(app.screen, Prompt))
        assert app.screen.query_one(Input).password
        await typed(pilot, "sesame")
        await pilot.press("enter")
        await until(pilot, lambda: app.reader is not first and app.reader.session.is_whole)


async def test_of_two_documents_asked_for_the_later_is_read_however_long_the_first_takes(
    start: Start, player: StagedPlayer, other: Document
) -> None:
    late, opened = threading.Event(), threading.Event()

    def open_source(source: str, password: str | None) -> Opened:
        if source == "slow":
            late.wait(20)
            opened.set()
            return Opened(replace(other, source="slow"))
        return Opened(other)

    app = start(open_source=open_source)
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        app.reader.want("slow")
        await pilot.pause()
        app.reader.want("quick")
        await until(pilot, lambda: app.reader.session.document is other)
        late.set()
        await until(pilot, opened.is_set)
        await pilot.pause(0.1)
        assert app.reader.session.document is other


async def test_a_dialog_about_the_document_before_goes_with_it(
    start: Start, player: StagedPlayer, other: Document
) -> None:
    app = start(open_source=lambda source, password: Opened(other))
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        first = app.reader
        await pilot.press("x")
        first.want(other.source)
        await until(pilot, lambda: app.reader is not first and app.screen is app.reader)
        assert first not in app.screen_stack
        assert not first.is_running


async def test_a_mistake_while_another_document_is_opened_is_told(start: Start, player: StagedPlayer) -> None:
    def mistaken(source: str, password: str | None) -> Opened:
        raise ZeroDivisionError("of all things")

    app = start(open_source=mistaken)
    async with app.run_test(size=(160, 24)) as pilot:
        await loaded(app, pilot)
        app.reader.want("odd.txt")
        await until(pilot, lambda: "of all things" in status(app))
        assert "please report it" in status(app)
