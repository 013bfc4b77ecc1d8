"""The spoken text of a piece of page text, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yapit.core.document import Span


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Page text at `source` is said as `spoken`; an empty `spoken` leaves it unsaid."""

    source: Span
    spoken: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of spoken text and the run of page text that it stands for."""

    spoken: Span
    source: Span
    verbatim: bool
    """The two runs are the same characters; otherwise all of `spoken` stands for all of `source`."""


@dataclass(frozen=True, slots=True)
class Utterance:
    text: str
    """What is spoken."""

    pieces: tuple[Piece, ...]
    """In order; they tile `text`."""

    def source_of(self, spoken: Span) -> Span:
        """Where on the page a spoken word stands; a rewritten word points at all it was rewritten with."""
        touched = [p for p in self.pieces if p.spoken.start < spoken.end and spoken.start < p.spoken.end]
        first, last = touched[0], touched[-1]
        start = first.source.start + (spoken.start - first.spoken.start if first.verbatim else 0)
        end = last.source.end - (last.spoken.end - spoken.end if last.verbatim else 0)
        return Span(start, end)


def rewritten(text: str, rewrites: Iterable[Rewrite]) -> Utterance:
    """Apply rewrites to a text; where two overlap, the one that starts first wins, then the longer."""
    said = ""
    pieces: list[Piece] = []
    at = 0

    def add(source: Span, spoken: str, *, verbatim: bool) -> None:
        nonlocal said
        if spoken:
            pieces.append(Piece(Span(len(said), len(said) + len(spoken)), source, verbatim))
            said += spoken

    for rewrite in sorted(rewrites, key=lambda r: (r.source.start, -r.source.end)):
        if rewrite.source.start < at:
            continue
        add(Span(at, rewrite.source.start), text[at : rewrite.source.start], verbatim=True)
        add(rewrite.source, rewrite.spoken, verbatim=False)
        at = rewrite.source.end
    add(Span(at, len(text)), text[at:], verbatim=True)
    return Utterance(said, tuple(pieces))


def prepare(text: str, language: str = "en") -> Utterance:
    """What is said for a piece of page text, by the rules of its language."""
    return rewritten(text, ())
