"""PDF: lines of every page to blocks, with pages and boxes; furniture is kept, typed and not spoken."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from yapit.core.document import BlockKind, Chapter, Document
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.pdf.blocks import Piece, heading_levels, pieces
from yapit.core.parse.pdf.layout import Layout
from yapit.core.parse.pdf.lines import PICTURES, Bookmark, load
from yapit.core.parse.source import Source

# What programs write into the title where nobody gave one.
_NO_TITLE = re.compile(
    r"^microsoft |^untitled|^\(anonymous\)|\.(?:docx?|dvi|tex|indd|pdf|qxd|rtf)$", re.IGNORECASE
)


def parse(source: Source, on_progress: Progress) -> Document:
    pdf = load(source, on_progress)
    found = pieces(Layout(pdf.pages))
    title = "" if _NO_TITLE.search(pdf.title) else pdf.title
    draft = Draft(title or _title(found), pdf.author, pdf.language)
    for piece, level in zip(found, heading_levels(found), strict=True):
        page = piece.lines[0].page
        boxes = tuple(line.box for line in piece.lines if line.page == page)
        draft.add(piece.text, piece.kind, level=level, page=page, boxes=boxes)
    draft.chapters += _chapters(pdf.bookmarks, draft)
    return draft.document(source.label, if_empty=PICTURES)


def _title(found: list[Piece]) -> str:
    return next((piece.text for piece in found if piece.kind is BlockKind.TITLE), "")


def _chapters(bookmarks: tuple[Bookmark, ...], draft: Draft) -> Iterator[Chapter]:
    text = [i for i, block in enumerate(draft.blocks) if block.kind is not BlockKind.FURNITURE]
    pages = [draft.blocks[index].page or 0 for index in text]
    for mark in bookmarks:
        first, end = bisect_left(pages, mark.page), bisect_right(pages, mark.page)
        block = _block_of(mark, text[first:end], draft)
        if block is None and first:
            block = text[end - 1]  # a block from a page before goes on there
        if block is not None:
            yield Chapter(mark.title, mark.level, block)


def _block_of(mark: Bookmark, here: list[int], draft: Draft) -> int | None:
    """Which block of a page is meant: the heading of that name, else the first at or below the place."""
    wanted = _letters(mark.title)
    for index in here:
        heading = draft.blocks[index].kind in (BlockKind.HEADING, BlockKind.TITLE)
        if heading and wanted and _letters(draft.text_of(index)).endswith(wanted):
            return index
    return next((index for index in here if draft.blocks[index].boxes[0].y1 > mark.y), None)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
