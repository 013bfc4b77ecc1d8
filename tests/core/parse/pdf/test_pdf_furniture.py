"""What is of the page and not of the text is kept, typed, and does not cut a sentence."""

from __future__ import annotations

from tests.core.parse.documents_made import PdfMaker
from tests.core.parse.pdf.reading_made import FILLER, book, note_marks, parsed, running, texts
from yapit.core.document import PAGE_FURNITURE, BlockKind

Kind = BlockKind


def test_running_heads_and_page_numbers_are_typed_and_do_not_cut_the_paragraph() -> None:
    document = parsed(book())
    assert len(running(document)) == 1
    assert running(document)[0].count("somebody built without mortar") == 50
    assert texts(document, Kind.RUNNING_HEAD) == ["THE HIGH WATER"] * 5
    assert texts(document, Kind.PAGE_NUMBER) == ["1", "2", "3", "4", "5"]


def test_left_and_right_heads_that_change_with_the_chapter_are_told_from_the_text() -> None:
    made = PdfMaker()
    for number in range(1, 13):
        head = f"{number} HIGH WATER" if number % 2 else f"CHAPTER {1 + number // 5} {number}"
        made.page().line(150, 40, head, size=8).lines(50, 80, *FILLER[:3] * 10)
    document = parsed(made)
    assert len(texts(document, Kind.RUNNING_HEAD)) == 12
    assert len(running(document)) == 1


def test_pages_with_wide_margins_have_their_numbers_near_the_text() -> None:
    made = PdfMaker(height=842)
    for number in range(1, 5):
        made.page().lines(50, 100, *FILLER[:3] * 10).line(205, 490, str(number))
    document = parsed(made)
    assert texts(document, Kind.PAGE_NUMBER) == ["1", "2", "3", "4"]
    assert len(running(document)) == 1


def test_the_same_first_line_height_does_not_make_the_text_a_head() -> None:
    made = PdfMaker()
    for word in ("River", "Bridge", "Town", "Ferry", "Market", "Flood"):
        made.page().line(50, 60, f"{word} is the word that begins this page.")
        made.lines(50, 90, *FILLER)
    assert not texts(parsed(made), Kind.RUNNING_HEAD)


def test_line_numbers_in_the_margin_are_furniture() -> None:
    made = PdfMaker().page()
    for number, text in enumerate(FILLER * 4):
        made.line(25, 100 + number * 14, str(number + 1), size=7).line(60, 100 + number * 14, text)
    document = parsed(made)
    assert len(texts(document, Kind.FURNITURE)) == 16
    assert not any(character.isdigit() for text in running(document) for character in text)


def test_raised_digits_at_the_end_of_every_line_are_no_line_numbers() -> None:
    made = PdfMaker().page().lines(60, 100, *FILLER)
    for number in range(7):
        made.line(380, 200 + number * 30, "\u00b2", size=10)
    assert not texts(parsed(made), Kind.FURNITURE)


def test_text_written_up_the_side_of_a_page_is_furniture() -> None:
    made = PdfMaker().page().lines(60, 100, *FILLER * 3)
    made.line(20, 500, "Downloaded from a library on a Tuesday", size=8, rotate=90)
    assert texts(parsed(made), Kind.FURNITURE) == ["Downloaded from a library on a Tuesday"]


def test_a_page_that_is_turned_as_a_whole_is_read_and_keeps_its_places() -> None:
    made = PdfMaker().page()
    for number, text in enumerate(FILLER):
        made.line(100 + number * 12, 500, text, rotate=90)
    document = parsed(made)
    assert running(document) == [" ".join(FILLER)]
    box = document.blocks[0].boxes[0]
    assert box.x1 - box.x0 < 20 < 200 < box.y1 - box.y0 < 510


def test_notes_at_the_foot_are_typed_and_their_marks_stay_marked() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER[:3])
    made.line(50, 136, "a hundred years or more,").line(150, 132, "1", size=6).line(155, 136, "they say.")
    made.line(50, 540, "1 The oldest of them said so.", size=8)
    document = parsed(made)
    assert texts(document, Kind.FOOTNOTE) == ["1 The oldest of them said so."]
    assert running(document)[0].endswith("a hundred years or more,1 they say.")
    assert note_marks(document) == ["1"]


def test_each_note_at_the_foot_is_a_block_of_its_own() -> None:
    made = PdfMaker().page().lines(50, 80, *FILLER[:3] * 10).rule(50, 150, 520)
    made.lines(
        50, 532, "1 The oldest of them said so to", "whoever asked.", "2 Nobody did.", size=8, leading=10
    )
    assert texts(parsed(made), Kind.FOOTNOTE) == [
        "1 The oldest of them said so to whoever asked.",
        "2 Nobody did.",
    ]


def test_notes_in_the_margin_are_furniture() -> None:
    made = PdfMaker().page().lines(120, 100, *FILLER * 5)
    made.lines(20, 120, "Accepted: 1 May", "Licence: free", size=7)
    assert texts(parsed(made), Kind.FURNITURE) == ["Accepted: 1 May", "Licence: free"]


def test_pages_that_are_all_alike_are_read_though_they_look_like_running_heads() -> None:
    maker = PdfMaker()
    for number in range(3):
        maker.page().line(50, 40, f"Nothing but this stands on page {number}.")
    document = parsed(maker)
    assert not texts(document, *PAGE_FURNITURE)
    assert len(running(document)) == 3


def test_a_table_of_contents_is_not_read_out() -> None:
    made = PdfMaker().page().line(50, 60, "Contents", size=16)
    for number, title in enumerate(("The River", "The Bridge", "The Town")):
        made.line(50, 100 + 14 * number, f"{title} " + ". " * 30 + str(10 * number + 3))
    made.page().line(50, 60, "The River", size=16).lines(50, 90, *FILLER)
    document = parsed(made)
    assert len(texts(document, Kind.FURNITURE)) == 3
    assert texts(document, Kind.HEADING, Kind.TITLE)[-1] == "The River"


def test_a_title_that_returns_as_a_running_head_is_still_the_title() -> None:
    made = PdfMaker().page().line(120, 60, "On High Water", size=20).lines(50, 100, *FILLER[:3] * 10)
    for _ in range(3):
        made.page().line(170, 40, "On High Water", size=8).lines(50, 80, *FILLER[:3] * 10)
    document = parsed(made)
    assert texts(document, Kind.TITLE) == ["On High Water"]
    assert texts(document, Kind.RUNNING_HEAD) == ["On High Water"] * 3


def test_a_text_that_repeats_itself_at_the_foot_of_each_page_is_no_running_foot() -> None:
    made = PdfMaker()
    for _ in range(8):
        made.page().line(150, 40, "THE HIGH WATER", size=8).lines(50, 80, *FILLER * 10)
    document = parsed(made)
    assert texts(document, Kind.RUNNING_FOOT) == []
    assert texts(document, Kind.RUNNING_HEAD) == ["THE HIGH WATER"] * 8
    assert sum(text.count("a hundred years or more.") for text in running(document)) == 80
