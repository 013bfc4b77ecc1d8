"""A document that grows by windows of pages: the first is small and read at once, the others ever larger."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

from yapit.core.document import BlockKind, Document, Mark, MarkKind
from yapit.core.errors import SourceError
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.pdf.flow import Flow
from yapit.core.parse.pdf.headings import Levels
from yapit.core.parse.pdf.hyphens import Joiner
from yapit.core.parse.pdf.layout import Layout
from yapit.core.parse.pdf.lines import NO_TEXT, Bookmark
from yapit.core.parse.pdf.measures import measures_of
from yapit.core.parse.pdf.mending import Mender
from yapit.core.parse.pdf.notices import Notice, add_notices, unread_notices
from yapit.core.parse.pdf.outline import Outline
from yapit.core.parse.pdf.page import Page
from yapit.core.parse.pdf.piece import Piece
from yapit.core.parse.pdf.sizes import settled

_WHOLE = 40
"""Pages: what has no more is read in one go, in less time than a listener notices."""

_FIRST, _MOST = 12, 96
"""Pages of the first window of other documents, and of the largest: what is held in memory at a time."""

_SAMPLE = 10
"""Pages beyond the first window that are looked at before anything is told."""

_FIRST_PICTURES, _MOST_PICTURES = 2, 16
"""Pages to be recognized, a second or two each, in the first window and in the largest."""

_CONTEXT = 8
"""Pages before a window that help to tell what returns on every page."""

# What programs write into the title where nobody gave one.
_NO_TITLE = re.compile(
    r"^microsoft |^untitled|^\(anonymous\)|\.(?:docx?|dvi|tex|indd|pdf|qxd|rtf)$", re.IGNORECASE
)


class PageFile(Protocol):
    """A file of pages, read when they are asked for."""

    label: str
    page_count: int
    title: str
    author: str

    @property
    def language(self) -> str: ...

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]: ...

    def page(self, index: int) -> Page:
        """A page, counted from 0, as the file tells it."""
        ...

    def is_picture(self, page: Page) -> bool:
        """Whether it must be looked at to be read."""
        ...

    def recognized(self, page: Page) -> Page:
        """The page as it looks; takes a second or two."""
        ...

    def nothing_found(self) -> SourceError:
        """What to say where no page has a line of text."""
        ...


class Growth:
    def __init__(self, file: PageFile, on_progress: Progress) -> None:
        self._file = file
        self._on_progress = on_progress
        self._title = "" if _NO_TITLE.search(file.title) else file.title
        self._draft = Draft(self._title, file.author, file.language, finds_works_cited=False)
        self._outline = Outline(file.bookmarks)
        self._levels = Levels()
        self._joiner = Joiner()
        self._mender = Mender(self._joiner)
        self._pages: dict[int, Page] = {}
        """Pages of the sample, by their index, until their turn comes."""

        self._body = 0.0
        self._notices: deque[Notice] = deque()
        self._has_text = False

    def documents(self) -> Iterator[Document]:
        """The last is whole; the others hold what is final, each half as much again as the one before."""
        flow: Flow | None = None
        told = 0
        last: list[Page] = []
        sample = self._sample()
        measures = measures_of(sample) if any(page.lines for page in sample) else None
        self._body = measures.body if measures else 0.0
        for pages in self._windows():
            measures = measures or measures_of(pages)
            self._body = measures.body
            self._joiner.learn(line.text[line.initial :] for page in pages for line in page.lines)
            layout = Layout(pages, measures, last)
            flow = self._entered(flow, layout)
            self._notices += unread_notices(pages)
            for page in pages:
                flow.take(page)
            self._add(flow, layout)
            last = [*last, *pages][-_CONTEXT:]
            if self._has_text and len(self._draft.blocks) > 1.5 * told and self._draft.has_words():
                told = len(self._draft.blocks)
                yield self._document()
        if flow is not None:
            flow.close()
            self._add(flow, flow.layout)
            self._write(self._mender.release(), flow.layout)
        if not self._has_text:
            raise self._file.nothing_found()
        add_notices(self._draft, self._notices)
        self._draft.chapters += self._outline.chapters(self._draft)
        yield self._document()

    def _sample(self) -> list[Page]:
        """The first pages and some of all others, evenly spread."""
        count = self._file.page_count
        first = count if count <= _WHOLE else _FIRST
        step = max(1, (count - first) // _SAMPLE)
        for index in [*range(first), *range(first, count, step)]:
            self._pages[index] = self._file.page(index)
        return [page for page in self._pages.values() if page.lines and not self._file.is_picture(page)]

    def _windows(self) -> Iterator[list[Page]]:
        count = self._file.page_count
        size, most_pictures = (count if count <= _WHOLE else _FIRST), _FIRST_PICTURES
        start = 0
        while start < count:
            pages: list[Page] = []
            while start < count and len(pages) < size and sum(p.recognized for p in pages) < most_pictures:
                pages.append(self._page(start))
                start += 1
            yield settled(pages, self._body)
            size, most_pictures = min(2 * size, _MOST), min(2 * most_pictures, _MOST_PICTURES)

    def _page(self, index: int) -> Page:
        self._on_progress(index, self._file.page_count)
        page = self._pages.pop(index, None) or self._file.page(index)
        return self._file.recognized(page) if self._file.is_picture(page) else page

    def _entered(self, flow: Flow | None, layout: Layout) -> Flow:
        if flow is None:
            return Flow(layout, self._joiner, self._outline, self._title)
        flow.enter(layout, self._mender.lines)
        return flow

    def _add(self, flow: Flow, layout: Layout) -> None:
        """What the flow has done and nothing can go on with."""
        done, flow.done = flow.done, []
        self._write(self._mender.take(done, flow.reading), layout)

    def _write(self, pieces: Iterable[Piece], layout: Layout) -> None:
        for piece in pieces:
            page = piece.lines[0].page
            add_notices(self._draft, self._notices, until=page)
            self._has_text = True
            boxes = tuple(layout.shown(line) for line in piece.lines if line.page == page)
            marks = [Mark(span, MarkKind.NOTE) for span in piece.notes]
            self._draft.add(
                piece.text, piece.kind, level=self._level(piece), page=page, boxes=boxes, marks=marks
            )
            if piece.kind is BlockKind.TITLE and not self._draft.title:
                self._draft.title = piece.text

    def _level(self, piece: Piece) -> int:
        if piece.kind is not BlockKind.HEADING:
            return piece.level
        return self._levels.of(piece, self._outline.level(piece))

    def _document(self) -> Document:
        return self._draft.document(self._file.label, if_empty=NO_TEXT)
