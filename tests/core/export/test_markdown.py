"""A document as Markdown reads back as the same document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from yapit.core.document import Block, BlockKind, Document, Mark, MarkKind, Span, fill_gaps
from yapit.core.export.markdown import to_markdown
from yapit.core.parse import read_bytes


def document(*parts: tuple[BlockKind, int, str]) -> Document:
    text, blocks = "", []
    for kind, level, part in parts:
        blocks.append(Block(Span(len(text), len(text) + len(part)), kind, level))
        text += part + "\n\n"
    return Document(text, tuple(blocks), fill_gaps(text, blocks))


def blocks(document: Document) -> list[tuple[BlockKind, int, str]]:
    return [(block.kind, block.level, block.span.of(document.text)) for block in document.blocks]


PARTS = (
    (BlockKind.HEADING, 1, "One"),
    (BlockKind.PARAGRAPH, 0, "A * star, a `tick`, _under_ and [brackets]."),
    (BlockKind.PARAGRAPH, 0, "# no heading"),
    (BlockKind.PARAGRAPH, 0, "1. no item"),
    (BlockKind.QUOTE, 0, "Said she."),
    (BlockKind.CODE, 0, "x = `1`\n\n```\ny"),
    (BlockKind.HEADING, 2, "Two"),
    (BlockKind.TABLE, 1, "a|b\tc\n1\t2"),
)


def test_it_reads_back_as_it_was() -> None:
    read = read_bytes(to_markdown(document(*PARTS)).encode(), "again.md")
    assert blocks(read) == list(PARTS)


def test_items_keep_their_numbers_and_depth() -> None:
    items = [
        (BlockKind.LIST_ITEM, 1, "3. three"),
        (BlockKind.LIST_ITEM, 2, "• deep"),
        (BlockKind.LIST_ITEM, 1, "4. four"),
    ]
    assert to_markdown(document(*items)) == "3. three\n  - deep\n4. four\n"


def test_the_page_has_no_furniture() -> None:
    page = document((BlockKind.RUNNING_HEAD, 0, "HEAD"), (BlockKind.PARAGRAPH, 0, "Text."))
    assert to_markdown(page) == "Text.\n"


def test_marks_become_what_markdown_has_for_them() -> None:
    text = "So x² it is3.\n\n3 See there."
    found = (Block(Span(0, 13)), Block(Span(15, 27), BlockKind.FOOTNOTE))
    marks = (Mark(Span(3, 5), MarkKind.MATH, "x^2"), Mark(Span(11, 12), MarkKind.NOTE))
    page = Document(text, found, fill_gaps(text, found), marks)
    assert to_markdown(page) == "So $x^2$ it is[^3].\n\n[^3]: See there.\n"


@given(st.text(alphabet="ab .#*_`[]()<>|\\-+=1$~&!").map(lambda text: " ".join(text.split())).filter(bool))
@example("1~1~")
@settings(deadline=None)
def test_no_sign_of_a_paragraph_is_taken_for_markdown(text: str) -> None:
    if not any(map(str.isalnum, text)):
        return
    read = read_bytes(to_markdown(document((BlockKind.PARAGRAPH, 0, text))).encode(), "a.md")
    assert blocks(read) == [(BlockKind.PARAGRAPH, 0, text)]


def test_notes_that_are_numbered_anew_on_each_page_stay_apart() -> None:
    parts = ("One1 is.", "1 First.", "Two1 is.", "1 Second.", "Three1 is.")
    kinds = [BlockKind.FOOTNOTE if part[0] == "1" else BlockKind.PARAGRAPH for part in parts]
    page = document(*((kind, 0, part) for kind, part in zip(kinds, parts, strict=True)))
    at = [page.text.index(f"{word}1") + len(word) for word in ("One", "Two", "Three")]
    marked = replace(page, marks=tuple(Mark(Span(place, place + 1), MarkKind.NOTE) for place in at))
    assert to_markdown(marked) == (
        "One[^1] is.\n\n[^1]: First.\n\nTwo[^1-2] is.\n\n[^1-2]: Second.\n\nThree[^1-2] is.\n"
    )


def test_a_formula_in_a_note_stays_a_formula() -> None:
    page = document((BlockKind.FOOTNOTE, 0, "1 See x² there."))
    assert to_markdown(replace(page, marks=(Mark(Span(6, 8), MarkKind.MATH, "x^2"),))) == (
        "[^1]: See $x^2$ there.\n"
    )


@pytest.mark.parametrize(
    "part",
    [
        (BlockKind.HEADING, 1, "C #"),
        (BlockKind.PARAGRAPH, 0, "&copy; and ~~this~~"),
        (BlockKind.LIST_ITEM, 1, "# no heading"),
        (BlockKind.LIST_ITEM, 1, "*not raised* at all"),
        (BlockKind.LIST_ITEM, 1, "> no quote"),
    ],
)
def test_no_sign_is_lost_on_the_way_back(part: tuple[BlockKind, int, str]) -> None:
    read = read_bytes(to_markdown(document(part)).encode(), "again.md")
    assert [block.span.of(read.text).removeprefix("- ").removeprefix("• ") for block in read.blocks] == [
        part[2]
    ]


def test_code_that_begins_with_a_backtick_reads_back() -> None:
    page = document((BlockKind.PARAGRAPH, 0, "So `a it is."))
    text = to_markdown(replace(page, marks=(Mark(Span(3, 5), MarkKind.CODE),)))
    assert read_bytes(text.encode(), "again.md").text == "So `a it is."


@pytest.mark.parametrize("kind", [BlockKind.TABLE, BlockKind.CODE, BlockKind.EQUATION, BlockKind.FOOTNOTE])
@pytest.mark.parametrize("body", [" ", "\n", "\t\t", "*", "1", "\x0b"])
def test_a_block_with_next_to_nothing_in_it_is_written(kind: BlockKind, body: str) -> None:
    assert to_markdown(document((kind, 2, body))).endswith("\n")
