"""A document being written: blocks are added one after another, and the text grows with them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from yapit.core.document import Block, BlockKind, Box, Chapter, Document, Mark, Span, fill_gaps
from yapit.core.errors import EmptyDocument
from yapit.core.parse.prose import Prose
from yapit.core.parse.works_cited import with_references

_BETWEEN = "\n\n"
_SPACE = re.compile(r"\s")


@dataclass(slots=True)
class Draft:
    """Blocks with what stands between them; `document()` ends it."""

    title: str = ""
    author: str = ""
    language: str = ""
    """BCP 47 tag, or empty where the source does not say."""

    finds_works_cited: bool = True
    """Whether the entries below their heading are typed at the end; a parser that grows does it itself."""

    chapters: list[Chapter] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        level: int = 0,
        page: int | None = None,
        boxes: tuple[Box, ...] = (),
        marks: Iterable[Mark] = (),
    ) -> None:
        """Append a block; nothing happens where the text is blank. Places of `marks` are those of `text`."""
        cut = "\n" if kind in (BlockKind.CODE, BlockKind.TABLE) else None
        stripped = text.strip(cut)
        if not stripped.strip():
            return
        before, text = len(text) - len(text.lstrip(cut)), stripped
        if kind is BlockKind.TABLE:
            level = max(level - before, 0)  # heads without a word are gone
        if self._texts:
            self._length += len(_BETWEEN)
        span = Span(self._length, self._length + len(text))
        self.blocks.append(Block(span, kind, level, page, boxes))
        self.marks += _within(span, (mark.shift(span.start - before) for mark in marks))
        self._texts.append(text)
        self._length = span.end

    def add_formula(self, source: str, kind: BlockKind = BlockKind.EQUATION) -> None:
        """Append a formula that stands by itself, from LaTeX without its dollars or MathML."""
        prose = Prose()
        prose.add_formula(source)
        text, marks = prose.take()
        self.add(text, kind, marks=marks)

    def retype(self, first: int, kind: BlockKind) -> None:
        """Make all blocks from `first` on one of that kind."""
        self.blocks[first:] = [replace(block, kind=kind, level=0) for block in self.blocks[first:]]

    def on_one_line(self) -> tuple[str, tuple[Mark, ...]]:
        """The text so far with a space between blocks, as a cell of a table has it, and its marks."""
        shifts = {block.span.start: i * (len(_BETWEEN) - 1) for i, block in enumerate(self.blocks)}
        starts = sorted(shifts)
        marks = tuple(
            mark.shift(-shifts[starts[bisect_right(starts, mark.span.start) - 1]]) for mark in self.marks
        )
        return " ".join(_SPACE.sub(" ", text) for text in self._texts), marks

    def has_words(self) -> bool:
        """Whether there is anything to say so far."""
        return any(any(map(str.isalnum, text)) for text in self._texts)

    def text_of(self, block: int) -> str:
        return self._texts[block]

    def document(self, label: str, *, if_empty: str = "") -> Document:
        """The document so far; the outline is that of the headings where none was given.

        Raises:
            EmptyDocument: It holds no letter and no digit; the cure is `if_empty`.
        """
        text = _BETWEEN.join(self._texts)
        blocks = tuple(with_references(self.blocks, text) if self.finds_works_cited else self.blocks)
        check_words(text, label, cure=if_empty)
        chapters = tuple(c for c in self.chapters if c.block < len(blocks)) or outline(text, blocks)
        return Document(
            text,
            blocks,
            fill_gaps(text, blocks),
            marks=tuple(self.marks),
            title=self.title,
            author=self.author,
            language=self.language,
            chapters=chapters,
        )


def _within(span: Span, marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks cut to what lies in a block."""
    for mark in marks:
        start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
        if start < end:
            yield replace(mark, span=Span(start, end))


def check_words(text: str, label: str, *, cure: str = "") -> None:
    """Refuse a text in which there is nothing to say."""
    if not any(map(str.isalnum, text)):
        raise EmptyDocument(f"{label} holds no text", cure=cure or "Check that it is the file you meant.")


def outline(text: str, blocks: tuple[Block, ...]) -> tuple[Chapter, ...]:
    """The headings as chapters."""
    headings = ((i, block) for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING)
    return tuple(
        Chapter(" ".join(block.span.of(text).split()), max(block.level, 1), i) for i, block in headings
    )


def row_text(cells: Iterable[str]) -> str:
    """A row of a table as the text of its block has it; empty cells keep their place, save the last ones."""
    return "\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t")
