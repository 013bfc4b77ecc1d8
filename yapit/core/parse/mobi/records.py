"""The records of a Palm database, and what the first of a Kindle book says of it."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from yapit.core.errors import SourceError
from yapit.core.parse.archive import DAMAGED
from yapit.core.parse.source import Source

_ENTRIES = 78
_NONE = 0xFFFFFFFF
_AUTHOR, _BOUNDARY, _TITLE, _LANGUAGE = 100, 121, 503, 524
_HAS_EXTRA = 0x40
_MOST_EXTRA = 1000
"""Entries of metadata."""


class Records:
    """The parts of the file by number; one that is not there is empty."""

    def __init__(self, source: Source) -> None:
        self._data = source.data
        count = number(source.data, 76, 2)
        starts = [number(source.data, _ENTRIES + 8 * place, 4) for place in range(count)]
        self._starts = [min(start, len(source.data)) for start in starts] + [len(source.data)]

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, place: int) -> bytes:
        if not 0 <= place < len(self):
            return b""
        return self._data[self._starts[place] : max(self._starts[place + 1], self._starts[place])]


@dataclass(frozen=True, slots=True)
class Header:
    first: int
    """The record that this was read from; those of the text follow it."""

    compression: int
    text_records: int
    encryption: int
    codec: str = "cp1252"
    version: int = 0
    huff: int = 0
    """Number of the first record of the dictionary that the text is compressed with."""

    huff_count: int = 0
    trailers: int = 0
    """A bit for each kind of data that follows the text of a record."""

    flows: int = 0
    """The record that tells the text from the style sheets and pictures after it, in newer books."""

    newer: int = 0
    """Where the header of the newer form of the book is, in a file that holds both."""

    title: str = ""
    author: str = ""
    language: str = ""


def read_header(records: Records, first: int, label: str) -> Header:
    """What a book's first record says.

    Raises:
        SourceError: It is cut short.
    """
    data = records[first]
    if len(data) < 16:
        raise SourceError(f"{label} is a damaged Kindle book", cure=DAMAGED)
    plain = Header(first, number(data, 0, 2), number(data, 8, 2), number(data, 12, 2))
    if data[16:20] != b"MOBI":
        return plain
    codec = "utf-8" if number(data, 28, 4) == 65001 else "cp1252"
    extra = _extra(data)
    named = data[number(data, 84, 4) :][: min(number(data, 88, 4), 1000)]
    version = number(data, 36, 4)
    return Header(
        first,
        plain.compression,
        plain.text_records,
        plain.encryption,
        codec,
        version,
        number(data, 112, 4),
        number(data, 116, 4),
        number(data, 242, 2) if number(data, 20, 4) >= 228 else 0,
        number(data, 192, 4) if version >= 8 else 0,
        _boundary(extra),
        extra.get(_TITLE, named).decode(codec, "replace"),
        extra.get(_AUTHOR, b"").decode(codec, "replace"),
        extra.get(_LANGUAGE, b"").decode("ascii", "replace"),
    )


def _extra(data: bytes) -> dict[int, bytes]:
    """Metadata by the numbers of their kinds; of several authors all."""
    found: dict[int, bytes] = {}
    if not number(data, 128, 4) & _HAS_EXTRA:
        return found
    at = 16 + number(data, 20, 4)
    if data[at : at + 4] != b"EXTH":
        return found
    count, at = number(data, at + 8, 4), at + 12
    for _ in range(min(count, _MOST_EXTRA)):
        kind, length = number(data, at, 4), number(data, at + 4, 4)
        value = data[at + 8 : at + max(length, 8)]
        found[kind] = found[kind] + b", " + value if kind == _AUTHOR and kind in found else value
        at += max(length, 8)
    return found


def _boundary(extra: dict[int, bytes]) -> int:
    said = number(extra.get(_BOUNDARY, b""), 0, 4)
    return 0 if said == _NONE else said


def number(data: bytes, at: int, size: int) -> int:
    """A number at a place, the highest byte first; 0 beyond the end."""
    piece = data[at : at + size]
    if len(piece) < size:
        return 0
    return int(struct.unpack(">H" if size == 2 else ">I", piece)[0])
