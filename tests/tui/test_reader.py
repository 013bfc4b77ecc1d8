"""The reader on a terminal of some size: what is painted, and what the keys do."""

from __future__ import annotations

import asyncio
import queue
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from rich.style import Style
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.strip import Strip

from tests.staged import StagedPlayer, cited, written
from tests.staged_reader import Start, drawn, lines, loaded, page, status, until
from yapit.core.document import BlockKind, Document, Span
from yapit.core.errors import EngineUnavailable, SourceError, SynthesisError
from yapit.core.library import Library, anchor
from yapit.core.listening.opened import Opened
from yapit.core.listening.shelf import Shelf
from yapit.core.narrator import Narrator
from yapit.core.outputs.silent import SilentOutput
from yapit.core.player import Player, State
from yapit.tui.app import ReaderApp
from yapit.tui.help import Notice
from yapit.tui.hint import Hint
from yapit.tui.page import Page
from yapit.tui.status import StatusLine

SIZES = [(80, 24), (40, 15), (20, 10)]
MakeNarrator = Callable[[], Narrator]


async def noticed(app: ReaderApp, pilot: Pilot[None]) -> None:
    """A notice is open."""
    async with asyncio.timeout(20):
        while not isinstance(app.screen, Notice):
            await pilot.pause(0.01)


def look(app: ReaderApp, name: str) -> Style:
    return app.reader.page.palette.styles[name]


def lit(app: ReaderApp) -> str:
    """What is drawn bold and underlined on the ground of the word that is heard."""
    ground = app.reader.page.get_component_rich_style("page--word", partial=True).bgcolor
    found = [s for line in lines(app) for s in line if s.style and s.style.bgcolor == ground and s.text]
    assert all(s.style and s.style.bold and s.style.underline for s in found)
    return "".join(segment.text for segment in found)


@pytest.mark.parametrize("size", SIZES)
async def test_the_word_that_is_heard_is_lit(
    size: tuple[int, int], app_of: Start, player: StagedPlayer
) -> None:
    app = app_of()
    async with app.run_test(size=size) as pilot:
        await loaded(app, pilot)
        player.hear()
        player.hear_word(1)
        await drawn(app, pilot)
        assert lit(app) == "lighthouse"
        player.hear()
        await drawn(app, pilot)
        assert lit(app) == "It"


@pytest.mark.parametrize("size", SIZES)
async def test_the_text_can_be_read_before_there_is_a_voice(size: tuple[int, int], app_of: Start) -> None:
    app = app_of()
    app.reader._load = lambda: None  # type: ignore[assignment,misc]
    async with app.run_test(size=size) as pilot:
        await drawn(app, pilot)
        assert "The lighthouse" in page(app)
        assert status(app).strip().startswith("◌")


async def test_the_sentence_being_heard_is_set_off_whole(
    app_of: Start, player: StagedPlayer, document: Document
) -> None:
    app = app_of(start=document.text.index("keeper"))
    async with app.run_test(size=(30, 15)) as pilot:
        await loaded(app, pilot)
        player.hear()
        await drawn(app, pilot)
        grounds = [look(app, name).bgcolor for name in ("sentence", "word")]
        inside = [
            "".join(s.text for s in line if s.style and s.style.bgcolor in grounds and s.text.strip())
            for line in lines(app)
        ]
        whole = " ".join(part for part in inside if part)
        assert whole == "The keeper lit the lamp, and waited for the ship."


async def test_code_is_dimmed_and_says_that_it_is_not_spoken(app_of: Start) -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert "not spoken: code, only announced" in page(app)
        (code,) = [s for line in lines(app) for s in line if "lamp.off()" in s.text]
        assert code.style is not None
        assert code.style.color == look(app, "silent").color


async def test_space_pauses_and_plays_on(app_of: Start, player: StagedPlayer) -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        player.hear()
        await pilot.press("space")
        assert player.position.state is State.PAUSED
        assert "paused" in status(app)
        await pilot.press("space")
        assert player.position.state is State.PLAYING
        assert "▶" in status(app)


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (("right", "right", "left"), "It was dark."),
        (("right_square_bracket", "shift+right", "left_square_bracket"), "It was dark."),
    ],
)
async def test_keys_go_by_sentence_and_by_block(
    keys: tuple[str, ...], sentence: str, app_of: Start, player: StagedPlayer
) -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await pilot.press(*keys)
        player.hear()
        assert player.heard == [sentence]


async def test_a_click_on_a_word_reads_from_its_sentence(app_of: Start, player: StagedPlayer) -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        rows = page(app).split("\n")
        y = next(i for i, row in enumerate(rows) if "dreamt" in row)
        await pilot.click(Page, offset=(rows[y].index("dreamt"), y))
        player.hear()
        assert player.heard == ["He dreamt of whales."]


async def test_a_click_on_code_says_why_it_is_silent_and_reads_on(
    app_of: Start, player: StagedPlayer
) -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        player.hear()
        rows = page(app).split("\n")
        y = next(i for i, row in enumerate(rows) if "lamp.off" in row)
        await pilot.click(Page, offset=(rows[y].index("lamp"), y))
        assert "not spoken: code, only announced" in status(app)
        assert player.position.state is State.PLAYING


async def test_what_is_skipped_in_a_sentence_is_dimmed_and_says_why(
    app_of: Start, player: StagedPlayer
) -> None:
    app = app_of(cited())
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        dim = look(app, "silent").color
        dimmed = "".join(s.text for line in lines(app) for s in line if s.style and s.style.color == dim)
        assert dimmed.strip() == "[12]"
        (y,) = (y for y, row in enumerate(page(app).split("\n")) if "[12]" in row)
        await pilot.click(Page, offset=(page(app).split("\n")[y].index("[12]") + 1, y))
        assert "not spoken: citation" in status(app)


async def test_the_page_grows_while_it_is_read(
    app_of: Start, player: StagedPlayer, long_document: Document
) -> None:
    beginning = written(
        *((BlockKind.PARAGRAPH, 0, None, f"Here is block {n}. It has a second one.") for n in range(2))
    )
    assert long_document.text.startswith(beginning.text)
    rest: queue.Queue[Document] = queue.Queue()
    app = app_of(beginning, more=(rest.get() for _ in range(1)))
    async with app.run_test(size=(80, 24)) as pilot:
        async with asyncio.timeout(20):
            while not app.reader.session.ready:
                await pilot.pause(0.01)
        await drawn(app, pilot)
        player.hear()
        assert "block 1." in page(app)
        assert "block 2." not in page(app)
        rest.put(long_document)
        await loaded(app, pilot)
        assert "block 2." in page(app)
        for _ in range(4):
            player.hear()
        assert player.heard[-1] == "Here is block 2."


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


async def test_enter_reads_from_the_top_of_the_screen(
    app_of: Start, player: StagedPlayer, long_document: Document
) -> None:
    app = app_of(long_document)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await pilot.press("pagedown")
        await pilot.pause()
        first = next(row.strip() for row in page(app).split("\n") if row.strip())
        await pilot.press("enter")
        player.hear()
        assert player.heard == [first.partition(". ")[0] + "."]


async def test_plus_and_minus_change_the_tempo(app_of: Start, player: StagedPlayer) -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await pilot.press("plus", "equals_sign", "minus", "+")
        assert player.tempo == pytest.approx(1.2)
        assert "×1.2" in status(app)


async def test_the_page_follows_the_voice_until_it_is_scrolled_by_hand(
    app_of: Start, player: StagedPlayer, long_document: Document
) -> None:
    app = app_of(long_document)
    async with app.run_test(size=(60, 14)) as pilot:
        await loaded(app, pilot)
        app.reader.session.seek(long_document.text.index("block 100"))
        player.hear()
        await drawn(app, pilot)
        assert lit(app) == "Here"
        await pilot.press("g")
        player.hear()
        await drawn(app, pilot)
        assert "block 0." in page(app)
        assert "f: back" in status(app)
        await pilot.press("f")
        await drawn(app, pilot)
        assert lit(app) == "It"
        assert "f: back" not in status(app)


async def test_turning_the_wheel_stops_following(
    app_of: Start, player: StagedPlayer, long_document: Document
) -> None:
    app = app_of(long_document)
    async with app.run_test(size=(60, 14)) as pilot:
        await loaded(app, pilot)
        turned = MouseScrollDown(
            app.reader.page, x=5, y=5, delta_x=0, delta_y=0, button=0, shift=False, meta=False, ctrl=False
        )
        app.reader.page.post_message(turned)
        await pilot.pause()
        assert not app.reader.page.following
        assert app.reader.page.scroll_offset.y > 0


async def test_resizing_keeps_the_heard_word_in_view(
    app_of: Start, player: StagedPlayer, long_document: Document
) -> None:
    app = app_of(long_document, start=long_document.text.index("block 150"))
    async with app.run_test(size=(100, 30)) as pilot:
        await loaded(app, pilot)
        player.hear()
        await drawn(app, pilot)
        for size in ((20, 10), (200, 50), (37, 12), (80, 24)):
            await pilot.resize_terminal(*size)
            await drawn(app, pilot)
            assert lit(app) == "Here", size


async def test_resizing_keeps_the_top_line_where_the_page_was_scrolled_by_hand(
    app_of: Start, long_document: Document
) -> None:
    app = app_of(long_document)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await pilot.press("pagedown", "pagedown")
        top = app.reader.page.first_in_view()
        for width in (25, 61, 33, 20, 90, 47, 80):
            await pilot.resize_terminal(width, 24)
            await drawn(app, pilot)
        assert app.reader.page.first_in_view() == top


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


async def test_a_place_to_begin_at_is_shown_before_anything_is_heard(
    app_of: Start, long_document: Document
) -> None:
    app = app_of(long_document, autoplay=False, start=long_document.text.index("block 150"))
    async with app.run_test(size=(60, 14)) as pilot:
        await loaded(app, pilot)
        assert "Here is block 150." in page(app)


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


async def test_the_status_line_is_filled_as_far_as_has_been_read(app_of: Start, player: StagedPlayer) -> None:
    app = app_of(start=10**6)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        player.hear()
        await drawn(app, pilot)
        line = app.screen.query_one(StatusLine)
        ground = line.get_component_rich_style("status--read").bgcolor
        strip = line.render_line(0)
        filled = sum(s.cell_length for s in strip if s.style and s.style.bgcolor == ground)
        assert strip.cell_length == 80
        assert 40 < filled < 80


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


@pytest.mark.parametrize("size", SIZES)
async def test_help_opens_and_closes_on_any_size(size: tuple[int, int], app_of: Start) -> None:
    app = app_of()
    async with app.run_test(size=size) as pilot:
        await loaded(app, pilot)
        await pilot.press("question_mark")
        assert isinstance(app.screen, Notice)
        await pilot.press("question_mark")
        assert not isinstance(app.screen, Notice)


@pytest.mark.parametrize("keys", [("q",), ("ctrl+c",), ("question_mark", "ctrl+c")])
async def test_quitting_gives_the_device_back(
    keys: tuple[str, ...], app_of: Start, player: StagedPlayer
) -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await pilot.press(*keys)
        await pilot.pause()
    assert player.closed
    assert app.return_code == 0


async def test_only_the_lines_that_change_are_drawn_again(
    app_of: Start, player: StagedPlayer, document: Document
) -> None:
    app = app_of(start=document.text.index("keeper"))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        player.hear()
        await drawn(app, pilot)
        drawn_lines: list[int] = []
        render = app.reader.page.render_line

        def counted(y: int) -> Strip:
            drawn_lines.append(y)
            return render(y)

        app.reader.page.render_line = counted  # type: ignore[method-assign]
        player.hear_word(1)
        app.reader.look()
        await pilot.pause()
        assert len(set(drawn_lines)) == 1


async def test_the_highlight_may_cover_part_of_a_word_or_many(app_of: Start, document: Document) -> None:
    app = app_of(autoplay=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        at = document.text.index("lamp, and waited")
        app.reader.page.mark(Span(at + 1, at + 8), None)
        assert lit(app) == "amp, an"


async def test_a_whole_document_is_heard_with_the_real_player(
    document: Document, make_narrator: MakeNarrator
) -> None:
    app = ReaderApp(Opened(document), make_narrator, lambda: (Player(SilentOutput(speedup=60.0)), ""))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        async with asyncio.timeout(15):
            while app.reader.session.look().state is not State.FINISHED:
                await pilot.pause(0.02)
        await drawn(app, pilot)
        assert "the end" in status(app)
        assert "100%" in status(app)
