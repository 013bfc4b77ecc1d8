"""Text that is read from the right stands as its readers expect it, and is found where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import Block, BlockKind, Document, Span
from yapit.tui.bidi import Bidi, has_right_to_left, is_right_to_left, levels, mirror, reorders, visual_order
from yapit.tui.items import Items
from yapit.tui.layout import Layout
from yapit.tui.sheet import Format

mixed = st.text("abאבגعربي١٢12 ,.()[]%-", max_size=40)


def drawn(text: str, *, right: bool) -> str:
    depth = levels(text, right=right)
    return "".join(
        mirror(text[i]) if depth[i] % 2 else text[i] for i in visual_order(depth, text, right=right)
    )


def laid_out(text: str, width: int, kind: BlockKind = BlockKind.PARAGRAPH, *, by_us: bool = True) -> Layout:
    document = Document(text, (Block(Span(0, len(text)), kind),))
    return Layout(Items(document), Format(width, reorders=by_us))


@pytest.mark.parametrize(
    ("text", "right", "seen"),
    [
        ("abc", False, "abc"),
        ("אבג", True, "גבא"),
        ("say שלום now", False, "say םולש now"),
        ("אבג abc דהו", True, "והד abc גבא"),
        ("אבג 123 דהו", True, "והד 123 גבא"),
        ("אב (גד)", True, "(דג) בא"),
        ("a (אב) b", False, "a (בא) b"),
        ("מחיר 5%", True, "5% ריחמ"),
        ("عام ٢٠٢٠.", True, ".٢٠٢٠ ماع"),
    ],
)
def test_words_are_drawn_in_the_order_they_are_read(text: str, right: bool, seen: str) -> None:
    assert drawn(text, right=right) == seen


@given(mixed, st.booleans())
def test_each_character_is_drawn_once(text: str, right: bool) -> None:
    assert sorted(visual_order(levels(text, right=right), text, right=right)) == list(range(len(text)))


@given(st.text("abc 123.,()", max_size=40))
def test_text_without_such_letters_stays_as_it_is(text: str) -> None:
    assert not has_right_to_left(text)
    assert drawn(text, right=False) == text


def test_the_first_letter_says_how_a_paragraph_is_read() -> None:
    assert is_right_to_left("1. שלום world")
    assert not is_right_to_left("1. world שלום")


def test_a_paragraph_that_is_read_from_the_right_stands_at_the_right_edge() -> None:
    line = laid_out("שלום עולם", 20).line(0)
    assert line.pad == 11
    assert line.x_of(0) == 19
    assert line.offset_at(19) == 0
    assert line.offset_at(11) == 8


def test_where_the_terminal_draws_it_in_order_the_text_is_left_to_it() -> None:
    line = laid_out("שלום עולם", 20, by_us=False).line(0)
    assert line.order == ()
    assert line.pad == 11


def test_the_columns_of_a_table_stay_in_their_order() -> None:
    line = laid_out("שלום\tעולם", 40, BlockKind.TABLE).line(1)
    assert line.x_of(0) == 3
    assert line.x_of(5) == 9


@given(mixed, st.integers(10, 30))
def test_a_click_finds_what_is_drawn_there(text: str, width: int) -> None:
    if not text.strip():
        return
    layout = laid_out(text, width)
    for offset, character in enumerate(text):
        if not character.isspace():
            assert layout.offset_at(*layout.position_of(offset)) == offset


def test_terminals_that_order_text_themselves_are_known() -> None:
    assert reorders(Bidi.AUTO, {})
    assert not reorders(Bidi.AUTO, {"VTE_VERSION": "7006"})
    assert not reorders(Bidi.AUTO, {"KONSOLE_VERSION": "220400"})
    assert reorders(Bidi.YAPIT, {"VTE_VERSION": "7006"})
    assert not reorders(Bidi.TERMINAL, {})
