"""Plain text in which something stands in the listener's way: it is rewritten, and no letter is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.parse import read_bytes

Kind = BlockKind


def parsed(text: str) -> Document:
    return read_bytes(text.encode(), "a.txt")


def blocks(text: str) -> list[tuple[BlockKind, str]]:
    document = parsed(text)
    return [(block.kind, " ".join(block.span.of(document.text).split())) for block in document.blocks]


def said(text: str, kind: BlockKind = Kind.PARAGRAPH) -> list[str]:
    return [found for of_kind, found in blocks(text) if of_kind is kind]


def test_colours_and_letters_struck_twice_are_as_the_screen_shows_them() -> None:
    assert said("\x1b[1;31mRed\x1b[0m words and b\bbo\bol\bld\bd ones.\n") == ["Red words and bold ones."]
    assert said("\x1b]8;;http://x.org\x1b\\A link\x1b]8;;\x1b\\ here.\n") == ["A link here."]


def test_quoted_lines_of_a_letter_are_quotes_without_their_signs() -> None:
    text = "You wrote:\n> It was late,\n> and dark.\n>\n> > Who knocked?\n\nNobody.\n"
    assert blocks(text) == [
        (Kind.PARAGRAPH, "You wrote:"),
        (Kind.QUOTE, "It was late, and dark."),
        (Kind.QUOTE, "Who knocked?"),
        (Kind.PARAGRAPH, "Nobody."),
    ]


def test_one_sign_at_the_beginning_of_a_line_stays() -> None:
    assert said("> 5 people came.\n") == ["> 5 people came."]


def test_words_that_line_ends_broke_are_heard_whole() -> None:
    text = (
        "An impor-\ntant day. The most important one, a well-known one, well-\nknown to all, "
        "and remark-\nable.\n"
    )
    assert said(text) == [
        "An important day. The most important one, a well-known one, well- known to all, and remark- able."
    ]


def test_a_printed_hyphen_at_a_line_end_always_breaks_a_word() -> None:
    assert said("The docu‐\nmentation of it.\n") == ["The documentation of it."]


DAYS = ("one", "two", "three", "four")


def test_running_lines_leave_the_paragraphs_they_cut() -> None:
    page = (
        "The Boat                    A. Writer\n\nDay {day} came. Then the river\nrose on day "
        "{day}, so that\n\n   - {n} -\n\f"
    )
    text = "".join(page.format(n=n, day=day) for n, day in enumerate(DAYS, 12)) + "it ended.\n"
    kinds = Counter(block.kind for block in parsed(text).blocks)
    assert kinds[Kind.RUNNING_HEAD] == kinds[Kind.PAGE_NUMBER] == 4
    assert said(text)[-1].endswith("rose on day four, so that it ended.")


def test_the_pages_of_a_standard_are_joined() -> None:
    page = (
        "RFC 9999                     Boats                  May 2021\n\n\n   Day {day}: a boat "
        "MUST float, and a boat that\n"
        "   on day {day} does not float is not\n\n\n\nWriter            Informational            "
        "[Page {n}]\n\f"
    )
    text = "".join(page.format(n=n, day=day) for n, day in enumerate(DAYS, 1))
    assert said(text)
    assert not any("RFC" in found or "Page" in found for found in said(text))


def test_lone_numbers_that_count_up_are_page_numbers() -> None:
    text = "The boat went on to\n\n1\n\nthe mill, and on to\n\n2\n\nthe sea, where it\n\n3\n\nstayed.\n"
    assert said(text) == ["The boat went on to the mill, and on to the sea, where it stayed."]
    assert said(text, Kind.PAGE_NUMBER) == ["1", "2", "3"]


BOOK = """The Project Gutenberg eBook of The Boat

This ebook is for the use of anyone anywhere.

Title: The Boat

Author: A. Writer

Language: German

*** START OF THE PROJECT GUTENBERG EBOOK THE BOAT ***

Produced by a few
volunteers

CHAPTER I.

It was late.

*** END OF THE PROJECT GUTENBERG EBOOK THE BOAT ***

Updated editions will replace the previous one.
"""


def test_a_librarys_head_and_licence_are_no_part_of_the_book() -> None:
    document = parsed(BOOK)
    assert (document.title, document.author, document.language) == ("The Boat", "A. Writer", "de")
    assert [b for b in blocks(BOOK) if b[0] is not Kind.FURNITURE] == [
        (Kind.HEADING, "CHAPTER I."),
        (Kind.PARAGRAPH, "It was late."),
    ]


def test_contents_with_leaders_are_not_read_and_their_titles_become_headings() -> None:
    text = (
        "1. The boat ........ 3\n2. The mill and all that\n   was in it ........ 14\n\nThe "
        "boat\n\nIt was late.\n"
    )
    assert blocks(text)[0][0] is Kind.FURNITURE
    assert (Kind.HEADING, "The boat") in blocks(text)


def test_a_list_whose_every_item_comes_again_as_a_line_is_the_contents() -> None:
    text = "- the boat\n- what we ate\n  on it\n\nthe boat\n\nIt was late.\n\nwhat we ate\non it\n\nBread.\n"
    assert [kind for kind, _ in blocks(text)] == [
        Kind.FURNITURE, Kind.HEADING, Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "+------+------+\n| Year | Snow |\n+======+======+\n| 1891 | deep |\n+------+------+\n| "
        "1892 | none |\n+------+------+\n",
        "| Year | Snow |\n|------|------|\n| 1891 | deep |\n| 1892 | none |\n",
        "Year    Snow\n----    ----\n1891    deep\n1892    none\n",
    ],
)
def test_a_drawn_table_is_rows_and_cells(table: str) -> None:
    document = parsed(f"The winters were these.\n\n{table}")
    block = document.blocks[-1]
    assert (block.kind, block.level) == (Kind.TABLE, 1)
    assert block.span.of(document.text) == "Year\tSnow\n1891\tdeep\n1892\tnone"


def test_two_spaces_after_full_stops_make_no_table() -> None:
    text = "It was late.  We slept.\nIt rained.  We woke up.\nIt was noon.  We ate it.\n"
    assert [kind for kind, _ in blocks(text)] == [Kind.PARAGRAPH]


def test_programs_are_told_from_words_that_are_only_indented() -> None:
    text = (
        "Do this:\n\n    for x in boats:\n        print(x)\n\n    return x;\n\nor hear\n\n    "
        "how the rain came down\n    on us all.\n"
    )
    assert [kind for kind, _ in blocks(text)] == [Kind.PARAGRAPH, Kind.CODE, Kind.PARAGRAPH, Kind.PARAGRAPH]


@pytest.mark.parametrize(("line", "level"), [("=", 1), ("-", 2)])
def test_an_underlined_line_is_a_heading(line: str, level: int) -> None:
    document = parsed(f"the boat and we\n{line * 15}\nIt was late.\n")
    assert [(c.title, c.level) for c in document.chapters] == [("the boat and we", level)]
    assert document.blocks[-1].kind is Kind.PARAGRAPH


def test_a_manual_pages_headings_stand_right_above_their_text() -> None:
    text = "NAME\n       boat - cross a river\n\nSYNOPSIS\n       boat [OPTION]\n"
    assert said(text, Kind.HEADING) == ["NAME", "SYNOPSIS"]


def test_works_cited_and_notes_are_what_they_are() -> None:
    text = (
        "The boat[1] floats, as is known [12].\n\n[1] For a while.\n\nREFERENCES\n\n[12] "
        "Writer, A. Boats. 1891.\n"
    )
    document = parsed(text)
    assert [block.kind for block in document.blocks] == [
        Kind.PARAGRAPH, Kind.FOOTNOTE, Kind.HEADING, Kind.REFERENCE,
    ]  # fmt: skip
    assert [mark.kind for mark in document.marks] == [MarkKind.NOTE, MarkKind.CITATION]


ROWS = st.lists(
    st.sampled_from([
        "\n", "\f", "word and more words\n", "im-\n", "portant\n", "> said\n", ">> deep\n", "| a | b |\n",
        "+---+---+\n", "a  b\n", "c  d\n", "Chapter 1 ...... 3\n", "Contents\n", "1. One\n",
        "- two\n", "3\n", "4\n",
        "[Page 3]\n", "RFC 1  x\n", "===\n", "    x = y;\n", "*** START OF THE PROJECT GUTENBERG "
"EBOOK X ***\n",
        "Produced by me\n", "docu‐\n", "[1] note\n", "word[1]\n", "last",
    ]),
    max_size=40,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(rows=ROWS)
def test_no_letter_is_lost_whatever_is_rewritten(rows: list[str]) -> None:
    text = "".join(rows)
    if any(map(str.isalnum, text)):
        assert letters(parsed(text).text) == letters(text)


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


@pytest.mark.parametrize(
    "piece", ["> " * 500, "- ", "a-\n", "| ", "1\n\n", "_" * 9 + " ", "a  b\t", ". " * 9, "[1]", "x\b"]
)
def test_a_long_row_of_anything_is_read_soon(piece: str) -> None:
    assert parsed("word " + piece * (200_000 // len(piece)) + " word").blocks


@pytest.mark.parametrize(
    "line",
    [
        "-" * 70 + "x",
        "a" * 90_000 + "-x-\nb",
        "f(" * 50_000,
        "a:" * 50_000,
        "- " * 50_000,
        "A(1)" + " " * 90_000,
    ],
)
def test_lines_that_are_almost_something_are_read_soon(line: str) -> None:
    text = f"Words.\n\n    {line}\n    {line}\n    {line}\n"
    assert parsed(text).blocks
