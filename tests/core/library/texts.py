"""Documents that the tests of the library read."""

from __future__ import annotations

from yapit.core.document import Block, Document, Span, fill_gaps

FACTS = (
    "The lighthouse keeper counted ships until the fog came in.",
    "Nobody had told him that the harbour was closed for repairs.",
    "He wrote the date at the head of the page and waited.",
    "A letter arrived on Tuesday, wet through and without a stamp.",
    "Its writer asked for news of a brother who had gone to sea.",
    "There was none to give, so he described the weather instead.",
    "In winter the lamp burned for sixteen hours each night.",
    "Oil was brought by a boat that could not always land.",
)


def document(*paragraphs: str, source: str = "", title: str = "", between: str = "\n\n") -> Document:
    """A document with a paragraph a block."""
    text = between.join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(at, at + len(paragraph))))
        at += len(paragraph) + len(between)
    return Document(text, tuple(blocks), fill_gaps(text, blocks), title=title, source=source)


def story(chapters: int = 3, *, source: str = "", title: str = "The Keeper") -> Document:
    """A story whose paragraphs all differ."""
    paragraphs = [
        f"Chapter {chapter}, part {part}. {fact} That was his {chapter * 10 + part}th entry."
        for chapter in range(1, chapters + 1)
        for part, fact in enumerate(FACTS, start=1)
    ]
    return document(*paragraphs, source=source, title=title)
