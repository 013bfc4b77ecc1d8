"""Running heads and feet, page numbers and line numbers: what is of the page and not of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from yapit.core.document import BlockKind
from yapit.core.parse.pdf.captions import CAPTION
from yapit.core.parse.pdf.footnotes import MARKED
from yapit.core.parse.pdf.measures import Measures
from yapit.core.parse.pdf.openers import openers_of
from yapit.core.parse.pdf.page import Line, Page

_EDGE = 0.14
"""The part of the height at the head and the foot of a page in which running lines stand."""

_DEPTH = 30.0
"""Points: how deep that part is at the least, from the outermost line of most pages."""

_NEAR = 3
"""Pages: left and right heads differ, and a chapter may begin in between."""


def furniture_of(pages: Iterable[Page], measures: Measures) -> dict[Line, BlockKind]:
    """What each line of furniture is. The more pages are seen at once, the surer."""
    pages = list(pages)
    found = {line: BlockKind.FURNITURE for page in pages for line in page.lines if line.aside}
    found |= {line: BlockKind.FURNITURE for page in pages for line in _line_numbers(page)}
    opening = set(openers_of(pages, measures))
    edges = [edge for edge in _all_edges(pages, found) if edge.line not in opening]
    found |= dict(_same_words(edges, len(pages), measures))
    found |= dict(_same_place(edges, len(pages), measures))
    found |= dict(_far_off(edges, pages, measures))
    found |= dict(_page_numbers(edges, measures))
    return found


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the head or foot of its page."""

    line: Line
    top: bool
    clearance: float
    """White space between it and the text, in points."""

    @property
    def kind(self) -> BlockKind:
        return BlockKind.RUNNING_HEAD if self.top else BlockKind.RUNNING_FOOT


def _all_edges(pages: list[Page], known: dict[Line, BlockKind]) -> Iterator[_Edge]:
    """The lines at the edges of all pages, however wide the margins of the document are."""
    rest = {page.number: [li for li in page.lines if li not in known] for page in pages}
    tops = sorted(min(line.box.y0 for line in lines) for lines in rest.values() if lines)
    feet = sorted(max(line.box.y1 for line in lines) for lines in rest.values() if lines)
    for page in pages:
        if rest[page.number]:
            top = max(_EDGE * page.height, min(tops[len(tops) // 4] + _DEPTH, 0.3 * page.height))
            foot = min((1 - _EDGE) * page.height, max(feet[-1 - len(feet) // 4] - _DEPTH, 0.5 * page.height))
            yield from _edges(rest[page.number], top, foot)


def _edges(lines: list[Line], top: float, foot: float) -> Iterator[_Edge]:
    """Lines above `top` or below `foot` that are among the first or last of a page."""
    lines = sorted(lines, key=lambda line: line.box.y0)
    first, last = lines[0], lines[-1]
    for line in lines[:12]:
        if line.box.y0 < first.box.y0 + 2.6 * first.size and line.box.y1 < top:
            below = min((li.box.y0 for li in lines if li.middle > line.middle + 0.4 * line.size), default=9e9)
            yield _Edge(line, True, below - line.box.y1)
    for line in lines[-12:]:
        if line.box.y1 > last.box.y1 - 2.6 * last.size and line.box.y0 > foot:
            above = max(
                (li.box.y1 for li in lines if li.middle < line.middle - 0.4 * line.size), default=-9e9
            )
            yield _Edge(line, False, line.box.y0 - above)


_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|seite|página|pagina|страница|стр\.|第)\s*)?"
    r"(?:(?P<number>\d{1,4})|(?P<roman>[ivxlc]{1,7}|[IVXLC]{1,7}))"
    r"(?:\s*(?:of|/|von|de|sur|из)\s*\d+)?(?:\s*[页頁])?\W*",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)


def _page_numbers(edges: list[_Edge], measures: Measures) -> Iterator[tuple[Line, BlockKind]]:
    """Numbers that stand alone; those close to the text, or of capitals, only where they count the pages."""
    numbers = [(edge, number) for edge in edges if (number := _number(edge.line.text)) is not None]
    counts = Counter(number - edge.line.page for edge, number in numbers)
    for edge, number in numbers:
        counted = counts[number - edge.line.page] > 1
        plain = not edge.line.text.isupper() and "(" not in edge.line.text
        apart = edge.clearance > 0.4 * measures.body and edge.line.size < 1.5 * measures.body
        if counted or (plain and apart):
            yield edge.line, BlockKind.PAGE_NUMBER


def _number(text: str) -> int | None:
    match = _PAGE_NUMBER.fullmatch(text)
    if match is None:
        return None
    if match["number"]:
        return int(match["number"])
    return _roman(match["roman"].lower()) if _ROMAN.fullmatch(match["roman"]) else None


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in text]
    return sum(a if a >= b else -a for a, b in pairwise([*values, 0]))


def _same_words(edges: list[_Edge], pages: int, measures: Measures) -> Iterator[tuple[Line, BlockKind]]:
    groups: dict[tuple[bool, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        words = re.sub(r"\d+", "#", edge.line.text.lower())
        if any(map(str.isalpha, words)) and not CAPTION.match(edge.line.text):
            groups[edge.top, words].append(edge)
    edges_of: dict[tuple[int, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        edges_of[edge.line.page, edge.top].append(edge)
    for alike in groups.values():
        smallest = min(edge.line.size for edge in alike)
        group = [edge for edge in alike if edge.line.size < smallest + 1]  # the title itself is larger
        many = len({edge.line.page for edge in group}) >= max(2, 0.5 * pages)
        if 2 * sum(_is_of_text(edge, edges_of, measures) for edge in group) > len(group):
            continue  # a text that repeats itself
        small = max(edge.line.size for edge in group) <= 1.2 * measures.body
        if many or (small and any(map(_returns, group, group[1:]))):
            yield from ((edge.line, edge.kind) for edge in group)


def _is_of_text(edge: _Edge, edges_of: dict[tuple[int, bool], list[_Edge]], measures: Measures) -> bool:
    """Whether all at this edge of the page is as large as the text and goes on with it, line below line."""
    here = edges_of[edge.line.page, edge.top]
    alike = all(abs(other.line.size - measures.body) < 0.3 and not other.line.bold for other in here)
    usual_gap = measures.leading - 0.9 * measures.body
    return alike and all(other.clearance < usual_gap for other in here)


def _returns(first: _Edge, second: _Edge) -> bool:
    near = 0 < second.line.page - first.line.page <= _NEAR
    return near and abs(first.line.box.y0 - second.line.box.y0) < 4


def _same_place(edges: list[_Edge], pages: int, measures: Measures) -> Iterator[tuple[Line, BlockKind]]:
    """Heads that change with the section: at one height on many pages, and apart from the text."""
    if pages < 4:
        return
    places: dict[tuple[bool, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        places[edge.top, round(edge.line.box.y0 / 3)].append(edge)
    for group in places.values():
        apart = [edge for edge in group if _stands_apart(edge, measures.body)]
        if len({edge.line.page for edge in group}) >= 0.4 * pages and len(apart) > 0.5 * len(group):
            yield from ((edge.line, edge.kind) for edge in apart)


def _stands_apart(edge: _Edge, body: float) -> bool:
    if not edge.top and MARKED.match(edge.line.text):
        return False  # a note
    if edge.line.text.endswith(".") and edge.line.text.count(" ") > 5:
        return False  # a sentence
    other_size = abs(edge.line.size - body) > 0.4
    usual = len(edge.line.text) < 110 and edge.line.size < 1.3 * body
    return usual and edge.clearance > (0.55 if other_size else 1.0) * body


def _far_off(edges: list[_Edge], pages: list[Page], measures: Measures) -> Iterator[tuple[Line, BlockKind]]:
    """A short line far from a page that is full otherwise: the head of a paper of two pages."""
    heights = {page.number: page.height for page in pages}
    for edge in edges if len(pages) > 1 else ():
        line = edge.line
        plain = line.size <= measures.body + 0.4 and not line.bold and len(line.text) < 80
        plain = plain and not CAPTION.match(line.text)
        outermost = line.box.y1 < 0.09 * heights[line.page] or line.box.y0 > 0.91 * heights[line.page]
        gap = 1.6 * measures.leading < edge.clearance < 0.3 * heights[line.page]
        noted = not edge.top and MARKED.match(line.text)
        if plain and outermost and gap and not noted and not line.text.endswith((".", "?", "!", ":")):
            yield line, edge.kind


def _line_numbers(page: Page) -> Iterator[Line]:
    """Numbers beside the text that count its lines: six or more that end at the same place and rise."""
    numbers = [line for line in page.lines if line.text.isdecimal() and len(line.text) < 5]
    ends: dict[int, list[Line]] = defaultdict(list)
    for line in numbers:
        ends[round(line.box.x1 / 4)].append(line)
    rows = {end for end, row in ends.items() if len(row) >= 6 and _count(row)}
    edge = [line for line in numbers if rows & {round(line.box.x1 / 4) + by for by in (-1, 0, 1)}]
    if edge and not _is_among_text(edge, page):
        yield from edge


def _count(row: list[Line]) -> bool:
    values = [int(line.text) for line in sorted(row, key=lambda line: line.box.y0)]
    return sum(a < b <= a + 10 for a, b in pairwise(values)) >= 0.8 * (len(values) - 1)


def _is_among_text(numbers: list[Line], page: Page) -> bool:
    """Whether text stands on both sides, or above and below: then they are a column of a table."""
    x0, x1 = min(line.box.x0 for line in numbers), max(line.box.x1 for line in numbers)
    text = [line for line in page.lines if line.width > 0.2 * page.width]
    over = sum(line.box.x0 < x1 - 1 and line.box.x1 > x0 + 1 for line in text)
    return over > 0.15 * len(text)
