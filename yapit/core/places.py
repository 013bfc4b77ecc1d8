"""The way through a document in the order it is spoken: chunks, the sentences they make up, blocks."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from yapit.core.document import Span
from yapit.core.split import WITHIN_SENTENCE, Chunk


class Places:
    """Places are offsets into `Document.text`; a step beyond either end stays at that end.

    `before` are the places of the beginning of the same document, or of as much as was known of it:
    where its chunks begin these, only the others are looked at.
    """

    def __init__(self, chunks: Sequence[Chunk], *, before: Places | None = None) -> None:
        self.chunks = chunks
        self._ends = array("q")
        self._before = array("q", [0])  # spoken characters before each chunk
        self._starts = array("q")  # of sentences
        self._sentence_ends = array("q")
        if before is not None and chunks[: len(before.chunks)] == before.chunks:
            self._take_over(before)
        for index in range(len(self._ends), len(chunks)):
            self._add(index)

    def _take_over(self, before: Places) -> None:
        self._ends += before._ends
        self._before = before._before[:]
        self._starts += before._starts
        self._sentence_ends += before._sentence_ends

    def _add(self, index: int) -> None:
        span = self.chunks[index].span
        self._ends.append(span.end)
        self._before.append(self._before[-1] + len(span))
        if _begins_sentence(self.chunks, index):
            self._starts.append(span.start)
            self._sentence_ends.append(span.end)
        else:
            self._sentence_ends[-1] = span.end

    @property
    def total_chars(self) -> int:
        """Characters that are spoken."""
        return self._before[-1]

    def reaches(self, place: int) -> bool:
        """Whether so much is known that a place, or what is spoken after it, is among it."""
        return bool(self._ends) and place < self._ends[-1]

    def chunk_from(self, place: int) -> int:
        """Index of the chunk at a place, or of the next one; of the last where none follows."""
        return max(0, min(bisect_right(self._ends, place), len(self.chunks) - 1))

    def chunks_from(self, place: int) -> Iterator[Chunk]:
        """The chunks from a place to the end."""
        first = bisect_right(self._ends, place)
        return (self.chunks[index] for index in range(first, len(self.chunks)))

    def sentence_at(self, place: int) -> Span:
        """The sentence whose chunk `chunk_from` finds. There must be one."""
        number = self._number(place)
        return Span(self._starts[number], self._sentence_ends[number])

    def sentence_after(self, place: int, by: int = 1) -> int:
        """Where the sentence `by` further on begins; by -1, the one before."""
        number = self._number(place) + by
        return self._starts[max(0, min(number, len(self._starts) - 1))]

    def block_after(self, place: int) -> int:
        """Where the next spoken block begins; `place` in the last."""
        block = self.chunks[self.chunk_from(place)].block
        after = bisect_right(self.chunks, block, key=lambda chunk: chunk.block)
        return self.chunks[after].span.start if after < len(self.chunks) else place

    def block_before(self, place: int) -> int:
        """Where this block begins, or the one before it where `place` is in its first sentence."""
        first = self._first_of(self.chunks[self.chunk_from(place)].block)
        if first and place < self.sentence_at(self.chunks[first].span.start).end:
            first = self._first_of(self.chunks[first - 1].block)
        return self.chunks[first].span.start

    def chars_before(self, place: int) -> int:
        """Spoken characters before a place."""
        index = self.chunk_from(place)
        span = self.chunks[index].span
        return self._before[index] + max(0, min(place, span.end) - span.start)

    def _first_of(self, block: int) -> int:
        return bisect_left(self.chunks, block, key=lambda chunk: chunk.block)

    def _number(self, place: int) -> int:
        start = self.chunks[self.chunk_from(place)].span.start
        return bisect_right(self._starts, start) - 1


def _begins_sentence(chunks: Sequence[Chunk], index: int) -> bool:
    if index == 0:
        return True
    before = chunks[index - 1]
    return before.block != chunks[index].block or before.ends not in WITHIN_SENTENCE
