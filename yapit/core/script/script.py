"""The chunks of a document as its listener wants to hear it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from yapit.core.document import Block, BlockKind, Document, MarkKind, Skip, Span, has_words
from yapit.core.hearing import Hearing
from yapit.core.prepare import Rewrite, claim
from yapit.core.rules import ruleset
from yapit.core.script.announcements import announcement
from yapit.core.script.passage import Passage, blocks_alike
from yapit.core.script.references import reference_rewrites
from yapit.core.script.ruling import Ruling, ruled
from yapit.core.script.tables import lines_of, row_rewrites
from yapit.core.skips import BLOCK_REASONS, Findings, Search
from yapit.core.split import Boundary, Chunk, cut, sentences

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_BY_LINES = (BlockKind.TABLE, BlockKind.CODE)

_Told = tuple[Span, str, tuple[Rewrite, ...]]
"""A sentence or row: where it stands, as it stands there, and what of it is said otherwise."""


class Script:
    """A document and a way of hearing it; what that makes of every character.

    Each block is worked out when it is asked for, and once. `before` is the script of the document
    that this one begins with: what it knows and what still holds is taken over.
    """

    def __init__(
        self, document: Document, hearing: Hearing | None = None, *, before: Script | None = None
    ) -> None:
        self.document = document
        self.hearing = hearing or Hearing()
        self.rules = ruleset(self.hearing.rules)
        """The listener's, compiled; those that cannot be used are `rules.left_out`."""

        self._search = Search(document, self.hearing.skip)
        self._passages: list[Passage | None] = []
        self._earlier: Sequence[Passage | None] = ()
        """Passages of the script before that hold where the same is found in their blocks."""

        if before is not None and before.hearing == self.hearing:
            known = before._passages[: blocks_alike(before.document, document)]
            if before._search.bibliography == self._search.bibliography:
                self._passages = known
            else:
                self._earlier = known
        self._passages += [None] * (len(document.blocks) - len(self._passages))

    @cached_property
    def skips(self) -> tuple[Skip, ...]:
        """What is left out because the listener wants it left out, in order."""
        return self.skips_of(len(self.document.blocks))

    def skips_of(self, blocks: int) -> tuple[Skip, ...]:
        """Those in the first so many blocks."""
        passages = map(self._passage, range(blocks))
        return tuple(skip for passage in passages for skip in passage.findings.skips)

    @property
    def shown_only(self) -> tuple[Skip, ...]:
        """Blocks of which is said only that they are there, in order."""
        blocks = enumerate(self.document.blocks)
        return tuple(
            Skip(b.span, f"{b.kind}, only announced")
            for i, b in blocks
            if self._announcement(i) and not self._passage(i).findings.skip_all_of(b.span)
        )

    def chunks(self, limit: int, *, blocks: int | None = None) -> tuple[Chunk, ...]:
        """What is spoken, of all or of the first `blocks`, in chunks of at most `limit` characters."""
        indices = range(len(self.document.blocks) if blocks is None else blocks)
        return tuple(chunk for index in indices for chunk in self.block_chunks(index, limit))

    def block_chunks(self, index: int, limit: int) -> Sequence[Chunk]:
        """The chunks of one block; none where it is skipped or holds no word."""
        passage = self._passage(index)
        if passage.limit != limit:
            passage.chunks, passage.limit = tuple(self._cut(index, passage, limit)), limit
        return passage.chunks

    def _passage(self, index: int) -> Passage:
        passage = self._passages[index]
        if passage is None:
            passage = self._passages[index] = self._worked_out(index)
        return passage

    def _worked_out(self, index: int) -> Passage:
        block = self.document.blocks[index]
        findings = self._search.in_block(block)
        earlier = self._earlier[index] if index < len(self._earlier) else None
        if earlier is not None and earlier.findings == findings:
            return earlier
        return self._ruled(index, Passage(findings, self._rewrites(block, findings)))

    def _ruled(self, index: int, passage: Passage) -> Passage:
        """With the listener's rules, which go before what was found; not in blocks that are not read."""
        block, findings = self.document.blocks[index], passage.findings
        if not self.rules or findings.skip_all_of(block.span) or self._announcement(index):
            return passage
        text = self.document.text
        parts = lines_of(text, block.span) if block.kind in _BY_LINES else (block.span,)
        before = Ruling(findings.skips, passage.rewrites)
        ruling = ruled(text, parts, self.rules, before, findings.references)
        return Passage(Findings(tuple(ruling.skips), findings.references), ruling.rewrites)

    def _rewrites(self, block: Block, findings: Findings) -> Sequence[Rewrite]:
        """What of a block is left out or said otherwise, in order."""
        found = list(self._all_rewrites(block, findings))
        return sorted(found, key=lambda rewrite: rewrite.source) if found else ()

    def _all_rewrites(self, block: Block, findings: Findings) -> Iterator[Rewrite]:
        text, language = self.document.text, self.document.language
        for skip in findings.skips:
            yield Rewrite(skip.span, "")
        yield from self._formulas(block, findings)
        for span in findings.references:
            yield from reference_rewrites(text, span, language)
        if block.kind is BlockKind.TABLE and not findings.skip_all_of(block.span):
            yield from row_rewrites(text, block)

    def _formulas(self, block: Block, findings: Findings) -> Iterator[Rewrite]:
        marks = self.document.marks_in(block.span) if self.document.marks else ()
        found = [mark for mark in marks if mark.kind is MarkKind.MATH and mark.source]
        if not found:
            return
        from yapit.core.math import said  # noqa: PLC0415 - only where there is a formula

        for mark in found:
            if not findings.skip_all_of(mark.span):
                yield Rewrite(mark.span, said(mark.source, self.document.language, self.hearing.math))

    def _cut(self, index: int, passage: Passage, limit: int) -> Iterator[Chunk]:
        block = self.document.blocks[index]
        if passage.findings.skip_all_of(block.span):
            return
        if said := self._announcement(index):
            yield self._announced(index, said, limit)
            return
        last = Boundary.HEADING if block.kind in _HEADS else Boundary.PARAGRAPH
        spoken = [told for span in self._spans(block, passage) if _is_said(told := self._told(span, passage))]
        for number, (span, text, rewrites) in enumerate(spoken):
            end = last if number == len(spoken) - 1 else Boundary.SENTENCE
            yield from cut(Chunk(index, span, text, end, self.document.language, rewrites), limit)

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

    def _spans(self, block: Block, passage: Passage) -> Iterable[Span]:
        text = self.document.text
        if block.kind in _BY_LINES:
            return (_row(text, line, block.kind) for line in lines_of(text, block.span))
        plain, language = passage.for_splitting(text, block.span), self.document.language
        found = (sentence for run in self._runs(block.span) for sentence in sentences(plain, run, language))
        return (sentence.shift(block.span.start) for sentence in found)

    def _runs(self, block: Span) -> Iterator[Span]:
        """What of a block was told at once, each a text of its own; places are those of the block."""
        seams = self.document.seams
        within = seams[bisect_right(seams, block.start) : bisect_left(seams, block.end)]
        for start, end in pairwise([block.start, *within, block.end]):
            yield Span(start, end).shift(-block.start)

    def _told(self, span: Span, passage: Passage) -> _Told:
        return span, span.of(self.document.text), tuple(passage.rewrites_in(span))


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


def _is_said(told: _Told) -> bool:
    _, text, rewrites = told
    plain = claim(text, rewrites) if rewrites else text
    return has_words(plain) or any(has_words(r.spoken + r.ipa) for r in rewrites)
