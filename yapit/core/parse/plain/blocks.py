"""Rows to blocks: every paragraph with its kind, programs and drawings whole, the list of works apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yapit.core.document import PAGE_FURNITURE, Block, BlockKind, Span
from yapit.core.parse.plain.code import is_code, is_drawing
from yapit.core.parse.plain.kinds import SHORT, is_underline, kind_of, underlined_level
from yapit.core.parse.plain.paragraphs import has_line_paragraphs, split_lines, split_wrapped
from yapit.core.parse.plain.rows import Line, Row, runs_of_lines
from yapit.core.parse.works_cited import heads_works_cited

_WHOLE = PAGE_FURNITURE | {BlockKind.TABLE, BlockKind.HEADING}
"""Kinds that come known, each run of lines a block."""


def blocks_of(rows: list[Row], text: str, *, cited: bool = False) -> tuple[Block, ...]:
    """The blocks of a text, in order; `text` is the rows put together.

    With `cited`, it goes on with a list of works cited.
    """
    runs = list(runs_of_lines(rows))
    return tuple(_references(_one_program(_blocks(runs), text), text, cited=cited))


def ends_in_works_cited(blocks: Sequence[Block], text: str, *, cited: bool) -> bool:
    """Whether the list of works cited may go on after these blocks; `cited` as for `blocks_of`."""
    heading = next((block for block in reversed(blocks) if block.kind is BlockKind.HEADING), None)
    return cited if heading is None else heads_works_cited(heading.span.of(text))


def _blocks(runs: list[list[Line]]) -> Iterator[Block]:
    split = split_lines if has_line_paragraphs(runs) else split_wrapped
    flush = _body_indent(runs)
    for at, run in enumerate(runs):
        after = runs[at + 1] if at + 1 < len(runs) else []
        whole = _whole(run, flush)
        if whole is not None:
            yield whole
            continue
        below = sum(line.width for line in after) > SHORT
        paragraphs = list(split(run))
        for number, paragraph in enumerate(paragraphs):
            follows = below if len(paragraphs) == 1 else number == 0 and len(paragraph) == 1
            yield from _paragraph(paragraph, alone=len(paragraphs) == 1 and follows)


def _body_indent(runs: list[list[Line]]) -> int:
    """The white space before the lines of the text: the least that one in ten has."""
    counts = Counter(line.indent for run in runs for line in run)
    return min((indent for indent, count in counts.items() if count * 10 >= counts.total()), default=0)


_CODE_INDENT = 2


def _whole(run: list[Line], flush: int) -> Block | None:
    """The block of a run that is not running text."""
    first = run[0]
    span = Span(first.span.start, run[-1].span.end)
    if first.kind in _WHOLE:
        return Block(span, first.kind, first.level)
    if first.kind is not None:
        return None
    texts = [line.text for line in run]
    deep = min(line.indent for line in run) >= flush + _CODE_INDENT
    if deep and is_code(texts):
        return Block(Span(first.begin, span.end), BlockKind.CODE)
    if is_drawing(texts):
        return Block(span, BlockKind.FURNITURE)
    return None


def _paragraph(paragraph: list[Line], *, alone: bool) -> Iterator[Block]:
    first, last = paragraph[0], paragraph[-1]
    span = Span(first.span.start, last.span.end)
    if first.kind is BlockKind.QUOTE:
        yield Block(span, BlockKind.QUOTE)
    elif len(paragraph) == 2 and is_underline(last, first):
        yield Block(first.span, BlockKind.HEADING, underlined_level(last))
        yield Block(last.span, BlockKind.FURNITURE)
    else:
        yield Block(span, *kind_of(paragraph, alone=alone))


def _one_program(blocks: Iterator[Block], text: str) -> Iterator[Block]:
    """Programs that only blank lines part are one, and said to be there once."""
    before: Block | None = None
    for block in blocks:
        if before is not None and before.kind is block.kind is BlockKind.CODE:
            before = replace(before, span=Span(before.span.start, block.span.end))
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _references(blocks: Iterator[Block], text: str, *, cited: bool) -> Iterator[Block]:
    """What stands under the heading of the works cited is one of them each."""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            cited = heads_works_cited(block.span.of(text))
        listed = block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE)
        yield replace(block, kind=BlockKind.REFERENCE, level=0) if cited and listed else block
