"""Plain text: the document's text is the file's, so every offset is the file's; blocks are found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yapit.core.document import Block, BlockKind, Document, Span, fill_gaps
from yapit.core.parse.characters import decode
from yapit.core.parse.draft import check_words, outline
from yapit.core.parse.formats import Progress
from yapit.core.parse.source import Source


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    """Without the white space around it."""

    text: str
    indent: int
    """White space before it, in characters."""

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


def parse(source: Source, on_progress: Progress) -> Document:
    text = decode(source.data, source.label)
    check_words(text, source.label)
    blocks = tuple(_blocks(text))
    return Document(text, blocks, fill_gaps(text, blocks), language="", chapters=outline(text, blocks))


def _blocks(text: str) -> Iterator[Block]:
    runs = list(_runs(text))
    split = _split_lines if _has_line_paragraphs(runs) else _split_wrapped
    for run, after in zip(runs, [*runs[1:], []], strict=True):
        for paragraph in split(run):
            alone = len(run) == 1 and sum(line.width for line in after) > _SHORT
            kind, level = _kind(paragraph, alone=alone)
            yield Block(Span(paragraph[0].span.start, paragraph[-1].span.end), kind, level)


# What some system or other takes for the end of a line; the last three end a page or a paragraph.
_LINE = re.compile(r"([^\n\r\x85\u2028\f\v\u2029]*)(\r\n|[\n\r\x85\u2028\f\v\u2029]|\Z)")
_PAGE_ENDS = frozenset("\f\v\u2029")


def _runs(text: str) -> Iterator[list[_Line]]:
    """Lines that no blank line and no page end separates."""
    run: list[_Line] = []
    for match in _LINE.finditer(text):
        span = Span(*match.span(1)).trimmed(text)
        if span:
            run.append(_Line(span, span.of(text), span.start - match.start()))
        if run and (not span or match.group(2) in _PAGE_ENDS):
            yield run
            run = []
    if run:
        yield run


_LONGEST_WRAP = 160
"""Characters: nobody wraps by hand at more, and a paragraph on one line soon has more."""


def _has_line_paragraphs(runs: list[list[_Line]]) -> bool:
    """Whether most of the text stands in lines too long to be parts of a paragraph."""
    widths = [line.width for run in runs for line in run]
    return sum(width for width in widths if width > _LONGEST_WRAP) * 2 > sum(widths)


def _split_lines(run: list[_Line]) -> Iterator[list[_Line]]:
    yield from ([line] for line in run)


def _split_wrapped(run: list[_Line]) -> Iterator[list[_Line]]:
    """The paragraphs of hard-wrapped lines: one, unless items, rules, indents or short lines part them."""
    paragraph: list[_Line] = []
    indented = _has_indented_paragraphs(run)
    wrap = max(line.width for line in run) if len(run) >= _UNBROKEN else None
    for line in run:
        hangs = indented and not _ITEM.match(paragraph[0].text) if paragraph else False
        if paragraph and (_starts(line, paragraph, indented=hangs) or _ended(paragraph[-1], line, wrap)):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


_ITEM = re.compile(r"(?:[-*+•‣◦▪●–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)")
_RULE = re.compile(r"([=\-_*~#.+])(?:\s*\1){2,}")


def _starts(line: _Line, paragraph: list[_Line], *, indented: bool) -> bool:
    """Whether a line begins a new block by its own look."""
    before = paragraph[-1]
    if _is_rule(line) or _is_rule(before):
        return True
    if _ITEM.match(line.text) and (_ITEM.match(paragraph[0].text) or _ends_sentence(before)):
        return True
    if _is_chapter(before.text) and len(before.text) < _SHORT and line.text[:1].isupper():
        return True
    return indented and line.indent > before.indent


def _is_rule(line: _Line) -> bool:
    return _RULE.fullmatch(line.text) is not None


def _has_indented_paragraphs(run: list[_Line]) -> bool:
    """Whether first lines are indented by 1 to 8 and the others stand flush, as in a printed book."""
    flush = min(line.indent for line in run)
    first = [line for line in run if line.indent > flush]
    regular = len({line.indent for line in first}) == 1 and first[0].indent - flush <= 8
    return bool(first) and regular and len(first) * 2 <= len(run) + 1


_UNBROKEN = 16
"""Lines: a run this long is likely to hold several paragraphs that nothing but short last lines part."""


def _ended(before: _Line, line: _Line, wrap: int | None) -> bool:
    """Whether a sentence ended where the next word would still have fitted into the line."""
    if wrap is None or not _ends_sentence(before):
        return False
    next_word = len(line.text.split(maxsplit=1)[0])
    return before.width + 1 + next_word < wrap * 0.9 and not line.text[:1].islower()


_SENTENCE_END = re.compile(r"[.!?:…。！？]['\"”’)\]_*]*$")


def _ends_sentence(line: _Line) -> bool:
    return _SENTENCE_END.search(line.text) is not None


_SHORT = 60
"""Characters: no heading is longer."""

_CHAPTER = re.compile(
    r"(?:chapter|book|part|volume|section|act|scene|canto|letter|appendix|kapitel|teil|chapitre|partie|cap[ií]tulo|"
    r"capitolo)\s+(?:[\divxlc]+|[a-z]+(?:-[a-z]+)?)\b[.:—–-]?(?:\s.*)?"
    r"|(?:prologue|epilogue|preface|foreword|introduction|contents|conclusion|acknowledge?ments|glossary|index|notes|"
    r"appendix|abstract|summary|vorwort|einleitung|inhalt|préface|prólogo)[.:]?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+[^\W\d_]")


def _is_chapter(line: str) -> bool:
    return _CHAPTER.fullmatch(line) is not None and not line[0].islower()


def _kind(paragraph: list[_Line], *, alone: bool) -> tuple[BlockKind, int]:
    """Kind and level by the look of a paragraph; one line `alone` has blank lines around and text below."""
    first = paragraph[0].text
    if len(paragraph) == 1 and _is_rule(paragraph[0]):
        return BlockKind.FURNITURE, 0
    if len(paragraph) == 1 and (level := _heading_level(first)):
        return BlockKind.HEADING, level
    if alone and _is_title(first):
        return BlockKind.HEADING, 1
    if _ITEM.match(first):
        return BlockKind.LIST_ITEM, 1 + paragraph[0].indent // 4
    return BlockKind.PARAGRAPH, 0


def _heading_level(line: str) -> int:
    """1 for a chapter's line and for capitals, the depth of the number for a numbered one, else 0."""
    if len(line) > _SHORT or line[-1] in ",;":
        return 0
    if _is_chapter(line) or _is_capitals(line):
        return 1
    numbered = _NUMBERED.match(line)
    if numbered and line[-1] not in ".!?:" and numbered.group(1).count(".") < 4:
        return 1 + numbered.group(1).count(".")
    return 0


def _is_capitals(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return len(letters) >= 3 and line.upper() == line != line.lower() and line[-1] not in "!?"


def _is_title(line: str) -> bool:
    """A few words, every longer one with a capital, and no end of sentence."""
    words = line.split()
    if len(line) > _SHORT or len(words) > 8 or not line[-1].isalnum():
        return False
    return line[0].isupper() and all(word[0].isupper() for word in words if len(word) > 4)
