"""The way through a document in the order it is spoken: chunks, the sentences they make up, blocks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, pairwise

from yapit.core.document import Span
from yapit.core.split import WITHIN_SENTENCE, Chunk


class Places:
    """Places are offsets into `Document.text`; a step beyond either end stays at that end."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks
        self._ends = [chunk.span.end for chunk in chunks]
        heads = [i for i in range(len(chunks)) if _begins_sentence(chunks, i)]
        self._sentences = [
            Span(chunks[first].span.start, chunks[after - 1].span.end)
            for first, after in pairwise([*heads, len(chunks)])
        ]
        self._starts = [sentence.start for sentence in self._sentences]
        self._before = [0, *accumulate(len(chunk.span) for chunk in chunks)]

    @property
    def total_chars(self) -> int:
        """Characters that are spoken."""
        return self._before[-1]

    def chunk_from(self, place: int) -> int:
        """Index of the chunk at a place, or of the next one; of the last where none follows."""
        return max(0, min(bisect_right(self._ends, place), len(self.chunks) - 1))

    def chunks_from(self, place: int) -> Iterator[Chunk]:
        """The chunks from a place to the end."""
        return islice(self.chunks, bisect_right(self._ends, place), None)

    def sentence_at(self, place: int) -> Span:
        """The sentence whose chunk `chunk_from` finds. There must be one."""
        return self._sentences[self._number(place)]

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
