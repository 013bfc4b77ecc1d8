"""What of a document was spoken and what was not, to the character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yapit.core.document import Document, Skip, Span
from yapit.core.prepare import prepare
from yapit.core.split import SILENT_KINDS, Chunk

UNSAID = "nothing to say"
"""Signs and rules such as `***` hold no word, and some signs are left unsaid on purpose."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """`spoken`, `space` and the lengths of `skips` add up to the length of the document's text."""

    spoken: int
    """Characters of which something was heard, and the spaces between them."""

    space: int
    """Characters of white space around them."""

    skips: tuple[Skip, ...]
    """Everything else, in order."""

    def by_reason(self) -> dict[str, int]:
        """Characters not spoken, the most frequent reason first."""
        counts: Counter[str] = Counter()
        for skip in self.skips:
            counts[skip.reason] += len(skip.span)
        return dict(counts.most_common())

    def __str__(self) -> str:
        reasons = self.by_reason()
        line = f"{self.spoken:,} characters spoken"
        if not reasons:
            return f"{line}, none left out"
        parts = ", ".join(f"{count:,} {reason}" for reason, count in reasons.items())
        return f"{line}, {sum(reasons.values()):,} left out ({parts})"


def coverage(document: Document, spoken: Sequence[Chunk]) -> Coverage:
    """Account for every character of a document of which these chunks, in order, were heard."""
    heard = [span for chunk in spoken for span in _said(chunk)]
    left = [*(Skip(gap.span, gap.reason) for gap in document.gaps), *_unsaid(document, heard)]
    skips = sorted((skip for skip in left if skip.span.of(document.text).strip()), key=lambda skip: skip.span)
    said = sum(len(span) for span in heard)
    return Coverage(said, len(document.text) - said - sum(len(skip.span) for skip in skips), tuple(skips))


def _said(chunk: Chunk) -> list[Span]:
    """The parts of a chunk that its spoken text stands for, in order."""
    spans: list[Span] = []
    for piece in prepare(chunk.text, chunk.language).pieces:
        if spans and piece.source.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, piece.source.end))
        else:
            spans.append(piece.source)
    return [span.shift(chunk.span.start) for span in spans]


def _unsaid(document: Document, heard: Sequence[Span]) -> Iterator[Skip]:
    """What stands in blocks and was not heard."""
    rest = iter([*heard, Span(len(document.text), len(document.text))])
    span = next(rest)
    for block in document.blocks:
        reason = SILENT_KINDS.get(block.kind, UNSAID)
        at = block.span.start
        while span.start < block.span.end:
            yield from _skip(document, at, span.start, reason)
            at, span = span.end, next(rest)
        yield from _skip(document, at, block.span.end, reason)


def _skip(document: Document, start: int, end: int, reason: str) -> Iterable[Skip]:
    span = Span(start, end).trimmed(document.text) if start < end else Span(start, start)
    return [Skip(span, reason)] if span else []
