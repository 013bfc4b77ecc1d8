"""Which passages of a page are its article: trafilatura's choice, made whole and freed of what it let in."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from yapit.core.parse.web.names import names_what_is_beside
from yapit.core.parse.web.passages import HEADINGS, WORD, Page, Passage
from yapit.core.parse.web.phrases import heads_what_is_beside, is_call

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHINGLE = 4
"""Words in a row that show that a passage is among the words of another text."""

_BESIDE = frozenset(("nav", "aside", "footer", "form", "menu", "dialog", "article"))
"""An article within another is a teaser; the one that is read holds most of what was found."""

_KEPT_WHOLE = frozenset(("pre", "table", "math", "blockquote", "figcaption"))
_ITEMS = frozenset(("li", "dt", "dd"))


_SMALL_PAGE, _FEW_WORDS = 60, 8
"""Words: too few to tell an article by; too few to be what a page is for."""

_MOST_ELEMENTS, _DEEPEST = 100_000, 256
"""Far above any article; what trafilatura takes grows faster than the page."""


def _is_sane(tree: _Element) -> bool:
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    depth = 0
    for count, (event, _) in enumerate(etree.iterwalk(tree, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST or count > 2 * _MOST_ELEMENTS:
            return False
    return True


def article_of(page: Page, tree: _Element) -> set[int]:
    """Indices of the passages that are of the article; empty where nothing on the page looks like one."""
    told = {i for i, passage in enumerate(page.passages) if passage.linked < 0.5}
    if page.words(told) < _SMALL_PAGE:
        is_list_of_links = (
            page.words(told) < _FEW_WORDS and page.words(range(len(page.passages))) > _SMALL_PAGE
        )
        return set() if is_list_of_links else _Selection(page, told).without_what_is_beside()
    chosen = _found(page, tree)
    whole = _Selection(page, chosen).made_whole()
    if page.words(whole) * 2 < page.words(chosen):  # the page names its article as others name their menus
        return chosen
    return whole


def _found(page: Page, tree: _Element) -> set[int]:
    """What trafilatura found; the running text where it found next to none, or could not look."""
    prose = [i for i, passage in enumerate(page.passages) if is_prose(passage)]
    if not _is_sane(tree):
        return set(prose)
    found = _Found(_trafilatura(tree))
    chosen = {i for i, passage in enumerate(page.passages) if found.has(passage)}
    densest = _densest(page, prose)
    return densest if page.words(chosen) * 3 < page.words(densest) else chosen


def _densest(page: Page, prose: list[int]) -> set[int]:
    """The running text in the one element that has most of it."""
    words: Counter[int] = Counter()
    for i in prose:
        words[page.places[page.passages[i].place].parent] += len(page.passages[i].words)
    best = words.most_common(1)
    return {i for i in prose if best and page.places[page.passages[i].place].parent == best[0][0]}


def _trafilatura(tree: _Element) -> str:
    """The text that trafilatura takes for the article."""
    import trafilatura  # noqa: PLC0415 - 0.4 s

    for name in ("trafilatura", "htmldate"):  # they would write their doubts about the page over the screen
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(
            tree, favor_precision=True, include_comments=False, include_tables=True, with_metadata=False
        )
    except RecursionError:  # it walks down lists by calling itself
        return ""
    return "" if found is None or isinstance(found, dict) else found.text or ""


class _Found:
    """A text in which passages can be looked up."""

    def __init__(self, text: str) -> None:
        lines = [tuple(WORD.findall(line.lower())) for line in text.splitlines()]
        self._lines = set(lines)
        words = [word for line in lines for word in line]
        self._shingles = set(_shingles(words))

    def has(self, passage: Passage) -> bool:
        words = passage.words
        if not words or len(words) <= _SHINGLE:
            return bool(words) and words in self._lines
        shingles = list(_shingles(words))
        found = sum(shingle in self._shingles for shingle in shingles)
        return found > len(shingles) * (0.5 if passage.linked < 0.5 else 0.8)


def _shingles(words: list[str] | tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


class _Selection:
    """The chosen passages of a page, while they are corrected."""

    def __init__(self, page: Page, chosen: set[int]) -> None:
        self._page = page
        self._passages = page.passages
        self._chosen = chosen
        self._refused_places = self._beside()
        self._refused = {
            i for i in range(len(self._passages)) if self._is_refused(i)
        } | self._below_other_headings()

    def without_what_is_beside(self) -> set[int]:
        return self._chosen - self._refused

    def made_whole(self) -> set[int]:
        """Without what stands beside the article, with what was left out of it."""
        self._chosen = self.without_what_is_beside()
        if not self._chosen:
            return self._chosen
        trunk = self._trunk()
        inside = self._inside(trunk)
        self._chosen = (self._chosen & inside) | (set(self._lead(trunk)) - self._refused)
        self._chosen |= (set(self._alike()) | set(self._apparatus())) - self._refused
        self._chosen |= {i for i in inside - self._chosen - self._refused if self._belongs(i)}
        self._chosen -= self._link_lists()
        return self._chosen - self._empty_headings()

    def _inside(self, place: int) -> set[int]:
        return {i for i, passage in enumerate(self._passages) if place in self._page.around(passage.place)}

    def _lead(self, trunk: int) -> Iterator[int]:
        """What stands between the main heading and the article, in an element with little else in it."""
        first = min(self._inside(trunk))
        around = self._inside(self._widened(trunk))
        heading = next((i for i in range(first - 1, -1, -1) if self._tag(i) == "h1"), first)
        for i in range(heading + 1, first):
            if i in around and is_prose(self._passages[i]):
                yield i

    def _sums(self, passages: set[int]) -> list[int]:
        return self._page.sums((self._passages[i], len(self._passages[i].words)) for i in passages)

    def _tag(self, i: int) -> str:
        return self._page.places[self._passages[i].place].tag

    def _beside(self) -> list[bool]:
        """For each place, whether tag or name say it is beside the article, and little was found there."""
        sums = self._sums(self._chosen)
        most = max(sums, default=0) / 3
        refused: list[bool] = []
        for place, words in zip(self._page.places, sums, strict=True):
            is_chrome = not place.is_apparatus and (place.tag in _BESIDE or names_what_is_beside(place.name))
            around = place.parent >= 0 and refused[place.parent]
            refused.append(around or (is_chrome and words < most))
        return refused

    def _is_refused(self, i: int) -> bool:
        passage = self._passages[i]
        if self._refused_places[passage.place] or (passage.is_linked and len(passage.words) > 3):
            return True
        return is_call(passage.text, len(passage.words), passage.linked)

    def _below_other_headings(self) -> set[int]:
        """What stands under headings such as "Related posts", as far as the element around them goes."""
        refused: set[int] = set()
        parent, level = -1, ""
        for i, passage in enumerate(self._passages):
            tag = self._tag(i)
            if parent >= 0 and (
                parent not in self._page.around(passage.place) or (tag in HEADINGS and tag <= level)
            ):
                parent = -1
            if tag in HEADINGS and heads_what_is_beside(passage.text):
                parent, level = self._page.places[passage.place].parent, tag
            if parent >= 0:
                refused.add(i)
        return refused

    def _trunk(self) -> int:
        """The innermost place that holds nearly all that is chosen."""
        sums = self._sums(self._chosen)
        enough = max(sums, default=0) * 0.8
        return max((i for i, words in enumerate(sums) if words >= enough), default=0)

    def _widened(self, trunk: int) -> int:
        """The outermost place around it that has little else in it."""
        every = {
            i for i, passage in enumerate(self._passages) if i not in self._refused and passage.linked < 0.5
        }
        words = self._sums(every)
        most = self._sums(self._chosen)[trunk] * _LITTLE_ELSE
        wide = [place for place in self._page.around(trunk) if words[place] <= most]
        return wide[-1] if wide else trunk

    def _alike(self) -> Iterator[int]:
        """Passages in elements of the same shape as many chosen ones: further parts of a cut text."""
        places = self._page.places
        chosen = (
            passage for passage in map(self._passages.__getitem__, self._chosen) if len(passage.words) > 8
        )
        shapes = Counter(places[passage.place].shape for passage in chosen)
        for i, passage in enumerate(self._passages):
            if shapes[places[passage.place].shape] > 1 and is_prose(passage):
                yield i

    def _apparatus(self) -> Iterator[int]:
        """Notes and works cited, which may stand outside of the article's element."""
        for i, passage in enumerate(self._passages):
            if any(self._page.places[place].is_apparatus for place in self._page.around(passage.place)):
                yield i

    def _belongs(self, i: int) -> bool:
        """Whether a passage in the article's element is of it: headings, code, tables, lists, prose."""
        passage = self._passages[i]
        tags = {self._page.places[place].tag for place in islice(self._page.around(passage.place), 3)}
        if tags & (HEADINGS | _KEPT_WHOLE):
            return passage.linked < 0.5
        if tags & _ITEMS:
            return passage.linked < 0.5 and bool(passage.words)
        return is_prose(passage) or passage.has_formula

    def _link_lists(self) -> set[int]:
        """Lists of links, where the page is not made of them."""
        links = {i for i in self._chosen if self._passages[i].linked > 0.8 and self._tag(i) not in HEADINGS}
        return links if self._page.words(links) * 5 < self._page.words(self._chosen) else set()

    def _empty_headings(self) -> set[int]:
        """Headings at the end, under which nothing is left."""
        empty: set[int] = set()
        for i in sorted(self._chosen, reverse=True):
            if self._tag(i) not in HEADINGS:
                break
            empty.add(i)
        return empty


_LITTLE_ELSE = 1.25
"""Words of an element over words of the article in it: more, and it holds more than the article."""


def is_prose(passage: Passage) -> bool:
    return len(passage.words) >= 8 and passage.linked < 0.4
