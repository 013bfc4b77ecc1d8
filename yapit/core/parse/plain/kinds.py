"""What a paragraph of plain text is, by its look and by what stands around it."""

from __future__ import annotations

import re

from yapit.core.document import BlockKind
from yapit.core.parse.pictures import is_missing_picture
from yapit.core.parse.plain.rows import Line

ITEM = re.compile(r"(?:[-*+•‣◦▪●–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)")
_BULLET = re.compile(r"[-*+•‣◦▪●–]\s")
_RULE = re.compile(r"([=\-_*~#.+─═])(?:\s*\1){2,}")
_UNDERLINE = re.compile(r"([=\-~^\"*#])\1{2,}")
SHORT = 60
"""Characters: no heading is longer."""

_CHAPTER = re.compile(
    r"(?:chapter|book|part|volume|section|act|scene|canto|letter|appendix|kapitel|teil|chapitre|partie|cap[ií]tulo|"
    r"capitolo)\s+(?:[\divxlc]+|[a-z]+(?:-[a-z]+)?)\b[.:—–-]?(?:\s.*)?"
    r"|(?:prologue|epilogue|preface|foreword|introduction|contents|conclusion|acknowledge?ments|glossary|index|notes|"
    r"appendix|abstract|summary|references|bibliography|vorwort|einleitung|inhalt|préface|prólogo)[.:]?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+[^\W\d_]")
_MANUAL = re.compile(r"(\S+\(\d\w{0,4}\))?\S?.{0,60}\s{3,}\S.{0,80}\s{3,}\S+\(\d\w{0,4}\)")
"""The head of a manual page, which begins as it ends, and its foot, which does not."""

_NOTE = re.compile(r"\[(?:footnote\b|\d{1,3}\]|[*†]\])", re.IGNORECASE)
_PICTURE = re.compile(r"\[(?:illustration|image|picture|photo)\b", re.IGNORECASE)


def is_rule(line: Line) -> bool:
    return line.text[0] == line.text[-1] and _RULE.fullmatch(line.text) is not None


def is_underline(line: Line, above: Line) -> bool:
    """Whether a line is drawn under another, as under a heading."""
    if line.text[0] != line.text[-1] or abs(len(line.text) - len(above.text)) > 3:
        return False
    return _UNDERLINE.fullmatch(line.text) is not None and not is_rule(above)


def is_chapter(text: str) -> bool:
    return text[0].isupper() and _CHAPTER.fullmatch(text) is not None


def kind_of(paragraph: list[Line], *, alone: bool) -> tuple[BlockKind, int]:
    """Kind and level by look; one line `alone` has blank lines around and text below."""
    first = paragraph[0].text
    if len(paragraph) == 1 and (is_rule(paragraph[0]) or is_missing_picture(first)):
        return BlockKind.FURNITURE, 0
    if len(paragraph) == 1 and len(first) < 200 and (manual := _MANUAL.fullmatch(first)):
        return BlockKind.RUNNING_HEAD if manual.group(1) else BlockKind.RUNNING_FOOT, 0
    if len(paragraph) == 1 and (level := _heading_level(first)):
        return BlockKind.HEADING, level
    if alone and _is_title(first):
        return BlockKind.HEADING, 1
    if ITEM.match(first):
        return BlockKind.LIST_ITEM, 1 + paragraph[0].indent // 4
    if _NOTE.match(first):
        return BlockKind.FOOTNOTE, 0
    if _PICTURE.match(first):
        return BlockKind.CAPTION, 0
    return BlockKind.PARAGRAPH, 0


def underlined_level(underline: Line) -> int:
    return '=-~^"*#'.index(underline.text[0]) + 1


def _heading_level(text: str) -> int:
    """1 for a chapter's line and for capitals, the depth of the number for a numbered one, else 0."""
    if len(text) > SHORT or text[-1] in ",;" or _BULLET.match(text):
        return 0
    if is_chapter(text) or is_capitals(text):
        return 1
    numbered = _NUMBERED.match(text)
    if numbered and text[-1] not in ".!?:" and numbered.group(1).count(".") < 4:
        return 1 + numbered.group(1).count(".")
    return 0


def is_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 3 and text.upper() == text != text.lower() and text[-1] not in "!?"


def _is_title(text: str) -> bool:
    """A few words, every longer one with a capital, and no end of sentence."""
    words = text.split()
    if len(text) > SHORT or len(words) > 8 or not text[-1].isalnum():
        return False
    return text[0].isupper() and all(word[0].isupper() for word in words if len(word) > 4)
