"""Plain text: the text stays as it is, and is cut where its writer meant a new block."""

from __future__ import annotations

import pytest

from yapit.core.document import BlockKind
from yapit.core.parse import read_bytes

Kind = BlockKind


def blocks(text: str) -> list[tuple[BlockKind, str]]:
    document = read_bytes(text.encode(), "a.txt")
    assert document.text == text, "offsets are those of the file"
    return [(block.kind, " ".join(block.span.of(text).split())) for block in document.blocks]


def paragraphs(text: str) -> list[str]:
    return [found for kind, found in blocks(text) if kind is Kind.PARAGRAPH]


def test_blank_lines_part_paragraphs_and_wrapped_lines_do_not() -> None:
    text = "The first one goes\nover two lines.\n\nThe second\none too.\n"
    assert paragraphs(text) == ["The first one goes over two lines.", "The second one too."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_systems_line_ends_are_understood(end: str) -> None:
    assert paragraphs(f"One goes{end}on here.{end}{end}Two.{end}") == ["One goes on here.", "Two."]


def test_blank_lines_may_hold_spaces() -> None:
    assert paragraphs("One.\n  \t\nTwo.") == ["One.", "Two."]


def test_a_form_feed_ends_a_block() -> None:
    assert paragraphs("Page one.\fPage two.") == ["Page one.", "Page two."]


def test_one_paragraph_a_line_is_recognised_by_its_long_lines() -> None:
    long = "A line that goes on and on, since its program wraps it on the screen and not in the file. " * 3
    text = f"{long}\n“Short.”\n{long}\n"
    assert len(paragraphs(text)) == 3


def test_indented_first_lines_begin_paragraphs() -> None:
    text = (
        "   It was late when we came\nto the inn, and nobody was up.\n"
        "   We knocked for a while, and\nthen we slept in the barn.\n"
    )
    assert paragraphs(text) == [
        "It was late when we came to the inn, and nobody was up.",
        "We knocked for a while, and then we slept in the barn.",
    ]


def test_short_last_lines_part_the_paragraphs_of_an_unbroken_text() -> None:
    line = "Words enough to fill the line up to the place where it has to wrap\n"
    text = (line * 8 + "and there it ends.\n") * 2
    assert len(paragraphs(text)) == 2


@pytest.mark.parametrize(
    "heading",
    [
        "CHAPTER I.",
        "Chapter 12",
        "THE HIGH WATER",
        "Prologue",
        "BOOK THE SECOND",
        "Kapitel 3",
        "The Long Way Home",
    ],
)
def test_a_line_by_itself_that_looks_like_a_heading_is_one(heading: str) -> None:
    found = blocks(f"{heading}\n\nIt was late when we came to the inn, and nobody was up to let us in.\n")
    assert found[0] == (Kind.HEADING, heading)


def test_the_depth_of_a_numbered_heading_is_that_of_its_number() -> None:
    document = read_bytes(b"2 Methods\n\nText of it is here.\n\n2.1 The first method\n\nMore text of it.\n")
    assert [(c.title, c.level) for c in document.chapters] == [("2 Methods", 1), ("2.1 The first method", 2)]


@pytest.mark.parametrize(
    "line", ["He left.", "and then", "Really?", "YES!", "Yours ever,", "A line of words that goes on"]
)
def test_a_short_line_is_not_a_heading_for_that(line: str) -> None:
    assert blocks(f"{line}\n\nThen nothing more was heard of him for a year and a day, or so they say.\n")[
        0
    ] == (
        Kind.PARAGRAPH,
        line,
    )


def test_a_chapter_line_right_above_its_text_stands_apart() -> None:
    found = blocks("CHAPTER I.\nLoomings\n\nCall me what you like, it was some years ago.\n")
    assert found[0] == (Kind.HEADING, "CHAPTER I.")


def test_items_of_a_list_are_blocks_of_their_own() -> None:
    text = "We need:\n- bread, of\n  any kind\n- salt\n\n1. Rise.\n2. Shine.\n"
    assert blocks(text) == [
        (Kind.PARAGRAPH, "We need:"),
        (Kind.LIST_ITEM, "- bread, of any kind"),
        (Kind.LIST_ITEM, "- salt"),
        (Kind.LIST_ITEM, "1. Rise."),
        (Kind.LIST_ITEM, "2. Shine."),
    ]


def test_ruled_lines_are_not_spoken() -> None:
    found = blocks("Notes\n=====\n\nOne.\n\n* * *\n\nTwo.\n")
    assert [text for kind, text in found if kind is Kind.FURNITURE] == ["=====", "* * *"]


def test_a_poem_keeps_its_lines_together() -> None:
    assert len(blocks("The rain is on the roof,\nThe cat is on the mat,\nAnd I am here in bed.\n")) == 1


def test_the_title_is_the_first_heading() -> None:
    assert read_bytes(b"THE HIGH WATER\n\nIt rose.\n", "notes.txt").title == "THE HIGH WATER"
