"""A hint is one line on any screen, and goes by itself."""

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


@pytest.mark.parametrize("width", [20, 80])
async def test_it_takes_one_line_however_long_it_is(width: int) -> None:
    app = Below()
    async with app.run_test(size=(width, 10)) as pilot:
        hint = app.query_one(Hint)
        assert not hint.display
        hint.say("no sound: PortAudio was not found: apt install libportaudio2, or see the manual")
        await pilot.pause()
        assert hint.display
        assert hint.size.height == 1
        line = hint.render_line(0)
        assert line.cell_length == width
        assert line.text.endswith("…")


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
