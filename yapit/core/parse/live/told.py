"""What of a live text was told: only ever added to, a block or the next sentences of the last one."""

from __future__ import annotations

from dataclasses import replace

from yapit.core.document import Block, Document, Mark, Span, fill_gaps
from yapit.core.parse.draft import outline
from yapit.core.parse.language import DEFAULT, language_of
from yapit.core.parse.live.pieces import Piece
from yapit.core.parse.markdown.front_matter import FrontMatter

_BETWEEN = "\n\n"


class Told:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.front = FrontMatter()
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._seams: list[int] = []
        self._language = ""

    def tell(self, index: int, piece: Piece) -> bool:
        """Add a block, or what a block that was told has become; False where that is nothing new."""
        if index == len(self.pieces):
            self._begin(piece)
        elif len(piece.text) > len(self.pieces[index].text):
            self._extend(piece)
        else:
            return False
        return True

    @property
    def language(self) -> str:
        return self._language or self.front.language or DEFAULT

    def document(self) -> Document:
        text = "".join(self._texts)
        blocks = tuple(self._blocks)
        chapters = outline(text, blocks)
        self._language = self._language or self.front.language or language_of(text)
        return Document(
            text,
            blocks,
            fill_gaps(text, blocks),
            tuple(self._marks),
            title=self.front.title or (chapters[0].title if chapters else ""),
            author=self.front.author,
            language=self.language,
            chapters=chapters,
            seams=tuple(self._seams),
        )

    def _begin(self, piece: Piece) -> None:
        start = self._blocks[-1].span.end + len(_BETWEEN) if self._blocks else 0
        self._texts += [_BETWEEN, piece.text] if self._blocks else [piece.text]
        self._blocks.append(Block(Span(start, start + len(piece.text)), piece.kind, piece.level))
        self._marks += [mark.shift(start) for mark in piece.marks]
        self.pieces.append(piece)

    def _extend(self, piece: Piece) -> None:
        """The last block goes on; its kind stays what it was told to be."""
        before, block = self.pieces[-1], self._blocks[-1]
        start, seam = block.span.start, block.span.end
        self._seams.append(seam)
        self._texts.append(piece.text[len(before.text) :])
        self._blocks[-1] = replace(block, span=Span(start, start + len(piece.text)))
        self._marks += [m.shift(start) for m in piece.marks if m.span.start >= len(before.text)]
        self.pieces[-1] = replace(piece, kind=before.kind, level=before.level)
