"""The reader on a terminal of some size: what is painted, and what the keys do."""

from __future__ import annotations

import asyncio
import queue

import pytest
from rich.style import Style
from textual.strip import Strip

from tests.staged import StagedPlayer, cited, written
from tests.staged_reader import MakeNarrator, Start, drawn, lines, lit, loaded, page, status
from yapit.core.document import BlockKind, Document, Span
from yapit.core.listening.opened import Opened
from yapit.core.outputs.silent import SilentOutput
from yapit.core.player import Player, State
from yapit.tui.app import ReaderApp
from yapit.tui.help import Notice
from yapit.tui.page import Page
from yapit.tui.status import StatusLine

SIZES = [(80, 24), (40, 15), (20, 10)]


def look(app: ReaderApp, name: str) -> Style:
    return app.reader.page.palette.styles[name]


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


async def test_plus_and_minus_change_the_tempo(app_of: Start, player: StagedPlayer) -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await pilot.press("plus", "equals_sign", "minus", "+")
        assert player.tempo == pytest.approx(1.2)
        assert "×1.2" in status(app)


async def test_a_place_to_begin_at_is_shown_before_anything_is_heard(
    app_of: Start, long_document: Document
) -> None:
    app = app_of(long_document, autoplay=False, start=long_document.text.index("block 150"))
    async with app.run_test(size=(60, 14)) as pilot:
        await loaded(app, pilot)
        assert "Here is block 150." in page(app)


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
