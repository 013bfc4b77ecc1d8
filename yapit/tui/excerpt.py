"""A few words of a document, laid out by themselves: what the focus and the pacer draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yapit.core.document import Block, BlockKind, Document, Span
from yapit.core.hearing import Hearing, Telling
from yapit.tui.items import Items
from yapit.tui.layout import Layout
from yapit.tui.line import Line
from yapit.tui.sheet import Format

_ALL = Hearing(frozenset(), Telling.READ, Telling.READ)
_PLAIN = (BlockKind.CODE, BlockKind.TABLE, BlockKind.QUOTE, BlockKind.TITLE, BlockKind.HEADING)
_LONGEST = 4_000
_CONTEXT = 600
"""Characters before and after a sentence that are looked at."""


def excerpt(document: Document, span: Span, form: Format) -> Sequence[Line]:
    """The lines that show a span and nothing else; their offsets are those of the document."""
    part = Span(span.start, min(span.end, span.start + _LONGEST))
    text = part.of(document.text)
    if not text.strip():
        return ()
    block = document.blocks[document.block_at(span.start)]
    kind = block.kind if block.kind in _PLAIN else BlockKind.PARAGRAPH
    level = block.level if kind is BlockKind.HEADING else 0
    alone = Document(text, (Block(Span(0, len(text)), kind, level),), language=document.language)
    lines = (line for line in Layout(Items(alone, _ALL), form).lines() if line.item is not None)
    return [replace(line, offsets=[at + part.start for at in line.offsets]) for line in lines]


def around(document: Document, span: Span) -> tuple[Span, Span]:
    """What stands before a span and after it in its block; where that is nothing, in the next one."""
    blocks, index = document.blocks, document.block_at(span.start)
    own = blocks[index].span
    before, after = Span(own.start, span.start), Span(span.end, own.end)
    if not before.of(document.text).strip() and index:
        before = blocks[index - 1].span
    if not after.of(document.text).strip():
        after = blocks[index + 1].span if index + 1 < len(blocks) else Span(own.end, own.end)
    return (
        Span(max(before.start, before.end - _CONTEXT), before.end),
        Span(after.start, min(after.end, after.start + _CONTEXT)),
    )
