"""The text of a Kindle book: its records unpacked and joined, within bounds."""

from __future__ import annotations

from collections.abc import Callable

from yapit.core.errors import SourceError
from yapit.core.parse.formats import Progress
from yapit.core.parse.mobi.compression import BrokenText, Huffman, unpack_lz77
from yapit.core.parse.mobi.records import Header, Records, number

MAX_BOOK_BYTES = 32 * 1024**2
"""Six times the Bible; unpacking that much takes half a minute."""

_PLAIN, _LZ77, _HUFFMAN = 1, 2, 17480
_CURE = "Convert it first with: ebook-convert book.mobi book.epub"


def read_text(records: Records, header: Header, label: str, on_progress: Progress) -> bytes:
    """The markup of the book. A broken record is passed over.

    Raises:
        SourceError: It is compressed in an unknown way, or unpacks to more than a book holds.
    """
    unpack = _unpacker(records, header, label)
    pieces: list[bytes] = []
    size = 0
    for place in range(header.text_records):
        on_progress(place, header.text_records)
        piece = _unpacked(unpack, without_trailers(records[header.first + 1 + place], header.trailers))
        size += len(piece)
        if size > MAX_BOOK_BYTES:
            limit = MAX_BOOK_BYTES // 1024**2
            raise SourceError(f"{label} unpacks to more than {limit} MB", cure="It is no book.")
        pieces.append(piece)
    return _first_flow(records, header, b"".join(pieces))


def _unpacker(records: Records, header: Header, label: str) -> Callable[[bytes], bytes]:
    if header.compression == _PLAIN:
        return bytes
    if header.compression == _LZ77:
        return unpack_lz77
    if header.compression != _HUFFMAN:
        raise SourceError(f"{label} is compressed in an unknown way", cure=_CURE)
    first = header.first + header.huff
    try:
        return Huffman(
            records[first], [records[first + n] for n in range(1, min(header.huff_count, 256))]
        ).unpack
    except BrokenText as error:
        raise SourceError(f"{label} is damaged: {error}", cure=_CURE) from error


def _unpacked(unpack: Callable[[bytes], bytes], data: bytes) -> bytes:
    try:
        return unpack(data)
    except BrokenText:
        return b""


def without_trailers(data: bytes, flags: int) -> bytes:
    """A record without what follows its text; each trailer ends with its own length."""
    for bit in range(15, 0, -1):
        if flags >> bit & 1:
            data = data[: max(len(data) - _trailer_length(data), 0)]
    if flags & 1 and data:
        data = data[: max(len(data) - (data[-1] & 3) - 1, 0)]
    return data


def _trailer_length(data: bytes) -> int:
    """A number in up to four bytes of seven bits; the first has its high bit set."""
    length = 0
    for byte in data[-4:]:
        if byte & 0x80:
            length = 0
        length = length << 7 | byte & 0x7F
    return length


def _first_flow(records: Records, header: Header, text: bytes) -> bytes:
    """What is read, without the style sheets and drawings that newer books keep behind it."""
    table = records[header.first + header.flows] if header.flows else b""
    if table[:4] != b"FDST":
        return text
    end = number(table, 16, 4)
    return text[:end] if 0 < end <= len(text) else text
