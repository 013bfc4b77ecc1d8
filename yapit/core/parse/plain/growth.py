"""A plain text read part by part: what was told of it stays so, and each part costs the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yapit.core.document import Block, BlockKind, Document, Mark, MarkKind, Span, fill_gaps
from yapit.core.parse.draft import outline
from yapit.core.parse.plain.blocks import blocks_of, ends_in_works_cited
from yapit.core.parse.plain.contents import Contents
from yapit.core.parse.plain.gutenberg import Licence
from yapit.core.parse.plain.hyphens import rejoined
from yapit.core.parse.plain.pages import unpaged
from yapit.core.parse.plain.quotes import unquoted
from yapit.core.parse.plain.rows import rows_of
from yapit.core.parse.plain.tables import tabulated


class Growth:
    """Takes a text part by part.

    What repeats itself or stands in columns is looked for within a part; the licence, the list of
    contents, the notes and the works cited are known from the parts before.
    """

    def __init__(self) -> None:
        self._licence = Licence()
        self._contents = Contents()
        self._is_cited = False
        self._has_notes = False
        self._length = 0
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    def add(self, part: str) -> None:
        """Read the next part of the text."""
        rows = self._licence.named(unpaged(rows_of(part)))
        rows = rejoined(tabulated(self._contents.named(unquoted(rows))))
        text = "".join(row.raw for row in rows)
        blocks = blocks_of(rows, text, cited=self._is_cited)
        self._is_cited = ends_in_works_cited(blocks, text, cited=self._is_cited)
        self._has_notes = self._has_notes or any(block.kind is BlockKind.FOOTNOTE for block in blocks)
        self._marks += (mark.shift(self._length) for mark in _marks(text, blocks, has_notes=self._has_notes))
        self._blocks += (replace(block, span=block.span.shift(self._length)) for block in blocks)
        self._texts.append(text)
        self._length += len(text)

    def document(self) -> Document:
        """All of it so far."""
        text, blocks, imprint = "".join(self._texts), tuple(self._blocks), self._licence.imprint
        return Document(
            text,
            blocks,
            fill_gaps(text, blocks),
            tuple(self._marks),
            title=imprint.title,
            author=imprint.author,
            language=imprint.language,
            chapters=outline(text, blocks),
        )


_MARK = re.compile(r"\[(?:\d{1,3}(?:[,–-] ?\d{1,3})*|[*†‡])\]")
_MARKED = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.ABSTRACT))


def _marks(text: str, blocks: Sequence[Block], *, has_notes: bool) -> Iterator[Mark]:
    """Numbers in brackets: of notes where they stand at a word and there are notes, else of works cited."""
    for match in _MARK.finditer(text) if "[" in text else ():
        block = _block_at(blocks, match.start())
        if block is None or block.kind not in _MARKED or match.start() == block.span.start:
            continue
        attached = not text[match.start() - 1].isspace()
        yield Mark(Span(*match.span()), MarkKind.NOTE if has_notes and attached else MarkKind.CITATION)


def _block_at(blocks: Sequence[Block], at: int) -> Block | None:
    found = bisect_right(blocks, at, key=lambda block: block.span.start) - 1
    return blocks[found] if found >= 0 and blocks[found].span.end > at else None
