"""A document as JSON: its blocks, where they stand, and what of them is not spoken."""

from __future__ import annotations

from collections.abc import Sequence

from yapit.core.document import Document, Skip, Span
from yapit.core.export.coverage import Coverage
from yapit.core.skips import skips_in

Json = dict[str, object]


def blocks_as_json(document: Document, covered: Coverage) -> Json:
    """The document with its blocks; characters count from the start of `text`, boxes are in points."""
    return {
        "title": document.title,
        "author": document.author,
        "language": document.language,
        "source": document.source,
        "digest": document.digest,
        "chapters": [{"title": c.title, "level": c.level, "block": c.block} for c in document.chapters],
        "text": document.text,
        "blocks": [_block(document, index, covered.skips) for index in range(len(document.blocks))],
        "gaps": [{**_place(gap.span), "reason": gap.reason} for gap in document.gaps],
    }


def skips_as_json(document: Document, skips: Sequence[Skip]) -> list[Json]:
    return [{**_place(s.span), "reason": str(s.reason), "text": s.span.of(document.text)} for s in skips]


def _block(document: Document, index: int, skips: Sequence[Skip]) -> Json:
    block = document.blocks[index]
    return {
        "kind": str(block.kind),
        "level": block.level,
        **_place(block.span),
        "text": block.span.of(document.text),
        "page": block.page,
        "boxes": [[box.x0, box.y0, box.x1, box.y1] for box in block.boxes],
        "marks": [
            {**_place(mark.span), "kind": str(mark.kind), "source": mark.source}
            for mark in document.marks_in(block.span)
        ],
        "skips": [{**_place(skip.span), "reason": str(skip.reason)} for skip in skips_in(skips, block.span)],
    }


def _place(span: Span) -> Json:
    return {"start_char": span.start, "end_char": span.end}
