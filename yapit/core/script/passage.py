"""What is known of one block of a document: what of it is left out, said otherwise, and spoken."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yapit.core.document import Document, Span
from yapit.core.prepare import Rewrite
from yapit.core.skips import Findings
from yapit.core.split import Chunk


@dataclass(slots=True)
class Passage:
    """Of one block; places are those of the document."""

    findings: Findings
    rewrites: Sequence[Rewrite]
    """In order of their sources."""

    chunks: Sequence[Chunk] = ()
    limit: int = 0
    """The length that the chunks were cut to; 0 before they are."""

    def rewrites_in(self, span: Span) -> Iterator[Rewrite]:
        """The rewrites in a span, places counted from its start; one cut through is said where it begins."""
        if not self.rewrites:
            return
        first = max(bisect_right(self.rewrites, span.start, key=_start) - 1, 0)
        for rewrite in self.rewrites[first : bisect_left(self.rewrites, span.end, key=_start)]:
            start, end = max(rewrite.source.start, span.start), min(rewrite.source.end, span.end)
            if start < end:
                part = replace(rewrite, source=Span(start, end).shift(-span.start))
                yield part if start == rewrite.source.start else replace(part, spoken="", ipa="")

    def for_splitting(self, text: str, span: Span) -> str:
        """The text with what is skipped blank, each formula and citation a word: none has a full stop."""
        text, parts, at = span.of(text), [], 0
        hidden = [
            (rewrite.source, " x"[bool(rewrite.spoken)])
            for rewrite in self.rewrites_in(span)
            if not rewrite.transparent
        ]
        told = [(reference.shift(-span.start), "x") for reference in self.findings.references]
        for place, sign in sorted([*hidden, *told], key=lambda pair: (pair[0].start, -pair[0].end)):
            start, end = max(place.start, at), max(place.end, at)
            parts += [text[at:start], sign * (end - start)]
            at = end
        return "".join([*parts, text[at:]])


def _start(rewrite: Rewrite) -> int:
    return rewrite.source.start


def blocks_alike(one: Document, other: Document) -> int:
    """How many blocks two documents begin with that are the same, in words, kinds and marks."""
    if one.language != other.language:
        return 0
    alike = _alike(one.blocks, other.blocks)
    marks = _alike(one.marks, other.marks)
    for document in (one, other):
        if marks < len(document.marks):
            alike = min(alike, document.block_at(document.marks[marks].span.start))
    end = one.blocks[alike - 1].span.end if alike else 0
    return alike if one.text[:end] == other.text[:end] else 0


def _alike(one: Sequence[object], other: Sequence[object]) -> int:
    """How many things two sequences begin with that are the same."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:  # what grew shares its values: told by identity, in one go
        return shorter
    return next(at for at in range(shorter) if one[at] != other[at])
