"""What of a document is left out for a listener, block by block, and which citations their sentences need."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yapit.core.document import PAGE_FURNITURE, Block, BlockKind, Document, MarkKind, Skip, Span
from yapit.core.hearing import Reason
from yapit.core.skips.addresses import find_addresses
from yapit.core.skips.parentheses import find_parentheses
from yapit.core.skips.surroundings import emptied_brackets, in_brackets, with_spaces

if TYPE_CHECKING:
    from yapit.core.skips.citations import Bibliography

BLOCK_REASONS: Mapping[BlockKind, Reason] = {
    **dict.fromkeys(PAGE_FURNITURE, Reason.FURNITURE),
    BlockKind.FOOTNOTE: Reason.NOTES,
    BlockKind.REFERENCE: Reason.REFERENCES,
    BlockKind.CODE: Reason.CODE,
    BlockKind.TABLE: Reason.TABLES,
    BlockKind.CAPTION: Reason.CAPTIONS,
    BlockKind.EQUATION: Reason.EQUATIONS,
}
"""Kinds of block that are skipped as a whole."""

_MARK_REASONS = {MarkKind.NOTE: Reason.NOTE_MARKS, MarkKind.CITATION: Reason.CITATIONS}

# Words and signs in these are not running text: a bracket there is no citation.
_NO_PROSE = frozenset((*PAGE_FURNITURE, BlockKind.CODE, BlockKind.TABLE, BlockKind.EQUATION))

_Finder = Callable[[str], Iterable[Span]]


@dataclass(frozen=True, slots=True)
class Findings:
    skips: tuple[Skip, ...] = ()
    """In order; no two overlap."""

    references: tuple[Span, ...] = ()
    """Citations that are part of their sentence, in order, none within a skip: they are told."""

    def skip_all_of(self, span: Span) -> bool:
        """Whether one of the skips covers a span."""
        at = bisect_right(self.skips, span.start, key=lambda skip: skip.span.start) - 1
        return at >= 0 and self.skips[at].span.end >= span.end

    def shift(self, by: int) -> Findings:
        if not self.skips and not self.references:
            return self
        skips = (Skip(skip.span.shift(by), skip.reason) for skip in self.skips)
        return Findings(tuple(skips), tuple(span.shift(by) for span in self.references))


def find(document: Document, wanted: frozenset[Reason]) -> Findings:
    """Everything that is skipped for one of these reasons."""
    search = Search(document, wanted)
    found = [search.in_block(block) for block in document.blocks]
    skips = tuple(skip for each in found for skip in each.skips)
    return Findings(skips, tuple(span for each in found for span in each.references))


class Search:
    """Looks for what is skipped for some reasons in a document, a block at a time.

    Where one skip lies within another, as a citation in a footnote, the outer one counts.
    """

    def __init__(self, document: Document, wanted: frozenset[Reason]) -> None:
        from yapit.core.skips.citations import Bibliography  # noqa: PLC0415 - 0.1 s of expressions

        self.bibliography = Bibliography.of(document) if Reason.CITATIONS in wanted else Bibliography()
        """All that what is found in a block owes to the others."""

        self._document = document
        self._wanted = wanted
        self._finders = _finders(self.bibliography, wanted)

    def in_block(self, block: Block) -> Findings:
        """What is found in one block of the document; places are those of the document."""
        reason = BLOCK_REASONS.get(block.kind)
        if reason is not None and reason in self._wanted:
            return Findings((Skip(block.span, reason),))
        spans = _spans(self._document, block, self._wanted, self._finders)
        return _within(block.span.of(self._document.text), spans).shift(block.span.start)


def _finders(bibliography: Bibliography, wanted: frozenset[Reason]) -> Mapping[Reason, _Finder]:
    from yapit.core.skips.citations import find_citations  # noqa: PLC0415 - loaded by now

    finders: dict[Reason, _Finder] = {
        Reason.PARENTHESES: find_parentheses,
        Reason.ADDRESSES: find_addresses,
        Reason.CITATIONS: lambda body: find_citations(body, bibliography),
    }
    return {reason: finder for reason, finder in finders.items() if reason in wanted}


def _spans(
    document: Document, block: Block, wanted: frozenset[Reason], finders: Mapping[Reason, _Finder]
) -> dict[Reason, list[Span]]:
    """What the source marks and what is found in the words; places are those of the block."""
    body = block.span.of(document.text)
    spans: dict[Reason, list[Span]] = {}
    for mark in document.marks_in(block.span):
        reason = _MARK_REASONS.get(mark.kind)
        if reason is not None and reason in wanted:
            spans.setdefault(reason, []).append(in_brackets(body, mark.span.shift(-block.span.start)))
    for reason, search in finders.items():
        if block.kind not in _NO_PROSE and (block.kind, reason) != (BlockKind.REFERENCE, Reason.CITATIONS):
            spans.setdefault(reason, []).extend(search(body))
    return spans


def _within(body: str, spans: Mapping[Reason, list[Span]]) -> Findings:
    """What is left out of a block that is spoken."""
    if not any(spans.values()):
        return Findings()
    from yapit.core.skips.citations import joined, nouns  # noqa: PLC0415 - loaded by now

    citations = joined(body, [skip.span for skip in _outermost(_skips(spans, Reason.CITATIONS))])
    told = set(nouns(body, citations))
    found = [skip for reason in spans if reason is not Reason.CITATIONS for skip in _skips(spans, reason)]
    found += [Skip(span, Reason.CITATIONS) for span in citations if span not in told]
    found = list(_outermost(found))
    emptied = emptied_brackets(body, [skip.span for skip in found])
    found += [Skip(span, skips_in(found, span)[0].reason) for span in emptied]
    skips = tuple(_outermost(Skip(with_spaces(body, skip.span), skip.reason) for skip in found))
    return Findings(skips, tuple(span for span in citations if span in told and not skips_in(skips, span)))


def _skips(spans: Mapping[Reason, list[Span]], reason: Reason) -> Iterator[Skip]:
    return (Skip(span, reason) for span in spans.get(reason, ()))


def _outermost(found: Iterable[Skip]) -> Iterator[Skip]:
    end = 0
    for skip in sorted(found, key=lambda skip: (skip.span.start, -skip.span.end)):
        if skip.span.start >= end:
            yield skip
        elif skip.span.end > end:
            yield Skip(Span(end, skip.span.end), skip.reason)
        end = max(end, skip.span.end)


def skips_in(found: Sequence[Skip], span: Span) -> Sequence[Skip]:
    """Those of `skips` that share a character with a span."""
    first = bisect_right(found, span.start, key=lambda skip: skip.span.end)
    return found[first : bisect_left(found, span.end, key=lambda skip: skip.span.start)]
