"""The outline shows where the voice is, and takes the listener to any chapter of any book."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from yapit.core.document import Span
from yapit.core.outline import Entry
from yapit.tui.outline import Outline

LEVELS = (1, 2, 2, 1, 2, 3, 1)
ENTRIES = tuple(
    Entry(f"Chapter {n}", level, Span(100 * n, 100 * n + 100), 0.1) for n, level in enumerate(LEVELS)
)
MANY = tuple(Entry(f"Part {n}", 1 + n % 4, Span(10 * n, 10 * n + 10), 0.0002) for n in range(5000))


class Beside(App[None]):
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield Outline()

    def on_outline_chosen(self, message: Outline.Chosen) -> None:
        self.chosen.append(message.place)


def rows(app: Beside) -> list[str]:
    pane = app.query_one(Outline)
    return [row for y in range(pane.size.height) if (row := pane.render_line(y).text.rstrip())]


async def test_chapters_are_shown_by_depth_with_their_share() -> None:
    app = Beside()
    async with app.run_test(size=(60, 20)) as pilot:
        app.query_one(Outline).show(ENTRIES)
        await pilot.pause()
        assert rows(app)[0] == " ▾ Chapter 0                  10%"
        assert rows(app)[5].startswith("       Chapter 5")


async def test_the_chapter_that_is_heard_is_set_off_not_by_colour_alone() -> None:
    app = Beside()
    async with app.run_test(size=(60, 20)) as pilot:
        pane = app.query_one(Outline)
        pane.show(ENTRIES)
        pane.mark(450)
        await pilot.pause()
        assert [row.startswith("▎") for row in rows(app)].index(True) == 4


async def test_keys_fold_and_choose() -> None:
    app = Beside()
    async with app.run_test(size=(60, 20)) as pilot:
        pane = app.query_one(Outline)
        pane.show(ENTRIES)
        pane.focus()
        await pilot.press("left")
        assert [row.split("Chapter ")[1][0] for row in rows(app)] == list("03456")
        await pilot.press("down", "enter")
        assert app.chosen == [300]
        await pilot.press("1")
        assert len(rows(app)) == 3
        await pilot.press("6")
        assert len(rows(app)) == 7


async def test_the_voice_in_a_folded_chapter_is_shown_at_what_hides_it() -> None:
    app = Beside()
    async with app.run_test(size=(60, 20)) as pilot:
        pane = app.query_one(Outline)
        pane.show(ENTRIES)
        pane.action_show_levels(1)
        pane.mark(550)
        await pilot.pause()
        assert rows(app)[1].startswith("▎▸ Chapter 3")


async def test_a_click_goes_there_and_one_on_the_sign_folds() -> None:
    app = Beside()
    async with app.run_test(size=(60, 20)) as pilot:
        app.query_one(Outline).show(ENTRIES)
        await pilot.pause()
        await pilot.click(Outline, offset=(8, 3))
        assert app.chosen == [300]
        await pilot.click(Outline, offset=(1, 0))
        assert app.chosen == [300]
        assert len(rows(app)) == 5


@pytest.mark.parametrize("width", [20, 60])
async def test_thousands_of_chapters_are_shown_and_the_one_heard_is_in_view(width: int) -> None:
    app = Beside()
    async with app.run_test(size=(width, 20)) as pilot:
        pane = app.query_one(Outline)
        pane.show(MANY[:10])
        await pilot.pause()
        pane.show(MANY)
        await pilot.pause()
        pane.mark(40_003)
        await pilot.pause()
        assert any("Part 4000" in row and row.startswith("▎") for row in rows(app))
        assert {pane.render_line(y).cell_length for y in range(20)} == {pane.scrollable_content_region.width}
