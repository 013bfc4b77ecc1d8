"""A PDF file to pages of lines: the only module that knows MuPDF; another reader could take its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from yapit.core.errors import EmptyDocument, LockedDocument, SourceError
from yapit.core.parse.characters import one_line
from yapit.core.parse.pdf.order import ordered
from yapit.core.parse.pdf.page import Page
from yapit.core.parse.pdf.rows import whole_lines
from yapit.core.parse.pdf.scan import is_picture
from yapit.core.parse.pdf.stext import lines_and_rules
from yapit.core.parse.pdf.tags import is_tagged
from yapit.core.parse.source import Source

if TYPE_CHECKING:
    from yapit.core.parse.pdf.recognition import Recognition


@dataclass(frozen=True, slots=True)
class Bookmark:
    title: str
    level: int
    page: int
    y: float


NO_TEXT = "Its pages were looked at as pictures, too, and show no writing that could be read."
_DAMAGED = "Download or copy it again, or mend it with: qpdf damaged.pdf mended.pdf"


class PdfFile:
    """An open file: pages are read when they are asked for, and not kept."""

    def __init__(self, file: Any, label: str) -> None:
        self._file = file
        self.label = label
        self.page_count: int = file.page_count
        metadata = file.metadata or {}
        self.title = one_line(metadata.get("title") or "")
        self.author = one_line(metadata.get("author") or "")
        self._tagged = is_tagged(file)
        self._recognition: Recognition | None = None
        self._unread = ""

    @property
    def language(self) -> str:
        kind, language = self._file.xref_get_key(self._file.pdf_catalog(), "Lang")
        return language if kind == "string" else ""

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        with _translated(self.label):
            return tuple(_bookmarks(self._file))

    def page(self, index: int) -> Page:
        """The lines of a page, counted from 0; none where the page is damaged or blank."""
        if index % _FORGOTTEN == 0:
            _forget_pages()
        try:
            return _page(self._file, index, tagged=self._tagged)
        except _library_errors():
            return Page(index + 1, 0, 0, ())

    def is_picture(self, page: Page) -> bool:
        """Whether the page must be looked at to be read."""
        try:
            return is_picture(self._file[page.number - 1], page)
        except _library_errors():
            return False

    def recognized(self, page: Page) -> Page:
        """The page as it looks; takes a second or two."""
        from yapit.core.parse.pdf.recognition import Recognition  # noqa: PLC0415 - numpy: 0.15 s

        if self._recognition is None:
            self._recognition = Recognition(self._file)
        try:
            found = self._recognition.read(page)
        except _library_errors():
            return page
        self._unread = self._unread or found.unread
        return found

    def nothing_found(self) -> SourceError:
        """What to say of a file without a line of text."""
        if self._unread:
            return self._unreadable()
        if self._file.is_repaired:
            return SourceError(f"{self.label} is a damaged PDF: no text is left in it", cure=_DAMAGED)
        pages = "its one page" if self.page_count == 1 else f"any of its {self.page_count} pages"
        return EmptyDocument(f"{self.label} has no text on {pages}", cure=NO_TEXT)

    def _unreadable(self) -> SourceError:
        from yapit.core.parse.pdf.recognition import unreadable  # noqa: PLC0415 - loaded by now

        lacking = self._recognition.lacking if self._recognition else None
        return lacking or unreadable(self.label, self._unread)


_FORGOTTEN = 48
"""Pages after which MuPDF forgets what it keeps of them, 0.1 MB each where they have pictures."""


def _forget_pages() -> None:
    pymupdf: Any = import_module("pymupdf")
    pymupdf.TOOLS.store_shrink(100)


@contextmanager
def opened(source: Source) -> Iterator[PdfFile]:
    """A file to read pages from.

    Raises:
        SourceError: The file is damaged, or locked with a password.
    """
    pymupdf: Any = import_module("pymupdf")  # 0.25 s; it has types in part only
    # MuPDF would write its complaints about the file over the screen.
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    with _translated(source.label):
        file = pymupdf.open(stream=source.data, filetype="pdf")
    with file:
        with _translated(source.label):
            _unlock(file, source)
            pdf = PdfFile(file, source.label)
        if not pdf.page_count:
            raise SourceError(f"{source.label} is a damaged PDF: it has no pages", cure=_DAMAGED)
        yield pdf


@contextmanager
def _translated(label: str) -> Iterator[None]:
    try:
        yield
    except _library_errors() as error:
        raise SourceError(f"{label} is a damaged PDF", cure=_DAMAGED) from error


def _library_errors() -> tuple[type[Exception], ...]:
    pymupdf: Any = import_module("pymupdf")
    return (pymupdf.FileDataError, pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError, IndexError)


def _unlock(file: Any, source: Source) -> None:
    if not file.needs_pass:
        return
    if not source.password:
        raise LockedDocument(f"{source.label} is locked with a password", cure="Give it with: --password …")
    if not file.authenticate(source.password):
        raise LockedDocument(f"the password does not open {source.label}", cure="Check it; capitals count.")


def _bookmarks(file: Any) -> Iterator[Bookmark]:
    for level, title, page, *target in _contents(file):
        point = target[0].get("to") if target and page > 0 else None
        if page > 0 and one_line(title):
            yield Bookmark(one_line(title), level, page, getattr(point, "y", 0.0))


def _contents(file: Any) -> Any:
    """Entries of level, title, page and target; without their targets where one is damaged."""
    try:
        return file.get_toc(simple=False)
    except AssertionError:  # a target in a file that lost its pages, PyMuPDF 2.0
        return file.get_toc(simple=True)


def _page(file: Any, index: int, *, tagged: bool) -> Page:
    found = lines_and_rules(file[index], index + 1, tagged=tagged)
    lines = tuple(whole_lines(found.lines))
    return ordered(Page(index + 1, found.width, found.height, lines, rules=found.rules, turn=found.turn))
