"""Chapters as comments of FLAC and Ogg: FFmpeg writes none for FLAC, and rounds its seconds for Ogg."""

from __future__ import annotations

from yapit.core.export.clock import clock
from yapit.core.export.tags import one_line
from yapit.core.export.writer import Book


def chapter_comments(book: Book) -> dict[str, str]:
    """`CHAPTER001=00:00:00.000`, `CHAPTER001NAME=…`; none for a single chapter."""
    found: dict[str, str] = {}
    for number, chapter in enumerate(book.chapters if len(book.chapters) > 1 else (), 1):
        found[f"CHAPTER{number:03}"] = clock(round(chapter.start * 1000))
        found[f"CHAPTER{number:03}NAME"] = one_line(chapter.title) or str(number)
    return found
