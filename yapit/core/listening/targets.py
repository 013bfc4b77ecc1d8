"""What a listener types to go somewhere: `40%`, `page 12`, `p12`, `chapter 3`, words of a heading."""

from __future__ import annotations

import re

from yapit.core.errors import YapitError
from yapit.core.listening.route import Route

_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%")
_NUMBERED = re.compile(r"(p|pg|page|c|ch|chap|chapter)\.?\s*(\d{1,6})", re.IGNORECASE)
_BARE = re.compile(r"\d{1,6}")


def target(typed: str, route: Route) -> int:
    """The place that is meant. A bare number is a page where there are pages, else a percentage.

    Raises:
        YapitError: There is no such place, or it cannot be understood.
    """
    text = " ".join(typed.split())
    if share := _SHARE.fullmatch(text):
        return _share(float(share[1].replace(",", ".")), route)
    if numbered := _NUMBERED.fullmatch(text):
        number = int(numbered[2])
        return _page(number, route) if numbered[1][0].lower() == "p" else _chapter(number, route)
    if _BARE.fullmatch(text):
        return _page(int(text), route) if route.pages else _share(float(text), route)
    return _named(text, route)


def _share(percent: float, route: Route) -> int:
    if percent > 100:
        raise YapitError(f"there is no {percent:g} percent", cure="Type 0 to 100, as in: 40%")
    chunks = route.places.chunks
    wanted = route.places.total_chars * percent / 100
    low, high = 0, len(chunks) - 1
    while low < high:  # the last chunk that begins before so many spoken characters
        middle = (low + high + 1) // 2
        if route.places.chars_before(chunks[middle].span.start) <= wanted:
            low = middle
        else:
            high = middle - 1
    return chunks[low].span.start


def _page(number: int, route: Route) -> int:
    if not route.pages:
        raise YapitError("this document has no pages", cure="Type a share of it: 40%")
    place = route.page_start(number)
    if place is None or number < 1:
        raise YapitError(f"there is no page {number}", cure=f"The pages are 1 to {route.pages}.")
    return place


def _chapter(number: int, route: Route) -> int:
    chapters = route.chapters
    if not 1 <= number <= len(chapters):
        known = f"1 to {len(chapters)}" if chapters else "none"
        raise YapitError(f"there is no chapter {number}", cure=f"The chapters are: {known}.")
    return chapters[number - 1].span.start


def _named(text: str, route: Route) -> int:
    wanted = text.casefold()
    for chapter in route.chapters:
        if wanted and wanted in chapter.title.casefold():
            return chapter.span.start
    raise YapitError(
        f"no place is called {text!r}", cure="Type: 40%, page 12, chapter 3, or part of a heading."
    )
