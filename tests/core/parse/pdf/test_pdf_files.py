"""Damaged, locked and strange files: a clear word, or the part that can be read."""

from __future__ import annotations

import contextlib

import pymupdf
import pytest

from tests.core.parse.documents_made import PdfMaker
from tests.core.parse.pdf.reading_made import FILLER, book, parsed, running
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse import read_bytes
from yapit.core.parse.pdf import parse
from yapit.core.parse.source import Source


def locked() -> bytes:
    return book(1).bytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="open", owner_pw="o")


def test_a_locked_pdf_is_refused_with_the_option_that_opens_it() -> None:
    with pytest.raises(SourceError, match="password") as caught:
        read_bytes(locked(), "locked.pdf")
    assert "--password" in caught.value.cure


def test_a_locked_pdf_opens_with_its_password_alone() -> None:
    assert "The road goes on" in parse(Source(locked(), password="open"), lambda done, total: None).text
    with pytest.raises(SourceError, match="does not open"):
        parse(Source(locked(), password="wrong"), lambda done, total: None)


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    data = book(1).bytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="o", permissions=0)
    assert "The road goes on" in read_bytes(data).text


def test_a_pdf_of_pictures_without_writing_is_refused_as_such() -> None:
    maker = PdfMaker().page().page()
    picture = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 20, 20))
    maker.file[0].insert_image(pymupdf.Rect(0, 0, 400, 500), pixmap=picture)
    with pytest.raises(EmptyDocument, match="no text on any of its 2 pages") as caught:
        parsed(maker)
    assert "no writing" in caught.value.cure


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


def test_a_sheet_of_two_metres_is_read() -> None:
    made = PdfMaker(width=5669, height=5669).page().line(500, 900, "A very large sheet.", size=90)
    made.line(500, 2000, "Unseen.", size=90, color=(1, 1, 1))
    assert parsed(made).text == "A very large sheet."


def test_a_drawing_of_many_strokes_does_not_hide_its_text() -> None:
    made = PdfMaker().page().line(50, 100, "A map with many lines.")
    shape = made.file[-1].new_shape()
    for number in range(3000):
        shape.draw_line((number % 400, 200 + number // 10), (number % 400 + 30, 200 + number // 10))
    shape.finish(width=0.2)
    shape.commit()
    assert parsed(made).text == "A map with many lines."


def test_a_file_that_promises_more_pages_than_it_has_is_read_as_far_as_it_goes() -> None:
    made = PdfMaker().page().lines(50, 80, *FILLER)
    root = int(made.file.xref_get_key(made.file.pdf_catalog(), "Pages")[1].split()[0])
    made.file.xref_set_key(root, "Count", "5")
    assert running(parsed(made)) == [" ".join(FILLER)]
