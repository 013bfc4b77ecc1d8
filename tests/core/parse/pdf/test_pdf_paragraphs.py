"""Lines to paragraphs: over lines, columns, pages and figures; broken words are made whole."""

from __future__ import annotations

import pymupdf
import pytest

from tests.core.parse.documents_made import PdfMaker
from tests.core.parse.pdf.reading_made import FILLER, book, parsed, running, texts
from yapit.core.document import BlockKind
from yapit.core.parse import read_bytes
from yapit.core.parse.pdf.hyphens import Joiner

Kind = BlockKind


def test_lines_are_joined_and_broken_words_made_whole() -> None:
    made = PdfMaker().page()
    made.lines(50, 100, "Nobody could remem-", "ber a spring as wet as this,", "or a summer.")
    assert running(parsed(made)) == ["Nobody could remember a spring as wet as this, or a summer."]


def test_a_hyphen_of_the_words_own_is_kept() -> None:
    made = PdfMaker().page()
    made.lines(
        50,
        100,
        "It is a well-known fact that well-",
        "known facts are told step-by-",
        "step, and in Anglo-",
        "Saxon.",
    )
    assert running(parsed(made)) == [
        "It is a well-known fact that well-known facts are told step-by-step, and in Anglo-Saxon."
    ]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("an early-", "career post", "an early-career post"),  # both are words of the document
        ("an under-", "standing", "an understanding"),
        ("see https:", "//example.org/a", "see https://example.org/a"),
        ("at https://example.org/", "page/two now", "at https://example.org/page/two now"),
        ("the end—", "or not", "the end—or not"),
        ("私は本", "を読む", "私は本を読む"),
    ],
)
def test_two_lines_are_joined_as_their_writer_meant(before: str, after: str, whole: str) -> None:
    joiner = Joiner(["It was early in his career, and nobody was standing there."])
    assert joiner.join(before, after) == whole


def test_half_words_at_line_ends_are_no_words_of_the_document() -> None:
    joiner = Joiner(["It was an impor-", "tant day, a long impor-", "tant day."])
    assert joiner.join("an impor-", "tant one") == "an important one"


def test_ligatures_are_spelled_out() -> None:
    story = pymupdf.Story("<p>The ﬁrst eﬀect of the ﬂood was diﬃcult to see.</p>")
    page = pymupdf.Rect(0, 0, 420, 595)
    data = story.write_with_links(lambda number, filled: (page, page, None)).tobytes()
    assert running(read_bytes(data)) == ["The first effect of the flood was difficult to see."]


def test_space_and_indents_part_paragraphs() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER).lines(50, 170, *FILLER)
    made.lines(65, 218, "An indented one begins here and goes on to the line").lines(50, 230, "below it.")
    assert len(running(parsed(made))) == 3


def test_a_line_that_left_room_for_the_next_word_ends_its_paragraph() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER, *FILLER)
    assert running(parsed(made)) == [" ".join(FILLER)] * 2


def test_a_paragraph_goes_on_over_a_page_and_a_figure() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER[:3] * 10)
    made.page().line(50, 90, "Figure 1: A map of the river.", size=8)
    made.lines(50, 120, FILLER[3], *FILLER)
    document = parsed(made)
    assert running(document)[0].endswith("nobody has mended for a hundred years or more.")
    assert [b.kind for b in document.blocks][:2] == [Kind.PARAGRAPH, Kind.CAPTION]


def test_a_page_knows_its_number_and_a_block_its_place() -> None:
    maker = PdfMaker().page().lines(50, 100, *FILLER).page().lines(50, 200, "Then", "it rained.")
    document = parsed(maker)
    assert [block.page for block in document.blocks] == [1, 2]
    boxes = document.blocks[1].boxes
    assert len(boxes) == 2
    assert boxes[0].x0 == pytest.approx(50, abs=1)
    assert 188 < boxes[0].y0 < boxes[0].y1 < boxes[1].y1 < 220


def test_a_large_first_letter_belongs_to_its_word() -> None:
    made = PdfMaker().page().line(50, 118, "T", size=34)
    made.lines(74, 100, *(line[1:] if not n else line[:50] for n, line in enumerate(FILLER[:2])))
    made.lines(50, 124, *FILLER[2:])
    assert running(parsed(made))[0].startswith("The road goes on along the river")


def test_a_large_first_letter_that_is_a_word_stands_alone() -> None:
    made = PdfMaker().page().line(50, 118, "A", size=34)
    made.lines(
        76, 100, "river runs through the town, and where the", "walls of grey stone stand it turns away from"
    )
    made.lines(50, 124, "the road, and the river is not seen again.")
    assert running(parsed(made))[0].startswith("A river runs")


def test_text_set_in_on_both_sides_is_a_quote() -> None:
    made = PdfMaker().page().lines(50, 80, *FILLER[:3] * 3, "as he wrote:")
    made.lines(
        75, 210, "It was a spring as wet as any", "that we had seen, and the boat", "was lost in April."
    )
    made.lines(50, 256, *FILLER)
    document = parsed(made)
    assert texts(document, Kind.QUOTE)[0].startswith("It was a spring")
    assert len(running(document)) == 2


def test_long_paragraphs_cost_no_more_than_they_are_long() -> None:
    document = parsed(book(60))
    assert len(running(document)) == 1
