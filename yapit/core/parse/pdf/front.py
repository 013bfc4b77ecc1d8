"""The front of a paper: its title, and the names and places below it, until the text begins."""

from __future__ import annotations

import re

from yapit.core.document import BlockKind
from yapit.core.parse.pdf.contents import is_contents_heading
from yapit.core.parse.pdf.headings import letters, looks_like_heading, numbered_depth
from yapit.core.parse.pdf.layout import Layout
from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.reading import Reading

ABSTRACT = re.compile(
    r"\W*(?:abstract|a b s t r a c t|zusammenfassung|kurzfassung|résumé|resumen|resumo|riassunto|摘要|要旨)"
    r"\W*(?=$|\s|[—–\-.:])",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\W*(?:summary|introduction|einleitung|key\s?words|index terms)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"@|universi|department|institut|college|laborator|faculty|school of|received|orcid|e-?mail|"
    r"correspond|https?:",
    re.IGNORECASE,
)


class Front:
    """Knows how large the title of a document is, and when its front is over."""

    def __init__(self, layout: Layout, title: str = "") -> None:
        first = next((page for page in layout.pages if layout.running(page)), layout.pages[0])
        lines = layout.running(first)
        self._page = first.number
        self._title = letters(title)
        named = [line for line in lines if self._is_named(line)]
        self.title_size = self._size(named or lines)
        least = 0.9 if named else 1.2 if self._is_at_top(lines) else 2
        self.is_here = self.title_size > layout.body + least
        self._top = min((li.box.y0 for li in lines if abs(li.size - self.title_size) < 0.6), default=0.0)

    def _is_at_top(self, lines: list[Line]) -> bool:
        """Whether the largest lines are few, bold, and among the first."""
        large = [line for line in lines if abs(line.size - self.title_size) < 0.6]
        first = sorted(lines, key=lambda line: line.box.y0)[: len(large) + 3]
        return len(large) < 5 and all(line.bold and line in first for line in large)

    def _is_named(self, line: Line) -> bool:
        text = letters(line.text)
        return len(text) > 8 and (text in self._title or text == self._title)

    def _size(self, lines: list[Line]) -> float:
        names = (line for line in lines if sum(map(str.isalpha, line.text)) > 2)
        return max((line.size for line in names if not is_contents_heading(line.text)), default=0.0)

    def is_above(self, line: Line) -> bool:
        """Whether a line stands above the title: the name of a journal, whenever it is drawn."""
        return self.is_here and line.page == self._page and line.box.y1 <= self._top + 2

    def kind(self, line: Line, reading: Reading) -> BlockKind | None:
        """What a line of the front is; None where the text has begun."""
        if self._is_title(line, reading):
            return BlockKind.TITLE
        if line.page != self._page:
            return None
        if self._is_standfirst(line, reading):
            return BlockKind.PARAGRAPH
        return None if self._begins_text(line, reading) else BlockKind.AUTHOR

    def _is_standfirst(self, line: Line, reading: Reading) -> bool:
        """The few lines in large letters that lead into an article."""
        if line.tagged or not reading.layout.body + 0.9 < line.size < self.title_size - 0.6:
            return False
        if reading.kind is BlockKind.PARAGRAPH and reading.before is not None:
            return abs(reading.before.size - line.size) < 0.3 and reading.is_below(line, 1.6 * line.size)
        return reading.layout.run(line) > 1 and _is_common(line) and not numbered_depth(line.text)

    def _is_title(self, line: Line, reading: Reading) -> bool:
        if line.page != self._page or abs(line.size - self.title_size) >= 0.6:
            return False
        untitled = reading.open is None or reading.kind is BlockKind.AUTHOR
        goes_on = reading.kind is BlockKind.TITLE and reading.is_below(line, 2.2 * line.size)
        return untitled or goes_on or letters(line.text) in self._title

    def _begins_text(self, line: Line, reading: Reading) -> bool:
        if line.tagged or is_contents_heading(line.text):
            return True
        if ABSTRACT.match(line.text) or _OPENING.match(line.text) or _is_sentence(line, reading):
            return True
        if looks_like_heading(line, reading) and line.size < self.title_size:
            named = numbered_depth(line.text) and not (_PLACE.search(line.text) or "," in line.text)
            return bool(named) or (reading.after is not None and _opens_text(reading.after, reading))
        if _is_common(line) and reading.layout.is_body(line):
            return True
        if _is_small_prose(line, reading):
            reading.in_abstract = True
            return True
        return (_is_prose(line, reading) and reading.kind is not BlockKind.TITLE) or _is_long(line, reading)


def _is_sentence(line: Line, reading: Reading) -> bool:
    """A short sentence, and no place or date."""
    words = line.text.split()
    small = line.size < reading.layout.body - 0.6
    return (
        line.text[-1] in ".!?"
        and len(words) > 2
        and not small
        and words[-1][:-1].islower()
        and not (_PLACE.search(line.text) or "," in line.text or any(map(str.isdigit, line.text)))
    )


def _is_small_prose(line: Line, reading: Reading) -> bool:
    """An abstract that nothing announces: three lines or more, smaller than the text, of common words."""
    after, body = reading.after, reading.layout.body
    if after is None or reading.layout.run(line) < 3 or not body - 2.1 < line.size < body - 0.4:
        return False
    long = min(line.text.count(" "), after.text.count(" ")) > 7
    common = _share_of_common(line.text + " " + after.text) > 0.55
    return long and common and not (_PLACE.search(line.text) or _PLACE.search(after.text))


def _is_common(line: Line) -> bool:
    """Long, and few of its words are names."""
    return line.text.count(" ") > 7 and _share_of_common(line.text) > 0.6 and not _PLACE.search(line.text)


def _opens_text(line: Line, reading: Reading) -> bool:
    """Whether the line below a heading is of running text, in a column however narrow."""
    column = reading.layout.measure(line)
    filled = line.width > 0.8 * column.width and reading.layout.run(line) > 3
    return _is_prose(line, reading) or (
        filled and reading.layout.is_body(line) and not _PLACE.search(line.text)
    )


def _is_prose(line: Line, reading: Reading) -> bool:
    """A full line of the running text, and not of names and places."""
    column = reading.layout.measure(line)
    if not reading.layout.is_body(line) or line.width < 0.8 * column.width or _PLACE.search(line.text):
        return False
    if len(line.text) <= 40:  # in a narrow column: of common words, and more such lines with it
        return reading.layout.run(line) > 3 and _share_of_common(line.text) > 0.5 and line.text.count(" ") > 2
    return len(line.notes) < 2 and line.text.count(",") < 5


def _share_of_common(text: str) -> float:
    words = text.split()
    return sum(word[0].islower() for word in words) / len(words)


def _is_long(line: Line, reading: Reading) -> bool:
    after = reading.after
    return _is_prose(line, reading) and after is not None and _is_prose(after, reading)
