"""What the lines of a page are by their place on it: columns, running heads, margin notes, footnotes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from yapit.core.parse.pdf.page import Line, Page

CAPTION = re.compile(
    r"(?:Fig(?:ure)?\.?|Table|TABLE|FIGURE|Tab\.|Listing|Algorithm|Abbildung|Tabelle)\s*[A-Z]?[\dIVX]+"
)


@dataclass(frozen=True, slots=True)
class Column:
    x0: float
    x1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


class Layout:
    """The measures of a document, and the lines that are not of its running text."""

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self.pages = pages
        self.body = _body_size(pages)
        self.furniture = {line for page in pages for line in _line_numbers(page)}
        self.furniture |= _heads_and_feet(pages, self.body, self.furniture)
        self.columns = {page.number: _columns(page, self.body, self.furniture) for page in pages}
        self.furniture |= {line for page in pages for line in self._margin_notes(page)}
        if all(line in self.furniture for page in pages for line in page.lines):
            self.furniture = set()  # pages with nothing else are what somebody wants to hear
        self.footnotes = {line for page in pages for line in self._footnotes(page)}

    @cached_property
    def leading(self) -> float:
        """From one line of running text to the next, in points."""
        gaps = [
            lower.box.y0 - upper.box.y0
            for page in self.pages
            for upper, lower in pairwise(self.running(page))
            if self.column(upper) == self.column(lower) and self.is_body(upper) and self.is_body(lower)
        ]
        gaps = [gap for gap in gaps if 0 < gap < 4 * self.body]
        return median(gaps) if gaps else 1.2 * self.body

    def running(self, page: Page) -> list[Line]:
        return [line for line in page.lines if line not in self.furniture and line not in self.footnotes]

    def is_body(self, line: Line) -> bool:
        return abs(line.size - self.body) < 0.6

    def column(self, line: Line) -> int | None:
        """Which column of its page a line stands in; None where it crosses columns or stands in none."""
        columns = self.columns[line.page]
        for index, column in enumerate(columns):
            if column.x0 - 6 <= line.box.x0 < column.x1:
                crosses = index == 0 and len(columns) > 1 and line.box.x1 > column.x1 + 20
                return None if crosses else index
        return None

    def measure(self, line: Line) -> Column:
        """The column around a line, or the line itself where there is none."""
        index = self.column(line)
        return Column(line.box.x0, line.box.x1) if index is None else self.columns[line.page][index]

    def _margin_notes(self, page: Page) -> Iterator[Line]:
        columns = self.columns[page.number]
        for line in page.lines if columns else ():
            if line.box.x1 < columns[0].x0 - 2 and line.size < self.body + 0.5 and not _is_marker(line):
                yield line

    def _footnotes(self, page: Page) -> Iterator[Line]:
        """The smaller lines below the last line of running text of each column."""
        for index in range(max(1, len(self.columns[page.number]))):
            lines = [li for li in page.lines if li not in self.furniture and self.column(li) == index]
            lines.sort(key=lambda line: line.box.y0)
            first = len(lines)
            while first and lines[first - 1].size <= self.body - 0.9:
                first -= 1
            if first and first < len(lines) and _is_footnote(lines[first], page):
                yield from lines[first:]


def _is_footnote(line: Line, page: Page) -> bool:
    marked = re.match(r"[\d*†‡§]", line.text) is not None
    return marked or (line.box.y0 > 0.6 * page.height and not CAPTION.match(line.text))


def _is_marker(line: Line) -> bool:
    """A bullet or number that hangs left of its item."""
    return re.fullmatch(r"\W|\(?[\da-z]{1,3}[.)]", line.text) is not None


def _body_size(pages: Iterable[Page]) -> float:
    """The size of the running text, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    # References and notes may outweigh a short text, and are smaller; nothing large has as many letters.
    most = max(sizes.values())
    return max(size for size, letters in sizes.items() if letters > 0.6 * most)


def _line_numbers(page: Page) -> Iterator[Line]:
    """Numbers in the margin that count the lines of a manuscript: six or more that end at the same place."""
    numbers = [line for line in page.lines if re.fullmatch(r"\d{1,4}", line.text)]
    ends = Counter(round(line.box.x1 / 4) for line in numbers)
    rows = {end for end, count in ends.items() if count >= 6}
    for line in numbers:
        end = round(line.box.x1 / 4)
        if rows & {end - 1, end, end + 1}:
            yield line


_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|seite|страница)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/|von|из)\s*\d+)?\W*",
    re.IGNORECASE,
)


def _heads_and_feet(pages: tuple[Page, ...], body: float, known: set[Line]) -> set[Line]:
    """Page numbers, and what returns at the edge of page after page: by its words or by its place."""
    found: set[Line] = set()
    same_words: dict[tuple[bool, str], list[Line]] = defaultdict(list)
    same_place: dict[tuple[bool, int], list[tuple[Line, float]]] = defaultdict(list)
    for page in pages:
        lines = [line for line in page.lines if line not in known]
        for line, top in _edge_lines(page, lines):
            words = re.sub(r"\d+", "#", line.text.lower())
            same_words[top, words].append(line)
            same_place[top, round(line.box.y0 / 3)].append((line, _clearance(line, lines, top=top)))
            if _PAGE_NUMBER.fullmatch(line.text):
                found.add(line)
    for lines in same_words.values():
        if len({line.page for line in lines}) >= max(2, 0.25 * len(pages)):
            found.update(lines)
    for places in same_place.values():
        if len(pages) >= 4 and len({line.page for line, _ in places}) >= 0.4 * len(pages):
            found.update(line for line, gap in places if _stands_apart(line, gap, body))
    return found


def _edge_lines(page: Page, lines: list[Line]) -> Iterator[tuple[Line, bool]]:
    """Lines in the outer 14 % of a page that are among its first or last; True for those at the top."""
    by_top = sorted(lines, key=lambda line: line.box.y0)
    if not by_top:
        return
    first, last = by_top[0], by_top[-1]
    tops = [
        li for li in by_top if li.box.y0 < first.box.y0 + 2.6 * first.size and li.box.y1 < 0.14 * page.height
    ]
    feet = [
        li for li in by_top if li.box.y1 > last.box.y1 - 2.6 * last.size and li.box.y0 > 0.86 * page.height
    ]
    yield from ((line, True) for line in tops[:4])
    yield from ((line, False) for line in feet[-4:])


def _clearance(line: Line, lines: list[Line], *, top: bool) -> float:
    """White space between a line at the edge and the text, in points."""
    if top:
        return min((li.box.y0 for li in lines if li.box.y0 > line.box.y1 - 1), default=9e9) - line.box.y1
    return line.box.y0 - max((li.box.y1 for li in lines if li.box.y1 < line.box.y0 + 1), default=-9e9)


def _stands_apart(line: Line, gap: float, body: float) -> bool:
    other_size = abs(line.size - body) > 0.4
    return len(line.text) < 110 and gap > (0.55 if other_size else 1.0) * body


def _columns(page: Page, body: float, furniture: set[Line]) -> tuple[Column, ...]:
    """One column or two, by where the lines of running text begin and end."""
    wide = [
        line
        for line in page.lines
        if line not in furniture and abs(line.size - body) <= 1.2 and line.width > 0.2 * page.width
    ]
    if not wide:
        return ()
    left = [line for line in wide if line.box.x1 < 0.56 * page.width]
    right = [line for line in wide if line.box.x0 > 0.44 * page.width]
    if len(left) >= 4 and len(right) >= 4 and len(left) + len(right) > 0.6 * len(wide):
        return _column(left), Column(min(li.box.x0 for li in right), max(li.box.x1 for li in right))
    return (_column(wide),)


def _column(lines: list[Line]) -> Column:
    """The edges that most lines keep: an item set out or a word that hangs over does not move them."""
    starts = sorted(line.box.x0 for line in lines)
    ends = sorted(line.box.x1 for line in lines)
    return Column(starts[len(starts) // 8], ends[-1 - len(ends) // 8])
