"""Markdown that is still being written, as blocks: the last of them may not be over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Mark, MarkKind
from yapit.core.parse.draft import Draft
from yapit.core.parse.markdown.inline import InlineReader
from yapit.core.parse.markdown.reader import BlockReader
from yapit.core.parse.markdown.rules import markdown_parser

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_EMPHASIS = ("*", "_", "~")
_BEFORE_EMPHASIS = " \n([\"'“‘«—–"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or the beginning of one."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    marks: tuple[Mark, ...] = ()
    """Places are those of `text`."""

    start: int = 0
    """Where its first line begins in the source."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source holds so far."""

    pieces: tuple[Piece, ...] = ()
    last_group: int = 0
    """Where in the source the last block stands that nothing encloses: all before it is over."""


class Markup:
    """Reads the source that is still open; remembers what was defined in the text before it."""

    def __init__(self, works: Mapping[str, str]) -> None:
        self._parser = markdown_parser(live=True)
        self._parser.inline.ruler2.before("fragments_join", "unfinished", _drop_unfinished)
        self._works = works
        self._known: MutableMapping[str, object] = {}

    def read(self, source: str, *, ended: bool = False) -> Reading:
        """The blocks; unless it has `ended`, an emphasis that is open at its end counts as closed there."""
        known = deepcopy(self._known)
        tokens = self._parser.parse(source, known)
        if not ended:
            self._close_emphasis(tokens, known)
        lines = [0, *accumulate(len(line) for line in source.split("\n"))]
        lines = [at + number for number, at in enumerate(lines)]
        groups = [token.map[0] for token in tokens if token.map and not token.level and token.nesting >= 0]
        return Reading(tuple(self._pieces(tokens, lines)), lines[groups[-1]] if groups else 0)

    def remember(self, source: str) -> None:
        """Keep what is defined in a source that is over."""
        if "]" in source:
            self._parser.parse(source, self._known)

    def _pieces(self, tokens: Sequence[Token], lines: Sequence[int]) -> Iterator[Piece]:
        draft = Draft(finds_works_cited=False)
        reader = _LiveReader(draft, InlineReader(self._works))
        line, in_table = 0, False
        for token in tokens:
            if token.map and not in_table:
                line = token.map[0]
            if token.type in ("table_open", "table_close"):
                in_table = token.nesting > 0
            count = len(draft.blocks)
            reader.read([token])
            for index in range(count, len(draft.blocks)):
                yield _piece(draft, index, lines[line])

    def _close_emphasis(self, tokens: Sequence[Token], known: MutableMapping[str, object]) -> None:
        last = next((token for token in reversed(tokens) if token.type == "inline"), None)
        if last is None or not any(sign in last.content for sign in _EMPHASIS):
            return
        children: list[Token] = []
        self._parser.inline.parse(last.content, self._parser, {**known, "unfinished": True}, children)
        last.children = children


class _LiveReader(BlockReader):
    def _end_contents(self) -> None:
        """That a list is the contents of the text can be told only when it is over."""


def _piece(draft: Draft, index: int, start: int) -> Piece:
    block = draft.blocks[index]
    first = bisect_left(draft.marks, block.span.start, key=lambda mark: mark.span.start)
    marks = tuple(mark.shift(-block.span.start) for mark in draft.marks[first:])
    return Piece(draft.text_of(index), block.kind, block.level, marks, start)


def _drop_unfinished(state: StateInline) -> None:
    """The signs of an emphasis that is not closed yet; one within a word is none."""
    if not state.env.get("unfinished"):
        return
    for delimiter in state.delimiters:
        if delimiter.open and delimiter.end < 0 and chr(delimiter.marker) in _EMPHASIS:
            before = state.tokens[delimiter.token - 1] if delimiter.token else None
            if before is None or before.type != "text" or before.content[-1:] in _BEFORE_EMPHASIS:
                state.tokens[delimiter.token].content = ""


def glued(before: Piece, between: str, piece: Piece) -> Piece:
    """A piece as the continuation of another."""
    by = len(before.text) + len(between)
    marks = (*before.marks, *(mark.shift(by) for mark in piece.marks))
    return replace(before, text=f"{before.text}{between}{piece.text}", marks=marks, start=piece.start)


def continued(before: Piece, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces that begin with the last character of what was before them, after that."""
    for piece in pieces:
        if piece.text.startswith(before.text[-1]):
            by = len(before.text) - 1
            marks = (*before.marks, *(mark.shift(by) for mark in piece.marks))
            yield replace(piece, text=f"{before.text}{piece.text[1:]}", marks=marks)
        else:
            yield piece


def unmarked(piece: Piece, *kinds: MarkKind) -> str:
    """The text with letters for what is marked as anything but `kinds`."""
    text = piece.text
    for mark in piece.marks:
        if mark.kind not in kinds:
            text = f"{text[: mark.span.start]}{'x' * len(mark.span)}{text[mark.span.end :]}"
    return text
