"""FLAC: every sample as it was spoken, in half of WAV's size, with chapters and cover."""

from __future__ import annotations

from yapit.core.export.chapter_comments import chapter_comments
from yapit.core.export.encoder import Encoder, Kind
from yapit.core.export.part import PartFile
from yapit.core.export.writer import Book


def open_flac(file: PartFile, book: Book, sample_rate: int) -> Encoder:
    kind = Kind("flac", "flac", "s16", extra_tags=chapter_comments(book), has_chapters=False)
    return Encoder(file, book, sample_rate, kind)
