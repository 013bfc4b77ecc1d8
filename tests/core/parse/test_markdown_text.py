"""Markdown: what is read is what a reader of the rendered page would see."""

from __future__ import annotations

import pytest

from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.parse import read_bytes

Kind = BlockKind


def parsed(text: str) -> Document:
    return read_bytes(text.encode(), "a.md")


def blocks(text: str) -> list[tuple[BlockKind, int, str]]:
    document = parsed(text)
    return [(block.kind, block.level, block.span.of(document.text)) for block in document.blocks]


def marks(text: str) -> list[tuple[MarkKind, str, str]]:
    document = parsed(text)
    return [(mark.kind, mark.span.of(document.text), mark.source) for mark in document.marks]


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


def test_front_matter_names_the_document_and_is_no_text() -> None:
    document = parsed("---\ntitle: 'The Long\n  Way'\nauthor:\n- A. One\n- B. Two\nlang: de\n---\n\nText.\n")
    assert (document.title, document.author, document.language) == ("The Long Way", "A. One, B. Two", "de")
    assert blocks("---\ntitle: A\nauthor: B\nabstract: C\n---\n\nText.\n") == [
        (Kind.TITLE, 0, "A"),
        (Kind.AUTHOR, 0, "B"),
        (Kind.ABSTRACT, 0, "C"),
        (Kind.PARAGRAPH, 0, "Text."),
    ]
    assert blocks("---\ntitle: A\nauthor: B\n---\n\n# A\n\nText.\n")[0][0] is Kind.HEADING, "not said twice"


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    assert parsed("---\n\nText.\n\n---\n\nMore.\n").text == "Text.\n\nMore."


def test_note_marks_are_silent_and_notes_come_at_the_end() -> None:
    notes = "[^1]: For *days*.\n[^two]: At noon,\n    by the clock.\n"
    text = f"It rained.[^1] Then[^two] it stopped.\n\n{notes}\nThe end.\n"
    assert marks(text) == [(MarkKind.NOTE, "[1]", ""), (MarkKind.NOTE, "[2]", "")]
    assert blocks(text) == [
        (Kind.PARAGRAPH, 0, "It rained.[1] Then[2] it stopped."),
        (Kind.PARAGRAPH, 0, "The end."),
        (Kind.FOOTNOTE, 0, "For days."),
        (Kind.FOOTNOTE, 0, "At noon, by the clock."),
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("so $a_1 + b$ is", "a_1 + b"),
        ("so \\(a_1 + b\\) is", "a_1 + b"),
        ("so $$a_1$$ is", "a_1"),
    ],
)
def test_formulas_carry_their_source(text: str, source: str) -> None:
    assert marks(text) == [(MarkKind.MATH, source.replace("_1", "₁"), source)]


@pytest.mark.parametrize("text", ["$$\nx = 1\n$$", "```math\nx = 1\n```", "\\[\nx = 1\n\\]", "$$x = 1$$"])
def test_a_formula_by_itself_is_an_equation(text: str) -> None:
    assert blocks(f"So\n\n{text}\n\nholds.\n")[1] == (Kind.EQUATION, 0, "x = 1")
    assert marks(f"So\n\n{text}\n") == [(MarkKind.MATH, "x = 1", "x = 1")]


@pytest.mark.parametrize("text", ["It cost $5 and $6 then.", "He (and \\[such as she\\]) has $ and $ left."])
def test_money_and_brackets_are_no_formulas(text: str) -> None:
    assert marks(text) == []


def test_works_are_cited_by_name_where_the_text_lists_them() -> None:
    listed = (
        "---\nreferences:\n- id: a\n  author:\n  - family: Marsh\n  - family: Reed\n  issued:\n  "
        "  year: 1891\n"
        "- id: b\n  title: Boats\n---\n\n"
    )
    text = "It floats [@a; @b, p. 3] as ([@a]; [@b]) say [@c].\n"
    assert blocks(listed + text)[0][2] == (
        "It floats (Marsh & Reed, 1891; Boats, p. 3) as (Marsh & Reed, 1891; Boats) say [@c]."
    )
    assert [said for _, said, _ in marks(listed + text)] == [
        "(Marsh & Reed, 1891; Boats, p. 3)", "(Marsh & Reed, 1891; Boats)", "[@c]",
    ]  # fmt: skip


def test_a_formula_in_a_table_is_one() -> None:
    text = "| Year | Snow |\n|---|---|\n| 1891 | so $a_1$ deep |\n"
    assert marks(text) == [(MarkKind.MATH, "a₁", "a_1")]
    assert blocks(text)[0][2] == "Year\tSnow\n1891\tso a₁ deep"


def test_inline_code_is_marked() -> None:
    assert marks("Press `x = 1` now.") == [(MarkKind.CODE, "x = 1", "")]


def test_a_list_of_links_into_the_text_is_its_contents() -> None:
    text = "- [One](#one)\n  - [Two](#two)\n\n# One\n\n- [Three](http://x.org)\n- [Four](#four)\n"
    assert [kind for kind, _, _ in blocks(text)] == [
        Kind.FURNITURE, Kind.FURNITURE, Kind.HEADING, Kind.LIST_ITEM, Kind.LIST_ITEM,
    ]  # fmt: skip


def test_what_markdowns_dialects_add_is_no_text() -> None:
    text = (
        "# Boats {#boats .big}\n\n- [x] done\n- [ ] open\n\n::: note\nSee [[page|the page]] "
        ":rocket: H~2~O x^2^.\n:::\n"
    )
    assert [found[2] for found in blocks(text)] == ["Boats", "done", "open", "See the page 🚀 H2O x2."]
    assert blocks("> [!NOTE]\n> Mind the gap.\n") == [(Kind.QUOTE, 0, "Note: Mind the gap.")]


def test_a_definition_follows_its_term() -> None:
    assert blocks("Boat\n: What floats.\n") == [
        (Kind.LIST_ITEM, 1, "Boat"),
        (Kind.LIST_ITEM, 2, "What floats."),
    ]


def test_a_table_ruled_with_dashes_is_one() -> None:
    text = "  Year   Snow\n  ------ -------\n  1891   *deep*\n\n  1892   none\n\nText.\n"
    assert blocks(text) == [
        (Kind.TABLE, 1, "Year\tSnow\n1891\tdeep\n1892\tnone"),
        (Kind.PARAGRAPH, 0, "Text."),
    ]


@pytest.mark.parametrize(
    "piece", ["> ", "- ", "[", "*a ", "$", "`", "[@", "\\(", "(", "~", "![", "<a ", ":a", "{", "[^1]"]
)
def test_a_long_row_of_anything_is_read_soon(piece: str) -> None:
    assert parsed("word " + piece * (400_000 // len(piece))).blocks


@pytest.mark.parametrize("text", ["[^1]: alone", "- \n- x", "#", "|a|\n|-|\n", "> > > deep", "1. - # x"])
def test_odd_markdown_is_read_or_called_empty(text: str) -> None:
    assert parsed(f"{text}\n\nword").text.endswith("word") or "alone" in text


def test_a_note_within_a_list_within_a_note_is_no_trouble() -> None:
    assert read_bytes(b"Text.\n\n[^0]:- [^0]:", "a.md").text == "Text."
