"""A hint covers a few lines at most, says all that fits there, and goes by itself."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from yapit.tui.hint import Hint


class Below(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("page")
        yield Hint()


@pytest.mark.parametrize(("size", "lines"), [((20, 10), 2), ((80, 10), 1), ((40, 24), 2), ((20, 24), 3)])
async def test_it_takes_as_many_lines_as_the_screen_can_spare(size: tuple[int, int], lines: int) -> None:
    app = Below()
    async with app.run_test(size=size) as pilot:
        hint = app.query_one(Hint)
        assert not hint.display
        hint.say("no sound: PortAudio was not found: apt install it, or see the manual")
        await pilot.pause()
        assert hint.display
        assert hint.size.height == lines
        shown = [hint.render_line(y) for y in range(lines)]
        assert all(line.cell_length == size[0] for line in shown)
        whole = " ".join(line.text.strip() for line in shown)
        assert whole == hint.said if size[0] >= 40 else whole.endswith("…")


async def test_it_goes_by_itself_and_by_a_click() -> None:
    app = Below()
    async with app.run_test(size=(40, 10)) as pilot:
        hint = app.query_one(Hint)
        hint.say("not spoken: citation", seconds=0.05)
        async with asyncio.timeout(5):
            while hint.said:
                await pilot.pause(0.02)
        hint.say("again")
        await pilot.pause()
        await pilot.click(Hint)
        assert not hint.said
