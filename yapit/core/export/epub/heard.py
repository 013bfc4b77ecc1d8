"""The text of a document as XHTML, each word that is heard in a span of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from yapit.core.audio import Word
from yapit.core.document import Document, MarkKind, Span
from yapit.core.export.shown import writable

_TAGS = {MarkKind.NOTE: "sup", MarkKind.CODE: "code", MarkKind.CITATION: "cite"}


@dataclass(frozen=True, slots=True)
class HeardWord:
    span: Span
    start: int
    """Milliseconds from the first sample of the part's sound."""


def heard_words(words: Iterable[Word], elapsed: float) -> list[HeardWord]:
    """Words that begin `elapsed` seconds later than they say."""
    return [HeardWord(word.span, round((elapsed + word.start) * 1000)) for word in words]


class HeardText:
    """Writes spans of a text; `taken` has the words of which it wrote one, each with its id, in order."""

    def __init__(self, document: Document, words: Iterable[HeardWord]) -> None:
        self._document = document
        self._words = _apart(words)
        self._starts = [word.span.start for word in self._words]
        self._ends = [word.span.end for word in self._words]
        self._is_taken = [False] * len(self._words)
        self.taken: list[tuple[str, HeardWord]] = []

    def has_words(self, span: Span) -> bool:
        return bool(self._within(span))

    def html(self, span: Span, line_break: str = "<br/>") -> str:
        """The words of a span with what is between them; a word on several spans counts on the first."""
        parts: list[str] = []
        at = span.start
        for index in self._within(span):
            word = self._words[index].span
            start, end = max(word.start, at), min(word.end, span.end)
            parts += (
                self._marked(Span(at, start), line_break),
                self._word(index, Span(start, end), line_break),
            )
            at = end
        return "".join([*parts, self._marked(Span(at, span.end), line_break)])

    def _within(self, span: Span) -> range:
        first = bisect_left(self._ends, span.start + 1)
        return range(first, max(bisect_left(self._starts, span.end), first))

    def _word(self, index: int, span: Span, line_break: str) -> str:
        text = self._marked(span, line_break)
        if self._is_taken[index]:
            return text
        self._is_taken[index] = True
        name = f"w{index}"
        self.taken.append((name, self._words[index]))
        return f'<span id="{name}">{text}</span>'

    def _marked(self, span: Span, line_break: str) -> str:
        """Text with the marks in it; one that goes on elsewhere is marked there, too."""
        parts: list[str] = []
        at = span.start
        for mark, place in self._marks(span):
            parts += (
                self._plain(Span(at, place.start), line_break),
                _tagged(mark, self._plain(place, line_break)),
            )
            at = place.end
        return "".join([*parts, self._plain(Span(at, span.end), line_break)])

    def _marks(self, span: Span) -> Iterator[tuple[MarkKind, Span]]:
        marks = self._document.marks
        first = bisect_left(marks, span.start + 1, key=lambda mark: mark.span.end)
        for mark in marks[first : bisect_left(marks, span.end, key=lambda mark: mark.span.start)]:
            yield mark.kind, Span(max(mark.span.start, span.start), min(mark.span.end, span.end))

    def _plain(self, span: Span, line_break: str) -> str:
        lines = span.of(self._document.text).split("\n")
        return line_break.join(escape(writable(line.replace("\t", " "))) for line in lines)


def _tagged(kind: MarkKind, text: str) -> str:
    tag = _TAGS.get(kind)
    return f"<{tag}>{text}</{tag}>" if tag else f'<span class="math">{text}</span>'


def _apart(words: Iterable[HeardWord]) -> Sequence[HeardWord]:
    """In the order of the text; of two that overlap, the first stands for both."""
    kept: list[HeardWord] = []
    for word in sorted(words, key=lambda word: (word.span, word.start)):
        if word.span and (not kept or kept[-1].span.end <= word.span.start):
            kept.append(word)
    return kept
