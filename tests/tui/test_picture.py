"""The page itself beside its text: drawn behind the scenes, and what is heard is framed on it."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import Any

import pytest
from textual.app import App, ComposeResult

from yapit.core.document import Box
from yapit.core.errors import SourceError
from yapit.core.listening.opened import Draw
from yapit.core.parse.pdf.thumbnail import Thumbnail, draw_page
from yapit.core.parse.source import Source
from yapit.tui.picture import Picture


class Beside(App[None]):
    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self.picture = Picture(draw)

    def compose(self) -> ComposeResult:
        yield self.picture


def white(page: int, width: int, height: int) -> Thumbnail:
    side = min(width, height)
    return Thumbnail(side, side, side / 100, b"\xff" * (3 * side * side))


def refused(page: int, width: int, height: int) -> Thumbnail:
    raise SourceError("page 1 cannot be drawn")


async def rows(app: Beside, wanted: str) -> list[str]:
    async with asyncio.timeout(10):
        while True:
            found = [app.picture.render_line(y).text for y in range(app.picture.size.height)]
            if wanted in "".join(found):
                return found
            await asyncio.sleep(0.02)


@pytest.fixture(scope="module")
def source() -> Source:
    pymupdf: Any = import_module("pymupdf")
    file = pymupdf.open()
    page = file.new_page(width=200, height=100)
    page.draw_rect(pymupdf.Rect(0, 0, 100, 100), fill=(1, 0, 0), color=None)
    return Source(file.tobytes(), "red.pdf")


def test_a_page_is_drawn_as_large_as_fits(source: Source) -> None:
    drawn = draw_page(source, 1, 40, 100)
    assert (drawn.width, drawn.height, drawn.scale) == (40, 20, pytest.approx(0.2))
    assert drawn.color(5, 10) == (255, 0, 0)
    assert drawn.color(35, 10) == (255, 255, 255)


@pytest.mark.parametrize("bad", [Source(b"no pdf", "a.pdf"), None])
def test_what_cannot_be_drawn_is_refused_in_one_line(bad: Source | None, source: Source) -> None:
    with pytest.raises(SourceError, match="cannot be drawn"):
        draw_page(bad or source, 7, 40, 100)


async def test_what_is_heard_is_framed_on_the_page() -> None:
    app = Beside(white)
    async with app.run_test(size=(40, 20)) as pilot:
        app.picture.show(1, (Box(20, 20, 80, 40),))
        await rows(app, "▀")
        await pilot.pause()
        frame = app.picture.get_component_rich_style("picture--frame", partial=True).color
        framed = [
            y for y in range(20) for s in app.picture.render_line(y) if s.style and s.style.color == frame
        ]
        assert framed
        assert {app.picture.render_line(y).cell_length for y in range(20)} == {40}


async def test_a_page_that_cannot_be_drawn_says_so_in_its_place() -> None:
    app = Beside(refused)
    async with app.run_test(size=(40, 20)) as pilot:
        app.picture.show(1)
        await rows(app, "no picture")
        app.picture.show(None)
        await pilot.pause()
        assert not "".join(app.picture.render_line(y).text for y in range(20)).strip()
