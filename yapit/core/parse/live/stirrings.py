"""Whether what was added to a text may make more of it certain: reading it costs more than looking."""

from __future__ import annotations

import re

from yapit.core.document import BlockKind

_SIGNS = re.compile(r"[\n.!?…।؟۔。！？]")
"""What ends a line or a sentence."""

_SIGNS_IN_PROSE = re.compile(r"[.!?…।؟۔。！？]|\n(?![^\W\d_])")
"""A line that begins with a letter only goes on with the one before."""

_WORDS = 3
"""Words after such a sign until what it is has been told; the first may be a tag or a sign."""

_NEAR = 64
"""Characters in which so many words are looked for."""

_SELDOM = 240
"""Characters after which all is read in any case."""

_FENCE_ENDS = re.compile(r"```|~~~")
_FENCE = 3

_TABLE_ENDS = re.compile(r"\n[ \t>]*(?:[^|\s>]|\n)")
"""A line that is no row, or is blank."""


class Stirrings:
    def __init__(self) -> None:
        self.is_due = False
        """The text is to be read: more of it may be certain than was."""

        self._unread = 0
        self._kind = BlockKind.PARAGRAPH

    def look(self, text: str, count: int) -> None:
        """Look at the last `count` characters of a text, which are new."""
        self._unread += count
        self.is_due |= self._may_tell(text, count)

    def read(self, kind: BlockKind) -> None:
        """The text was read, and the last block of it is of this kind."""
        self.is_due, self._unread, self._kind = False, 0, kind

    def _may_tell(self, text: str, count: int) -> bool:
        if self._kind is BlockKind.CODE:
            return _FENCE_ENDS.search(text, max(len(text) - count - _FENCE, 0)) is not None
        if self._kind is BlockKind.TABLE:
            return _TABLE_ENDS.search(text, max(len(text) - count - _NEAR, 0)) is not None
        new = text[len(text) - count :]
        if new.isascii() and not any(map(str.isspace, new)):
            return False
        signs = _SIGNS_IN_PROSE if self._kind is BlockKind.PARAGRAPH else _SIGNS
        return self._unread >= _SELDOM or signs.search(new) is not None or _is_near(signs, text)


def _is_near(signs: re.Pattern[str], text: str) -> bool:
    *before, after = signs.split(text[-_NEAR:])
    return bool(before or len(text) < _NEAR) and len(after.split()) <= _WORDS
