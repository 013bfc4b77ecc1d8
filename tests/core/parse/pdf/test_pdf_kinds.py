"""Every block says what it is: title, heading, item, table, listing, caption, reference."""

from __future__ import annotations

import pytest

from tests.core.parse.documents_made import PdfMaker
from tests.core.parse.pdf.reading_made import FILLER, book, parsed, running, texts
from yapit.core.document import BlockKind

Kind = BlockKind


def paper() -> PdfMaker:
    made = PdfMaker().page().line(120, 70, "On High Water", size=20)
    made.line(150, 95, "Anna Lindqvist, Robert Hale", size=12).line(
        110, 110, "University of Somewhere", size=9
    )
    return made


def test_the_front_of_a_paper_is_title_authors_and_abstract() -> None:
    made = paper().line(190, 140, "Abstract", font="tibo").lines(70, 156, *FILLER, size=9, leading=11)
    made.line(50, 230, "1 Introduction", size=14, font="tibo").lines(50, 250, *FILLER * 3)
    document = parsed(made)
    assert texts(document, Kind.TITLE) == ["On High Water"]
    assert texts(document, Kind.AUTHOR) == ["Anna Lindqvist, Robert Hale University of Somewhere"]
    assert texts(document, Kind.ABSTRACT) == ["Abstract", " ".join(FILLER)]
    assert texts(document, Kind.HEADING) == ["1 Introduction"]


def test_a_text_that_begins_below_its_title_has_no_authors() -> None:
    made = PdfMaker().page().line(50, 70, "On High Water", size=20).line(50, 100, "It rained for a week.")
    made.lines(50, 130, *FILLER)
    document = parsed(made)
    assert not texts(document, Kind.AUTHOR)
    assert running(document)[0] == "It rained for a week."


def test_large_lines_are_title_and_headings() -> None:
    made = PdfMaker().page().line(120, 70, "On High Water", size=20).line(50, 110, "The Spring", size=14)
    made.lines(50, 130, *FILLER).line(50, 200, "The Bridge", size=12).lines(50, 220, *FILLER)
    document = parsed(made)
    assert texts(document, Kind.TITLE) == ["On High Water"]
    assert texts(document, Kind.HEADING) == ["The Spring", "The Bridge"]
    assert [b.level for b in document.blocks if b.kind is Kind.HEADING] == [1, 2]
    assert document.title == "On High Water"
    assert [c.title for c in document.chapters] == ["The Spring", "The Bridge"]


@pytest.mark.parametrize(
    ("heading", "x", "font"),
    [
        ("2.1 The Bridge", 50, "tibo"),
        ("IV. The Bridge", 139, "tiro"),
        ("THE BRIDGE", 180, "tiro"),
        ("A. The bridge", 50, "tiit"),
        ("Chapter Two", 180, "tiro"),
        ("Why was the bridge lost?", 50, "tibo"),
    ],
)
def test_a_heading_of_the_size_of_the_text_is_known_by_how_it_stands(
    heading: str, x: float, font: str
) -> None:
    made = (
        PdfMaker().page().lines(50, 80, *FILLER * 2).line(x, 206, heading, font=font).lines(50, 234, *FILLER)
    )
    assert texts(parsed(made), Kind.HEADING) == [heading]


def test_the_bold_beginning_of_a_paragraph_is_no_heading() -> None:
    made = PdfMaker().page().lines(50, 80, *FILLER)
    made.line(50, 150, "The bridge and what became of it in the years after", font="tibo")
    made.lines(50, 162, *FILLER[1:])
    assert not texts(parsed(made), Kind.HEADING)


def test_headings_agree_with_the_outline() -> None:
    made = book(3)
    made.page().line(50, 80, "What the Ferryman Said").lines(50, 100, *FILLER * 2)
    made.file.set_toc([[1, "One", 1], [2, "What the Ferryman Said", 4]])
    document = parsed(made)
    assert [(b.level, b.span.of(document.text)) for b in document.blocks if b.kind is Kind.HEADING] == [
        (2, "What the Ferryman Said")
    ]


def test_bookmarks_become_chapters_and_metadata_the_title() -> None:
    made = book()
    made.file.set_toc([[1, "First", 1], [2, "Inner", 2], [1, "Second", 3]])
    made.file.set_metadata({"title": "High Water", "author": "A. Writer"})
    made.file.set_language("de")
    document = parsed(made)
    assert [(c.title, c.level) for c in document.chapters] == [("First", 1), ("Inner", 2), ("Second", 1)]
    assert (document.title, document.author, document.language) == ("High Water", "A. Writer", "de")


def test_a_title_that_a_program_made_up_is_not_believed() -> None:
    made = PdfMaker().page().line(120, 70, "On High Water", size=20).lines(50, 130, *FILLER)
    made.file.set_metadata({"title": "Microsoft Word - draft3.doc"})
    assert parsed(made).title == "On High Water"


def test_items_of_a_list_are_blocks_of_their_own_and_know_their_depth() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER)
    made.lines(60, 160, "- bread, of any kind that", "- a lamp with a cracked glass")
    made.line(75, 184, "- and oil for it").line(50, 208, "And so they went on.")
    document = parsed(made)
    assert texts(document, Kind.LIST_ITEM) == [
        "- bread, of any kind that",
        "- a lamp with a cracked glass",
        "- and oil for it",
    ]
    assert [b.level for b in document.blocks if b.kind is Kind.LIST_ITEM] == [1, 1, 2]


def test_a_number_that_a_line_begins_with_by_chance_is_no_item() -> None:
    made = PdfMaker().page()
    made.lines(
        50,
        100,
        "The bridge was built when the ferryman was a boy of",
        "12. It was lost in the flood of that year.",
    )
    assert not texts(parsed(made), Kind.LIST_ITEM)


def test_the_cells_of_a_table_are_parted_by_tabs() -> None:
    made = PdfMaker().page().lines(50, 80, *FILLER).line(50, 150, "Table 1: Water in feet.", size=9)
    rows = (("Year", "Spring", "Autumn"), ("1901", "12.5", "3.0"), ("1902", "14.0", "2.5"))
    for number, row in enumerate(rows):
        for x, cell in zip((60, 160, 260), row, strict=True):
            made.line(x, 170 + 12 * number, cell, size=9)
    made.lines(50, 230, *FILLER)
    document = parsed(made)
    assert texts(document, Kind.TABLE) == ["Year\tSpring\tAutumn\n1901\t12.5\t3.0\n1902\t14.0\t2.5"]
    assert next(b.level for b in document.blocks if b.kind is Kind.TABLE) == 1
    assert texts(document, Kind.CAPTION) == ["Table 1: Water in feet."]


def test_a_cell_of_two_lines_stays_one_cell() -> None:
    made = PdfMaker().page().lines(50, 60, *FILLER)
    for y, left, right in (
        (150, "Place", "What is there"),
        (164, "Bridge", "Two walls of"),
        (190, "Town", "A market"),
    ):
        made.line(60, y, left).line(200, y, right)
    made.line(200, 176, "grey stone")
    assert texts(parsed(made), Kind.TABLE) == [
        "Place\tWhat is there\nBridge\tTwo walls of grey stone\nTown\tA market"
    ]


def test_a_listing_keeps_its_lines_and_their_insets() -> None:
    made = PdfMaker().page().lines(50, 80, *FILLER)
    made.line(60, 150, "def flood():", font="cour").line(84, 162, "return 12", font="cour").lines(
        50, 190, *FILLER
    )
    assert texts(parsed(made), Kind.CODE) == ["def flood():\n    return 12"]


def test_a_typewritten_text_is_no_listing() -> None:
    made = PdfMaker().page().lines(50, 100, *(line[:48] for line in FILLER * 3), font="cour")
    assert not texts(parsed(made), Kind.CODE)


def test_a_formula_on_a_line_of_its_own_is_an_equation() -> None:
    made = PdfMaker().page().lines(50, 80, *FILLER).line(150, 145, "a + b = c").line(290, 145, "(1)")
    made.lines(50, 170, *FILLER)
    assert texts(parsed(made), Kind.EQUATION) == ["a + b = c (1)"]


def test_the_list_of_works_cited_is_not_heard() -> None:
    made = PdfMaker().page().lines(50, 80, *FILLER).line(50, 150, "References", size=12, font="tibo")
    made.line(50, 170, "[1] Hale, R. The building of bridges in the north,").line(62, 182, "1901.")
    made.line(50, 194, "[2] Lindqvist, A. High water, 1902.")
    made.line(50, 230, "Appendix", size=12, font="tibo").lines(50, 250, *FILLER)
    document = parsed(made)
    assert texts(document, Kind.REFERENCE) == [
        "References",
        "[1] Hale, R. The building of bridges in the north, 1901.",
        "[2] Lindqvist, A. High water, 1902.",
    ]
    assert texts(document, Kind.HEADING) == ["Appendix"]
    assert len(running(document)) == 2


def test_the_small_labels_of_a_picture_are_not_heard() -> None:
    made = PdfMaker().page().lines(50, 80, *FILLER)
    made.line(100, 200, "input", size=6).line(200, 230, "output", size=6)
    made.line(50, 260, "Figure 1: How water comes and goes.", size=9).lines(50, 290, *FILLER)
    document = parsed(made)
    assert texts(document, Kind.FURNITURE) == ["input", "output"]
    assert texts(document, Kind.CAPTION) == ["Figure 1: How water comes and goes."]
    assert len(running(document)) == 2


OFFERS = ("Who may cross the river by night", "What it costs to cross with a cow")


def slides(*, size: float) -> PdfMaker:
    """Three slides of large text, and one in letters of this size, the last of it low on the page."""
    made = PdfMaker(width=720, height=405)
    for title in ("Boats", "Bridges", "Fords"):
        made.page().line(40, 60, title, size=36).lines(60, 120, *FILLER[:3] * 2, size=20, leading=30)
    made.page().line(40, 60, "Ferries", size=36)
    return made.line(60, 120, OFFERS[0], size=size).line(60, 280, OFFERS[1], size=size)


def test_a_slide_in_smaller_letters_than_the_others_is_heard_to_its_foot() -> None:
    assert running(parsed(slides(size=14)))[-2:] == [*OFFERS]


def test_the_line_that_opens_a_chapter_is_a_heading_however_many_pages_begin_so() -> None:
    made = PdfMaker()
    for number, name in enumerate(("The Ford", "The Bridge", "The Flood"), 1):
        made.page().line(180, 60, f"CHAPTER {number}", size=10).line(170, 90, name, size=18)
        made.lines(50, 130, *FILLER * 3)
    document = parsed(made)
    assert texts(document, Kind.HEADING)[-4:] == ["CHAPTER 2", "The Bridge", "CHAPTER 3", "The Flood"]
    assert not texts(document, Kind.RUNNING_HEAD)


def test_the_large_lines_that_lead_into_an_article_are_read_as_text() -> None:
    made = PdfMaker().page().line(50, 60, "The Clerk Who Counted", size=24)
    made.line(50, 95, "How a man at a desk came to know how many", size=14)
    made.line(50, 113, "boats there were.", size=14)
    made.lines(50, 150, *FILLER * 4)
    document = parsed(made)
    assert running(document)[0] == "How a man at a desk came to know how many boats there were."
    assert texts(document, Kind.TITLE) == ["The Clerk Who Counted"]


def test_words_of_the_article_in_large_letters_are_no_heading() -> None:
    made = PdfMaker().page()
    for x in (40, 220):
        made.lines(x, 60, *(line[:28] for line in FILLER * 6), size=9)
    made.line(60, 420, "«Nobody had mended it»", size=13)
    made.lines(40, 450, *(line[:28] for line in FILLER), size=9)
    document = parsed(made)
    assert texts(document, Kind.QUOTE) == ["«Nobody had mended it»"]
    assert not texts(document, Kind.HEADING)


def test_what_is_in_an_issue_is_no_text_to_hear() -> None:
    made = PdfMaker().page().lines(50, 60, *FILLER * 4)
    made.line(50, 330, "In this issue", size=14).lines(50, 350, "The crane is back 1", "The cows 3")
    assert texts(parsed(made), Kind.FURNITURE) == ["The crane is back 1", "The cows 3"]


def test_an_abstract_announced_in_letters_apart_is_one() -> None:
    made = PdfMaker().page().line(50, 60, "Counting the Boats of a River", size=20)
    made.line(50, 90, "Ines Salas").line(50, 120, "A B S T R A C T", font="tibo").lines(50, 140, *FILLER)
    made.line(50, 220, "1. Introduction", size=13).lines(50, 240, *FILLER * 3)
    assert texts(parsed(made), Kind.ABSTRACT) == ["A B S T R A C T", " ".join(FILLER)]
