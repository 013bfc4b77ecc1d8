"""PDF: paragraphs over lines, columns and pages; what is of the page and not of the text is kept apart."""

from __future__ import annotations

import contextlib

import pymupdf
import pytest

from tests.core.parse.documents_made import PdfMaker
from yapit.core.document import BlockKind, Document
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse import read_bytes

Kind = BlockKind
FILLER = (
    "The road goes on along the river for a mile or two, and",
    "then it turns uphill between two walls of grey stone that",
    "somebody built without mortar and nobody has mended for",
    "a hundred years or more.",
)


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks if not kinds or b.kind in kinds]


def running(document: Document) -> list[str]:
    return texts(document, Kind.PARAGRAPH)


def parsed(maker: PdfMaker) -> Document:
    return read_bytes(maker.bytes(), "made.pdf")


def test_lines_are_joined_and_broken_words_made_whole() -> None:
    made = (
        PdfMaker()
        .page()
        .lines(50, 100, "Nobody could remem-", "ber a spring as wet as this,", "or a summer.")
    )
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


def test_ligatures_are_spelled_out() -> None:
    story = pymupdf.Story("<p>The ﬁrst eﬀect of the ﬂood was diﬃcult to see.</p>")
    page = pymupdf.Rect(0, 0, 420, 595)
    data = story.write_with_links(lambda number, filled: (page, page, None)).tobytes()
    assert running(read_bytes(data)) == ["The first effect of the flood was difficult to see."]


def test_space_and_indents_part_paragraphs() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER).lines(50, 170, *FILLER)
    made.lines(65, 218, "An indented one begins here and goes on to the line").lines(50, 230, "below it.")
    assert len(running(parsed(made))) == 3


def book(pages: int = 5, *, size: float = 10) -> PdfMaker:
    """Pages with running heads and numbers, one long paragraph over all of them."""
    made = PdfMaker()
    for number in range(1, pages + 1):
        made.page().line(150, 40, "THE HIGH WATER", size=8)
        made.lines(50, 80, *FILLER[:3] * 10, size=size).line(205, 560, str(number), size=8)
    return made


def test_running_heads_and_page_numbers_are_furniture_and_do_not_cut_the_paragraph() -> None:
    document = parsed(book())
    assert len(running(document)) == 1
    assert running(document)[0].count("somebody built without mortar") == 50
    assert texts(document, Kind.FURNITURE) == [t for n in range(1, 6) for t in ("THE HIGH WATER", str(n))]


def test_a_page_knows_its_number_and_a_block_its_place() -> None:
    maker = PdfMaker().page().lines(50, 100, *FILLER).page().lines(50, 200, "Then", "it rained.")
    document = parsed(maker)
    assert [block.page for block in document.blocks] == [1, 2]
    boxes = document.blocks[1].boxes
    assert len(boxes) == 2
    assert boxes[0].x0 == pytest.approx(50, abs=1)
    assert 188 < boxes[0].y0 < boxes[0].y1 < boxes[1].y1 < 220


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left line {n} of the column goes" for n in range(12)]
    right = [f"right line {n} of the column goes" for n in range(12)]
    made = PdfMaker().page().lines(40, 100, *left).lines(220, 100, *right)
    said = " ".join(running(parsed(made)))
    assert said == " ".join(left + right)


def test_large_lines_are_title_and_headings() -> None:
    made = PdfMaker().page().line(120, 70, "On High Water", size=20).line(50, 110, "The Spring", size=14)
    made.lines(50, 130, *FILLER).line(50, 200, "The Bridge", size=12).lines(50, 220, *FILLER)
    document = parsed(made)
    assert texts(document, Kind.TITLE) == ["On High Water"]
    assert texts(document, Kind.HEADING) == ["The Spring", "The Bridge"]
    assert [b.level for b in document.blocks if b.kind is Kind.HEADING] == [1, 2]
    assert document.title == "On High Water"
    assert [c.title for c in document.chapters] == ["The Spring", "The Bridge"]


def test_notes_at_the_foot_are_typed_and_their_marks_silent() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER[:3])
    made.line(50, 136, "a hundred years or more,").line(150, 132, "1", size=6).line(155, 136, "they say.")
    made.line(50, 540, "1 The oldest of them said so.", size=8)
    document = parsed(made)
    assert texts(document, Kind.FOOTNOTE) == ["1 The oldest of them said so."]
    assert running(document)[0].endswith("a hundred years or more, they say.")


def test_items_of_a_list_are_blocks_of_their_own() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER)
    made.lines(60, 160, "- bread, of any kind that", "- a lamp with a cracked glass").line(
        50, 196, "And so they went on."
    )
    assert texts(parsed(made), Kind.LIST_ITEM) == [
        "- bread, of any kind that",
        "- a lamp with a cracked glass",
    ]


def test_line_numbers_in_the_margin_are_furniture() -> None:
    made = PdfMaker().page()
    for number, text in enumerate(FILLER * 4):
        made.line(25, 100 + number * 14, str(number + 1), size=7).line(60, 100 + number * 14, text)
    document = parsed(made)
    assert len(texts(document, Kind.FURNITURE)) == 16
    assert not any(character.isdigit() for text in running(document) for character in text)


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


def test_a_locked_pdf_is_refused_with_the_command_that_opens_it() -> None:
    data = book(1).bytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="u", owner_pw="o")
    with pytest.raises(SourceError, match="password") as caught:
        read_bytes(data, "locked.pdf")
    assert "qpdf --decrypt" in caught.value.cure


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    data = book(1).bytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="o", permissions=0)
    assert "The road goes on" in read_bytes(data).text


def test_a_pdf_of_pictures_is_refused_with_the_command_that_reads_them() -> None:
    maker = PdfMaker().page().page()
    picture = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 20, 20))
    maker.file[0].insert_image(pymupdf.Rect(0, 0, 400, 500), pixmap=picture)
    with pytest.raises(EmptyDocument, match="no text on any of its 2 pages") as caught:
        parsed(maker)
    assert "ocrmypdf" in caught.value.cure


def test_a_pdf_cut_short_is_refused_or_read_as_far_as_it_goes(capfd: pytest.CaptureFixture[str]) -> None:
    data = book().bytes()
    for length in (200, len(data) // 4, len(data) // 2, len(data) - 20):
        with contextlib.suppress(SourceError):
            assert read_bytes(data[:length], "cut.pdf").blocks
    with pytest.raises(SourceError, match="damaged"):
        read_bytes(data[:40], "cut.pdf")
    assert capfd.readouterr() == ("", ""), "MuPDF's own complaints stay off the screen"


def test_a_pdf_of_which_no_text_is_left_is_said_to_be_damaged() -> None:
    whole = PdfMaker().page().bytes()
    with pytest.raises(SourceError, match="damaged") as refused:
        read_bytes(whole[: whole.rindex(b"xref")], "made.pdf")
    assert "qpdf" in refused.value.cure


def test_pages_that_are_all_alike_are_read_though_they_look_like_running_heads() -> None:
    maker = PdfMaker()
    for number in range(3):
        maker.page().line(50, 40, f"Nothing but this stands on page {number}.")
    assert not texts(parsed(maker), Kind.FURNITURE)
