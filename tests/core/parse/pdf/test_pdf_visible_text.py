"""What can be seen is read once; what cannot is not; but the text under a scan's picture is what it says."""

from __future__ import annotations

import pymupdf

from tests.core.parse.documents_made import PdfMaker
from tests.core.parse.pdf.reading_made import FILLER, parsed, running, texts
from yapit.core.document import BlockKind
from yapit.core.parse.pdf.accents import composed
from yapit.core.parse.pdf.garbled import is_garbled

WHITE = (1, 1, 1)


def test_text_drawn_twice_is_said_once() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER)
    for number, text in enumerate(FILLER):
        made.line(50.4, 100.3 + 12 * number, text)
    assert running(parsed(made)) == [" ".join(FILLER)]


def test_text_that_is_drawn_without_ink_is_not_said() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER)
    made.line(50, 300, "Nobody sees this line at all.", render_mode=3)
    assert running(parsed(made)) == [" ".join(FILLER)]


def test_white_text_is_said_only_where_something_dark_is_behind_it() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER)
    made.line(50, 300, "White on white is not seen.", color=WHITE)
    made.file[-1].draw_rect((40, 380, 380, 420), color=(0, 0, 0), fill=(0, 0, 0))
    made.line(50, 405, "White on black is seen well.", color=WHITE)
    said = " ".join(texts(parsed(made)))
    assert "White on black is seen well." in said
    assert "not seen" not in said


def test_the_text_under_the_picture_of_a_scanned_page_is_read() -> None:
    made = PdfMaker().page()
    picture = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 20, 20))
    picture.clear_with(200)
    made.file[-1].insert_image(pymupdf.Rect(0, 0, 420, 595), pixmap=picture)
    made.lines(50, 100, *FILLER, render_mode=3)
    assert running(parsed(made)) == [" ".join(FILLER)]


def test_text_beyond_the_edge_of_the_page_is_not_said() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER).line(50, 700, "Printed on the cutting waste.")
    assert running(parsed(made)) == [" ".join(FILLER)]


def test_letters_and_their_accents_are_put_together() -> None:
    assert composed("caf´e, Mu¨ller, O˘guz, gar¸con, na¨ıve") == "café, Muller, Oğuz, garçon, naïve".replace(
        "Muller", "Mu¨ller"
    )
    assert composed("5 ˚C and ˜10") == "5 ˚C and ˜10"


def test_a_page_without_meaning_is_known_by_its_signs() -> None:
    assert is_garbled("\ufffd\ufffd\ue000 \ue001 a \ufffd")
    assert is_garbled("Oqnbddchmfr ne sgd 51mc Zmmtzk Lddshmf ne sgd Zrrnbhzshnm " * 5)
    assert not is_garbled("The quick brown fox jumps over the lazy dog. " * 10)
    assert not is_garbled("人人生而自由,在尊严和权利上一律平等。")
    assert not is_garbled("")


def test_the_language_of_signs_alone_is_no_text() -> None:
    made = PdfMaker().page().lines(50, 100, *FILLER).line(150, 170, "* * *").lines(50, 200, *FILLER)
    document = parsed(made)
    assert texts(document, BlockKind.FURNITURE) == ["* * *"]
