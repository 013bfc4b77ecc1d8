"""The page by itself: what is marked on it, how it is set, and that nothing moves under the reader's eyes."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tests.staged import written
from yapit.core.document import BlockKind, Document, Span
from yapit.core.finding import Finder
from yapit.core.hearing import Hearing
from yapit.tui.page import Page
from yapit.tui.scroll import Spacing

PROSE = "The keeper lit the lamp and waited for the ship that was late. " * 4
SHORT = written(
    (BlockKind.PARAGRAPH, 0, None, "The lamp burns. A lamp is lit [3] at night."),
    (BlockKind.FOOTNOTE, 0, None, "3 Only in winter."),
    (BlockKind.TABLE, 1, None, "Ship\tTons\nAurora\t120"),
)
LONG = written(*((BlockKind.PARAGRAPH, 0, None, f"Block {n}. {PROSE}") for n in range(2_000)))


class Alone(App[None]):
    def __init__(self, document: Document) -> None:
        super().__init__()
        self.page = Page(document)
        self.selected: list[Span] = []
        self.chosen: list[tuple[int, str]] = []

    def compose(self) -> ComposeResult:
        yield self.page

    def on_page_selected(self, message: Page.Selected) -> None:
        self.selected.append(message.span)

    def on_page_chosen(self, message: Page.Chosen) -> None:
        self.chosen.append((message.place, message.silence))


def rows(page: Page) -> list[str]:
    return [page.render_line(y).text.rstrip() for y in range(page.size.height)]


def set_off(page: Page, name: str) -> str:
    """What is drawn in a style of the page's."""
    style = page.palette.styles[name]
    return "|".join(
        segment.text
        for y in range(page.size.height)
        for segment in page.render_line(y)
        if segment.style and segment.style + style == segment.style
    )


async def settled(page: Page, pilot: Pilot[None]) -> None:
    async with asyncio.timeout(30):
        while page._layout_of is None or not page._layout_of.is_laid_out:
            await pilot.pause(0.02)
    await pilot.pause(0.05)


async def test_what_was_found_is_underlined_and_the_one_gone_to_reversed() -> None:
    app = Alone(SHORT)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        found = Finder(SHORT.text).find("lamp")
        app.page.show_found(found, found.after(10))
        assert set_off(app.page, "found") == "lamp|lamp"
        assert set_off(app.page, "current") == "lamp"
        app.page.show_found(None)
        assert set_off(app.page, "found") == ""


async def test_dragging_the_mouse_selects_and_a_click_unselects() -> None:
    app = Alone(SHORT)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.mouse_down(Page, offset=(2, 0))
        await pilot.hover(Page, offset=(9, 0))
        await pilot.mouse_up(Page, offset=(9, 0))
        assert app.page.selection == Span(0, 8)
        assert app.selected == [Span(0, 8)]
        assert set_off(app.page, "selected") == "The lamp"
        assert app.chosen == []
        await pilot.click(Page, offset=(6, 0))
        assert app.page.selection is None
        assert app.chosen == []
        await pilot.click(Page, offset=(6, 0))
        assert app.chosen == [(4, "")]


async def test_a_selection_can_be_made_without_a_mouse() -> None:
    app = Alone(SHORT)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.page.select(Span(4, 8))
        assert set_off(app.page, "selected") == "lamp"
        app.page.select(None)
        assert app.page.selection is None


async def test_another_hearing_shows_at_once_and_moves_nothing() -> None:
    app = Alone(SHORT)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "not spoken: footnote" in "\n".join(rows(app.page))
        before = [row for row in rows(app.page) if "not spoken" not in row and row]
        app.page.set_hearing(Hearing(frozenset()), ())
        await pilot.pause()
        assert [row for row in rows(app.page) if row] == before


async def test_measure_and_spacing_change_while_reading_and_keep_the_place() -> None:
    app = Alone(LONG)
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        app.page.show_place(LONG.text.index("Block 1000."))
        top = app.page.first_in_view()
        for measure in (40, 60, 300, 1):
            app.page.measure = measure
            await pilot.pause()
            widest = max(len(row.strip()) for row in rows(app.page))
            assert widest <= app.page.measure <= 120
            assert app.page.first_in_view() <= top < app.page.first_in_view() + 200
        app.page.measure = 60
        app.page.spacing = Spacing(2, 2)
        await pilot.pause()
        seen = rows(app.page)
        assert any(not a and b and not c for a, b, c in zip(seen, seen[1:], seen[2:], strict=False))


async def test_a_place_far_away_is_shown_before_what_is_between_is_laid_out() -> None:
    app = Alone(LONG)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        app.page.mark(None, Span(LONG.text.index("Block 1500."), LONG.text.index("Block 1501.")))
        await pilot.pause()
        assert any("Block 1500." in row for row in rows(app.page))


async def test_laying_out_the_rest_leaves_what_is_in_view_where_it_is() -> None:
    app = Alone(LONG)
    async with app.run_test(size=(47, 30)) as pilot:
        await pilot.pause()
        app.page.show_place(LONG.text.index("Block 1500."))
        before = rows(app.page)
        await settled(app.page, pilot)
        assert rows(app.page) == before
        assert app.page.virtual_size.height == len(list(app.page._layout_of.lines()))  # type: ignore[union-attr]


async def test_the_end_is_reached_at_once() -> None:
    app = Alone(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.page.action_turn("end")
        await pilot.pause()
        assert any("was late." in row for row in rows(app.page)[-2:])
        await settled(app.page, pilot)
        assert app.page.scroll_offset.y == app.page.max_scroll_y


async def test_scrolling_through_what_is_not_laid_out_shows_all_of_it_in_order() -> None:
    document = written(
        *((BlockKind.PARAGRAPH, 0, None, f"Block {n}. " + "word " * (n % 90)) for n in range(400))
    )
    app = Alone(document)
    async with app.run_test(size=(50, 20)) as pilot:
        await pilot.pause()
        app.page._idle.stop()  # type: ignore[union-attr]
        seen: list[str] = []
        while True:
            seen += [r for row in rows(app.page) if (r := row.strip()).startswith("Block") and r not in seen]
            y = app.page.scroll_offset.y
            app.page.action_turn("page_down")
            if app.page.scroll_offset.y == y:
                break
        numbers = [int(row.split()[1].rstrip(".")) for row in seen]
        assert numbers == list(range(400))


@pytest.mark.parametrize("width", [20, 40, 80, 200, 300])
async def test_every_width_is_filled_and_not_overrun(width: int) -> None:
    app = Alone(SHORT)
    async with app.run_test(size=(width, 20)) as pilot:
        await pilot.pause()
        page = app.page
        assert {page.render_line(y).cell_length for y in range(20)} == {page.scrollable_content_region.width}
        assert "Aurora" in "\n".join(rows(page))
