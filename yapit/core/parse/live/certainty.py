"""Where in a text that is still being written a sentence is over, whatever comes after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from yapit.core.document import MarkKind, Span
from yapit.core.parse.live.pieces import Piece, unmarked
from yapit.core.split import sentences

_WAITS_LONGEST = 240
"""Characters after a sentence until it is told though a bracket or the like is open in it."""

_CANDIDATES = 8
"""Ends of sentences that are looked at, the last first."""

_ENDS = re.compile(r"[.!?…।؟۔][\"'”’»)\]*_~`]*(?=\s|\Z)|[。！？][」』”’）*_]*")

_NEXT_WORD = re.compile(r"\s*\S+\s|\s*[\u3040-\u30ff\u3400-\u9fff]")
_SOME_WORD = " Xq"
"""No word, and none that sentences are known to begin with: after it an abbreviation stays one."""

_CLOSED_BY = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’", "(": ")", "[": "]", "「": "」", "'": "'"}

_CLOSERS = {
    "`": ("`", "``"),
    "[": (" x]", " x](u)", ' x")', " x)", " x]]", " x]{.c}"),
    "$": (" x$", " x$$"),
    "<": (" x>", '">', "'>", " -->", " ?>"),
    "\\": (" x=1\\)", " x=1\\]"),
    "{": ("}",),
}
"""By what an inline mark begins with: what may end it later, and change what it is."""

ReadPieces = Callable[[str], Sequence[Piece]]


@dataclass(frozen=True, slots=True)
class Search:
    """For the last sentence that is certain in the last block of a source."""

    read: ReadPieces
    source: str
    pieces: Sequence[Piece]
    """What the source holds."""

    released: int
    """So many characters of the source were told."""

    told: int
    """So many characters of the block were told."""

    language: str
    is_quiet: bool
    """Nothing has come for a while: what looks like the end of a sentence is one."""

    def found(self) -> tuple[Piece, int] | None:
        """The block up to the end of that sentence, and where in the source this is."""
        ends = [match.end() for match in _ENDS.finditer(self.source, self.released)]
        for end in reversed(ends[-_CANDIDATES:]):
            part = self._part(end)
            if part is not None and self._is_certain(part, end):
                return part, end
        return None

    def _part(self, end: int) -> Piece | None:
        """The last block as it is up to there, where it is a longer part of it than was told."""
        found = self.read(self.source[:end])
        if not found or texts(found[:-1]) != texts(self.pieces[:-1]):
            return None
        part = found[-1]
        is_part = self.pieces[-1].text.startswith(part.text) and len(part.text) > self.told
        return part if is_part else None

    def _is_certain(self, part: Piece, end: int) -> bool:
        if len(self.source) - end > _WAITS_LONGEST:
            return True
        after = self.pieces[-1].text[len(part.text) :]
        is_last = self.is_quiet and not after.strip()
        if not (is_last or self._is_followed(after, end)) or self._may_be_of_a_table(end):
            return False
        return self._ends_sentence(part, after) and (is_last or self._stays(part, end))

    def _is_followed(self, after: str, end: int) -> bool:
        """Whether the next word is there, whole and as it is shown: a tag or a sign is none."""
        shown = f"{after} " if self.source[-1:].isspace() else after
        return bool(_NEXT_WORD.match(self.source, end) and _NEXT_WORD.match(shown))

    def _may_be_of_a_table(self, end: int) -> bool:
        line = self.source[self.source.rfind("\n", 0, end) + 1 : end]
        return "|" in line and "\n" not in self.source[end:]

    def _ends_sentence(self, part: Piece, after: str) -> bool:
        # Full stops of formulas and citations end no sentence.
        text = unmarked(part, MarkKind.CODE)[self.told :].rstrip()
        follows = after.rstrip() or _SOME_WORD
        begun = [closer for opener, closer in _CLOSED_BY.items() if opener in text]
        return all(
            len(text) in (s.end for s in sentences(whole, Span(0, len(whole)), self.language))
            for whole in (text + follows, *(f"{text}{follows}{closer} x" for closer in begun))
        )

    def _stays(self, part: Piece, end: int) -> bool:
        """Whether nothing is open that may be closed later."""
        last = len(self.pieces) - 1
        for closer in _possible_closers(self.source[self.released : end]):
            later = self.read(f"{self.source[:end]}{closer}")
            if len(later) <= last or not later[last].text.startswith(part.text):
                return False
        return True


def texts(pieces: Sequence[Piece]) -> list[str]:
    return [piece.text for piece in pieces]


def _possible_closers(source: str) -> Iterator[str]:
    for sign, closers in _CLOSERS.items():
        if sign in source:
            yield from closers
