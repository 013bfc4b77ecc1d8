"""Pages that are pictures are read, the others keep their text, and nothing goes missing unsaid."""

from __future__ import annotations

import sys

import numpy as np
import pymupdf
import pytest

from tests.core.parse import pictures_made as made
from tests.core.parse.documents_made import PdfMaker
from yapit.core.document import BlockKind, Document
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse import read_bytes
from yapit.core.parse.detection import detect
from yapit.core.parse.pdf import grow
from yapit.core.parse.source import Source

TYPED = (
    "This page was typed and keeps its text as it is, letter",
    "for letter, whatever stands beside it.",
)
STAMP = "Library of the town, shelf 12, lent on 3 May"
MEANINGLESS = (
    b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
    b"1 beginbfrange <0000> <0fff> <e000> endbfrange endcmap"
)
RUSSIAN = "Паром отошёл от причала в семь часов утра, и никто на борту не спал."


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks if not kinds or b.kind in kinds]


def scan() -> made.Picture:
    return made.drawn(made.ferry())


def small() -> PdfMaker:
    return PdfMaker(width=360, height=160)


def near(text: str, meant: str, edits: int = 1) -> bool:
    return made.edits(text, meant) <= edits


def test_pictures_and_typed_pages_of_one_file_are_read_page_by_page() -> None:
    maker = small().page().lines(30, 60, *TYPED, size=11, leading=14.3)
    made.put(maker.page(), scan())
    seen: list[int] = []
    source = Source(maker.bytes(), "mixed.pdf")
    document = detect(source).parse(source, lambda done, total: seen.append(done))
    typed, scanned = texts(document, BlockKind.PARAGRAPH)
    assert typed == " ".join(TYPED)
    assert near(scanned, " ".join(made.FERRY))
    assert [block.page for block in document.blocks] == [1, 2]
    assert seen == [0, 1], "whoever waits sees each page begin, and can stop there"


def test_a_scanned_book_is_heard_from_its_first_pages_on() -> None:
    maker = small()
    for _ in range(7):
        made.put(maker.page(), scan())
    looked_at: list[int] = []
    documents = grow(Source(maker.bytes(), "book.pdf"), lambda done, total: looked_at.append(done))
    first = next(documents)
    assert len(looked_at) < 7, "nobody waits for the pages that come later"
    *_, whole = documents
    assert whole.text.startswith(first.text)
    assert whole.blocks[: len(first.blocks)] == first.blocks
    assert whole.blocks[-1].page == 7


def test_a_stamp_on_a_scan_does_not_make_it_a_typed_page() -> None:
    maker = made.put(small().page(), scan()).line(30, 150, STAMP, size=7)
    assert near(" ".join(texts(read_bytes(maker.bytes()), BlockKind.PARAGRAPH)), " ".join(made.FERRY))


def test_a_page_whose_font_does_not_say_what_its_letters_are_is_read_by_its_looks() -> None:
    file = made.in_boxes(" ".join(made.FERRY)).file
    for xref in range(1, file.xref_length()):
        kind, reference = file.xref_get_key(xref, "ToUnicode")
        if kind == "xref":
            file.update_stream(int(reference.split()[0]), MEANINGLESS)
    assert near(texts(read_bytes(file.tobytes()))[0], " ".join(made.FERRY))


def test_a_picture_in_a_typed_page_is_not_read() -> None:
    maker = PdfMaker().page().lines(50, 60, *TYPED * 5)
    maker.file[-1].insert_image(pymupdf.Rect(50, 300, 350, 430), stream=made.encoded(scan(), "PNG"))
    assert "ferry" not in read_bytes(maker.bytes()).text


def test_the_text_that_a_scanner_laid_under_its_pictures_is_kept() -> None:
    maker = made.put(small().page(), scan())
    hidden = ("as the scanner had it, " * 3).strip()
    for y in range(20, 150, 12):
        maker.file[-1].insert_text((20, y), hidden, fontsize=8, render_mode=3)
    assert texts(read_bytes(maker.bytes()))[0].startswith("as the scanner had it")


def test_a_picture_without_writing_is_no_text_and_no_error() -> None:
    noise = np.random.default_rng(1).integers(90, 160, (200, 300, 1), np.uint8).repeat(3, 2)
    maker = made.put(small().page().lines(30, 60, *TYPED).page(), noise)
    assert texts(read_bytes(maker.bytes())) == [" ".join(TYPED)]


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


@pytest.mark.usefixtures("without_tesseract")
def test_a_page_that_cannot_be_read_is_said_to_be_there() -> None:
    maker = small().page().lines(30, 60, *TYPED)
    foreign = made.drawn(made.in_boxes(RUSSIAN))
    for _ in range(2):
        made.put(maker.page(), foreign)
    maker.page().lines(30, 60, *TYPED)
    document = read_bytes(maker.bytes())
    notice = "Pages 2 to 3 are pictures with writing that could not be read."
    assert texts(document) == [" ".join(TYPED), notice, " ".join(TYPED)]
    assert [block.page for block in document.blocks] == [1, 2, 4]


@pytest.mark.usefixtures("without_tesseract")
def test_a_file_of_which_no_page_can_be_read_is_refused_with_what_would_read_it() -> None:
    data = made.encoded(made.drawn(made.in_boxes(RUSSIAN)), "PNG")
    with pytest.raises(EmptyDocument, match="could not be read") as caught:
        read_bytes(data, "russian.png")
    assert "tesseract" in caught.value.cure


@pytest.mark.usefixtures("without_tesseract")
def test_without_a_recognizer_typed_pages_are_read_and_scans_are_said_to_be_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    scanned = made.put(small().page(), scan())
    with pytest.raises(SourceError) as caught:
        read_bytes(scanned.bytes(), "scan.pdf")
    assert "pip install rapidocr" in caught.value.cure
    mixed = scanned.page().lines(30, 60, *TYPED)
    assert texts(read_bytes(mixed.bytes())) == [
        "Page 1 is a picture with writing that could not be read.",
        " ".join(TYPED),
    ]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF"])
def test_a_picture_of_any_kind_is_told_by_its_bytes(kind: str) -> None:
    assert detect(Source(made.encoded(scan()[:40, :40], kind))).name == "picture"


def test_a_photograph_is_turned_as_the_camera_says() -> None:
    lying = np.ascontiguousarray(np.rot90(scan()))
    document = read_bytes(made.encoded(lying, "JPEG", turned=6), "photo.jpg")
    assert near(texts(document)[0], " ".join(made.FERRY))


def test_each_page_of_a_tiff_is_a_page() -> None:
    document = read_bytes(made.encoded(scan(), "TIFF", more=(scan(),)), "fax.tiff")
    assert {block.page for block in document.blocks} == {1, 2}


def test_a_heading_in_a_scan_is_a_heading() -> None:
    maker = PdfMaker(width=360, height=220).page().line(30, 40, "The Early Crossing", size=18)
    maker.lines(30, 80, *made.FERRY, size=11, leading=14.3)
    document = read_bytes(made.encoded(made.drawn(maker), "PNG"))
    assert near(texts(document, BlockKind.TITLE, BlockKind.HEADING)[0], "The Early Crossing")
    assert near(texts(document, BlockKind.PARAGRAPH)[0], " ".join(made.FERRY))


def test_a_picture_without_writing_is_refused_as_such() -> None:
    with pytest.raises(EmptyDocument, match="without writing"):
        read_bytes(made.encoded(np.full((30, 40, 3), 200, np.uint8), "PNG"), "grey.png")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF"])
def test_a_damaged_picture_is_refused_in_one_line(kind: str) -> None:
    whole = made.encoded(scan(), kind)
    for length in (16, 40, len(whole) // 3):
        with pytest.raises(SourceError, match="damaged") as caught:
            read_bytes(whole[:length], "cut")
        assert caught.value.cure


def test_a_picture_too_large_for_memory_is_refused_unopened() -> None:
    header = made.encoded(scan()[:8, :8], "PNG")
    huge = header[:16] + (200_000).to_bytes(4, "big") * 2 + header[24:]
    with pytest.raises(SourceError, match=r"million pixels|damaged"):
        read_bytes(huge, "huge.png")
