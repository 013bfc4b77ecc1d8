"""The page shows all of the text, in order, within its columns, and knows what stands where."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from yapit.core.document import Block, BlockKind, Document, Span, fill_gaps
from yapit.tui.glyphs import displayable
from yapit.tui.layout import Layout

widths = st.integers(10, 200)
anything = st.text(max_size=120)
prose = st.text(
    "\u0915\u094d\U0001f3fb\ufe0f♀abcde ,.é漢字、。「」한국e\u0301\t\n\u00a0\u00ad👩\u200d👧🇩🇪", max_size=200
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


def page(text: str, width: int, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> list[str]:
    layout = Layout(document([(kind, level, text)]), width)
    return [layout.line(y).lead + layout.line(y).text for y in range(len(layout))]


@given(rows, widths)
@settings(max_examples=100)
def test_every_visible_character_is_shown_exactly_once_and_in_order(parts: Parts, width: int) -> None:
    written = document(parts)
    shown = displayable(written.text)
    layout = Layout(written, width)
    drawn = [
        (offset, character)
        for line in (layout.line(y) for y in range(len(layout)))
        for offset, character in zip(line.offsets, line.text, strict=False)
        if not written.text[offset].isspace()
    ]
    assert drawn == [(i, shown[i]) for i, character in enumerate(written.text) if not character.isspace()]


@given(rows, widths)
@settings(max_examples=100)
def test_no_line_is_wider_than_the_page(parts: Parts, width: int) -> None:
    layout = Layout(document(parts), width)
    for y in range(len(layout)):
        line = layout.line(y)
        assert cell_len(line.lead + line.text) <= width


@given(rows, widths)
@settings(max_examples=100)
def test_a_character_is_found_where_it_is_drawn(parts: Parts, width: int) -> None:
    written = document(parts)
    layout = Layout(written, width)
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
        "if x:",
        "    y = 1",
        "",
        "    z",
    ]


def test_an_indent_never_takes_more_than_half_a_narrow_page() -> None:
    assert page(" " * 30 + "deep", 12, BlockKind.CODE) == ["not spoken: ", "      deep"]


def test_list_items_are_set_off_by_depth_and_stand_together() -> None:
    layout = Layout(
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
    layout = Layout(Document(text, blocks, fill_gaps(text, blocks)), 20)
    star = layout.item_at(layout.line_at(text.index("*")))
    assert star is not None
    assert star.silence == "markup"


def test_an_empty_document_has_no_lines() -> None:
    assert len(Layout(Document("", ()), 40)) == 0


@given(rows, widths, st.integers(0, 6))
@settings(deadline=None)
def test_a_document_that_grew_is_laid_out_as_if_it_had_been_whole(
    parts: Parts, width: int, first: int
) -> None:
    whole = document(parts)
    some = whole.blocks[:first]
    text = whole.text[: some[-1].span.end if some else 0]
    grown = Layout(Document(text, some, fill_gaps(text, some)), width)
    grown.extend(whole)
    at_once = Layout(whole, width)
    assert [grown.line(y) for y in range(len(grown))] == [at_once.line(y) for y in range(len(at_once))]


@given(rows, anything, widths)
@settings(max_examples=100, deadline=None)
def test_a_block_that_becomes_longer_is_laid_out_as_if_it_had_come_whole(
    parts: Parts, more: str, width: int
) -> None:
    parts = [part for part in parts if part[2].strip()] or [(BlockKind.PARAGRAPH, 0, "It rains.")]
    (*before, (kind, level, body)) = parts
    whole = document([*before, (kind, level, f"{body} {more}.")])
    grown = Layout(document(parts), width)
    grown.extend(whole)
    fresh = Layout(whole, width)
    assert [grown.line(y) for y in range(len(grown))] == [fresh.line(y) for y in range(len(fresh))]
