"""Every screen of the reader looks as it did, to the word and to what is lit, on narrow and wide terminals.

Where it is meant to look otherwise: `pytest tests/tui/test_screens.py --renew-screens`, and read the diff.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.staged import PARTS, StagedPlayer, written
from tests.tui.snapshot import seen
from yapit.core.library import Addition, Library
from yapit.core.listening.opened import Opened
from yapit.core.listening.shelf import Shelf
from yapit.core.narrator import Narrator
from yapit.tui.app import ReaderApp
from yapit.tui.home import Home

SIZES = {40: (40, 16), 80: (80, 24), 200: (200, 30)}
PATIENCE = 2.0
"""Seconds until a screen is as wanted, on a loaded machine."""

FOLDER = Path(__file__).parent / "__snapshots__"

Reader = Pilot[None]


async def press(*keys: str, pilot: Reader) -> None:
    await pilot.press(*keys)


async def find(pilot: Reader) -> None:
    await pilot.press("slash")
    pilot.app.screen.query_one(Input).value = "ship"


def tomorrow() -> datetime:
    return datetime.now().astimezone() + timedelta(days=1)


async def home(pilot: Reader) -> None:
    """Of two documents, one was begun the day before."""
    assert isinstance(pilot.app, ReaderApp)
    shelf = pilot.app.reader.desk.shelf
    assert shelf is not None
    shelf.keep(pilot.app.reader.session)
    shelf.library.documents.add(Addition("https://example.org/whales", "On whales", "Ada Byron"))
    await pilot.app.push_screen(Home(shelf.library, now=tomorrow))


SCREENS: Mapping[str, Callable[[Reader], Awaitable[None]]] = {
    "page": lambda pilot: press(pilot=pilot),
    "focus": lambda pilot: press("c", pilot=pilot),
    "pacer": lambda pilot: press("a", pilot=pilot),
    "outline": lambda pilot: press("t", pilot=pilot),
    "help": lambda pilot: press("question_mark", pilot=pilot),
    "home": home,
    "pronounce": lambda pilot: press("p", pilot=pilot),
    "find": find,
}


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_looks_as_it_did(
    screen: str,
    width: int,
    make_narrator: Callable[[], Narrator],
    player: StagedPlayer,
    pytestconfig: pytest.Config,
) -> None:
    kept = FOLDER / f"{screen}-{width}.txt"
    renews = pytestconfig.getoption("--renew-screens")
    wanted = "" if renews else kept.read_text("utf-8")
    now = await drawn(screen, SIZES[width], make_narrator, player, wanted)
    if renews:
        kept.write_text(now, "utf-8")
    else:
        assert now == wanted


async def drawn(
    screen: str,
    size: tuple[int, int],
    make_narrator: Callable[[], Narrator],
    player: StagedPlayer,
    wanted: str,
) -> str:
    """The screen while the third sentence is heard, at its word "lit"; what is wanted may take a while."""
    document = written(*PARTS)
    with Library.in_memory() as library:
        shelf = Shelf(library, library.documents.remember(document))
        app = ReaderApp(Opened(document, shelf=shelf), make_narrator, lambda: (player, ""))
        async with app.run_test(size=size) as pilot, asyncio.timeout(20):
            while not app.reader.session.is_whole:
                await pilot.pause(0.01)
            for _ in range(3):
                player.hear()
            player.hear_word(2)
            await SCREENS[screen](pilot)
            for box in app.screen.query(Input):
                box.cursor_blink = False
            end = time.monotonic() + PATIENCE
            while (now := seen(app)) != wanted and time.monotonic() < end:
                await pilot.pause(0.05)
            return now
