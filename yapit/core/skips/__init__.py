"""What of a document is not spoken, and why: spans with a reason, shown and reversible, never a deletion."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from yapit.core.document import PAGE_FURNITURE, BlockKind, Document, MarkKind, Skip, Span
from yapit.core.hearing import Reason
from yapit.core.skips.addresses import find_addresses
from yapit.core.skips.citations import Bibliography, find_citations
from yapit.core.skips.parentheses import find_parentheses

__all__ = ["BLOCK_REASONS", "skips", "skips_in"]

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


def skips(document: Document, wanted: frozenset[Reason]) -> tuple[Skip, ...]:
    """Everything that is skipped for one of these reasons, in order; no two overlap.

    Where one skip lies within another, as a citation in a footnote, the outer one counts.
    """
    whole = [
        Skip(block.span, reason)
        for block in document.blocks
        if (reason := BLOCK_REASONS.get(block.kind)) is not None and reason in wanted
    ]
    return tuple(_outermost([*whole, *_within_blocks(document, wanted)]))


def _within_blocks(document: Document, wanted: frozenset[Reason]) -> Iterator[Skip]:
    text = document.text
    for mark in document.marks:
        reason = _MARK_REASONS.get(mark.kind)
        if reason in wanted and reason is not None:
            yield Skip(_with_space_before(text, mark.span), reason)
    finders = [(reason, find) for reason, find in _finders(document).items() if reason in wanted]
    if not finders:
        return
    for block in document.blocks:
        if block.kind in _NO_PROSE:
            continue
        body = block.span.of(text)
        for reason, find in finders:
            for span in find(body):
                yield Skip(_with_space_before(text, span.shift(block.span.start)), reason)


def _finders(document: Document) -> Mapping[Reason, Callable[[str], Iterable[Span]]]:
    bibliography = Bibliography.of(document)
    return {
        Reason.PARENTHESES: find_parentheses,
        Reason.CITATIONS: lambda body: find_citations(body, bibliography),
        Reason.ADDRESSES: find_addresses,
    }


def _with_space_before(text: str, span: Span) -> Span:
    """With the space that would be left over: "as shown [3]." becomes "as shown."."""
    follows = text[span.end : span.end + 1]
    if span.start and text[span.start - 1] == " " and not follows.isalnum():
        return Span(span.start - 1, span.end)
    return span


def _outermost(found: list[Skip]) -> Iterator[Skip]:
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
