"""The two ways in which the text of Kindle books is compressed."""

from __future__ import annotations

import struct
from collections.abc import Sequence

MAX_RECORD = 1024**2
"""Bytes that a record unpacks to: real ones have 4096."""

_DEEPEST = 32
"""Phrases of a dictionary that are made of phrases."""


class BrokenText(ValueError):
    """A record that does not unpack."""


def unpack_lz77(data: bytes) -> bytes:
    """PalmDOC: letters, pairs of a space and a letter, and pieces of what came before."""
    text = bytearray()
    at = 0
    while at < len(data):
        byte = data[at]
        at += 1
        if 1 <= byte <= 8:
            text += data[at : at + byte]
            at += byte
        elif byte < 0x80:
            text.append(byte)
        elif byte >= 0xC0:
            text += bytes((0x20, byte ^ 0x80))
        else:
            _repeat(text, byte << 8 | (data[at] if at < len(data) else 0))
            at += 1
    return bytes(text)


def _repeat(text: bytearray, pair: int) -> None:
    distance, length = (pair >> 3) & 0x7FF, (pair & 7) + 3
    if not 0 < distance <= len(text):
        return
    for _ in range(length):  # it may repeat what it is adding
        text.append(text[-distance])


class Huffman:
    """HUFF/CDIC: codes of up to 32 bits for phrases, which are compressed themselves.

    Raises:
        BrokenText: The tables are cut short.
    """

    def __init__(self, table: bytes, dictionaries: Sequence[bytes]) -> None:
        try:
            codes, limits = struct.unpack_from(">2L", table, 8)
            self._codes = [_code(entry) for entry in struct.unpack_from(">256L", table, codes)]
            bounds = struct.unpack_from(">64L", table, limits)
        except struct.error as error:
            raise BrokenText("its dictionary is cut short") from error
        self._lowest = [0, *(bounds[2 * n] << (31 - n) for n in range(32))]
        self._highest = [0, *(((bounds[2 * n + 1] + 1) << (31 - n)) - 1 for n in range(32))]
        self._phrases: list[tuple[bytes, bool]] = []
        for dictionary in dictionaries:
            self._phrases += _phrases(dictionary, len(self._phrases))

    def unpack(self, data: bytes, depth: int = 0) -> bytes:
        text = bytearray()
        left = 8 * len(data)
        bits = int.from_bytes(data, "big") << 32  # so that there are 32 bits to look at to the end
        while left > 0 and len(text) < MAX_RECORD:
            window = (bits >> left) & 0xFFFFFFFF
            length, highest = self._length_of(window)
            left -= length
            if left < 0:
                break
            text += self._phrase((highest - window) >> (32 - length), depth)
        return bytes(text)

    def _length_of(self, window: int) -> tuple[int, int]:
        """How many bits the code at the start of a window has, and the highest code of that length."""
        length, is_whole, highest = self._codes[window >> 24]
        if is_whole:
            return length, highest
        while length < 32 and window < self._lowest[length]:
            length += 1
        return length, self._highest[length]

    def _phrase(self, place: int, depth: int) -> bytes:
        if not 0 <= place < len(self._phrases) or depth > _DEEPEST:
            raise BrokenText("it refers to a phrase that is not there")
        phrase, is_plain = self._phrases[place]
        if is_plain:
            return phrase
        self._phrases[place] = (b"", True)  # a phrase within itself is nothing
        plain = self.unpack(phrase, depth + 1)
        self._phrases[place] = (plain, True)
        return plain


def _code(entry: int) -> tuple[int, bool, int]:
    length = max(entry & 0x1F, 1)
    return length, bool(entry & 0x80), (((entry >> 8) + 1) << (32 - length)) - 1


def _phrases(dictionary: bytes, known: int) -> list[tuple[bytes, bool]]:
    try:
        total, bits = struct.unpack_from(">2L", dictionary, 8)
        count = max(min(1 << min(bits, 16), total - known), 0)
        places = struct.unpack_from(f">{count}H", dictionary, 16)
    except struct.error as error:
        raise BrokenText("its dictionary is cut short") from error
    found = []
    for place in places:
        length = int.from_bytes(dictionary[16 + place : 18 + place], "big")
        found.append((dictionary[18 + place : 18 + place + (length & 0x7FFF)], bool(length & 0x8000)))
    return found
