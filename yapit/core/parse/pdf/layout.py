"""What the lines of some pages are by their place: columns, furniture, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from yapit.core.document import BlockKind, Box
from yapit.core.parse.pdf.columns import Column, columns_of
from yapit.core.parse.pdf.footnotes import MARKED, footnotes_of, margin_notes_of
from yapit.core.parse.pdf.furniture import furniture_of
from yapit.core.parse.pdf.measures import Measures
from yapit.core.parse.pdf.page import Line, Page

_EARLY = 0.7
"""The part of a page that text fills at the least, where it goes on over the page."""

_NEIGHBOURS = 12
"""Pages whose columns a page may have that shows too little of its own."""

_SMALLER, _WORDY = 1.2, 5
"""Points beside the body, and words in a line: how a slide is told whose text was made to fit it."""

_FEW = 8
"""A page with fewer lines of text tells little about its columns."""


class Layout:
    """The places of the lines of `pages`; the pages in `before` are only looked at for what returns."""

    def __init__(self, pages: Sequence[Page], measures: Measures, before: Sequence[Page] = ()) -> None:
        self.pages = pages
        self._turned = {page.number: page for page in (*before, *pages) if page.turn}
        self._heights = {page.number: page.height for page in (*before, *pages)}
        self.measures = measures
        self.body = measures.body
        self.leading = measures.leading
        self.kinds = furniture_of([*before, *pages], measures)
        if all(line in self.kinds for page in (*before, *pages) for line in page.lines):
            self.kinds = {}  # pages with nothing else are what somebody wants to hear
        self.columns = self._columns()
        for page in pages:
            notes = margin_notes_of(page, self.columns[page.number], measures)
            self.kinds |= {line: BlockKind.FURNITURE for line in notes if line not in self.kinds}
        self._runs = {line: length for page in pages for line, length in _runs(self.running(page))}
        self._indices = {line: self._index(line) for page in pages for line in page.lines}
        self.under_rules: set[Line] = set()
        """Notes that a stroke parts from the text: nothing else can be meant."""

        self._small = {page.number for page in pages if self._is_small_slide(page)}
        for page in pages:
            self._find_footnotes(page)

    def running(self, page: Page) -> list[Line]:
        return [line for line in page.lines if line not in self.kinds]

    def is_body(self, line: Line) -> bool:
        return abs(line.size - self.body) < 0.6

    def is_text(self, line: Line) -> bool:
        """Whether a line is of a slide whose text is smaller than that of the others: it is what it says."""
        return line.page in self._small

    def run(self, line: Line) -> int:
        """How many lines there are of its size and weight, each below the other, with this one."""
        return self._runs.get(line, 1)

    def ends_early(self, line: Line) -> bool:
        """Whether much of its page is empty below a line that is the last on it."""
        return line.box.y1 < _EARLY * self._heights.get(line.page, 0.0)

    def column(self, line: Line) -> int | None:
        """Which column of its page a line stands in; None where it crosses columns or stands in none."""
        return self._indices.get(line)

    def measure(self, line: Line) -> Column:
        """The column around a line, or the line itself where there is none."""
        index = self._indices.get(line)
        return Column(line.box.x0, line.box.x1) if index is None else self.columns[line.page][index]

    def shown(self, line: Line) -> Box:
        """Where a line is on the page as it is shown."""
        page = self._turned.get(line.page)
        return line.box if page is None else page.shown(line.box)

    def adopt(self, earlier: Layout, lines: Iterable[Line]) -> None:
        """Remember where lines of pages before these stand: a block may begin there."""
        self._turned = earlier._turned | self._turned
        for line in lines:
            self._indices[line] = earlier.column(line)
            self.columns[line.page] = earlier.columns.get(line.page, ())

    def _is_small_slide(self, page: Page) -> bool:
        lines = [line for line in page.lines if line not in self.kinds]
        titled = any(line.size > self.body + _SMALLER for line in lines)
        if not titled or any(self.is_body(line) for line in lines):
            return False
        small = [line for line in lines if line.size < self.body - _SMALLER]
        wordy = sum(len(line.text) for line in small if len(line.text.split()) >= _WORDY)
        return 2 * wordy > sum(len(line.text) for line in small)

    def _index(self, line: Line) -> int | None:
        columns = self.columns[line.page]
        for index, column in enumerate(columns):
            if column.x0 - 6 <= line.box.x0 < column.x1:
                crosses = index + 1 < len(columns) and line.box.x1 > columns[index + 1].x0 + 6
                return None if crosses else index
        return None

    def _columns(self) -> dict[int, tuple[Column, ...]]:
        text = {page.number: self._text(page) for page in self.pages}
        columns = {page.number: self._columns_on(page, text[page.number]) for page in self.pages}
        sure = [number for number, lines in text.items() if len(lines) >= _FEW]
        found = dict(columns)
        for number, lines in text.items():
            few = len(lines) < _FEW
            near = sorted(sure, key=lambda other: abs(other - number))[:_NEIGHBOURS]
            others = [columns[other] for other in near if few or len(columns[other]) > len(columns[number])]
            like = [other for other in others if _hold(other, lines, self.body)]
            if lines and like:
                found[number] = like[0]
        return found

    def _columns_on(self, page: Page, text: list[Line]) -> tuple[Column, ...]:
        """The columns of the running text; beside it, one of smaller text, such as the works cited."""
        columns = columns_of(text, page.width)
        if len(columns) != 1:
            return columns
        small = [line for line in page.lines if line not in self.kinds and 1.2 < self.body - line.size < 2.6]
        wider = columns_of([*text, *small], page.width)
        first = wider[0]
        alike = max(abs(first.x0 - columns[0].x0), abs(first.x1 - columns[0].x1)) < self.body
        equal = all(column.width > 0.6 * first.width for column in wider)
        return wider if alike and equal else columns

    def _text(self, page: Page) -> list[Line]:
        lines = [line for line in page.lines if line not in self.kinds]
        return [line for line in lines if abs(line.size - self.body) <= 1.2] or lines

    def _find_footnotes(self, page: Page) -> None:
        for index in range(max(1, len(self.columns[page.number]))):
            lines = [li for li in page.lines if li not in self.kinds and self._indices[li] == index]
            notes, ruled = footnotes_of(lines, page, self.measures)
            if page.number in self._small and not (ruled and MARKED.match(notes[0].text)):
                continue  # what a stroke is above may be a link that is underlined
            self.kinds |= dict.fromkeys(notes, BlockKind.FOOTNOTE)
            self.under_rules.update(notes if ruled else ())


def _runs(lines: list[Line]) -> Iterator[tuple[Line, int]]:
    run: list[Line] = []
    for line in lines:
        if run and not _is_run(run[-1], line):
            yield from ((one, len(run)) for one in run)
            run = []
        run.append(line)
    yield from ((one, len(run)) for one in run)


def _is_run(upper: Line, lower: Line) -> bool:
    step = lower.foot - upper.foot
    return 0 < step < 2 * upper.size and abs(lower.size - upper.size) < 0.3 and upper.bold == lower.bold


def _hold(columns: tuple[Column, ...], lines: list[Line], body: float) -> bool:
    """Whether nearly all lines lie each in one of the columns, and some begin where one does."""
    inside = sum(
        any(c.x0 - 0.5 * body < line.box.x0 and line.box.x1 < c.x1 + 0.5 * body for c in columns)
        for line in lines
    )
    begin = any(abs(line.box.x0 - c.x0) < 3 * body for line in lines for c in columns)
    return inside >= 0.85 * len(lines) and begin
