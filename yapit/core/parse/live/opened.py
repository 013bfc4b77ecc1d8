"""The source that may still go on, read against what was told of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from yapit.core.document import BlockKind
from yapit.core.parse.live.certainty import texts
from yapit.core.parse.live.pieces import Markup, Piece, Reading, continued, glued
from yapit.core.parse.live.told import Told

_LONGEST = 8_192
"""Characters of a block that goes on and on, such as the lines of a log, until a new one is begun."""

_LONG = 200
"""Characters of a paragraph that were told, from which on they are not read again and again."""

_BEGINNERS = "*_~`[]"
"""Signs that would begin something anew, were they the first of a source."""

_GO_ON = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.FOOTNOTE))

_SIGNS = re.compile(r"[\s>]*[-+*=_#~`|:!\[ ]*\Z")

_UNSURE = re.compile(r"[\s>]*(?:[-+*=_#~`|:!\[ ]*|\d{1,9}[.)]?)[ \t]*\Z")
"""The beginning of a line that may be of any kind: `1.` of a list, `-` of a line below a heading."""


class OpenSource:
    def __init__(self, told: Told) -> None:
        self.text = ""
        """From the beginning of the last block on that may not be over."""

        self.released = 0
        """So many characters of it were told."""

        self.base = 0
        """The first block that was told of it, counted in all that was told."""

        self.markup = Markup({})
        self._told = told
        self._begun: Piece | None = None
        """The block that the source goes on with, as it was told before, where it begins in mid-block."""

        self._between = ""
        """What stands between that and what the source begins with."""

        self._has_stand_in = False
        """The first character of the source is the last of that block, and stands for it."""

    def add(self, text: str) -> None:
        r"""Append characters; `\r` begins the line anew, `\b` takes one back, where they were not told."""
        for part in re.split(r"([\r\b])", text):
            if part in ("\r", "\b"):
                line = self.text.rfind("\n") + 1
                at = line if part == "\r" else max(line, len(self.text) - 1)
                self.text = self.text[: max(at, self.released)]
            else:
                self.text += part

    def with_words(self) -> str:
        """The source without a last line that is nothing but the beginning of signs, such as a fence's."""
        head, line_end, line = self.text.rpartition("\n")
        return self._from_told(f"{head}{line_end}" if _SIGNS.fullmatch(line) else self.text)

    def sure(self) -> str:
        """The source without the last lines of which the kind cannot be told yet."""
        head, line_end, line = self.text.rpartition("\n")
        sure = f"{head}{line_end}" if _UNSURE.fullmatch(line) else self.text
        return self._from_told(_without_table_head(sure))

    def _from_told(self, source: str) -> str:
        return source if len(source) >= self.released else self.text[: self.released]

    def read(self, source: str, *, ended: bool = False) -> Reading:
        """What a source holds that begins as this one does, with the block that it goes on with."""
        reading = self.markup.read(source, ended=ended)
        if self._begun is None:
            return reading
        before, pieces = self._begun, reading.pieces
        if self._has_stand_in:
            return replace(reading, pieces=(*continued(before, pieces[:1]), *pieces[1:]))
        if pieces and pieces[0].kind is BlockKind.PARAGRAPH:
            return replace(reading, pieces=(glued(before, self._between, pieces[0]), *pieces[1:]))
        return replace(reading, pieces=(replace(before, start=0), *pieces))

    def agrees(self, pieces: Sequence[Piece]) -> bool:
        """Whether what was told is the beginning of what stands there."""
        told = self._told.pieces[self.base :]
        if not told:
            return True
        last = len(told) - 1
        same = texts(told[:last]) == texts(pieces[:last])
        return same and last < len(pieces) and pieces[last].text.startswith(told[last].text)

    def is_over(self, source: str, pieces: Sequence[Piece]) -> bool:
        """Whether a word that came now would belong to another block than the last."""
        if not source.endswith("\n"):
            return False
        after = self.read(f"{source}x").pieces
        return len(after) > len(pieces) and texts(after[: len(pieces)]) == texts(pieces)

    def begun(self, number: int) -> int:
        """How many characters of a block of this source were told."""
        index = self.base + number
        return len(self._told.pieces[index].text) if index < len(self._told.pieces) else 0

    def forget(self, reading: Reading) -> None:
        """Drop what is over and told: nothing that comes can change it."""
        group = reading.last_group
        if 0 < group <= self.released:
            self.markup.remember(self.text[:group])
            self.base += sum(piece.start < group for piece in reading.pieces)
            self.text = self.text[group:]
            self.released -= group
            self._begun, self._has_stand_in = None, False
        elif self._goes_on_and_on():
            self.cut()
            self._begun, self.base = None, len(self._told.pieces)  # or a block would grow without end
        elif group == 0 and len(reading.pieces) == 1 and self.released > _LONG:
            self._shorten()

    def _goes_on_and_on(self) -> bool:
        if self._has_stand_in:
            return self.begun(0) > _LONGEST
        return len(self.text) > _LONGEST and self.released > _LONGEST // 2

    def _shorten(self) -> None:
        """Let the last character that was told stand for its paragraph, where no emphasis is open in that."""
        before, told = self.text[: self.released], self._told.pieces[-1]
        if told.kind is not BlockKind.PARAGRAPH or before[-1] != told.text[-1] or before[-1] in _BEGINNERS:
            return
        if self.read(before, ended=True).pieces != (told,):
            return
        self.markup.remember(before)
        self._begun, self._has_stand_in = told, True
        self.text, self.released = self.text[self.released - 1 :], 1

    def cut(self) -> None:
        """Begin anew at what was not told; that may go on with the last block."""
        before, self.text = self.text[: self.released], self.text[self.released :]
        self.released = 0
        self.markup.remember(before)
        goes_on = self._goes_on_after(before)
        self.base = len(self._told.pieces) - goes_on
        is_in_word = not (before[-1:].isspace() or self.text[:1].isspace())
        self._between = "" if is_in_word else " "
        self._begun = self._told.pieces[-1] if goes_on else None
        self._has_stand_in = False

    def _goes_on_after(self, before: str) -> bool:
        if not self._told.pieces:
            return False
        is_prose = self._told.pieces[-1].kind in _GO_ON
        return (is_prose and not before.endswith("\n\n")) or not before.endswith("\n")


def _without_table_head(source: str) -> str:
    """The source without a last line that may head a table: the line below it tells."""
    lines = source.removesuffix("\n").rsplit("\n", 2)
    is_row = [line.lstrip(" >").startswith("|") for line in lines[-2:]]
    return source[: source.rstrip("\n").rfind("\n") + 1] if is_row in ([True], [False, True]) else source
