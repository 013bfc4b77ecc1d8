"""Books, pictures and speech made for the tests of exports."""

from __future__ import annotations

import io

from PIL import Image

from yapit.core.document import Block, BlockKind, Document, Span, fill_gaps
from yapit.core.export.writer import Book, Voiced

TONE = Voiced("tone", "tone-1", "beep")


def picture(kind: str, size: tuple[int, int] = (30, 40)) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(data, kind)
    return data.getvalue()


def document(*parts: tuple[BlockKind, str], title: str = "Ein Märchen", author: str = "J. Grimm") -> Document:
    """Blocks two line breaks apart; headings have the level 1."""
    text, blocks = "", []
    for kind, part in parts:
        span = Span(len(text), len(text) + len(part))
        blocks.append(Block(span, kind, int(kind is BlockKind.HEADING)))
        text += part + "\n\n"
    return Document(text, tuple(blocks), fill_gaps(text, blocks), title=title, author=author)


def chapters(count: int, before: str = "", title: str = "Ein Märchen") -> Document:
    """So many of a heading and a paragraph, and what stands before the first."""
    parts = [(BlockKind.PARAGRAPH, before)] if before else []
    for number in range(1, count + 1):
        parts += [
            (BlockKind.HEADING, f"Chapter {number}"),
            (BlockKind.PARAGRAPH, f"It rained {'very ' * number}much."),
        ]
    return document(*parts, title=title)


def book(read: Document, cover: bytes = b"") -> Book:
    return Book(read, TONE, read.title, read.author, read.language, cover)
