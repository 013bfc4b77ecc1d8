"""EPUB 3 with media overlays: a book that is read and heard at once, word by word."""

from __future__ import annotations

from yapit.core.export.epub.book_file import BookFile

__all__ = ["BookFile"]
