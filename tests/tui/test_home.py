"""The library on the screen: what is read, how far, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from textual.app import App
from textual.widgets import OptionList, Static

from yapit.core.document import Document
from yapit.core.errors import LibraryError
from yapit.core.library import Addition, Library, anchor
from yapit.tui.home import Home

SIZES = [(80, 24), (40, 15), (20, 10)]


@pytest.fixture
def library(document: Document) -> Iterator[Library]:
    with Library.in_memory() as library:
        entry = library.documents.remember(document)
        library.places.keep(entry.id, anchor(document, 40), share=0.25, seconds_left=3900)
        library.documents.add(Addition("https://example.org/whales", "On whales", "Ada Byron"))
        yield library


class Shown(App[str]):
    def __init__(self, library: Library) -> None:
        super().__init__()
        self.home = Home(library, now=lambda: datetime.now().astimezone() + timedelta(days=1))

    def on_mount(self) -> None:
        self.push_screen(self.home, self.exit)

    @property
    def rows(self) -> list[str]:
        options = self.home.query_one(OptionList)
        return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def test_each_document_shows_how_far_it_was_read_and_what_is_left(library: Library) -> None:
    app = Shown(library)
    async with app.run_test(size=(80, 24)):
        first, second = app.rows
        assert "25%" in first
        assert "1 h 5 min left" in first
        assert "yesterday" in first
        assert second.startswith("On whales  Ada Byron")
        assert "new" in second


@pytest.mark.parametrize("size", SIZES)
async def test_typing_finds_and_enter_reads(size: tuple[int, int], library: Library) -> None:
    app = Shown(library)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"byron")
        assert len(app.rows) == 1
        await pilot.press("enter")
    assert app.return_value == "https://example.org/whales"


async def test_a_document_is_queued_and_taken_back(library: Library) -> None:
    app = Shown(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "ctrl+n")
        assert "next" in app.rows[1]
        assert len(library.queue.all()) == 1
        await pilot.press("ctrl+n")
        assert library.queue.all() == ()


async def test_nothing_is_forgotten_by_one_key(library: Library) -> None:
    app = Shown(library)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("ctrl+d")
        assert "again forgets" in str(app.home.query_one("#told", Static).render())
        assert len(app.rows) == 2
        await pilot.press("ctrl+d")
        assert len(app.rows) == 1
        assert app.rows[0].startswith("On whales")


async def test_escape_goes_back(library: Library) -> None:
    app = Shown(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
    assert app.return_value is None


async def test_an_empty_library_says_how_to_begin() -> None:
    app = Shown(Library.in_memory())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter", "ctrl+n", "ctrl+d")
        assert "nothing yet: yapit read FILE" in str(app.home.query_one("#told", Static).render())


@pytest.mark.parametrize(
    ("keys", "part", "call"), [("ctrl+n", "queue", "add"), ("ctrl+d", "documents", "remove")]
)
async def test_what_the_library_cannot_do_is_told_and_nothing_ends(
    library: Library, monkeypatch: pytest.MonkeyPatch, keys: str, part: str, call: str
) -> None:
    def full(*args: object, **more: object) -> None:
        raise LibraryError("the disk is full", cure="Free some space.")

    monkeypatch.setattr(getattr(library, part), call, full)
    app = Shown(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(keys, keys)
        assert "the disk is full. Free some space." in str(app.home.query_one("#told", Static).render())
        assert len(app.rows) == 2
