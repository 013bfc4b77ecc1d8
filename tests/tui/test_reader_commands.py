"""What is asked for on the screen: found, gone to, marked, heard otherwise, and the next document."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from textual.widgets import Input, OptionList

from tests.staged import StagedPlayer, cited, written
from tests.staged_reader import SIZE, Start, loaded, page, status, typed, until
from yapit.core.document import BlockKind
from yapit.core.errors import EngineError
from yapit.core.library import Library, anchor
from yapit.core.listening import COMMANDS, KeySet, keymap
from yapit.core.listening.opened import Opened
from yapit.core.listening.shelf import Shelf
from yapit.core.narrator import Narrator
from yapit.core.parse.pdf.thumbnail import Thumbnail
from yapit.tui.app import ReaderApp
from yapit.tui.bidi import Bidi
from yapit.tui.choice import Choice
from yapit.tui.focus import Focus
from yapit.tui.looks import Looks
from yapit.tui.outline import Outline
from yapit.tui.pacer import Pacer
from yapit.tui.picture import Picture
from yapit.tui.prompt import Prompt
from yapit.tui.pronounce import Pronounce

LONG = written(*((BlockKind.PARAGRAPH, 0, None, f"Here is block {n}. The end of it.") for n in range(200)))


async def test_what_is_typed_is_found_at_each_key_and_read_from_on_enter(
    start: Start, player: StagedPlayer
) -> None:
    app = start(LONG)
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("slash")
        assert isinstance(app.screen, Prompt)
        await typed(pilot, "block 15")
        assert "block 15." in page(app)
        assert app.screen.query_one("#tells").render().plain == "1 of 11"  # type: ignore[union-attr]
        await pilot.press("enter", "n")
        assert "block 150." in page(app)
        assert "2 of 11" in status(app)
        await pilot.press("N", "N")
        assert "11 of 11" in status(app)
        await pilot.press("n", "enter")
        player.hear()
        assert player.heard == ["Here is block 15."]


async def test_a_search_that_is_given_up_leaves_the_page_with_the_voice(
    start: Start, player: StagedPlayer
) -> None:
    app = start(LONG)
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("slash")
        await typed(pilot, "block 150")
        await pilot.press("escape")
        await pilot.pause()
        assert app.reader.page.following
        assert "block 0." in page(app)


async def test_a_place_is_gone_to_and_what_is_no_place_explained(start: Start, player: StagedPlayer) -> None:
    app = start(LONG)
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("colon")
        await typed(pilot, "50%")
        await pilot.press("enter")
        player.hear()
        assert player.heard == ["The end of it."]
        await pilot.press("colon")
        await typed(pilot, "page 3")
        await pilot.press("enter")
        assert "this document has no pages" in status(app)
        await pilot.press("backspace")
        player.hear()
        assert player.heard[-1] == "Here is block 0."


async def test_chapters_are_chosen_from_the_outline(start: Start, player: StagedPlayer) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("t")
        await pilot.pause()
        assert "Morning" in "".join(app.reader.query_one(Outline).render_line(y).text for y in range(3))
        await pilot.press("down", "enter")
        player.hear()
        assert player.heard == ["Morning"]


async def test_a_bookmark_is_made_and_gone_back_to(start: Start, player: StagedPlayer) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("right")
        player.hear()
        await pilot.press("m")
        assert "bookmark" in status(app)
        await pilot.press("right", "right")
        player.hear()
        await pilot.press("apostrophe")
        assert isinstance(app.screen, Choice)
        await pilot.press("enter")
        player.hear()
        assert player.heard == ["It was dark.", "Morning", "It was dark."]


async def test_a_note_is_written_while_listening(
    start: Start, player: StagedPlayer, library: Library
) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("M")
        await typed(pilot, "like home")
        await pilot.press("enter")
        [note] = library.notes.all()
        assert (note.marked, note.text) == ("The lighthouse", "like home")


async def test_another_voice_is_chosen_by_name(start: Start, player: StagedPlayer) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("v")
        options = app.screen.query_one(OptionList)
        assert options.option_count > 1
        await pilot.press("down", "enter")
        await pilot.pause()
        player.hear()
        assert player.heard == ["The lighthouse"] * 2
        assert app.reader.session.speaker is not None
        assert app.reader.session.speaker.narrator.voice.name in status(app)


async def test_what_is_skipped_is_switched_live_and_shown(start: Start, player: StagedPlayer) -> None:
    app = start(cited())
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        assert app.reader.page.reason_at(11) == "citation"
        await pilot.press("x", *["down"] * 5, "space")
        await until(pilot, lambda: app.reader.page.reason_at(11) == "")
        await pilot.press("escape")
        assert app.screen is app.reader
        player.hear()
        assert player._pieces[-1][0].rewrites == ()


async def test_what_was_skipped_is_said_where_it_was_pointed_at(start: Start, player: StagedPlayer) -> None:
    app = start(cited())
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("w")
        assert "not spoken: citation" in status(app)
        await pilot.press("s")
        player.hear()
        assert player.heard[-1] == "[12]"


async def test_keys_are_those_of_the_listener(start: Start, player: StagedPlayer) -> None:
    app = start(keys=keymap(KeySet.VIM, {"repeat": "ctrl+r", "next-paragraph": ","}))
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("l", "comma")
        player.hear()
        assert player.heard == ["Morning"]
        await pilot.press("ctrl+r")
        player.hear()
        assert player.heard == ["Morning"] * 2


@pytest.mark.parametrize("key_set", KeySet)
async def test_every_key_does_what_it_stands_for(
    start: Start, monkeypatch: pytest.MonkeyPatch, key_set: KeySet
) -> None:
    keys = keymap(key_set)
    app = start(keys=keys)
    done: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        monkeypatch.setattr(app.reader, "run_command", done.append)
        for name in (name for name in keys if name != "quit"):  # which the app itself does, too
            for key in keys[name]:
                await pilot.press({",": "comma", ".": "full_stop"}.get(key, key))
                assert done == [name], key
                done.clear()


async def test_the_first_picture_shows_where_the_listener_was(library: Library) -> None:
    paragraphs = ((BlockKind.PARAGRAPH, 0, None, f"Here is block {n}. It goes on.") for n in range(200))
    text = replace(written(*paragraphs), source="long.txt")
    entry = library.documents.remember(text)
    library.places.keep(entry.id, anchor(text, text.text.index("block 150")))
    voice = threading.Event()

    def make_narrator() -> Narrator:
        voice.wait(20)
        raise EngineError("there is no voice", cure="None is needed here.")

    opened = Opened(text, shelf=Shelf(library, entry))
    app = ReaderApp(opened, make_narrator, lambda: pytest.fail("there is nothing to play"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Here is block 150." in page(app)
        voice.set()
        await until(pilot, lambda: app.reader.problem is not None)
        assert "Here is block 150." in page(app)


async def test_every_command_is_in_the_palette(start: Start, player: StagedPlayer) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("ctrl+p")
        options = app.screen.query_one(OptionList)
        shown = [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]
        others = [command for command in COMMANDS if command.name != "palette"]
        assert [row.partition("   ")[0] for row in shown] == [command.title for command in others]


async def test_what_is_chosen_in_the_palette_is_done(start: Start, player: StagedPlayer) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("ctrl+p")
        await pilot.press(*"word on")
        await until(pilot, lambda: bool(app.screen.query_one(OptionList).option_count))
        await pilot.pause(0.3)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reader)
        await until(pilot, lambda: player.began[-1] == 4)


async def test_the_page_gives_way_to_one_sentence_or_one_word_and_comes_back(
    start: Start, player: StagedPlayer
) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        player.hear_word(1)
        await pilot.press("c")
        await pilot.pause(0.1)
        focus = app.reader.query_one(Focus)
        shown = [focus.render_line(y).text.strip() for y in range(focus.size.height)]
        assert "The lighthouse" in shown
        assert not app.reader.page.display
        await pilot.press("a")
        await pilot.pause(0.1)
        pacer = app.reader.query_one(Pacer)
        assert any("lighthouse" in pacer.render_line(y).text for y in range(pacer.size.height))
        await pilot.press("space", "a")
        await pilot.pause()
        assert player.position.state.value == "paused"
        assert app.reader.page.display
        assert "The lighthouse" in page(app)


async def test_the_page_of_a_pdf_stands_beside_its_text(start: Start, player: StagedPlayer) -> None:
    def white(page: int, width: int, height: int) -> Thumbnail:
        return Thumbnail(1, 1, 1.0, b"\xff" * 3)

    app = start(draw=white)
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("P")
        await pilot.pause()
        picture = app.reader.query_one(Picture)
        assert picture.size.width + app.reader.page.outer_size.width == SIZE[0]
        await pilot.resize_terminal(40, 24)
        await pilot.pause()
        assert app.reader.page.outer_size.width == 40
        await pilot.press("P")
        await until(pilot, lambda: not app.reader.query(Picture))


async def test_who_asks_for_a_page_that_cannot_be_drawn_is_told_so(
    start: Start, player: StagedPlayer
) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        await pilot.press("P")
        assert "no pages that can be drawn" in status(app)


async def test_a_word_is_said_otherwise_tried_kept_and_forgotten(
    start: Start, player: StagedPlayer, library: Library
) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        player.hear_word(1)
        await pilot.press("p")
        dialog = app.screen
        assert isinstance(dialog, Pronounce)
        assert dialog.query_one("#pattern", Input).value == "lighthouse"
        dialog.query_one("#says", Input).value = "light house"
        await pilot.press("ctrl+t")
        player.hear()
        assert [rewrite.spoken for rewrite in player._pieces[-1][0].rewrites] == ["light house"]
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reader)
        [rule] = library.rules.all()
        assert (rule.pattern, rule.says) == ("lighthouse", "light house")
        await until(pilot, lambda: app.reader.session.route.hearing.rules == (rule,))  # type: ignore[union-attr]
        app.reader.session.seek(0)
        player.hear()
        assert [rewrite.spoken for rewrite in player._pieces[-1][0].rewrites] == ["light house"]
        player.hear_word(1)
        await pilot.press("p", "ctrl+d")
        await until(pilot, lambda: library.rules.all() == ())


async def test_a_rule_that_cannot_be_is_refused_with_its_cure(start: Start, player: StagedPlayer) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("p", "enter")
        assert isinstance(app.screen, Pronounce)
        assert "says nothing" in str(app.screen.query_one("#told").render())


async def test_how_it_looks_is_changed_with_keys(start: Start, player: StagedPlayer) -> None:
    app = start()
    async with app.run_test(size=(140, 24)) as pilot:
        await loaded(app, pilot)
        await pilot.press(")", ")", "|", "T")
        assert app.reader.page.measure == 86
        assert app.reader.page.spacing.blocks == 2
        assert app.theme == "yapit-light"
        await pilot.press("(")
        assert app.reader.page.measure == 82


async def test_a_terminal_that_turns_lines_round_by_itself_gets_them_as_they_are_written(
    start: Start,
) -> None:
    hebrew = written((BlockKind.PARAGRAPH, 0, None, "שלום world"))
    drawn = {}
    for bidi in (Bidi.YAPIT, Bidi.TERMINAL):
        app = start(hebrew, looks=Looks(bidi=bidi))
        async with app.run_test(size=SIZE) as pilot:
            await loaded(app, pilot)
            drawn[bidi] = page(app)
    assert "שלום world" in drawn[Bidi.TERMINAL]
    assert "world םולש" in drawn[Bidi.YAPIT]
