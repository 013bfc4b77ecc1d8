"""Short ways to ask what was read from a PDF made for a test."""

from __future__ import annotations

from tests.core.parse.documents_made import PdfMaker
from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.parse import read_bytes

FILLER = (
    "The road goes on along the river for a mile or two, and",
    "then it turns uphill between two walls of grey stone that",
    "somebody built without mortar and nobody has mended for",
    "a hundred years or more.",
)


def parsed(maker: PdfMaker) -> Document:
    return read_bytes(maker.bytes(), "made.pdf")


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks if not kinds or b.kind in kinds]


def running(document: Document) -> list[str]:
    return texts(document, BlockKind.PARAGRAPH)


def note_marks(document: Document) -> list[str]:
    return [mark.span.of(document.text) for mark in document.marks if mark.kind is MarkKind.NOTE]


def book(pages: int = 5, *, size: float = 10) -> PdfMaker:
    """Pages with running heads and numbers, one long paragraph over all of them."""
    made = PdfMaker()
    for number in range(1, pages + 1):
        made.page().line(150, 40, "THE HIGH WATER", size=8)
        made.lines(50, 80, *FILLER[:3] * 10, size=size).line(205, 560, str(number), size=8)
    return made
