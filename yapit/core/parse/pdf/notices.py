"""What is said in place of pages with writing that could not be read, so that nobody misses them unawares."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from yapit.core.document import Box
from yapit.core.parse.draft import Draft
from yapit.core.parse.pdf.page import Page


@dataclass(frozen=True, slots=True)
class Notice:
    page: int
    box: Box
    text: str


def unread_notices(pages: Iterable[Page]) -> deque[Notice]:
    """One for each run of pages that could not be read for one reason."""
    notices: deque[Notice] = deque()
    for (unread, in_part), run in groupby(pages, key=lambda page: (page.unread, bool(page.lines))):
        if unread:
            members = list(run)
            numbers = [page.number for page in members]
            first = members[0]
            box = Box(0, 0, first.width, first.height)
            notices.append(Notice(first.number, box, _said(numbers, unread, in_part=in_part)))
    return notices


def add_notices(draft: Draft, notices: deque[Notice], until: int | None = None) -> None:
    """Write those that come before a page, or on it; all of them where none is named."""
    while notices and (until is None or notices[0].page <= until):
        notice = notices.popleft()
        draft.add(notice.text, page=notice.page, boxes=(notice.box,))


def _said(numbers: list[int], unread: str, *, in_part: bool) -> str:
    """A sentence to be heard: the listener may not see the page."""
    one = len(numbers) == 1
    pages = f"page {numbers[0]}" if one else f"pages {numbers[0]} to {numbers[-1]}"
    if in_part:
        return f"Part of {pages} is a picture with writing {unread}."
    verb, pictures = ("is", "a picture") if one else ("are", "pictures")
    return f"{pages.capitalize()} {verb} {pictures} with writing {unread}."
