"""Which lines are headings, and of which level."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yapit.core.document import BlockKind
from yapit.core.parse.pdf.items import is_bullet
from yapit.core.parse.pdf.openers import OPENER
from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.piece import SENTENCE_END, Piece
from yapit.core.parse.pdf.reading import Reading
from yapit.core.parse.works_cited import heads_works_cited

MOST_WORDS = 30
"""What has more is no heading, however large."""

MOST_LINES = 4

_NUMBERED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,3}){0,4})\.?\s+(?=[^\W\d_])|(?P<other>[IVXL]+\.|[A-Z](?:\.\d{1,2})*\.?)\s+(?=[^\W\d_])"
)
_NAMED = re.compile(
    r"\W*(?:abstract|summary|zusammenfassung|résumé|acknowledge?ments?|appendix(?:\s+[A-Z\d]+)?|introduction|"
    r"conclusions?|discussion|preface|foreword|contents|index)\W*",
    re.IGNORECASE,
)


def looks_like_heading(line: Line, reading: Reading) -> bool:
    text = line.text
    if len(text) >= 110 or not any(map(str.isalpha, text)) or "://" in text:
        return False
    if reading.layout.run(line) > MOST_LINES and (line.bold or line.size > reading.layout.body + 0.9):
        return False
    if line.size > reading.layout.body + 0.9:
        return _is_large_heading(line, reading)
    if SENTENCE_END.search(text.rstrip(":?")) or line.size < reading.layout.body - 1.1:
        return False
    if heads_works_cited(text) and not reading.is_next_line(line):
        return not text.islower()
    if _is_centred_number(line, reading) or _goes_on_centred(line, reading):
        return True
    return _stands_out(line, reading) and not _runs_into_text(line, reading)


def _is_large_heading(line: Line, reading: Reading) -> bool:
    """Larger than the text, and no sentence of many words."""
    ended = SENTENCE_END.search(line.text.rstrip("?!:…"))
    return not ended or len(line.text.split()) < 5 or _NUMBERED.match(line.text) is not None


def _stands_out(line: Line, reading: Reading) -> bool:
    """Of the size of the text, and yet a heading: by weight, number, capitals or name."""
    apart = reading.is_apart(line) or reading.kind in _HEADS
    centred = reading.is_centred(line)
    numbered = _NUMBERED.match(line.text) is not None
    if not apart or is_bullet(line.text):
        return False
    if line.bold and (line.size >= reading.layout.body - 0.1 or _ends_block(line, reading)):
        return True
    if numbered and line.italic:
        return True
    if OPENER.fullmatch(line.text) or (_NAMED.fullmatch(line.text) and not line.text[0].islower()):
        return _ends_block(line, reading)
    return _is_in_capitals(line) and (centred or reading.is_apart(line)) and _ends_block(line, reading)


def _is_centred_number(line: Line, reading: Reading) -> bool:
    """`IV. Audience` in the middle of its column; its first line may be nearly as wide as that."""
    if not _NUMBERED.match(line.text) or reading.is_level(line) or len(line.text) > 70:
        return False
    if reading.is_centred(line):
        return True
    column, after = reading.layout.measure(line), reading.after
    middle = abs((line.box.x0 + line.box.x1) / 2 - column.middle) < 4
    return middle and reading.is_apart(line) and after is not None and reading.is_centred(after)


def _goes_on_centred(line: Line, reading: Reading) -> bool:
    """The second line of a heading that nothing but its place shows."""
    before = reading.before
    if before is None or reading.kind is not BlockKind.HEADING or not reading.is_centred(line):
        return False
    alike = abs(before.size - line.size) < 0.3 and before.bold == line.bold
    return alike and reading.is_below(line, 1.15 * reading.layout.leading)


_HEADS = frozenset((BlockKind.HEADING, BlockKind.TITLE, BlockKind.AUTHOR))


def _is_in_capitals(line: Line) -> bool:
    letters = [letter for letter in line.text if letter.isalpha()]
    return len(letters) > 3 and len(line.text) < 60 and line.text.isupper() and letters[0].isascii()


def _ends_block(line: Line, reading: Reading) -> bool:
    """Whether the next line stands apart, so that this one is alone."""
    after = reading.after
    if after is None or after.page != line.page:
        return True
    step = after.foot - line.foot
    return step > 1.2 * reading.layout.leading or step < 0 or abs(after.size - line.size) > 0.4


def _runs_into_text(line: Line, reading: Reading) -> bool:
    """Whether it is the bold beginning of a paragraph: the next line goes on below, in plain letters."""
    after = reading.after
    if after is None or after.page != line.page or after.bold:
        return False
    step = after.foot - line.foot
    if not 0 < step < 1.1 * reading.layout.leading or abs(after.size - line.size) > 0.3:
        return False
    return reading.is_full(line) or after.text[0].islower()


def continues_heading(line: Line, reading: Reading) -> bool:
    """A second line of a heading: near, of its size and weight, and with no number of its own."""
    before = reading.before
    if before is None or _NUMBERED.match(line.text) or OPENER.fullmatch(before.text):
        return False
    alike = abs(before.size - line.size) < 0.6 and before.bold == line.bold and before.tagged == line.tagged
    reach = max(1.75 * max(line.size, reading.layout.body), 1.6 * reading.layout.leading)
    return alike and (reading.is_below(line, reach) or reading.is_level(line))


def numbered_depth(text: str) -> int:
    """1 for `3 Methods`, 2 for `3.1 Setting`; 0 where no number tells."""
    match = _NUMBERED.match(text)
    return match["number"].count(".") + 1 if match and match["number"] else 0


@dataclass(slots=True)
class Levels:
    """Levels by the outline, else by number, else by how the headings before were set."""

    _styles: dict[tuple[float, bool, bool], int] = field(default_factory=dict)

    def of(self, piece: Piece, outlined: int = 0) -> int:
        style = _style(piece)
        told = outlined or piece.lines[0].tagged or numbered_depth(piece.text)
        if told:
            self._styles.setdefault(style, told)
            return min(told, 6)
        if style not in self._styles:
            above = [level for other, level in self._styles.items() if other > style]
            self._styles[style] = max(above, default=0) + 1
        return min(self._styles[style], 6)


def _style(piece: Piece) -> tuple[float, bool, bool]:
    """In order of weight: larger, in capitals, bold."""
    return piece.size, piece.text.isupper(), piece.lines[0].bold


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
