"""What is read: one text, tiled by blocks and named gaps.

Every character of `Document.text` belongs to exactly one block or one gap;
a Document that breaks this cannot be built.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters, `text[start:end]`: the one coordinate system, end to end."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def trimmed(self, text: str) -> Span:
        """The span without the white space at its ends."""
        body = self.of(text)
        start = self.start + len(body) - len(body.lstrip())
        return Span(start, start + len(body.strip()))


class BlockKind(StrEnum):
    TITLE = "title"
    AUTHOR = "author"
    """Names below a title, and where their bearers work."""

    ABSTRACT = "abstract"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    EQUATION = "equation"
    REFERENCE = "reference"
    """An entry of the list of works cited."""

    RUNNING_HEAD = "running head"
    RUNNING_FOOT = "running foot"
    PAGE_NUMBER = "page number"
    FURNITURE = "furniture"
    """What else is of the page and not of the text: line numbers, labels in pictures, menus, licences."""


PAGE_FURNITURE = frozenset(
    (BlockKind.RUNNING_HEAD, BlockKind.RUNNING_FOOT, BlockKind.PAGE_NUMBER, BlockKind.FURNITURE)
)


class MarkKind(StrEnum):
    """What characters within a block can be, beside plain words."""

    NOTE = "note mark"
    """A raised number or sign that points to a note or a reference."""

    CITATION = "citation"
    """A source named in running text: `[12]`, `(Smith, 2020)`."""

    MATH = "math"
    """A formula; its `source` says it in LaTeX or MathML."""

    CODE = "code"
    """A few characters of a program among words."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on a page, in points from the top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item …: what stands together on the page.

    The text of a table has a row on each line and a tab between two cells.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    """Headings: 1 for a chapter and up; list items: depth, from 1; tables: how many of the first rows
    are heads; otherwise 0."""

    page: int | None = None
    """Page number, from 1, where the source has pages."""

    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Characters that belong to no block, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters within a block of which the source says what they are."""

    span: Span
    kind: MarkKind
    source: str = ""
    """Of a formula: LaTeX without its dollars, or MathML beginning with `<math`."""

    def shift(self, by: int) -> Mark:
        return Mark(self.span.shift(by), self.kind, self.source)


@dataclass(frozen=True, slots=True)
class Skip:
    """Characters that are shown and not spoken, and why. Never silent, always reversible."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """An entry of the outline; `block` is the index of the block it begins with."""

    title: str
    level: int
    block: int


@dataclass(frozen=True, slots=True)
class Document:
    """A source as text. Block `i` is `blocks[i]`; blocks are in reading order and never overlap."""

    text: str
    blocks: tuple[Block, ...]
    gaps: tuple[Gap, ...] = ()
    marks: tuple[Mark, ...] = ()
    """In order; none overlaps another, each lies within one block."""

    title: str = ""
    author: str = ""
    language: str = "en"
    """BCP 47 tag."""

    source: str = ""
    """The path or URL it was read from; empty for a pipe."""

    chapters: tuple[Chapter, ...] = ()
    seams: tuple[int, ...] = ()
    """Places within blocks at which a block was told and went on later, in order: sentences end there."""

    digest: str = field(init=False, default="")
    """sha256 of the text: the document's identity, whatever its file is called."""

    def __post_init__(self) -> None:
        _check_tiling(self)
        _check_marks(self)
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "digest", digest)

    def block_at(self, offset: int) -> int:
        """Index of the block that holds a character, or of the last one before it; 0 at the least."""
        found = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        return max(found, 0)

    def marks_in(self, span: Span) -> tuple[Mark, ...]:
        """The marks that begin in a span, in order."""
        start, end = (
            bisect_left(self.marks, at, key=lambda mark: mark.span.start) for at in (span.start, span.end)
        )
        return self.marks[start:end]


def _check_tiling(document: Document) -> None:
    at = 0
    spans = [block.span for block in document.blocks] + [gap.span for gap in document.gaps]
    for span in sorted(spans):
        if span.start != at or span.end <= span.start:
            raise ValueError(f"characters {at} to {span.start} are in no block and no gap, or in two")
        at = span.end
    if at != len(document.text):
        raise ValueError(f"the text has {len(document.text)} characters, blocks and gaps hold {at}")


def _check_marks(document: Document) -> None:
    at = 0
    for mark in document.marks:
        block = document.blocks[document.block_at(mark.span.start)].span if document.blocks else Span(0, 0)
        if not max(at, block.start) <= mark.span.start < mark.span.end <= block.end:
            raise ValueError(f"the mark at {mark.span} lies in no block, or over another mark")
        at = mark.span.end


def fill_gaps(text: str, blocks: Iterable[Block], reason: str = "markup") -> tuple[Gap, ...]:
    """Name what stands between blocks: white space is `space`, anything else is `reason`."""
    gaps: list[Gap] = []
    at = 0
    for start, end in [*((b.span.start, b.span.end) for b in blocks), (len(text), len(text))]:
        if start > at:
            between = Span(at, start)
            gaps.append(Gap(between, reason if between.of(text).strip() else "space"))
        at = max(at, end)
    return tuple(gaps)


_SAID = r"[^\W_]|[$€£¥%°§&@#+=]"  # letters, digits and the signs that have a name of their own
_WORD = re.compile(rf"(?:{_SAID})(?:[^\s—–]*(?:{_SAID}))?")
_ANY_WORD = re.compile(_SAID)


def word_spans(text: str, within: Span | None = None) -> list[Span]:
    """The words of a text as a reader sees them, without the punctuation around them.

    Words stand between white space and long dashes; a run with no letter,
    digit or sign to say (such as `***`) is no word.
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    return [Span(*match.span()) for match in _WORD.finditer(text, start, end)]


def has_words(text: str) -> bool:
    """Whether there is anything to say."""
    return _ANY_WORD.search(text) is not None
