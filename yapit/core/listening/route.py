"""Where a step leads: words, sentences, paragraphs, headings, chapters and pages, forth and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import chain

from yapit.core.document import BlockKind, Document, Skip, Span, word_spans
from yapit.core.growth import Known, growing
from yapit.core.hearing import Hearing
from yapit.core.outline import Entry, chapters_of, current, outline
from yapit.core.script import block_silence
from yapit.core.split import Chunk

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)


class Step(StrEnum):
    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CHAPTER = "chapter"
    PAGE = "page"


class Route:
    """What is there of a document, how it is heard, and the way through it.

    Places are offsets into the document's text.
    """

    def __init__(self, known: Known) -> None:
        self.document = known.document
        self.places = known.places
        self.hearing = known.hearing
        self.skips = known.skips

    @cached_property
    def outline(self) -> Sequence[Entry]:
        """Chapters and what is within them, by the source's outline or by the headings."""
        return outline(self.document, self.places.chars_before if self.places.chunks else None)

    @cached_property
    def chapters(self) -> Sequence[Entry]:
        """Of the outline, the highest level that has more than one: a title is no chapter."""
        return chapters_of(self.outline)

    def skip_at(self, place: int) -> Skip | None:
        """What is skipped, or only announced, at a place; None where it is spoken."""
        found = bisect_right(self.skips, place, key=lambda skip: skip.span.start) - 1
        if found >= 0 and place < self.skips[found].span.end:
            return self.skips[found]
        block = self.document.block_at(place)
        why = block_silence(self.document, block, self.hearing) if self.document.blocks else ""
        return Skip(self.document.blocks[block].span, why) if why else None

    def skip_near(self, span: Span) -> Skip | None:
        """The first that is skipped within a span; else the nearest before it, in this paragraph or above."""
        found = bisect_left(self.skips, span.start, key=lambda skip: skip.span.end - 1)
        if found < len(self.skips) and self.skips[found].span.start < span.end:
            return self.skips[found]
        before = self.skips[found - 1] if found else None
        for block in range(self.document.block_at(span.start), -1, -1):
            start = self.document.blocks[block].span.start
            if before is not None and before.span.end > start:
                return before
            if why := block_silence(self.document, block, self.hearing):
                return Skip(self.document.blocks[block].span, why)
        return before

    def chapter_at(self, place: int) -> int | None:
        """Index in `chapters` of the one that a place is in; None before the first."""
        found = current(self.chapters, place)
        return found if found >= 0 else None

    def page_at(self, place: int) -> int | None:
        """The page of a place, where the source has pages."""
        return self.document.blocks[self.document.block_at(place)].page if self.document.blocks else None

    @property
    def pages(self) -> int:
        """The last page that is there; 0 where the source has no pages."""
        numbers, _ = self._page_starts
        return numbers[-1] if numbers else 0

    def page_start(self, page: int) -> int | None:
        """Where a page begins, or the first one after it that holds anything; None beyond the last."""
        numbers, starts = self._page_starts
        at = bisect_left(numbers, page)
        return starts[at] if at < len(numbers) else None

    def destination(self, step: Step, here: int, by: int) -> int:
        """The place that a step on (1) or back (-1) leads to; `here` where there is nowhere to go."""
        if step is Step.WORD:
            return self._word(here, by)
        if step is Step.SENTENCE:
            return self.places.sentence_after(here, by)
        if step is Step.PARAGRAPH:
            return self.places.block_after(here) if by > 0 else self.places.block_before(here)
        return self._stop(self._stops(step), here, by)

    def _stops(self, step: Step) -> Sequence[int]:
        if step is Step.PAGE:
            return self._page_starts[1]
        if step is Step.CHAPTER:
            return [chapter.span.start for chapter in self.chapters]
        return self._headings

    def _stop(self, stops: Sequence[int], here: int, by: int) -> int:
        """Back begins what is being read again, where its first sentence is over."""
        if by > 0:
            after = bisect_right(stops, here)
            return stops[after] if after < len(stops) else here
        at = bisect_right(stops, here) - 1
        if at < 0:
            return 0
        first = self.places.sentence_at(stops[at])
        return stops[at - 1] if at and here < first.end else stops[at]

    def _word(self, here: int, by: int) -> int:
        chunks = self.places.chunks
        index = self.places.chunk_from(here)
        words = [word.start for word in said_words(chunks[index])]
        at = bisect_right(words, here) if by > 0 else bisect_left(words, here) - 1
        if 0 <= at < len(words):
            return words[at]
        near = index + by
        if not 0 <= near < len(chunks):
            return here
        beyond = [word.start for word in said_words(chunks[near])] or [chunks[near].span.start]
        return beyond[0 if by > 0 else -1]

    @cached_property
    def _headings(self) -> Sequence[int]:
        return [block.span.start for block in self.document.blocks if block.kind in _HEADS]

    @cached_property
    def _page_starts(self) -> tuple[Sequence[int], Sequence[int]]:
        numbers: list[int] = []
        starts: list[int] = []
        for block in self.document.blocks:
            if block.page is not None and (not numbers or block.page > numbers[-1]):
                numbers.append(block.page)
                starts.append(block.span.start)
        return numbers, starts


def routes(
    document: Document, more: Iterable[Document], hearing: Callable[[], Hearing], limit: int
) -> Iterator[Route]:
    """Through a document as far as it is there, and through the longer ones that follow."""
    return map(Route, growing(chain([document], more), hearing, limit))


def said_words(chunk: Chunk) -> list[Span]:
    """The words of a chunk as they stand in the document, without those that are skipped."""
    silent = [rewrite.source for rewrite in chunk.rewrites if not rewrite.spoken]
    words = word_spans(chunk.text)
    said = [w for w in words if not any(s.start <= w.start and w.end <= s.end for s in silent)]
    return [word.shift(chunk.span.start) for word in said]
