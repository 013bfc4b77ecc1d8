"""The reader on a staged player, with a library of its own, and what is to be seen of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator

import pytest
from rich.segment import Segment
from textual.pilot import Pilot
from textual.widgets import Input

from tests.staged import StagedPlayer, written
from yapit.core.document import BlockKind, Document
from yapit.core.library import Library
from yapit.core.listening.opened import Draw, Opened
from yapit.core.listening.shelf import Shelf
from yapit.core.narrator import Narrator
from yapit.tui.app import ReaderApp
from yapit.tui.hint import Hint
from yapit.tui.status import StatusLine

SIZE = (80, 24)
MakeNarrator = Callable[[], Narrator]
Start = Callable[..., ReaderApp]


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as library:
        yield library


@pytest.fixture
def start(document: Document, make_narrator: MakeNarrator, player: StagedPlayer, library: Library) -> Start:
    def start(text: Document = document, draw: Draw | None = None, **more: object) -> ReaderApp:
        opened = Opened(text, shelf=Shelf(library, library.documents.remember(text)), draw=draw)
        return ReaderApp(opened, make_narrator, lambda: (player, ""), **more)  # type: ignore[arg-type]

    return start


@pytest.fixture
def app_of(document: Document, make_narrator: MakeNarrator, player: StagedPlayer) -> Start:
    """Without a library."""

    def open_app(
        text: Document = document, note: str = "", more: Iterable[Document] = (), **others: object
    ) -> ReaderApp:
        return ReaderApp(Opened(text, more), make_narrator, lambda: (player, note), **others)  # type: ignore[arg-type]

    return open_app


@pytest.fixture
def long_document() -> Document:
    return written(
        *((BlockKind.PARAGRAPH, 0, None, f"Here is block {n}. It has a second one.") for n in range(200))
    )


async def loaded(app: ReaderApp, pilot: Pilot[None]) -> None:
    """There is a voice, or a reason why there is none, and everything asked for is drawn."""
    async with asyncio.timeout(20):
        while not app.reader.session.is_whole and app.reader.problem is None:
            await pilot.pause(0.01)
    await drawn(app, pilot)


async def drawn(app: ReaderApp, pilot: Pilot[None]) -> None:
    app.reader.look()
    app.reader.tell()
    await pilot.pause()


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():
            await pilot.pause(0.01)


async def typed(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one(Input).value = text
    await pilot.pause()


def lines(app: ReaderApp) -> list[list[Segment]]:
    """The page as it is drawn."""
    widget = app.reader.page
    return [list(widget.render_line(y)) for y in range(widget.size.height)]


def page(app: ReaderApp) -> str:
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines(app))


def lit(app: ReaderApp) -> str:
    """What is drawn bold and underlined on the ground of the word that is heard."""
    ground = app.reader.page.get_component_rich_style("page--word", partial=True).bgcolor
    found = [s for line in lines(app) for s in line if s.style and s.style.bgcolor == ground and s.text]
    assert all(s.style and s.style.bold and s.style.underline for s in found)
    return "".join(segment.text for segment in found)


def status(app: ReaderApp) -> str:
    """The status line, and what is told above it."""
    return app.reader.query_one(Hint).said + app.reader.query_one(StatusLine).render_line(0).text
