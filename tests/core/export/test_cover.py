"""A cover is a picture, from wherever it comes; what is none is said."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pymupdf
import pytest
from PIL import Image

from tests.core.export.made import picture
from yapit.core.errors import ExportError
from yapit.core.export.cover import as_cover, cover_from, cover_of
from yapit.core.parse.source import Source


def epub(manifest: str, meta: str = "") -> Source:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        )
        book.writestr(
            "OEBPS/book.opf",
            f'<package xmlns="http://www.idpf.org/2007/opf"><metadata>{meta}</metadata>'
            f"<manifest>{manifest}</manifest></package>",
        )
        book.writestr("OEBPS/pictures/front page.png", picture("PNG"))
    return Source(data.getvalue(), "book.epub")


ITEM = '<item id="pic" href="pictures/front%20page.png" media-type="image/png"{}/>'


@pytest.mark.parametrize(
    "source",
    [
        epub(ITEM.format(' properties="cover-image"')),
        epub(ITEM.format(""), '<meta name="cover" content="pic"/>'),
        epub(ITEM.format("").replace('"pic"', '"Cover-1"')),
    ],
)
def test_the_cover_of_an_epub_is_found(source: Source) -> None:
    assert cover_of(source) == picture("PNG")


@pytest.mark.parametrize(
    "source",
    [
        epub(ITEM.format("")),
        epub('<item id="cover" href="nowhere.png" media-type="image/png"/>'),
        Source(b"PK\x03\x04 damaged", "book.epub"),
        Source(b"%PDF-1.4 damaged", "paper.pdf"),
        Source(b"Plain text.", "note.txt"),
    ],
)
def test_without_a_cover_there_is_none_and_no_error(source: Source) -> None:
    assert cover_of(source) == b""


def test_the_first_page_of_a_pdf_is_its_cover() -> None:
    with pymupdf.open() as file:
        file.new_page(width=300, height=400)
        data = file.tobytes()
    with Image.open(io.BytesIO(cover_of(Source(data, "paper.pdf")))) as drawn:
        assert (drawn.format, drawn.size) == ("JPEG", (1000, 1334))


def test_other_pictures_and_large_ones_become_jpeg() -> None:
    for data in (picture("WEBP"), picture("GIF"), picture("PNG", (3000, 2000))):
        with Image.open(io.BytesIO(as_cover(data))) as found:
            assert found.format == "JPEG"
            assert max(found.size) <= 1600


@pytest.mark.parametrize(
    "data", [b"", b"no picture", picture("JPEG")[:200], b"\x89PNG\r\n\x1a\n" + b"\0" * 50]
)
def test_a_file_that_is_no_picture_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "cover.jpg"
    path.write_bytes(data)
    with pytest.raises(ExportError, match="is no picture"):
        cover_from(path)


def test_a_cover_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot read the cover"):
        cover_from(tmp_path / "none.jpg")
