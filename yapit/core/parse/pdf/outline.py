"""The outline of a PDF: which lines are its headings, of which level, and where its chapters begin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from yapit.core.document import PAGE_FURNITURE, BlockKind, Chapter
from yapit.core.parse.draft import Draft
from yapit.core.parse.pdf.headings import letters
from yapit.core.parse.pdf.lines import Bookmark
from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.piece import Piece


@dataclass(frozen=True, slots=True)
class _Entry:
    letters: str
    level: int


class Outline:
    def __init__(self, bookmarks: tuple[Bookmark, ...]) -> None:
        self._bookmarks = bookmarks
        self._by_page: dict[int, list[_Entry]] = {}
        lowest = min((mark.level for mark in bookmarks), default=1)
        for mark in bookmarks:
            entry = _Entry(letters(mark.title), mark.level - lowest + 1)
            if entry.letters:
                self._by_page.setdefault(mark.page, []).append(entry)

    def names(self, line: Line) -> bool:
        """Whether a line is a heading by the outline, or the first part of one."""
        text = letters(line.text)
        return any(_is_same(text, entry) or _begins(text, entry) for entry in self._on(line))

    def ends(self, heading: Piece | None, line: Line) -> bool:
        """Whether a line completes a heading of the outline that another began."""
        if heading is None:
            return False
        text = letters(heading.text + line.text)
        return any(_is_same(text, entry) or _begins(text, entry) for entry in self._on(line))

    def is_whole(self, heading: Piece) -> bool:
        text = letters(heading.text)
        return any(_is_same(text, entry) for entry in self._on(heading.lines[0]))

    def level(self, heading: Piece) -> int:
        """0 where the outline does not have it."""
        text = letters(heading.text)
        return next((entry.level for entry in self._on(heading.lines[0]) if _is_same(text, entry)), 0)

    def _on(self, line: Line) -> list[_Entry]:
        return self._by_page.get(line.page, [])

    def chapters(self, draft: Draft) -> Iterator[Chapter]:
        """The bookmarks as chapters, as far as the draft goes."""
        text = [i for i, block in enumerate(draft.blocks) if block.kind not in PAGE_FURNITURE]
        pages = [draft.blocks[index].page or 0 for index in text]
        for mark in self._bookmarks:
            first, end = bisect_left(pages, mark.page), bisect_right(pages, mark.page)
            block = _block_of(mark, text[first:end], draft)
            if block is None and first:
                block = text[end - 1]  # a block from a page before goes on there
            if block is not None:
                yield Chapter(mark.title, mark.level, block)


_NUMBER_LETTERS = 6
"""How many letters and digits the number of a heading may have that its bookmark leaves out, or adds."""


def _is_same(text: str, entry: _Entry) -> bool:
    if not text:
        return False
    longer, shorter = (text, entry.letters) if len(text) > len(entry.letters) else (entry.letters, text)
    added = longer[: len(longer) - len(shorter)]
    numbered = len(added) <= _NUMBER_LETTERS and (not added or any(map(str.isdigit, added)) or len(added) < 4)
    return longer.endswith(shorter) and numbered and len(shorter) > 1


def _begins(text: str, entry: _Entry) -> bool:
    return len(text) >= 12 and len(text) > 0.4 * len(entry.letters) and entry.letters.startswith(text)


def _block_of(mark: Bookmark, here: list[int], draft: Draft) -> int | None:
    """Which block of a page is meant: the heading of that name, else the first at or below the place."""
    wanted = letters(mark.title)
    for index in here:
        heading = draft.blocks[index].kind in (BlockKind.HEADING, BlockKind.TITLE)
        if heading and wanted and letters(draft.text_of(index)).endswith(wanted):
            return index
    return next((index for index in here if draft.blocks[index].boxes[0].y1 > mark.y), None)
