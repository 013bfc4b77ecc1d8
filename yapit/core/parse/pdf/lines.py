"""PDF pages to lines of text: the only module that knows MuPDF; another reader could take its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from yapit.core.document import Box
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse.characters import one_line
from yapit.core.parse.formats import Progress
from yapit.core.parse.pdf.page import Line, Page
from yapit.core.parse.source import Source


@dataclass(frozen=True, slots=True)
class Bookmark:
    title: str
    level: int
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Pdf:
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    title: str = ""
    author: str = ""
    language: str = ""


PICTURES = "If it shows some, its pages are pictures; make them readable with: ocrmypdf in.pdf out.pdf"


def load(source: Source, on_progress: Progress) -> Pdf:
    """The lines of every page.

    Raises:
        SourceError: The file is damaged, or locked with a password.
        EmptyDocument: There is no text on any page.
    """
    pymupdf: Any = import_module("pymupdf")  # 0.25 s; it has types in part only
    # MuPDF would write its complaints about the file over the screen.
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    try:
        with pymupdf.open(stream=source.data, filetype="pdf") as file:
            _refuse(file, source.label)
            return _read(file, source.label, on_progress)
    except (pymupdf.FileDataError, pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError) as error:
        raise SourceError(f"{source.label} is a damaged PDF", cure=_DAMAGED) from error


_DAMAGED = "Download or copy it again, or mend it with: qpdf damaged.pdf mended.pdf"


def _refuse(file: Any, label: str) -> None:
    if file.needs_pass:
        cure = "Remove the password first with: qpdf --decrypt --password=… in.pdf out.pdf"
        raise SourceError(f"{label} is locked with a password", cure=cure)
    if not file.page_count:
        raise SourceError(f"{label} is a damaged PDF: it has no pages", cure=_DAMAGED)


def _read(file: Any, label: str, on_progress: Progress) -> Pdf:
    pages = []
    for index in range(file.page_count):
        on_progress(index, file.page_count)
        pages.append(_page(file, index))
    if not any(page.lines for page in pages):
        if file.is_repaired:
            raise SourceError(f"{label} is a damaged PDF: no text is left in it", cure=_DAMAGED)
        pages_of = "its one page" if file.page_count == 1 else f"any of its {file.page_count} pages"
        raise EmptyDocument(f"{label} has no text on {pages_of}", cure=PICTURES)
    metadata = file.metadata or {}
    kind, language = file.xref_get_key(file.pdf_catalog(), "Lang")
    return Pdf(
        tuple(pages),
        tuple(_bookmarks(file)),
        title=one_line(metadata.get("title") or ""),
        author=one_line(metadata.get("author") or ""),
        language=language if kind == "string" else "",
    )


def _bookmarks(file: Any) -> Iterator[Bookmark]:
    for level, title, page, target in file.get_toc(simple=False):
        point = target.get("to") if page > 0 else None
        if page > 0 and one_line(title):
            yield Bookmark(one_line(title), level, page, getattr(point, "y", 0.0))


def _page(file: Any, index: int) -> Page:
    pymupdf: Any = import_module("pymupdf")
    flags = pymupdf.TEXTFLAGS_DICT & ~pymupdf.TEXT_PRESERVE_IMAGES & ~pymupdf.TEXT_PRESERVE_LIGATURES
    page = file[index]
    raw = [line for block in page.get_text("dict", flags=flags)["blocks"] for line in block.get("lines", ())]
    level = [line for line in raw if abs(line["dir"][0]) > 0.9]
    found = (_line(index + 1, line["bbox"], line["spans"]) for line in level or raw)
    lines = tuple(_rows([line for line in found if line is not None]))
    return Page(index + 1, page.rect.width, page.rect.height, lines)


def _line(page: int, box: tuple[float, float, float, float], spans: list[dict[str, Any]]) -> Line | None:
    sizes: Counter[float] = Counter()
    for span in spans:
        sizes[round(span["size"] * 2) / 2] += len(span["text"].strip())
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    text, bold = "", 0
    for span in spans:
        if _is_note_mark(text, span, size):
            continue
        text += span["text"]
        bold += len(span["text"]) if span["flags"] & 16 or "bold" in span["font"].lower() else 0
    said = one_line(_SOFT_END.sub("-", text))
    return Line(page, Box(*box), said, size, bold > 0.6 * len(text)) if said else None


_SOFT_END = re.compile(r"\u00ad\s*$")
_MARK = re.compile(r"[\s\d,*†‡§–-]{1,6}")
_BEFORE_MARK = re.compile(r"(?:[^\W\d_]{3}|[^\W\d_][.,;:!?”’\"]|\d[.;:!?”])[.,;:!?)\]”’\"']*\s*$")


def _is_note_mark(before: str, span: dict[str, Any], size: float) -> bool:
    """A small number after a word, which would break the sentence; after `m` or `10` it is a power."""
    text = span["text"]
    small = span["size"] < 0.8 * size and text.strip() and _MARK.fullmatch(text)
    return bool(small and _BEFORE_MARK.search(before))


def _rows(lines: list[Line]) -> Iterator[Line]:
    """Lines that MuPDF cut at wide spaces or large first letters, joined again."""
    before: Line | None = None
    for line in lines:
        if before is not None and (joined := _joined(before, line)):
            before = joined
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _joined(left: Line, right: Line) -> Line | None:
    """One line out of two that stand side by side and close; None if they do not."""
    gap = right.box.x0 - left.box.x1
    if _is_drop_cap(left, right):
        return replace(right, text=left.text + right.text)
    same_row = abs(left.middle - right.middle) < 0.35 * max(left.size, 1)
    if not same_row or not 0 <= gap < 1.2 * left.size or left.text.isdigit():
        return None
    a, b = left.box, right.box
    box = Box(a.x0, min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1))
    space = " " if gap > 0.12 * left.size else ""
    return replace(left, box=box, text=left.text + space + right.text)


def _is_drop_cap(left: Line, right: Line) -> bool:
    inside = left.box.y0 - 2 <= right.middle <= left.box.y1 + 2
    near = 0 <= right.box.x0 - left.box.x1 + 2 < 2 * right.size
    return len(left.text) == 1 and left.text.isalpha() and left.size > 1.6 * right.size and inside and near
