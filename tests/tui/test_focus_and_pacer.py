"""One sentence, or one word, and nothing that draws the eye away from it."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget

from tests.staged import PARTS, written
from yapit.core.document import BlockKind, Document, Span
from yapit.tui.bidi import Bidi
from yapit.tui.focus import Focus
from yapit.tui.pacer import Pacer, pivot

DOCUMENT = written(*PARTS)


class Alone(App[None]):
    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield self.widget


def span(text: str, document: Document = DOCUMENT) -> Span:
    start = document.text.index(text)
    return Span(start, start + len(text))


def rows(widget: Widget) -> list[str]:
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def sentence() -> Span:
    return span("The keeper lit the lamp, and waited for the ship.")


@pytest.mark.parametrize("size", [(20, 10), (80, 24), (300, 50)])
async def test_the_sentence_that_is_heard_stands_in_the_middle(size: tuple[int, int]) -> None:
    focus = Focus(DOCUMENT, neighbours=False)
    async with Alone(focus).run_test(size=size) as pilot:
        focus.mark(span("keeper"), sentence())
        await pilot.pause()
        shown = rows(focus)
        filled = [y for y, row in enumerate(shown) if row]
        assert " ".join(row.strip() for row in shown if row) == sentence().of(DOCUMENT.text)
        assert abs(filled[0] - (size[1] - 1 - filled[-1])) <= 1
        assert {focus.render_line(y).cell_length for y in range(size[1])} == {size[0]}


async def test_the_word_is_lit_in_it_and_its_neighbours_are_dimmed() -> None:
    focus = Focus(DOCUMENT)
    async with Alone(focus).run_test(size=(80, 24)) as pilot:
        focus.mark(span("keeper"), sentence())
        await pilot.pause()
        ground = focus.get_component_rich_style("page--word", partial=True).bgcolor
        drawn = [s for y in range(24) for s in focus.render_line(y) if s.style]
        assert [s.text for s in drawn if s.style and s.style.bgcolor == ground] == ["keeper"]
        assert "It was dark." in "\n".join(rows(focus))
        assert "Morning" in "\n".join(rows(focus))
        dimmed = [s.text for y in range(24) for s in focus.render_line(y) if s.style and s.style.italic]
        assert "It was dark." in dimmed


async def test_between_two_sentences_the_last_one_stays() -> None:
    focus = Focus(DOCUMENT, neighbours=False)
    async with Alone(focus).run_test(size=(80, 24)) as pilot:
        focus.mark(span("keeper"), sentence())
        focus.mark(None, None)
        await pilot.pause()
        assert "keeper" in "\n".join(rows(focus))


async def test_of_a_sentence_longer_than_the_screen_the_word_is_in_view() -> None:
    text = "And then, " * 200 + "the end."
    focus = Focus(document := written((BlockKind.PARAGRAPH, 0, None, text)))
    async with Alone(focus).run_test(size=(40, 10)) as pilot:
        focus.mark(span("end", document), Span(0, len(text)))
        await pilot.pause()
        assert "the end." in "\n".join(rows(focus))


@pytest.mark.parametrize("size", [(20, 10), (80, 24), (300, 50)])
async def test_the_pivot_of_each_word_is_in_the_same_column(size: tuple[int, int]) -> None:
    pacer = Pacer(DOCUMENT)
    async with Alone(pacer).run_test(size=size) as pilot:
        columns = set()
        for word in ("keeper", "lit", "waited", "ship"):
            pacer.mark(span(word), sentence())
            await pilot.pause()
            shown = rows(pacer)
            sign = next(y for y, row in enumerate(shown) if row.strip() == "▾")
            columns.add(shown[sign].index("▾"))
            assert shown[sign + 1].strip() == word
            assert shown[sign + 1][shown[sign].index("▾")] == word[pivot(len(word))]
            assert word in " ".join(shown[sign + 3 :])
            assert {pacer.render_line(y).cell_length for y in range(size[1])} == {size[0]}
        assert len(columns) == 1


async def test_a_word_that_is_read_from_the_right_keeps_its_pivot_in_the_column() -> None:
    document = written((BlockKind.PARAGRAPH, 0, None, "שלום עולם"))
    pacer = Pacer(document, bidi=Bidi.YAPIT)
    async with Alone(pacer).run_test(size=(80, 24)) as pilot:
        pacer.mark(Span(0, 4), Span(0, 9))
        await pilot.pause()
        shown = rows(pacer)
        sign = next(y for y, row in enumerate(shown) if row.strip() == "▾")
        assert shown[sign + 1].strip() == "םולש"
        assert shown[sign + 1][shown[sign].index("▾")] == "ל"


async def test_nothing_is_shown_before_anything_is_heard() -> None:
    pacer = Pacer(DOCUMENT)
    async with Alone(pacer).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not any(rows(pacer))


@pytest.mark.parametrize(("glyphs", "at"), [(0, 0), (1, 0), (2, 1), (5, 1), (6, 2), (9, 2), (13, 3), (40, 4)])
def test_the_eye_settles_left_of_the_middle(glyphs: int, at: int) -> None:
    assert pivot(glyphs) == at
