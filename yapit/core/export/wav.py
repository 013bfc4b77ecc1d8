"""WAV: 16-bit mono; RF64 (EBU Tech 3306) where it grows past the 4 GiB that a WAV header can count."""

from __future__ import annotations

import struct

from yapit.core.audio import Samples, to_pcm16
from yapit.core.export.part import PartFile

_DS64 = struct.Struct("<4sIQQQI")
"""RF64's 64-bit sizes; a chunk called JUNK keeps the place until it is known whether they are needed."""

_HEAD = 12 + _DS64.size + 24 + 8
_COUNTABLE = 0xFFFF_FFFF


class WavFile:
    """The header's sizes are written when the file is finished."""

    def __init__(self, file: PartFile, sample_rate: int, *, countable: int = _COUNTABLE) -> None:
        """`countable`: the largest size in bytes that goes into a plain WAV header."""
        self._file = file
        self._rate = sample_rate
        self._countable = countable
        self._bytes = 0
        file.write(self._head())

    def write(self, samples: Samples) -> None:
        data = to_pcm16(samples).astype("<i2").tobytes()
        self._file.write(data)
        self._bytes += len(data)

    def finish(self) -> None:
        self._file.seek(0)
        self._file.write(self._head())

    def close(self) -> None: ...

    def _head(self) -> bytes:
        riff = _HEAD - 8 + self._bytes
        if riff <= self._countable:
            start = struct.pack("<4sI4s", b"RIFF", riff, b"WAVE")
            sizes = _DS64.pack(b"JUNK", _DS64.size - 8, 0, 0, 0, 0)
            count = self._bytes
        else:
            start = struct.pack("<4sI4s", b"RF64", _COUNTABLE, b"WAVE")
            sizes = _DS64.pack(b"ds64", _DS64.size - 8, riff, self._bytes, self._bytes // 2, 0)
            count = _COUNTABLE
        form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, self._rate, self._rate * 2, 2, 16)
        return start + sizes + form + struct.pack("<4sI", b"data", count)
