"""Plain text: the document's text is the file's own wherever nothing in it stands in the listener's way.

What does is rewritten before blocks are looked for: a terminal's signs go,
quoted lines lose their `>`, words that line ends broke are made whole, tables
get tabs between their cells, and running lines leave the paragraphs they cut.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from yapit.core.document import Block, BlockKind, Document, Mark, MarkKind, Span, fill_gaps
from yapit.core.parse.characters import decode
from yapit.core.parse.draft import check_words, outline
from yapit.core.parse.formats import Progress
from yapit.core.parse.plain.blocks import blocks_of
from yapit.core.parse.plain.contents import without_contents
from yapit.core.parse.plain.gutenberg import without_licence
from yapit.core.parse.plain.hyphens import rejoined
from yapit.core.parse.plain.pages import unpaged
from yapit.core.parse.plain.quotes import unquoted
from yapit.core.parse.plain.rows import rows_of
from yapit.core.parse.plain.tables import tabulated
from yapit.core.parse.plain.terminal import without_terminal_signs
from yapit.core.parse.source import Source


def parse(source: Source, on_progress: Progress) -> Document:
    return document_of(decode(source.data, source.label), source.label)


def document_of(text: str, label: str) -> Document:
    """The document of a text that is decoded already; `label` names it in messages."""
    text = without_terminal_signs(text)
    check_words(text, label)
    rows, imprint = without_licence(unpaged(rows_of(text)))
    rows = rejoined(tabulated(without_contents(unquoted(rows))))
    text = "".join(row.raw for row in rows)
    blocks = blocks_of(rows, text)
    return Document(
        text,
        blocks,
        fill_gaps(text, blocks),
        tuple(_marks(text, blocks)),
        title=imprint.title,
        author=imprint.author,
        language=imprint.language,
        chapters=outline(text, blocks),
    )


_MARK = re.compile(r"\[(?:\d{1,3}(?:[,–-] ?\d{1,3})*|[*†‡])\]")
_MARKED = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.ABSTRACT))


def _marks(text: str, blocks: tuple[Block, ...]) -> Iterator[Mark]:
    """Numbers in brackets: of notes where they stand at a word and there are notes, else of works cited."""
    has_notes = any(block.kind is BlockKind.FOOTNOTE for block in blocks)
    for match in _MARK.finditer(text) if "[" in text else ():
        block = _block_at(blocks, match.start())
        if block is None or block.kind not in _MARKED or match.start() == block.span.start:
            continue
        attached = not text[match.start() - 1].isspace()
        yield Mark(Span(*match.span()), MarkKind.NOTE if has_notes and attached else MarkKind.CITATION)


def _block_at(blocks: tuple[Block, ...], at: int) -> Block | None:
    found = bisect_right(blocks, at, key=lambda block: block.span.start) - 1
    return blocks[found] if found >= 0 and blocks[found].span.end > at else None
