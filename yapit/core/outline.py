"""The chapters of a document: as its source names them, else as its headings show them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yapit.core.document import BlockKind, Document, Span

_LONGEST = 200
"""Characters; a longer heading is cut."""


@dataclass(frozen=True, slots=True)
class Entry:
    title: str
    level: int
    """From 1, the highest there is."""

    span: Span
    """From its heading to where the next of its level or a higher one begins."""

    share: float
    """Of all that is spoken, how much is in it and in what stands below it; from 0 to 1."""


def outline(document: Document, spoken_before: Callable[[int], int] | None = None) -> tuple[Entry, ...]:
    """Its entries in the order of the text; none where there is no heading.

    `spoken_before` tells how many spoken characters stand before a place, as `Places.chars_before`
    does; without it all characters count.
    """
    heads = _chapters(document) or _headings(document)
    end = len(document.text)
    before = spoken_before or (lambda place: place)
    whole = max(before(end), 1)
    highest = min((level for _, level, _ in heads), default=1)
    return tuple(
        Entry(title, level - highest + 1, span, max(before(span.end) - before(span.start), 0) / whole)
        for (title, level, _), span in zip(heads, _spans(heads, end), strict=True)
    )


def chapters_of(entries: Sequence[Entry]) -> list[Entry]:
    """Of an outline, the highest level that has more than one: a title is no chapter."""
    counts = Counter(entry.level for entry in entries)
    level = min((level for level, count in counts.items() if count > 1), default=1)
    return [entry for entry in entries if entry.level == level]


def current(entries: Sequence[Entry], place: int) -> int:
    """Index of the entry that a place is in, the innermost one; -1 before the first."""
    return bisect_right(entries, place, key=lambda entry: entry.span.start) - 1


_Head = tuple[str, int, int]
"""Title, level and place."""


def _chapters(document: Document) -> list[_Head]:
    found = [(c.title, c.level, document.blocks[c.block].span.start) for c in document.chapters]
    return sorted(((_tidy(title), level, at) for title, level, at in found), key=lambda head: head[2])


def _headings(document: Document) -> list[_Head]:
    return [
        (_tidy(block.span.of(document.text)), max(block.level, 1), block.span.start)
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    ]


def _tidy(title: str) -> str:
    words = " ".join(title[: 2 * _LONGEST].split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _spans(heads: Sequence[_Head], end: int) -> list[Span]:
    ends = [end] * len(heads)
    within: list[int] = []  # entries that have not ended
    for index, (_, level, place) in enumerate(heads):
        while within and heads[within[-1]][1] >= level:
            ends[within.pop()] = place
        within.append(index)
    return [Span(head[2], at) for head, at in zip(heads, ends, strict=True)]
