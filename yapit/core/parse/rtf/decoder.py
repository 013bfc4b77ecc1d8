"""Bytes in code pages and numbered characters to text, as they come one by one."""

from __future__ import annotations

from yapit.core.parse.symbols import from_symbol_font

_PRIVATE = range(0xE000, 0xF900)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


class Decoder:
    """Gathers what belongs together: bytes of one letter, halves of one character."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._high = 0
        self._to_skip = 0
        """Characters that stand there for readers who know no Unicode."""

    def bytes(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._bytes += data[skipped:]

    def number(self, number: int, replaced_by: int) -> str:
        """A character by its number, which may be negative; `replaced_by` characters after it are no text."""
        self._to_skip = replaced_by
        code = number + 0x10000 if number < 0 else number
        high, self._high = self._high, 0
        if code in _HIGH:
            self._high = code
            return ""
        if code in _LOW:
            return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else ""
        if code in _PRIVATE:
            return from_symbol_font(f"{code:X}")
        return chr(code) if 0x20 <= code < 0x110000 else ""

    def take(self, codec: str) -> str:
        """The text of the bytes so far."""
        if not self._bytes:
            return ""
        text = self._bytes.decode(codec, "replace")
        self._bytes.clear()
        return text.replace("\0", "")

    def forget_skip(self) -> None:
        """Replacements end where a word or a group does."""
        self._to_skip = 0
