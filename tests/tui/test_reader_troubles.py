"""What goes wrong is told with what cures it, and the reading goes as far as it can."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

from textual.pilot import Pilot

from tests.staged import StagedPlayer, written
from tests.staged_reader import MakeNarrator, Start, drawn, loaded, page, status, until
from yapit.core.document import BlockKind, Document
from yapit.core.errors import EngineUnavailable, SourceError, SynthesisError
from yapit.core.library import Library, anchor
from yapit.core.listening.opened import Opened
from yapit.core.listening.shelf import Shelf
from yapit.core.narrator import Narrator
from yapit.core.player import State
from yapit.tui.app import ReaderApp
from yapit.tui.help import Notice
from yapit.tui.hint import Hint
from yapit.tui.status import StatusLine


async def noticed(app: ReaderApp, pilot: Pilot[None]) -> None:
    """A notice is open."""
    async with asyncio.timeout(20):
        while not isinstance(app.screen, Notice):
            await pilot.pause(0.01)


async def test_what_is_wrong_further_on_is_told_and_the_beginning_is_read(
    app_of: Start, player: StagedPlayer
) -> None:
    def broken() -> Iterator[Document]:
        raise SourceError("page 7 is damaged", cure="Download it again.")
        yield

    app = app_of(more=broken())
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        player.hear()
        assert "page 7 is damaged" in status(app)
        assert player.heard == ["The lighthouse"]
        app.reader.say("")
        await until(pilot, lambda: "damaged" not in status(app))
        while player.position.state is not State.FINISHED:
            player.hear()
        await until(pilot, lambda: "page 7 is damaged" in status(app))


async def test_a_document_that_breaks_off_before_the_place_is_begun_anew_and_not_told_to_be_finished(
    document: Document, make_narrator: MakeNarrator, player: StagedPlayer
) -> None:
    whole = replace(document, source="broken.pdf")
    part = written((BlockKind.TITLE, 0, 1, "The lighthouse"))

    def broken() -> Iterator[Document]:
        raise SourceError("page 7 is damaged", cure="Download it again.")
        yield

    with Library.in_memory() as library:
        entry = library.documents.remember(whole)
        library.places.keep(entry.id, anchor(whole, whole.text.index("dreamt")))
        app = ReaderApp(Opened(part, broken(), Shelf(library, entry)), make_narrator, lambda: (player, ""))
        async with app.run_test(size=(80, 24)) as pilot:
            await loaded(app, pilot)
            player.hear()
            assert player.heard == ["The lighthouse"]
            player.hear()
            assert player.position.state is State.FINISHED
            await pilot.pause(0.5)
            assert library.documents.entry(entry.id).finished is None


async def test_a_voice_that_cannot_be_loaded_is_explained_and_the_text_stays(
    document: Document, player: StagedPlayer
) -> None:
    def refuse() -> Narrator:
        raise EngineUnavailable("the model is missing", cure="Fetch it with: yapit voices")

    app = ReaderApp(Opened(document), refuse, lambda: (player, ""))
    async with app.run_test(size=(120, 24)) as pilot:
        await loaded(app, pilot)
        assert "the model is missing. Fetch it with: yapit voices" in status(app)
        await pilot.press("right", "space", "]", "[", "plus", "f", "enter", "down")
        assert "The lighthouse" in page(app) or app.reader.page.scroll_offset.y


async def test_a_mistake_while_loading_is_shown_without_a_traceback(
    document: Document, player: StagedPlayer
) -> None:
    def stumble() -> Narrator:
        raise ZeroDivisionError("division by zero")

    app = ReaderApp(Opened(document), stumble, lambda: (player, ""))
    async with app.run_test(size=(120, 24)) as pilot:
        await loaded(app, pilot)
        assert "ZeroDivisionError" in status(app)
        assert app.is_running


async def test_a_sentence_that_cannot_be_spoken_is_explained_until_reading_goes_on(
    app_of: Start, player: StagedPlayer
) -> None:
    app = app_of()
    async with app.run_test(size=(120, 24)) as pilot:
        await loaded(app, pilot)
        player.hear()
        player.fail(SynthesisError("no sound for it", cure="Try another voice."))
        await drawn(app, pilot)
        assert "no sound for it. Try another voice." in status(app)
        await pilot.press("right")
        player.hear()
        await drawn(app, pilot)
        assert "no sound for it" not in status(app)


async def test_a_problem_is_not_shown_any_more_while_playing_is_tried_again(
    app_of: Start, player: StagedPlayer
) -> None:
    app = app_of()
    async with app.run_test(size=(120, 24)) as pilot:
        await loaded(app, pilot)
        player.fail(SynthesisError("no sound for it", cure="Try another voice."))
        await drawn(app, pilot)
        assert "no sound for it" in status(app)
        await pilot.press("space")
        assert player.position.state is State.WAITING
        assert "making speech" in status(app)


async def test_why_there_is_no_sound_is_told_with_the_cure(app_of: Start) -> None:
    app = app_of(note="no sound: PortAudio was not found: apt install libportaudio2")
    async with app.run_test(size=(120, 24)) as pilot:
        await loaded(app, pilot)
        assert "no sound: PortAudio was not found" in app.reader.query_one(Hint).said
        assert "no sound: PortAudio was not found" in app.reader.query_one(StatusLine).render_line(0).text
        await pilot.press("o")
        await noticed(app, pilot)
        await pilot.press("escape")
        assert not isinstance(app.screen, Notice)


async def test_sound_that_comes_later_is_found_with_o_and_reading_goes_on_there(
    document: Document, make_narrator: MakeNarrator, player: StagedPlayer
) -> None:
    later = StagedPlayer()
    found = iter([(player, "no sound: no server answers"), (later, "")])
    app = ReaderApp(Opened(document), make_narrator, lambda: next(found))
    async with app.run_test(size=(120, 24)) as pilot:
        await loaded(app, pilot)
        player.hear()
        player.hear()
        app.reader.session.tempo = 1.5
        await pilot.press("o")
        await noticed(app, pilot)
        later.hear()
        await pilot.press("escape")
        await drawn(app, pilot)
        assert player.closed
        assert later.heard == ["It was dark."]
        assert "no sound" not in status(app)
        assert "×1.5" in status(app)
