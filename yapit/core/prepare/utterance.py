"""The spoken text of a piece of page text, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from yapit.core.document import Span


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Page text at `source` is said as `spoken`; an empty `spoken` leaves it unsaid."""

    source: Span
    spoken: str
    joined: bool = False
    """It is part of the word around it, as a ligature is; other rewrites stand as words of their own."""

    ipa: str = ""
    """How `spoken` is pronounced, for engines that can say that."""

    transparent: bool = False
    """Sentences end where they end on the page: `etc.` may end one, whatever is said for it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of spoken text and the run of page text that it stands for."""

    spoken: Span
    source: Span
    verbatim: bool
    """The two runs are the same characters; otherwise all of `spoken` stands for all of `source`."""

    ipa: str = ""
    """How the run is pronounced; empty where that is up to the engine."""


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
    """Apply rewrites to a text; where two overlap, the one that starts first wins, then the longer.

    A rewrite's words are kept apart from letters beside them: "5×10" becomes "five times ten".
    """
    building = _Building()
    at = 0
    for rewrite in sorted(rewrites, key=lambda r: (r.source.start, -r.source.end)):
        if rewrite.source.start < at:
            continue
        building.keep(text, Span(at, rewrite.source.start))
        building.say(rewrite)
        at = rewrite.source.end
    building.keep(text, Span(at, len(text)))
    return Utterance(building.said, tuple(building.pieces))


class _Building:
    """An utterance while it grows from left to right."""

    def __init__(self) -> None:
        self.said = ""
        self.pieces: list[Piece] = []
        self._apart = False
        """The last piece was rewritten: a letter that follows needs a space before it."""

    def keep(self, text: str, source: Span) -> None:
        kept = source.of(text)
        if not kept:
            return
        if self._apart and _touch(self.said, kept):
            self._extend_last()
        self._add(kept, source, verbatim=True)
        self._apart = False

    def say(self, rewrite: Rewrite) -> None:
        if not rewrite.spoken:
            return
        apart = (self._apart or not rewrite.joined) and _touch(self.said, rewrite.spoken)
        self._add(" " * apart + rewrite.spoken, rewrite.source, verbatim=False, ipa=rewrite.ipa)
        self._apart = not rewrite.joined

    def _add(self, spoken: str, source: Span, *, verbatim: bool, ipa: str = "") -> None:
        end = len(self.said) + len(spoken)
        self.pieces.append(Piece(Span(len(self.said), end), source, verbatim, ipa))
        self.said += spoken

    def _extend_last(self) -> None:
        last = self.pieces[-1]
        self.pieces[-1] = replace(last, spoken=Span(last.spoken.start, last.spoken.end + 1))
        self.said += " "


def _touch(before: str, after: str) -> bool:
    return before[-1:].isalnum() and after[:1].isalnum()
