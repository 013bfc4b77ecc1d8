"""Documents made for the tests of the parsers: one text in every format, and PDFs and EPUBs in pieces."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import pymupdf

PARAGRAPHS = (
    "The river was high that spring, and nobody crossed it for a week.",
    "On the eighth day a boat came down with two people in it, a woman who held the oar and a boy who "
    "did not look up from his book until they had landed.",
    "“What are you reading?” asked the ferryman, and the boy showed him the cover.",
)
ITEMS = ("bread and salt", "a lamp with a cracked glass")
HEADING = "The High Water"

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)


def plain() -> bytes:
    items = "\n".join(f"- {item}" for item in ITEMS)
    return "\n\n".join([HEADING.upper(), *PARAGRAPHS[:2], items, PARAGRAPHS[2]]).encode()


def markdown() -> bytes:
    items = "\n".join(f"* {item}" for item in ITEMS)
    return "\n\n".join([f"# {HEADING}", *PARAGRAPHS[:2], items, PARAGRAPHS[2]]).encode()


def body() -> str:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    first, second, third = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"<h1>{HEADING}</h1>{first}{second}<ul>{items}</ul>{third}"


def html() -> bytes:
    head = "<head><title>High</title></head>"
    return f"<!DOCTYPE html><html lang='en'>{head}<body>{body()}</body></html>".encode()


def pdf_of_text() -> bytes:
    bullets = "".join(f"<p>• {item}</p>" for item in ITEMS)
    first, second, third = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    story = pymupdf.Story(f"<h1>{HEADING}</h1>{first}{second}{bullets}{third}")
    page = pymupdf.Rect(0, 0, 420, 595)
    file = story.write_with_links(lambda number, filled: (page, pymupdf.Rect(50, 60, 370, 535), None))
    return bytes(file.tobytes())


def epub(
    parts: Mapping[str, str] | None = None,
    *,
    opf: str | None = None,
    files: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A zip of XHTML parts (bodies by file name) in their order, or with a package file of one's own."""
    parts = {"text.xhtml": body()} if parts is None else parts
    contents: dict[str, str | bytes] = {"META-INF/container.xml": CONTAINER}
    contents["OEBPS/book.opf"] = opf or package(parts)
    for name, part in parts.items():
        contents[f"OEBPS/{name}"] = (
            f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
            f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{part}</body></html>'
        )
    contents.update(files or {})
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for path, content in contents.items():
            archive.writestr(path, content)
    return stream.getvalue()


def package(parts: Mapping[str, str], *, manifest: str = "", spine: str = "", attributes: str = "") -> str:
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(parts)
    )
    refs = spine or "".join(f'<itemref idref="i{n}"/>' for n in range(len(parts)))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>High Water</dc:title>'
        "<dc:creator>A. Writer</dc:creator><dc:language>en-GB</dc:language></metadata>"
        f"<manifest>{items}{manifest}</manifest><spine {attributes}>{refs}</spine></package>"
    )


class PdfMaker:
    """Lines of text at places on pages."""

    def __init__(self, *, width: float = 420, height: float = 595) -> None:
        self.file: Any = pymupdf.open()
        self._size = (width, height)

    def page(self) -> PdfMaker:
        self.file.new_page(width=self._size[0], height=self._size[1])
        return self

    def line(
        self, x: float, y: float, text: str, *, size: float = 10, font: str = "tiro", **options: Any
    ) -> PdfMaker:
        self.file[-1].insert_text((x, y), text, fontsize=size, fontname=font, **options)
        return self

    def rule(self, x0: float, x1: float, y: float) -> PdfMaker:
        self.file[-1].draw_line((x0, y), (x1, y), width=0.5)
        return self

    def lines(
        self, x: float, y: float, *texts: str, size: float = 10, leading: float = 12, **options: Any
    ) -> PdfMaker:
        for number, text in enumerate(texts):
            self.line(x, y + number * leading, text, size=size, **options)
        return self

    def bytes(self, **options: Any) -> bytes:
        return bytes(self.file.tobytes(**options))
