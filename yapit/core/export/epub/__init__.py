"""EPUB 3 with media overlays: a book that is read and heard at once, word by word."""

from __future__ import annotations

from yapit.core.export.epub.book_file import epub_writer
from yapit.core.export.epub.sounds import MP3, OPUS, Encoder, SoundKind

__all__ = ["MP3", "OPUS", "Encoder", "SoundKind", "epub_writer"]
