"""Several documents as one, each a chapter of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yapit.core.document import Block, Chapter, Document, Gap, Mark, Span
from yapit.core.outline import outline

_BETWEEN = "\n\n"


def joined(documents: Sequence[Document], title: str = "") -> Document:
    """One after the other; their own chapters stand below them. The first one's language is read by.

    The author is told where all have the same.
    """
    if len(documents) == 1:
        return replace(documents[0], title=title or documents[0].title)
    blocks: list[Block] = []
    gaps: list[Gap] = []
    marks: list[Mark] = []
    chapters: list[Chapter] = []
    seams: list[int] = []
    at = 0
    for number, document in enumerate(documents):
        if number:
            gaps.append(Gap(Span(at, at + len(_BETWEEN)), "space"))
            at += len(_BETWEEN)
        chapters += _chapters(document, len(blocks), number)
        blocks += [
            replace(block, span=block.span.shift(at), page=None, boxes=()) for block in document.blocks
        ]
        gaps += [Gap(gap.span.shift(at), gap.reason) for gap in document.gaps]
        marks += [mark.shift(at) for mark in document.marks]
        seams += [seam + at for seam in document.seams]
        at += len(document.text)
    authors = {document.author for document in documents}
    return Document(
        _BETWEEN.join(document.text for document in documents),
        tuple(blocks),
        tuple(gaps),
        tuple(marks),
        title or documents[0].title,
        authors.pop() if len(authors) == 1 else "",
        documents[0].language,
        documents[0].source,
        tuple(chapters),
        tuple(seams),
    )


def _chapters(document: Document, before: int, number: int) -> list[Chapter]:
    """The document as a chapter, and its own below it, by its outline or its headings."""
    if not document.blocks:
        return []
    own = [
        Chapter(entry.title, entry.level + 1, before + document.block_at(entry.span.start))
        for entry in outline(document)
    ]
    return [Chapter(document.title or f"Part {number + 1}", 1, before), *own]
