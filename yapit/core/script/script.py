"""The chunks of a document as its listener wants to hear it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from yapit.core.document import Block, BlockKind, Document, MarkKind, Skip, Span, has_words
from yapit.core.hearing import Hearing
from yapit.core.prepare import Rewrite, claim
from yapit.core.script.announcements import announcement
from yapit.core.script.references import reference_rewrites
from yapit.core.script.tables import lines_of, row_rewrites
from yapit.core.skips import BLOCK_REASONS, find
from yapit.core.split import Boundary, Chunk, cut, sentences

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_BY_LINES = (BlockKind.TABLE, BlockKind.CODE)


class Script:
    """A document and a way of hearing it; what that makes of every character."""

    def __init__(self, document: Document, hearing: Hearing | None = None) -> None:
        self.document = document
        self.hearing = hearing or Hearing()
        findings = find(document, self.hearing.skip)
        self.skips = findings.skips
        """What is left out because the listener wants it left out, in order."""

        self._references = findings.references

        self._starts = [skip.span.start for skip in self.skips]
        self._rewrites = sorted(self._all_rewrites(), key=lambda rewrite: rewrite.source)
        self._places = [rewrite.source.start for rewrite in self._rewrites]

    @property
    def shown_only(self) -> tuple[Skip, ...]:
        """Blocks of which is said only that they are there, in order."""
        blocks = enumerate(self.document.blocks)
        return tuple(
            Skip(b.span, f"{b.kind}, only announced")
            for i, b in blocks
            if self._announcement(i) and not self._is_skipped(b.span)
        )

    def chunks(self, limit: int) -> tuple[Chunk, ...]:
        """Everything that is spoken, in chunks of at most `limit` characters."""
        return tuple(
            chunk for index in range(len(self.document.blocks)) for chunk in self.block_chunks(index, limit)
        )

    def block_chunks(self, index: int, limit: int) -> Iterator[Chunk]:
        """The chunks of one block; none where it is skipped or holds no word."""
        block = self.document.blocks[index]
        if self._is_skipped(block.span):
            return
        if said := self._announcement(index):
            yield self._announced(index, said, limit)
            return
        last = Boundary.HEADING if block.kind in _HEADS else Boundary.PARAGRAPH
        spoken = [whole for span in self._spans(block) if _is_said(whole := self._chunk(index, span))]
        for number, whole in enumerate(spoken):
            end = last if number == len(spoken) - 1 else Boundary.SENTENCE
            yield from cut(replace(whole, ends=end), limit)

    def _announcement(self, index: int) -> str:
        return announcement(self.document, index, self.hearing)

    def _announced(self, index: int, said: str, limit: int) -> Chunk:
        """What is said stands for the first line; it is what lights up."""
        text = self.document.text
        line = next(lines_of(text, self.document.blocks[index].span)).trimmed(text)
        place = Span(line.start, min(line.end, line.start + limit))
        rewrite = Rewrite(Span(0, len(place)), said)
        language = self.document.language
        return Chunk(index, place, place.of(text), Boundary.PARAGRAPH, language, (rewrite,))

    def _spans(self, block: Block) -> Iterable[Span]:
        text = self.document.text
        if block.kind in _BY_LINES:
            return (_row(text, line, block.kind) for line in lines_of(text, block.span))
        text, language = self._for_splitting(block.span), self.document.language
        found = (sentence for run in self._runs(block.span) for sentence in sentences(text, run, language))
        return (sentence.shift(block.span.start) for sentence in found)

    def _runs(self, block: Span) -> Iterator[Span]:
        """What of a block was told at once, each a text of its own; places are those of the block."""
        seams = self.document.seams
        within = seams[bisect_right(seams, block.start) : bisect_left(seams, block.end)]
        for start, end in pairwise([block.start, *within, block.end]):
            yield Span(start, end).shift(-block.start)

    def _for_splitting(self, span: Span) -> str:
        """The text with what is skipped blank, each formula and citation a word: none has a full stop."""
        text, parts, at = span.of(self.document.text), [], 0
        hidden = [(rewrite.source, " x"[bool(rewrite.spoken)]) for rewrite in self._within(span)]
        told = [(reference.shift(-span.start), "x") for reference in self._references_in(span)]
        for place, sign in sorted([*hidden, *told], key=lambda pair: (pair[0].start, -pair[0].end)):
            start, end = max(place.start, at), max(place.end, at)
            parts += [text[at:start], sign * (end - start)]
            at = end
        return "".join([*parts, text[at:]])

    def _references_in(self, span: Span) -> Sequence[Span]:
        first, last = (
            bisect_left(self._references, at, key=lambda s: s.start) for at in (span.start, span.end)
        )
        return self._references[first:last]

    def _chunk(self, index: int, span: Span) -> Chunk:
        rewrites = tuple(self._within(span))
        return Chunk(
            index, span, span.of(self.document.text), Boundary.SENTENCE, self.document.language, rewrites
        )

    def _within(self, span: Span) -> Iterator[Rewrite]:
        """The rewrites in a span, places counted from its start; one cut through is said where it begins."""
        first = max(bisect_right(self._places, span.start) - 1, 0)
        for rewrite in self._rewrites[first : bisect_left(self._places, span.end)]:
            start, end = max(rewrite.source.start, span.start), min(rewrite.source.end, span.end)
            if start < end:
                spoken = rewrite.spoken if start == rewrite.source.start else ""
                yield replace(rewrite, source=Span(start, end).shift(-span.start), spoken=spoken)

    def _all_rewrites(self) -> Iterator[Rewrite]:
        for skip in self.skips:
            yield Rewrite(skip.span, "")
        yield from self._formulas()
        for span in self._references:
            yield from reference_rewrites(self.document.text, span, self.document.language)
        for block in self.document.blocks:
            if block.kind is BlockKind.TABLE and not self._is_skipped(block.span):
                yield from row_rewrites(self.document.text, block)

    def _formulas(self) -> Iterator[Rewrite]:
        found = [mark for mark in self.document.marks if mark.kind is MarkKind.MATH and mark.source]
        if not found:
            return
        from yapit.core.math import said  # noqa: PLC0415 - only where there is a formula

        for mark in found:
            if not self._is_skipped(mark.span):
                yield Rewrite(mark.span, said(mark.source, self.document.language, self.hearing.math))

    def _is_skipped(self, span: Span) -> bool:
        """Whether all of it is left out."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self.skips[at].span.end >= span.end


def block_silence(document: Document, index: int, hearing: Hearing) -> str:
    """Why a block as a whole is not read, told by its kind alone and at once; empty where it is."""
    kind = document.blocks[index].kind
    reason = BLOCK_REASONS.get(kind)
    if reason is not None and reason in hearing.skip:
        return reason
    return f"{kind}, only announced" if announcement(document, index, hearing) else ""


def _row(text: str, line: Span, kind: BlockKind) -> Span:
    """A line without the white space at its ends, save the tabs that stand for empty first cells."""
    bare = line.trimmed(text)
    return Span(line.start, bare.end) if kind is BlockKind.TABLE else bare


def _is_said(chunk: Chunk) -> bool:
    return has_words(claim(chunk.text, chunk.rewrites)) or any(has_words(r.spoken) for r in chunk.rewrites)
