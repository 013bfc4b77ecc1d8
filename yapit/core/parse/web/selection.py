"""Which passages of a page are its article: trafilatura's choice, made whole and freed of what it let in."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse.web.chrome import CHROME_TAGS, is_stock_phrase, names_caption, names_chrome
from yapit.core.parse.web.passages import WORD, Page, Passage

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHINGLE = 4
"""Words in a row that show that a passage is among the words of another text."""

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_KEPT_WHOLE = frozenset(("pre", "table", "math", "blockquote"))


def article_of(page: Page, tree: _Element, title: str = "") -> Article:
    """The passages that are of the article; empty where nothing on the page looks like one."""
    found = _Found(_trafilatura(tree))
    chosen = {i for i, passage in enumerate(page.passages) if found.has(passage)}
    whole = _Selection(page, chosen).made_whole()
    if page.words(whole) * 2 < page.words(chosen):  # the page names its article as others name their menus
        whole = chosen
    return _with_kinds(page, whole, title)


@dataclass(frozen=True, slots=True)
class Article:
    passages: frozenset[int]
    """Indices of those of the page."""

    kinds: Mapping[int, BlockKind]
    """What some of them are, where their elements do not say it."""


_LONGEST_BYLINE = 30
"""Words."""


def _with_kinds(page: Page, chosen: set[int], title: str) -> Article:
    """The article with its title, the names below it, and captions told apart."""
    kinds: dict[int, BlockKind] = {}
    for i in sorted(chosen):
        if _is_caption(page, i):
            kinds[i] = BlockKind.CAPTION
        elif _is_title(page.passages[i], title):
            kinds[i] = BlockKind.TITLE
    titles = [i for i, kind in kinds.items() if kind is BlockKind.TITLE]
    if not titles:
        titles = _title_before(page, min(chosen, default=0), title)
        kinds |= dict.fromkeys(titles, BlockKind.TITLE)
    for i in titles[1:]:
        del kinds[i]
    return Article(frozenset((chosen - set(titles[1:])) | set(titles[:1])), kinds)


def _is_title(passage: Passage, title: str) -> bool:
    """Whether it says what the page's title says, but for the name of the site."""
    said, words = WORD.findall(title.lower()), list(passage.words)
    return bool(words) and (words == said or (len(words) > 2 and words == said[: len(words)]))


def _title_before(page: Page, first: int, title: str) -> list[int]:
    """The title above the article, where the selection has left it out."""
    before = (i for i in range(first - 1, -1, -1) if page.places[page.passages[i].place].tag in ("h1", "h2"))
    return [i for i in before if _is_title(page.passages[i], title)][:1]


def _is_caption(page: Page, i: int) -> bool:
    near = [page.places[place] for place in _first(page.around(page.passages[i].place), 4)]
    in_figure = any(place.tag in ("figure", "figcaption") for place in near)
    return (in_figure or any(names_caption(place.name) for place in near)) and near[0].tag not in _KEPT_WHOLE


def _trafilatura(tree: _Element) -> str:
    """The text that trafilatura takes for the article."""
    import trafilatura  # noqa: PLC0415 - 0.4 s

    for name in ("trafilatura", "htmldate"):  # they would write their doubts about the page over the screen
        logging.getLogger(name).setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        tree, favor_precision=True, include_comments=False, include_tables=True, with_metadata=False
    )
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
    def __init__(self, page: Page, chosen: set[int]) -> None:
        self.page = page
        self.chosen = chosen
        self._passages = page.passages
        self._refused = self._refused_places()

    def made_whole(self) -> set[int]:
        self.chosen = {i for i in self.chosen if not self._is_refused(i)}
        trunk = self._trunk()
        self.chosen = {i for i in self.chosen if trunk in self.page.around(self._passages[i].place)}
        self.chosen |= {i for i in self._alike() if not self._is_refused(i)}
        self.chosen |= {i for i in self._between() if not self._is_refused(i)}
        self.chosen -= set(self._empty_headings())
        return self.chosen

    def _words(self, i: int) -> int:
        return len(self._passages[i].words)

    def _refused_places(self) -> list[bool]:
        """For each place, whether it stands beside the article: by its tag or name, unless much of it is there."""
        sums = self.page.sums((self._passages[i], self._words(i)) for i in self.chosen)
        most = max(sums, default=0) / 3
        refused: list[bool] = []
        for place, words in zip(self.page.places, sums, strict=True):
            is_chrome = place.tag in CHROME_TAGS or names_chrome(place.name)
            around = place.parent >= 0 and refused[place.parent]
            refused.append(around or (is_chrome and words < most))
        return refused

    def _is_refused(self, i: int) -> bool:
        passage = self._passages[i]
        if self._refused[passage.place] or (passage.is_linked and len(passage.words) > 3):
            return True
        return is_stock_phrase(
            passage.text, len(passage.words), passage.linked
        )

    def _alike(self) -> Iterator[int]:
        """Passages that stand in elements of the same shape as the chosen ones: further parts of a cut text."""
        places = self.page.places
        shapes = Counter(places[self._passages[i].place].shape for i in self.chosen if self._words(i) > 8)
        for i, passage in enumerate(self._passages):
            if i not in self.chosen and shapes[places[passage.place].shape] > 1 and _is_prose(passage):
                yield i

    def _between(self) -> Iterator[int]:
        """Headings, code, tables, lists and quotes that stand among the chosen."""
        first, last = min(self.chosen, default=0), max(self.chosen, default=-1)
        trunk = self._trunk()
        for i in range(first + 1, last):
            if i not in self.chosen and trunk in self.page.around(self._passages[i].place) and self._belongs(i):
                yield i

    def _trunk(self) -> int:
        """The innermost place that holds nearly all that is chosen."""
        sums = self.page.sums((self._passages[i], self._words(i)) for i in self.chosen)
        enough = max(sums, default=0) * 0.8
        return max((i for i, words in enumerate(sums) if words >= enough), default=0)

    def _belongs(self, i: int) -> bool:
        passage = self._passages[i]
        tags = {self.page.places[place].tag for place in _first(self.page.around(passage.place), 3)}
        if tags & _HEADINGS or tags & _KEPT_WHOLE or "figcaption" in tags:
            return passage.linked < 0.5
        if "li" in tags or "dd" in tags or "dt" in tags:
            return passage.linked < 0.5 and bool(passage.words)
        return _is_prose(passage)

    def _empty_headings(self) -> Iterator[int]:
        """Headings under which nothing is left."""
        below = False
        for i in sorted(self.chosen, reverse=True):
            is_heading = self.page.places[self._passages[i].place].tag in _HEADINGS
            if is_heading and not below:
                yield i
            below = below or not is_heading


def _first(places: Iterator[int], count: int) -> Iterator[int]:
    return (place for place, _ in zip(places, range(count), strict=False))


def _is_prose(passage: Passage) -> bool:
    return len(passage.words) >= 8 and passage.linked < 0.4
