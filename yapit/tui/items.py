"""What of a document is shown, piece by piece, as flat arrays: a longer document adds only what is new."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator

from yapit.core.document import BlockKind, Document, Span
from yapit.core.hearing import Hearing
from yapit.core.script import block_silence
from yapit.tui.line import Item

KEPT = (BlockKind.CODE, BlockKind.TABLE)
"""Kinds whose line ends and columns mean something."""

LONG = 8_000
"""Characters; a longer block is laid out in parts, so that none of it is waited for long."""

_SPACE, _NO_SPACE, _LINE_END = re.compile(r"\s"), re.compile(r"\S"), re.compile("\n")
_MOST_KEPT = 1024
_FIRST = 1 << 40
# Added to a block's index where a piece is not its first part.


class Items:
    """In the order of the text; every character that is no white space is in exactly one."""

    def __init__(self, document: Document, hearing: Hearing | None = None) -> None:
        self.document = Document("", ())
        self._hearing = hearing or Hearing()
        self._starts = array("Q")
        self._ends = array("Q")
        self._owners = array("q")  # index of the block (+ _FIRST in its later parts), or ~index of the gap
        self._made: dict[int, Item] = {}
        self._silences: dict[int, str] = {}
        self.taken_back = 0
        """How often the last block turned out to go on, and is another now."""

        self.extend(document)

    def extend(self, document: Document) -> None:
        """Take in what a document has beyond the one before, which it begins with: its last block, too."""
        blocks, gaps, seen = document.blocks, document.gaps, len(self.document.text)
        known = len(self.document.blocks)
        if known and blocks[known - 1].span.end > seen:
            known -= 1
            self._take_back(known)
        new = [(blocks[i].span, i) for i in range(known, len(blocks))]
        first_gap = bisect_left(gaps, seen, key=lambda gap: gap.span.start)
        new += [(gaps[i].span, ~i) for i in range(first_gap, len(gaps)) if gaps[i].reason != "space"]
        self.document = document
        for span, owner in sorted(new):
            self._add(span, owner)

    def _take_back(self, block: int) -> None:
        """Forget the last block: it has become longer."""
        self.taken_back += 1
        self._silences.pop(block, None)
        while self._owners and self._owners[-1] >= 0 and self._owners[-1] % _FIRST == block:
            self._made.pop(len(self._owners) - 1, None)
            for each in (self._starts, self._ends, self._owners):
                each.pop()

    @property
    def hearing(self) -> Hearing:
        return self._hearing

    @hearing.setter
    def hearing(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._made.clear()
        self._silences.clear()

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Item:
        item = self._made.get(index)
        if item is None:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            item = self._made[index] = self._make(index)
        return item

    def start(self, index: int) -> int:
        return self._starts[index]

    def size(self, index: int) -> int:
        """How many characters it has."""
        return self._ends[index] - self._starts[index]

    def _make(self, index: int) -> Item:
        span, owner = Span(self._starts[index], self._ends[index]), self._owners[index]
        if owner < 0:
            return Item(span, BlockKind.FURNITURE, silence=self.document.gaps[~owner].reason)
        number = owner % _FIRST
        block = self.document.blocks[number]
        silence = self._silence(number, keep=owner >= _FIRST)
        return Item(span, block.kind, block.level, silence, number, owner >= _FIRST)

    def _silence(self, number: int, *, keep: bool) -> str:
        """A long block is looked at once as a whole, not again for each of its parts."""
        if number in self._silences:
            return self._silences[number]
        silence = block_silence(self.document, number, self._hearing)
        if keep:
            self._silences[number] = silence
        return silence

    def _add(self, whole: Span, owner: int) -> None:
        text = self.document.text
        span = whole.trimmed(text)
        if not span:
            return
        keep = owner >= 0 and self.document.blocks[owner].kind in KEPT
        if keep:  # the first line's indent belongs to it
            lead = text[whole.start : span.start]
            span = Span(whole.start + lead.rfind("\n") + 1, span.end)
        for number, part in enumerate(_parts(text, span, keep=keep)):
            self._starts.append(part.start)
            self._ends.append(part.end)
            self._owners.append(owner + _FIRST if number and owner >= 0 else owner)


def _parts(text: str, span: Span, *, keep: bool) -> Iterator[Span]:
    """A block whole, or where it is long, cut at white space; one that is kept, at the ends of its lines."""
    start = span.start
    while span.end - start > LONG:
        goal = start + LONG
        found = (_LINE_END if keep else _SPACE).search(text, goal, min(goal + LONG, span.end))
        cut, after = found.span() if found else (_whole_glyph(text, goal, span.end),) * 2
        yield Span(start, cut)
        start = after if keep else _after_space(text, after, span.end)
    if start < span.end:
        yield Span(start, span.end)


def _after_space(text: str, at: int, end: int) -> int:
    found = _NO_SPACE.search(text, at, end)
    return found.start() if found else end


def _whole_glyph(text: str, at: int, end: int) -> int:
    """From `at` on, the first place where nothing is cut that is drawn as one."""
    letters = ("Lu", "Ll", "Lo", "Nd")
    while at < end and (unicodedata.category(text[at]) not in letters or text[at - 1] == "\u200d"):
        at += 1
    return at
