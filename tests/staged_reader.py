"""The reader on a staged player, with a library of its own, and what is to be seen of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.staged import StagedPlayer
from yapit.core.document import Document
from yapit.core.library import Library
from yapit.core.listening.opened import Draw, Opened
from yapit.core.listening.shelf import Shelf
from yapit.core.narrator import Narrator
from yapit.tui.app import ReaderApp
from yapit.tui.hint import Hint
from yapit.tui.page import Page
from yapit.tui.status import StatusLine

SIZE = (80, 24)
Start = Callable[..., ReaderApp]


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as library:
        yield library


@pytest.fixture
def start(
    document: Document, make_narrator: Callable[[], Narrator], player: StagedPlayer, library: Library
) -> Start:
    def start(text: Document = document, draw: Draw | None = None, **more: object) -> ReaderApp:
        opened = Opened(text, shelf=Shelf(library, library.documents.remember(text)), draw=draw)
        return ReaderApp(opened, make_narrator, lambda: (player, ""), **more)  # type: ignore[arg-type]

    return start


async def loaded(app: ReaderApp, pilot: Pilot[None]) -> None:
    async with asyncio.timeout(20):
        while not app.reader.session.is_whole:
            await pilot.pause(0.01)
    await pilot.pause()


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():
            await pilot.pause(0.01)


async def typed(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one(Input).value = text
    await pilot.pause()


def page(app: ReaderApp) -> str:
    widget = app.reader.query_one(Page)
    return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


def status(app: ReaderApp) -> str:
    """The status line, and what is told above it."""
    return app.reader.query_one(Hint).said + app.reader.query_one(StatusLine).render_line(0).text
