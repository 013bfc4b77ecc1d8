"""Markdown: what is read is what a reader of the rendered page would see."""

from __future__ import annotations

import pytest

from yapit.core.document import BlockKind, Document
from yapit.core.parse import read_bytes

Kind = BlockKind


def parsed(text: str) -> Document:
    return read_bytes(text.encode(), "a.md")


def blocks(text: str) -> list[tuple[BlockKind, int, str]]:
    document = parsed(text)
    return [(block.kind, block.level, block.span.of(document.text)) for block in document.blocks]


def test_headings_carry_their_level_and_become_chapters() -> None:
    document = parsed("# One\n\ntext\n\n## Two *stressed*\n\nUnder\n=====\n")
    assert [(c.title, c.level) for c in document.chapters] == [("One", 1), ("Two stressed", 2), ("Under", 1)]
    assert document.title == "One"


def test_signs_of_markdown_are_not_read() -> None:
    text = "A **bold** and _slanted_ and ~~old~~ `code` [link](http://x.org 'T') ![picture](p.png)"
    assert blocks(f"{text} <http://y.org> \\* &amp;") == [
        (Kind.PARAGRAPH, 0, "A bold and slanted and old code link picture http://y.org * &")
    ]


def test_html_tags_and_comments_are_dropped_and_their_text_kept() -> None:
    text = "Press <kbd>Enter</kbd> now.<!-- later --> Yes.\n\n<!-- note -->\n\n"
    found = blocks(f"{text}<div align='center'>Middle &eacute;</div>\n")
    assert [block[2] for block in found] == ["Press Enter now. Yes.", "Middle é"]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert blocks("one\ntwo\nthree\n") == [(Kind.PARAGRAPH, 0, "one two three")]


def test_a_hard_break_is_a_line_end_in_the_block() -> None:
    assert blocks("Rain on the roof,  \ncat on the mat.\n") == [
        (Kind.PARAGRAPH, 0, "Rain on the roof,\ncat on the mat.")
    ]


def test_lists_keep_depth_and_numbers() -> None:
    assert blocks("- a\n  - b\n\n3. c\n4. d\n\n   more of d\n") == [
        (Kind.LIST_ITEM, 1, "a"),
        (Kind.LIST_ITEM, 2, "b"),
        (Kind.LIST_ITEM, 1, "3. c"),
        (Kind.LIST_ITEM, 1, "4. d"),
        (Kind.LIST_ITEM, 1, "more of d"),
    ]


def test_quotes_code_and_pictures_are_told_apart() -> None:
    found = blocks("> said\n> she\n\n```py\nx = 1\n\ny = 2\n```\n\n    z = 3\n\n![A boat](boat.png)\n")
    assert found == [
        (Kind.QUOTE, 0, "said she"),
        (Kind.CODE, 0, "x = 1\n\ny = 2"),
        (Kind.CODE, 0, "z = 3"),
        (Kind.CAPTION, 0, "A boat"),
    ]


def test_a_table_is_one_block_a_row_a_line() -> None:
    assert blocks("| Year | Snow |\n|---|---|\n| 1891 | deep |\n") == [
        (Kind.TABLE, 1, "Year\tSnow\n1891\tdeep")
    ]


def test_front_matter_names_the_document_and_is_not_read() -> None:
    document = parsed("---\ntitle: 'The Long\n  Way'\nauthor:\n- A. One\n- B. Two\nlang: de\n---\n\nText.\n")
    assert (document.title, document.author, document.language) == ("The Long Way", "A. One, B. Two", "de")
    assert document.text == "Text."


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    assert parsed("---\n\nText.\n\n---\n\nMore.\n").text == "Text.\n\nMore."


def test_note_marks_are_silent_and_notes_come_at_the_end() -> None:
    notes = "[^1]: For *days*.\n[^two]: At noon,\n    by the clock.\n"
    assert blocks(f"It rained.[^1] Then[^two] it stopped.\n\n{notes}\nThe end.\n") == [
        (Kind.PARAGRAPH, 0, "It rained. Then it stopped."),
        (Kind.PARAGRAPH, 0, "The end."),
        (Kind.FOOTNOTE, 0, "For days."),
        (Kind.FOOTNOTE, 0, "At noon, by the clock."),
    ]


@pytest.mark.parametrize("text", ["[^1]: alone", "- \n- x", "#", "|a|\n|-|\n", "> > > deep", "1. - # x"])
def test_odd_markdown_is_read_or_called_empty(text: str) -> None:
    assert parsed(f"{text}\n\nword").text.endswith("word") or "alone" in text
