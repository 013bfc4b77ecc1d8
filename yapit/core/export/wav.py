"""WAV: 16-bit mono; RF64 (EBU Tech 3306) where it grows past the 4 GiB that a WAV header can count."""

from __future__ import annotations

import struct

from yapit.core.audio import Speech, to_pcm16
from yapit.core.export.coverage import Coverage
from yapit.core.export.part import PartFile
from yapit.core.export.tags import tags
from yapit.core.export.writer import Book
from yapit.core.split import Chunk

_DS64 = struct.Struct("<4sIQQQI")
"""RF64's 64-bit sizes; a chunk called JUNK keeps the place where they are not needed."""

_COUNTABLE = 0xFFFF_FFFF

_INFO = {
    "title": b"INAM",
    "artist": b"IART",
    "album": b"IPRD",
    "genre": b"IGNR",
    "track": b"IPRT",
    "comment": b"ICMT",
}


class WavFile:
    """A Writer whose header is right from the beginning, so that it can be piped."""

    def __init__(self, file: PartFile, book: Book, sample_rate: int, *, countable: int = _COUNTABLE) -> None:
        """`countable`: the largest size in bytes that goes into a plain WAV header."""
        self._file = file
        self._rate = sample_rate
        self._countable = countable
        self._info = _info(book)
        self._promised = 2 * round(book.duration * sample_rate)
        self._bytes = 0
        file.write(self._head(self._promised))

    def begin_chapter(self, title: str, start: float) -> None: ...

    def write(self, chunk: Chunk, speech: Speech, start: float) -> None:
        data = to_pcm16(speech.samples).astype("<i2").tobytes()
        self._file.write(data)
        self._bytes += len(data)

    def finish(self, covered: Coverage, duration: float) -> None:
        if self._bytes != self._promised:
            self._file.seek(0)
            self._file.write(self._head(self._bytes))

    def close(self) -> None: ...

    def _head(self, size: int) -> bytes:
        """`size`: bytes of sound."""
        form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, self._rate, self._rate * 2, 2, 16)
        riff = 4 + _DS64.size + len(form) + len(self._info) + 8 + size
        if riff <= self._countable:
            start = struct.pack("<4sI4s", b"RIFF", riff, b"WAVE")
            sizes = _DS64.pack(b"JUNK", _DS64.size - 8, 0, 0, 0, 0)
            count = size
        else:
            start = struct.pack("<4sI4s", b"RF64", _COUNTABLE, b"WAVE")
            sizes = _DS64.pack(b"ds64", _DS64.size - 8, riff, size, size // 2, 0)
            count = _COUNTABLE
        return start + sizes + form + self._info + struct.pack("<4sI", b"data", count)


def _info(book: Book) -> bytes:
    """The tags as a LIST chunk, in UTF-8."""
    found = tags(book)
    entries = b"".join(_entry(_INFO[name], text) for name, text in found.items() if name in _INFO)
    return struct.pack("<4sI4s", b"LIST", 4 + len(entries), b"INFO") + entries


def _entry(name: bytes, text: str) -> bytes:
    data = text.encode() + b"\0"
    return struct.pack("<4sI", name, len(data)) + data + b"\0" * (len(data) % 2)
