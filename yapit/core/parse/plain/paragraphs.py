"""Lines to paragraphs: hard-wrapped ones are joined, and parted where a new block begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yapit.core.parse.plain.kinds import ITEM, SHORT, is_chapter, is_rule, is_underline
from yapit.core.parse.plain.rows import Line

_LONGEST_WRAP = 160
"""Characters: nobody wraps by hand at more, and a paragraph on one line soon has more."""


def has_line_paragraphs(runs: list[list[Line]]) -> bool:
    """Whether most of the text stands in lines too long to be parts of a paragraph."""
    widths = [line.width for run in runs for line in run]
    return sum(width for width in widths if width > _LONGEST_WRAP) * 2 > sum(widths)


def split_lines(run: list[Line]) -> Iterator[list[Line]]:
    yield from ([line] for line in run)


def split_wrapped(run: list[Line]) -> Iterator[list[Line]]:
    """The paragraphs of hard-wrapped lines: one, unless items, rules, indents or short lines part them."""
    paragraph: list[Line] = []
    indented = _has_indented_paragraphs(run)
    wrap = max(line.width for line in run) if len(run) >= _UNBROKEN else None
    for line in run:
        hangs = indented and not ITEM.match(paragraph[0].text) if paragraph else False
        if paragraph and (_starts(line, paragraph, indented=hangs) or _ended(paragraph[-1], line, wrap)):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _starts(line: Line, paragraph: list[Line], *, indented: bool) -> bool:
    """Whether a line begins a new block by its own look."""
    before = paragraph[-1]
    if is_rule(line):
        return not is_underline(line, before) or len(paragraph) > 1
    if is_rule(before):
        return True
    if ITEM.match(line.text) and (ITEM.match(paragraph[0].text) or _ends_sentence(before)):
        return True
    if len(paragraph) == 1 and _is_heading_over(before, line):
        return True
    return indented and line.indent > before.indent


def _is_heading_over(before: Line, line: Line) -> bool:
    """Whether a line directly above text is its heading, as in books and in manual pages."""
    if len(before.text) >= SHORT:
        return False
    if is_chapter(before.text) and line.text[:1].isupper():
        return True
    return _is_term(before) and line.indent >= before.indent + _HANGING


_HANGING = 3
_TERM = 40


def _is_term(line: Line) -> bool:
    """Whether a line may be what the deeper lines below it are about."""
    return len(line.text) <= _TERM and line.text[-1] not in ",;:.-"


def _has_indented_paragraphs(run: list[Line]) -> bool:
    """Whether first lines are indented by 1 to 8 and the others stand flush, as in a printed book."""
    flush = min(line.indent for line in run)
    first = [line for line in run if line.indent > flush]
    regular = len({line.indent for line in first}) == 1 and first[0].indent - flush <= 8
    return bool(first) and regular and len(first) * 2 <= len(run) + 1


_UNBROKEN = 16
"""Lines: a run this long is likely to hold several paragraphs that nothing but short last lines part."""


def _ended(before: Line, line: Line, wrap: int | None) -> bool:
    """Whether a sentence ended where the next word would still have fitted into the line."""
    if wrap is None or not _ends_sentence(before):
        return False
    next_word = len(line.text.split(maxsplit=1)[0])
    return before.width + 1 + next_word < wrap * 0.9 and not line.text[:1].islower()


_SENTENCE_END = re.compile(r"[.!?:…。！？]['\"”’)\]_*]*$")


def _ends_sentence(line: Line) -> bool:
    return _SENTENCE_END.search(line.text) is not None
