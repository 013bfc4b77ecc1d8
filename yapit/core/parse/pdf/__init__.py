"""PDF: lines of every page to blocks, with pages and boxes; furniture is kept, typed and not spoken."""

from __future__ import annotations

from collections.abc import Iterator

from yapit.core.document import Document
from yapit.core.parse.formats import Progress
from yapit.core.parse.pdf.growth import Growth
from yapit.core.parse.pdf.lines import opened
from yapit.core.parse.source import Source


def parse(source: Source, on_progress: Progress) -> Document:
    """The whole document.

    Raises:
        SourceError: The file is damaged, or locked with a password.
        EmptyDocument: There is no text on any page.
    """
    for document in grow(source, on_progress):
        whole = document
    return whole


def grow(source: Source, on_progress: Progress) -> Iterator[Document]:
    """The document as it becomes known: each begins with all of the one before, the last is whole.

    Raises:
        SourceError: The file is damaged, or locked with a password.
        EmptyDocument: There is no text on any page.
    """
    with opened(source) as file:
        yield from Growth(file, on_progress).documents()
