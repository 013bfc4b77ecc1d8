"""What is asked in a dialog is answered with few keys, on any screen, and the reading goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import OptionList, Select

from tests.staged import StagedPlayer, written
from tests.staged_reader import SIZE, Start, loaded, page, status, typed, until
from yapit.core.document import BlockKind, Document
from yapit.core.library import Addition, Library
from yapit.core.listening.opened import Opened
from yapit.core.listening.sleeping import End
from yapit.core.narrator import Narrator
from yapit.core.player import State
from yapit.tui.app import ReaderApp
from yapit.tui.focus import Focus
from yapit.tui.outline import Outline
from yapit.tui.page import Page
from yapit.tui.pronounce import Pronounce
from yapit.tui.skips import Skips


def rows(app: ReaderApp) -> list[str]:
    options = app.screen.query_one(OptionList)
    return [str(options.get_option_at_index(i).prompt) for i in range(options.option_count)]


async def test_the_list_of_what_is_skipped_shows_what_is_in_effect(
    start: Start, player: StagedPlayer, library: Library
) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("x")
        assert isinstance(app.screen, Skips)
        assert rows(app)[2] == " (•) normal"
        await pilot.press("down", "space")
        assert rows(app)[3] == " (•) academic"
        assert " [x] captions" in rows(app)
        await pilot.press("up", "up", "up", "up", "space")
        assert " [x] what stands in parentheses" in rows(app)
        assert not any("(•)" in row for row in rows(app))
        await pilot.press("x")
        assert app.screen is app.reader
    [entry] = library.documents.entries()
    assert "parentheses" in entry.preferences.skip


async def test_the_time_to_sleep_is_chosen_or_typed(start: Start, player: StagedPlayer) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        sleep = app.reader.session.sleep
        await pilot.press("z", "down", "enter")
        assert 590 < (sleep.seconds_left or 0) <= 600
        await pilot.press("z")
        assert rows(app)[0] == "off"
        await pilot.press("7")
        assert rows(app)[0] == "7 minutes"
        await pilot.press("enter")
        assert 410 < (sleep.seconds_left or 0) <= 420
        await pilot.press("z", *"chap", "enter")
        assert sleep.end is End.CHAPTER
        await pilot.press("z", *"nonsense", "enter", "escape")
        assert sleep.end is End.CHAPTER
        await pilot.press("z", "enter")
        assert not sleep.is_set


async def test_escape_unmarks_then_closes_then_leaves_the_page(start: Start, player: StagedPlayer) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("t", "c", "shift+down")
        assert app.reader.page.selection
        await pilot.press("escape")
        assert app.reader.page.selection is None
        assert app.reader.query(Focus)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert not app.reader.query(Focus)
        assert not app.reader.query(Outline)
        await pilot.press("escape", "slash")
        await typed(pilot, "ship")
        await pilot.press("enter", "escape")
        assert app.reader.match is None


async def test_sentences_are_selected_with_keys(start: Start, player: StagedPlayer, library: Library) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("right")
        player.hear()
        await pilot.press("shift+down", "shift+down", "shift+up", "y")
        assert app.clipboard == (
            "The lighthouse It was dark. The keeper lit the lamp, and waited for the ship."
        )


async def test_the_pause_key_pauses_while_the_outline_is_open(start: Start, player: StagedPlayer) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("t", "space")
        assert player.position.state is State.PAUSED


async def test_on_a_narrow_screen_the_outline_makes_way_for_what_was_chosen(
    start: Start, player: StagedPlayer
) -> None:
    app = start()
    async with app.run_test(size=(30, 12)) as pilot:
        await loaded(app, pilot)
        await pilot.press("t", "down", "enter")
        await pilot.pause()
        assert not app.reader.query(Outline)
        assert "Morning" in page(app)


async def test_what_was_heard_goes_on_after_a_word_was_corrected(start: Start, player: StagedPlayer) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("p")
        assert player.position.state is State.PAUSED
        await pilot.press("escape")
        assert player.position.state is State.PLAYING
        await pilot.press("space", "p", "escape")
        assert player.position.state is State.PAUSED


async def test_choosing_in_a_field_of_the_word_dialog_does_not_save(
    start: Start, player: StagedPlayer, library: Library
) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("p")
        dialog = app.screen
        assert isinstance(dialog, Pronounce)
        dialog.query_one("#action", Select).focus()
        await pilot.press("space", "down", "down", "enter")
        await pilot.pause()
        assert app.screen is dialog
        assert library.rules.all() == ()
        await pilot.press("ctrl+s")
        assert [rule.action for rule in library.rules.all()] == ["skip"]


@pytest.mark.parametrize("key", ["x", "z", "v", "p", "H", "question_mark", "colon", "ctrl+p", "t", "c", "a"])
async def test_no_dialog_minds_the_smallest_window(start: Start, player: StagedPlayer, key: str) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press(key)
        for size in ((20, 10), (1, 1), (3, 2), (200, 50)):
            await pilot.resize_terminal(*size)
            await pilot.press("down", "pagedown", "up")
        await pilot.press("escape")
        await pilot.pause()
        assert "lighthouse" in page(app)


async def test_what_is_switched_while_the_document_grows_holds_for_all_of_it(
    document: Document, player: StagedPlayer, make_narrator: Callable[[], Narrator]
) -> None:
    grown = threading.Event()
    long = written(*((BlockKind.PARAGRAPH, 0, None, f"Here is block {n} (so).") for n in range(400)))

    def more() -> Iterable[Document]:
        grown.wait(20)
        yield long

    begun = written(*((BlockKind.PARAGRAPH, 0, None, f"Here is block {n} (so).") for n in range(200)))
    app = ReaderApp(Opened(begun, more()), make_narrator, lambda: (player, ""))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.reader.session.ready is not None)
        app.reader.desk.set_skips("+parentheses")
        grown.set()
        await loaded(app, pilot)
        await until(pilot, lambda: app.reader.page.reason_at(len(long.text) - 3) == "parenthesis")
        route = app.reader.session.ready
        assert route is not None
        assert route.document is long


async def test_a_note_is_of_the_sentence_in_which_it_was_begun(
    start: Start, player: StagedPlayer, library: Library
) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("right")
        player.hear()
        await pilot.press("M")
        player.hear()
        await pilot.press(*"dark", "enter")
        [note] = library.notes.all()
        assert note.marked == "It was dark."


async def test_where_nothing_is_kept_nothing_need_be_typed_and_nothing_stops(
    document: Document, player: StagedPlayer, make_narrator: Callable[[], Narrator]
) -> None:
    app = ReaderApp(Opened(document), make_narrator, lambda: (player, ""))
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        for key in ("M", "p", "m", "H", "apostrophe"):
            await pilot.press(key)
            assert app.screen is app.reader
            assert "nothing is kept" in status(app)
        assert player.position.state is State.PLAYING


@pytest.mark.parametrize(("asked", "reads_on"), [("document", False), ("30", True)])
async def test_the_sleep_timer_holds_beyond_the_document(
    start: Start, player: StagedPlayer, library: Library, tmp_path: Path, asked: str, reads_on: bool
) -> None:
    other = written((BlockKind.PARAGRAPH, 0, None, "Another text."))
    other = replace(other, source=str(tmp_path / "other.txt"))
    library.queue.add(library.documents.add(Addition(other.source, "Other")).id)
    app = start(open_source=lambda source, password: Opened(other))
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        first = app.reader
        first.act("sleep", asked)
        while player.position.state is not State.FINISHED:
            player.hear()
        first.tell()
        if reads_on:
            await until(pilot, lambda: app.reader is not first)
            assert app.reader.session.sleep.seconds_left
        else:
            await pilot.pause(0.2)
            assert app.reader is first
            first.tell()
            assert "asleep" in status(app)


async def test_without_colours_the_row_that_is_chosen_is_set_off(
    start: Start, player: StagedPlayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("x")
        await pilot.pause()
        options = app.screen.query_one(OptionList)
        styles = [{bool(s.style and s.style.underline) for s in options.render_line(y)} for y in range(4)]
        assert [True in underlined for underlined in styles] == [False, False, True, False]


async def test_what_was_marked_with_the_mouse_can_be_used_and_it_is_told_how(
    start: Start, player: StagedPlayer
) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.mouse_down(Page, offset=(3, 2))
        await pilot.hover(Page, offset=(12, 2))
        await pilot.mouse_up(Page, offset=(12, 2))
        await pilot.pause()
        assert "y copies" in status(app)
        await pilot.press("escape")
        assert app.reader.page.selection is None


async def test_a_mark_that_is_not_wanted_any_more_is_forgotten(
    start: Start, player: StagedPlayer, library: Library
) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("m", "M", *"well", "enter")
        await pilot.press("apostrophe", *"note", "ctrl+d")
        assert app.screen is app.reader
        assert [note.kind for note in library.notes.all()] == ["bookmark"]
