"""What of a document was spoken and what was not, to the character."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yapit.core.document import Skip, Span
from yapit.core.prepare import prepare
from yapit.core.script import Script
from yapit.core.split import Chunk

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


ELSEWHERE = "another chapter"


def coverage(script: Script, spoken: Sequence[Chunk], elsewhere: Sequence[Span] = ()) -> Coverage:
    """Account for every character of a document of which these chunks, in order, were heard.

    `elsewhere`: what was not asked for, in order.
    """
    document, shown_only = script.document, script.shown_only
    gaps = (Skip(gap.span, gap.reason) for gap in document.gaps if gap.reason != _SPACE)
    reasons = sorted(_with_absent([*script.skips, *shown_only, *gaps], elsewhere), key=lambda skip: skip.span)
    said = [span for chunk in spoken for span in _said(chunk)]
    heard = list(_less(said, [skip.span for skip in shown_only]))
    skips = tuple(_unsaid(document.text, heard, reasons))
    count = sum(len(span) for span in heard)
    return Coverage(count, len(document.text) - count - sum(len(skip.span) for skip in skips), skips)


_SPACE = "space"


def _with_absent(reasons: Sequence[Skip], elsewhere: Sequence[Span]) -> list[Skip]:
    """What is not there at all is not there for any other reason."""
    starts = [span.start for span in elsewhere]

    def is_absent(span: Span) -> bool:
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and span.start < elsewhere[at].end

    left = [skip for skip in reasons if not is_absent(skip.span)]
    return [*left, *(Skip(span, ELSEWHERE) for span in elsewhere)]


def _said(chunk: Chunk) -> list[Span]:
    """The parts of a chunk that its spoken text stands for, in order."""
    spans: list[Span] = []
    for piece in prepare(chunk.text, chunk.language, chunk.rewrites).pieces:
        if spans and piece.source.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, piece.source.end))
        else:
            spans.append(piece.source)
    return [span.shift(chunk.span.start) for span in spans]


def _less(spans: Sequence[Span], without: Sequence[Span]) -> Iterator[Span]:
    """The spans that lie in none of the others: a chunk is announced as a whole or not at all."""
    starts = [span.start for span in without]
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        if at < 0 or without[at].end < span.end:
            yield span


def _unsaid(text: str, heard: Sequence[Span], reasons: Sequence[Skip]) -> Iterator[Skip]:
    """What was not heard, with the reason there is for it."""
    at = 0
    for start, end in [*((span.start, span.end) for span in heard), (len(text), len(text))]:
        if at < start:
            yield from _explained(text, Span(at, start), reasons)
        at = end


def _explained(text: str, silent: Span, reasons: Sequence[Skip]) -> Iterator[Skip]:
    first = max(bisect_right(reasons, silent.start, key=lambda skip: skip.span.start) - 1, 0)
    at = silent.start
    for skip in reasons[first:]:
        if skip.span.start >= silent.end:
            break
        start, end = max(skip.span.start, at), min(skip.span.end, silent.end)
        if start < end:
            yield from _trimmed(text, Span(at, start), UNSAID)
            yield from _trimmed(text, Span(start, end), skip.reason)
            at = end
    yield from _trimmed(text, Span(at, silent.end), UNSAID)


def _trimmed(text: str, span: Span, reason: str) -> Iterable[Skip]:
    bare = span.trimmed(text)
    return [Skip(bare, reason)] if bare else []
