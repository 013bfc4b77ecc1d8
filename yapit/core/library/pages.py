"""The rows in the pages of an SQLite file that SQLite itself refuses, each page for itself.

The format is SQLite's own description, https://sqlite.org/fileformat2.html: a leaf of a table begins with
13, then has the number of its cells and where each of them is; a cell is a length, a row number and a record.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

Field = str | bytes | int | float | None

_LEAF = 0x0D
_FILE_HEADER = 100
_SIZES = frozenset(1 << power for power in range(9, 17))
_USUAL_SIZE = 4096
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_WAL_HEADER = 32
_FRAME_HEADER = 24
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of an integer, by its type."""


def rows_in(data: bytes, wal: bytes = b"") -> Iterator[tuple[Field, ...]]:
    """Every row that can be read, of all tables; `wal` is what was not yet written back to the file."""
    pages = _paged(data, wal)
    for number, page in sorted(pages.content.items()):
        yield from _rows(page, pages, _FILE_HEADER if number == 1 else 0)


@dataclass(frozen=True, slots=True)
class _Pages:
    usable: int
    """Bytes of a page that hold anything."""

    content: dict[int, bytes] = field(default_factory=dict)


class _Unreadable(Exception):
    """These bytes are no row."""


def _paged(data: bytes, wal: bytes) -> _Pages:
    told = int.from_bytes(data[16:18], "big")
    size = 65536 if told == 1 else told
    if size not in _SIZES:
        size = _USUAL_SIZE
    reserved = data[20] if len(data) > 20 and data[20] < size - 480 else 0
    pages = _Pages(size - reserved)
    for at in range(0, len(data) - size + 1, size):
        pages.content[at // size + 1] = data[at : at + size]
    pages.content.update(_written_ahead(wal, size))
    return pages


def _written_ahead(wal: bytes, size: int) -> dict[int, bytes]:
    """The last committed state of each page in the write-ahead log."""
    if len(wal) < _WAL_HEADER or int.from_bytes(wal[:4], "big") not in _WAL_MAGIC:
        return {}
    committed: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    salts = wal[16:24]
    for at in range(_WAL_HEADER, len(wal) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        number, pages_after = struct.unpack_from(">II", wal, at)
        if wal[at + 8 : at + 16] != salts:
            break  # left over from before the log was begun anew
        pending[number] = wal[at + _FRAME_HEADER : at + _FRAME_HEADER + size]
        if pages_after:
            committed |= pending
            pending = {}
    return committed


def _rows(page: bytes, pages: _Pages, start: int) -> Iterator[tuple[Field, ...]]:
    if page[start] != _LEAF:
        return
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for cell in range(start + 8, min(start + 8 + 2 * count, len(page) - 1), 2):
        try:
            yield _record(_payload(page, int.from_bytes(page[cell : cell + 2], "big"), pages))
        except (_Unreadable, UnicodeDecodeError):
            continue  # this row is lost, the next may be whole


def _payload(page: bytes, at: int, pages: _Pages) -> bytes:
    """The record of a cell, with what stands in overflow pages."""
    length, at = _varint(page, at)
    _, at = _varint(page, at)
    usable = pages.usable
    if length > usable * len(pages.content):
        raise _Unreadable
    if length <= usable - 35:
        return page[at : at + length]
    least = (usable - 12) * 32 // 255 - 23
    local = least + (length - least) % (usable - 4)
    local = local if local <= usable - 35 else least
    parts = [page[at : at + local]]
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    for _ in range((length - local + usable - 5) // (usable - 4)):
        if following not in pages.content:
            raise _Unreadable
        overflow = pages.content[following]
        parts.append(overflow[4:usable])
        following = int.from_bytes(overflow[:4], "big")
    return b"".join(parts)[:length]


def _record(payload: bytes) -> tuple[Field, ...]:
    header, at = _varint(payload, 0)
    if header > len(payload):
        raise _Unreadable
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    fields: list[Field] = []
    for kind in kinds:
        size = _size(kind)
        if at + size > len(payload):
            raise _Unreadable
        fields.append(_field(kind, payload[at : at + size]))
        at += size
    return tuple(fields)


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return 8 if kind == 7 else _INTEGERS.get(kind, 0)


def _field(kind: int, data: bytes) -> Field:
    if kind >= 12:
        return data.decode("utf-8") if kind % 2 else data
    if kind in _INTEGERS:
        return int.from_bytes(data, "big", signed=True)
    if kind == 7:
        number: float = struct.unpack(">d", data)[0]
        return number
    if kind in (8, 9):
        return kind - 8
    if kind == 0:
        return None
    raise _Unreadable


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for count, byte in enumerate(data[at : at + 9], start=1):
        if count == 9:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count
    raise _Unreadable
