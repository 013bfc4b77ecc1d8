"""The page stays with the voice, until the reader turns it."""

from __future__ import annotations

from textual.events import MouseScrollDown

from tests.staged import StagedPlayer
from tests.staged_reader import Start, drawn, lit, loaded, page, status
from yapit.core.document import Document


async def test_enter_reads_from_the_top_of_the_screen(
    app_of: Start, player: StagedPlayer, long_document: Document
) -> None:
    app = app_of(long_document)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await pilot.press("pagedown")
        await pilot.pause()
        first = next(row.strip() for row in page(app).split("\n") if row.strip())
        await pilot.press("enter")
        player.hear()
        assert player.heard == [first.partition(". ")[0] + "."]


async def test_the_page_follows_the_voice_until_it_is_scrolled_by_hand(
    app_of: Start, player: StagedPlayer, long_document: Document
) -> None:
    app = app_of(long_document)
    async with app.run_test(size=(60, 14)) as pilot:
        await loaded(app, pilot)
        app.reader.session.seek(long_document.text.index("block 100"))
        player.hear()
        await drawn(app, pilot)
        assert lit(app) == "Here"
        await pilot.press("g")
        player.hear()
        await drawn(app, pilot)
        assert "block 0." in page(app)
        assert "f: back" in status(app)
        await pilot.press("f")
        await drawn(app, pilot)
        assert lit(app) == "It"
        assert "f: back" not in status(app)


async def test_turning_the_wheel_stops_following(
    app_of: Start, player: StagedPlayer, long_document: Document
) -> None:
    app = app_of(long_document)
    async with app.run_test(size=(60, 14)) as pilot:
        await loaded(app, pilot)
        turned = MouseScrollDown(
            app.reader.page, x=5, y=5, delta_x=0, delta_y=0, button=0, shift=False, meta=False, ctrl=False
        )
        app.reader.page.post_message(turned)
        await pilot.pause()
        assert not app.reader.page.following
        assert app.reader.page.scroll_offset.y > 0


async def test_resizing_keeps_the_heard_word_in_view(
    app_of: Start, player: StagedPlayer, long_document: Document
) -> None:
    app = app_of(long_document, start=long_document.text.index("block 150"))
    async with app.run_test(size=(100, 30)) as pilot:
        await loaded(app, pilot)
        player.hear()
        await drawn(app, pilot)
        for size in ((20, 10), (200, 50), (37, 12), (80, 24)):
            await pilot.resize_terminal(*size)
            await drawn(app, pilot)
            assert lit(app) == "Here", size


async def test_resizing_keeps_the_top_line_where_the_page_was_scrolled_by_hand(
    app_of: Start, long_document: Document
) -> None:
    app = app_of(long_document)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await pilot.press("pagedown", "pagedown")
        top = app.reader.page.first_in_view()
        for width in (25, 61, 33, 20, 90, 47, 80):
            await pilot.resize_terminal(width, 24)
            await drawn(app, pilot)
        assert app.reader.page.first_in_view() == top
