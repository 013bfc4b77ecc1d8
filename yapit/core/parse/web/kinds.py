"""What passages of an article are where their elements do not say it: title, byline, captions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from yapit.core.document import BlockKind
from yapit.core.parse.web.names import names_byline, names_caption
from yapit.core.parse.web.passages import WORD, Page, Passage
from yapit.core.parse.web.phrases import can_be_byline, is_byline, is_credit, names_crew
from yapit.core.parse.web.selection import is_prose

Kinds = dict[int, BlockKind]
"""By the index of the passage."""


def with_head(page: Page, chosen: set[int], title: str) -> tuple[set[int], Kinds]:
    """The article with its title, once, and its byline; and what those and the captions are."""
    kinds: Kinds = {i: BlockKind.CAPTION for i in chosen if _is_caption(page, i)}
    kinds |= {i: BlockKind.AUTHOR for i in chosen if _is_crew(page.passages[i])}
    titles = [i for i in sorted(chosen) if i not in kinds and _is_title(page.passages[i], title)]
    first = next((i for i in sorted(chosen) if i not in kinds and i not in titles and _begins(page, i)), 0)
    head = [i for i in titles if i < first][:1] or list(_title_above(page, first, title))
    kinds |= dict.fromkeys(head, BlockKind.TITLE)
    bylines = set(_bylines(page, head[0] + 1 if head else min(chosen, default=0), first))
    kinds |= dict.fromkeys(bylines, BlockKind.AUTHOR)
    return (chosen - set(titles)) | set(head) | bylines, kinds


def _is_title(passage: Passage, title: str) -> bool:
    """Whether it says what the page's title says, but for the name of the site or of a section."""
    said, words = WORD.findall(title.lower()), list(passage.words)
    if len(words) < _SHORT_TITLE:
        return bool(words) and words in (said, said[: len(words)]) and len(words) * 3 > len(said)
    return len(words) * 2 > len(said) and any(said[i : i + len(words)] == words for i in range(len(said)))


_SHORT_TITLE = 3
"""Words: a shorter one can stand within another title by accident."""


def _begins(page: Page, i: int) -> bool:
    """Whether a passage can be the first of the article proper."""
    return is_prose(page.passages[i]) and not _is_byline(page, i)


def _title_above(page: Page, first: int, title: str) -> Iterator[int]:
    """The nearest heading above the article that says its title; where none does, the only main heading."""
    tags = [page.places[passage.place].tag for passage in page.passages]
    above = (i for i in range(first - 1, -1, -1) if tags[i] in ("h1", "h2"))
    found = [i for i in above if _is_title(page.passages[i], title)][:1]
    only = [i for i, tag in enumerate(tags) if tag == "h1" and page.passages[i].words]
    yield from found or (only if len(only) == 1 and only[0] < first else [])


def _bylines(page: Page, start: int, end: int) -> Iterator[int]:
    """Names and dates between the title and the first paragraph."""
    return (i for i in range(start, end) if _is_byline(page, i))


def _is_byline(page: Page, i: int) -> bool:
    passage = page.passages[i]
    if names_byline(page.places[passage.place].name):
        return can_be_byline(passage.text, len(passage.words))
    return is_byline(passage.text, len(passage.words))


def _is_crew(passage: Passage) -> bool:
    return names_crew(passage.text, len(passage.words))


def _is_caption(page: Page, i: int) -> bool:
    passage = page.passages[i]
    near = [page.places[place] for place in islice(page.around(passage.place), 4)]
    if near[0].tag in ("pre", "table", "math"):
        return False
    in_figure = any(place.tag in ("figure", "figcaption") for place in near)
    return (
        in_figure
        or any(names_caption(place.name) for place in near)
        or is_credit(passage.text, len(passage.words))
    )
