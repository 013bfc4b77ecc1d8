"""M4B, the audiobook of Apple and most players: AAC, chapters as QuickTime and as Nero has them, cover."""

from __future__ import annotations

from yapit.core.export.encoder import Encoder, Kind
from yapit.core.export.part import PartFile
from yapit.core.export.writer import Book

_KIND = Kind(
    "mp4",
    "aac",
    "fltp",
    bit_rate=64_000,
    # The index goes to the beginning, so that a player over a network need not look for it at the end.
    options={"movflags": "+faststart", "brand": "M4B "},
    codec_options={"aac_coder": "fast"},
    # iTunes' kind of media: 2 is an audiobook.
    extra_tags={"media_type": "2"},
)


def open_m4b(file: PartFile, book: Book, sample_rate: int) -> Encoder:
    return Encoder(file, book, sample_rate, _KIND)
