"""The page shows all of the text, in order, within its columns, and knows what stands where."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from yapit.core.document import Block, BlockKind, Document, Span, fill_gaps
from yapit.core.hearing import Hearing
from yapit.tui import items as items_module
from yapit.tui import layout as layout_module
from yapit.tui.bidi import mirror
from yapit.tui.glyphs import displayable
from yapit.tui.items import Items
from yapit.tui.layout import Layout
from yapit.tui.sheet import Format

widths = st.integers(10, 200)
anything = st.text(max_size=120)
prose = st.text(
    "\u0915\u094d\U0001f3fb\ufe0f♀abcde ,.é漢字、。「」한국אבعر()e\u0301\t\n\u00a0\u00ad👩\u200d👧🇩🇪",
    max_size=200,
)
Parts = list[tuple[BlockKind, int, str]]
rows = st.lists(
    st.tuples(st.sampled_from(BlockKind), st.integers(0, 6), st.one_of(anything, prose)), max_size=6
)


def document(parts: Parts) -> Document:
    text, blocks = "", []
    for kind, level, body in parts:
        if not body:
            continue
        start = len(text) + 2 if text else 0
        text += ("\n\n" if text else "") + body
        blocks.append(Block(Span(start, len(text)), kind, level))
    return Document(text, tuple(blocks), fill_gaps(text, blocks))


def laid_out(written: Document, width: int) -> Layout:
    layout = Layout(Items(written), Format(width))
    layout.settle(60)
    layout.commit()
    return layout


def page(text: str, width: int, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> list[str]:
    layout = laid_out(document([(kind, level, text)]), width)
    return [line.lead + line.text for line in layout.lines()]


@given(rows, widths)
@settings(max_examples=100)
def test_every_visible_character_is_shown_exactly_once_and_in_order(parts: Parts, width: int) -> None:
    written = document(parts)
    shown = displayable(written.text)
    layout = laid_out(written, width)
    drawn = [
        (offset, shown[offset] if line.order and mirror(character) == shown[offset] else character)
        for line in (layout.line(y) for y in range(len(layout)))
        for offset, character in zip(line.offsets, line.text, strict=False)
        if not written.text[offset].isspace()
    ]
    by_rows = sorted(drawn) if any(kind is BlockKind.TABLE for kind, _, _ in parts) else drawn
    assert by_rows == [(i, shown[i]) for i, character in enumerate(written.text) if not character.isspace()]


@given(rows, widths)
@settings(max_examples=100)
def test_no_line_is_wider_than_the_page(parts: Parts, width: int) -> None:
    layout = laid_out(document(parts), width)
    for y in range(len(layout)):
        line = layout.line(y)
        assert cell_len(line.lead + line.text) <= width


@given(rows, widths)
@settings(max_examples=100)
def test_a_character_is_found_where_it_is_drawn(parts: Parts, width: int) -> None:
    written = document(parts)
    layout = laid_out(written, width)
    shown = displayable(written.text)
    for offset, character in enumerate(shown):
        if written.text[offset].isspace() or cell_len(character) == 0:
            continue
        found = layout.offset_at(*layout.position_of(offset))
        assert found is not None
        assert found <= offset  # the first of those that are drawn as one
        assert layout.position_of(found) == layout.position_of(offset)


@given(st.text(max_size=200))
def test_nothing_that_could_upset_a_terminal_reaches_it(text: str) -> None:
    shown = displayable(text)
    assert len(shown) == len(text)
    assert not any((ord(c) < 32 and c != "\t") or 0x7F <= ord(c) < 0xA0 for c in shown)
    shown.encode("utf-8")


def test_words_are_kept_whole_where_they_fit() -> None:
    assert page("the quick brown fox jumps", 11) == ["the quick", "brown fox", "jumps"]


def test_white_space_within_a_paragraph_is_one_space() -> None:
    assert page("the  quick\n   brown", 40) == ["the quick brown"]


def test_a_word_longer_than_the_page_is_broken_at_its_edge() -> None:
    assert page("see https://example.org/abc now", 10) == ["see", "https://ex", "ample.org/", "abc now"]


def test_chinese_breaks_anywhere_but_not_before_a_full_stop() -> None:
    assert page("漢字漢字漢。字", 10) == ["漢字漢字", "漢。字"]


def test_what_is_drawn_as_one_character_stays_on_one_line() -> None:
    assert page("👩\u200d👧" * 8, 10) == ["👩\u200d👧" * 5, "👩\u200d👧" * 3]


def test_code_keeps_its_lines_and_columns_and_says_why_it_is_silent() -> None:
    assert page("if x:\n\ty = 1\n\n    z", 40, BlockKind.CODE) == [
        "not spoken: code, only announced",
        "  if x:",
        "      y = 1",
        "  ",
        "      z",
    ]


def test_an_indent_never_takes_more_than_half_a_narrow_page() -> None:
    assert page(" " * 30 + "deep", 12, BlockKind.CODE) == ["not spoken: ", "       deep"]


def test_list_items_are_set_off_by_depth_and_stand_together() -> None:
    layout = laid_out(
        document([(BlockKind.LIST_ITEM, 1, "one two"), (BlockKind.LIST_ITEM, 2, "three four")]), 12
    )
    lines = [layout.line(y) for y in range(len(layout))]
    assert [line.lead + line.text for line in lines] == ["• one two", "  ◦ three", "    four"]


def test_an_item_that_brings_its_own_number_gets_no_bullet() -> None:
    assert page("1. first", 40, BlockKind.LIST_ITEM, 1) == ["1. first"]


def test_a_quote_has_a_bar_on_every_line() -> None:
    assert page("one two three", 10, BlockKind.QUOTE) == ["▎ one two", "▎ three"]


def test_characters_of_no_block_are_shown_with_the_reason() -> None:
    text = "one\n***\ntwo"
    blocks = (Block(Span(0, 3)), Block(Span(8, 11)))
    layout = laid_out(Document(text, blocks, fill_gaps(text, blocks)), 20)
    star = layout.item_at(layout.line_at(text.index("*")))
    assert star is not None
    assert star.silence == "markup"


def test_an_empty_document_has_no_lines() -> None:
    assert len(laid_out(Document("", ()), 40)) == 0


@given(rows, widths, st.integers(0, 6))
@settings(deadline=None)
def test_a_document_that_grew_is_laid_out_as_if_it_had_been_whole(
    parts: Parts, width: int, first: int
) -> None:
    whole = document(parts)
    some = whole.blocks[:first]
    text = whole.text[: some[-1].span.end if some else 0]
    items = Items(Document(text, some, fill_gaps(text, some)))
    grown = Layout(items, Format(width))
    grown.settle(60)
    items.extend(whole)
    grown.extend()
    assert list(grown.lines()) == list(laid_out(whole, width).lines())


@given(rows, widths, st.lists(st.floats(0, 1), max_size=6))
@settings(deadline=None)
def test_what_is_laid_out_on_demand_is_as_if_it_had_been_all_at_once(
    parts: Parts, width: int, places: list[float]
) -> None:
    whole = document(parts * 8)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout_module, "SHEET", 60)
        patch.setattr(items_module, "LONG", 90)
        at_once = laid_out(whole, width)
        assume(len(at_once) > 0)
        by_parts = Layout(Items(whole), Format(width))
        for share in places:
            offset = int(share * max(len(whole.text) - 1, 0))
            y = by_parts.line_at(offset, above=5)
            assert by_parts.line(y) == at_once.line(at_once.line_at(offset))
            top = by_parts.anchor(by_parts.show(max(y - 3, 0), 10))
            seen = by_parts.line(by_parts.y_of(top))
            by_parts.settle(0.0001)
            by_parts.commit()
            assert by_parts.line(by_parts.y_of(top)) == seen
        assert list(by_parts.lines()) == list(at_once.lines())


@given(anything, st.sampled_from((BlockKind.PARAGRAPH, BlockKind.CODE)), st.integers(1, 30))
def test_a_long_block_is_laid_out_in_parts_and_nothing_of_it_is_lost(
    text: str, kind: BlockKind, long: int
) -> None:
    written = document([(kind, 0, text)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(items_module, "LONG", long)
        lines = list(laid_out(written, 20).lines())
    drawn = [o for line in lines for o, _ in zip(line.offsets, line.text, strict=False)]
    visible = [i for i, character in enumerate(written.text) if not character.isspace()]
    assert [o for o in drawn if not written.text[o].isspace()] == visible


def test_a_page_can_be_set_with_empty_lines_between_its_lines_and_blocks() -> None:
    layout = Layout(Items(document([(BlockKind.PARAGRAPH, 0, "one two three")] * 2)), Format(10, 1, 2))
    assert [line.text for line in layout.lines()] == ["one two", "", "three", "", "", "one two", "", "three"]


def test_another_hearing_moves_nothing() -> None:
    written = document([(BlockKind.FOOTNOTE, 0, "1 a note"), (BlockKind.PARAGRAPH, 0, "text")])
    items = Items(written)
    layout = Layout(items, Format(40))
    before = [line.text for line in layout.lines()]
    assert layout.line(0).lead == "not spoken: footnote"
    items.hearing = Hearing(frozenset())
    assert [line.text for line in layout.lines()] == before
    assert layout.line(0).lead == ""


@given(rows, anything, widths)
@settings(max_examples=100, deadline=None)
def test_a_block_that_becomes_longer_is_laid_out_as_if_it_had_come_whole(
    parts: Parts, more: str, width: int
) -> None:
    parts = [part for part in parts if part[2].strip()] or [(BlockKind.PARAGRAPH, 0, "It rains.")]
    (*before, (kind, level, body)) = parts
    whole = document([*before, (kind, level, f"{body} {more}.")])
    items = Items(document(parts))
    grown = Layout(items, Format(width))
    grown.settle(60)
    items.extend(whole)
    grown.extend()
    assert list(grown.lines()) == list(laid_out(whole, width).lines())
