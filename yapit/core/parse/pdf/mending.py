"""Paragraphs that a figure or note stands in the middle of, made whole; what stands there comes after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yapit.core.document import PAGE_FURNITURE, BlockKind
from yapit.core.parse.pdf.hyphens import Joiner
from yapit.core.parse.pdf.items import looks_like_item
from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.piece import Piece
from yapit.core.parse.pdf.reading import Reading

_FLOATING = PAGE_FURNITURE | {BlockKind.CAPTION, BlockKind.TABLE, BlockKind.FOOTNOTE}

_MOST = 400
"""Pieces to wait over for the rest of a paragraph."""


class Mender:
    """Holds the last paragraph back until it is sure that nothing goes on with it."""

    def __init__(self, joiner: Joiner) -> None:
        self._held: list[Piece] = []
        self._joiner = joiner

    @property
    def lines(self) -> list[Line]:
        """The last line of the paragraph that is held: where it stands tells whether it goes on."""
        return self._held[0].lines[-1:] if self._held else []

    def take(self, pieces: Iterable[Piece], reading: Reading) -> Iterator[Piece]:
        """The pieces that are final now, in order."""
        for piece in pieces:
            if self._is_label(piece):
                piece.kind = BlockKind.FURNITURE
            if len(self._held) > 1 and _goes_on(self._held[0], piece, reading):
                self._held[0].absorb(piece, self._joiner)
                continue
            if piece.kind not in _FLOATING or len(self._held) > _MOST:
                yield from self.release()
            self._held.append(piece)

    def _is_label(self, piece: Piece) -> bool:
        """A few words of the size of the text, after the small labels of a picture."""
        after_small = bool(self._held) and self._held[-1].small
        short = piece.kind is BlockKind.PARAGRAPH and len(piece.text.split()) < 5
        return after_small and short and not piece.has_ended

    def release(self) -> list[Piece]:
        held, self._held = self._held, []
        return held


def _goes_on(before: Piece, after: Piece, reading: Reading) -> bool:
    """Whether a paragraph broke off in mid-sentence, in a full line, and the other can go on with it."""
    whole = before.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABSTRACT, BlockKind.QUOTE)
    if not whole or after.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTE) or before.has_ended:
        return False
    if abs(before.lines[-1].size - after.size) >= 0.6 or looks_like_item(after.text):
        return False
    lower = after.text[0].islower()
    return lower or (after.text[0].isalnum() and reading.is_full(before.lines[-1]))
