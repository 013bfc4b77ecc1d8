"""EPUB: the parts of a zip file in the order of its spine, chapters by its table of contents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Document
from yapit.core.parse.archive import Archive
from yapit.core.parse.draft import Draft
from yapit.core.parse.epub.contents import read_chapters
from yapit.core.parse.epub.locks import refuse_locked
from yapit.core.parse.epub.notes import TYPE, mark_notes, noted_places
from yapit.core.parse.epub.package import Package, read_package
from yapit.core.parse.formats import Progress
from yapit.core.parse.markup import MarkupReader, text_of
from yapit.core.parse.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_FOR_THE_EYE = frozenset(("cover", "toc", "landmarks", "page-list", "loi", "lot", "copyright-page"))
_LINKS_OF_CONTENTS = 5
_SHARE_OF_CONTENTS = 0.8
"""A page with so many links, which are so much of its text, is a table of contents."""

_LONGEST_FRONT = 4000
"""Letters, beside those of links, on a cover, a page of contents or a licence."""


def parse(source: Source, on_progress: Progress) -> Document:
    """Parts out of line come last; notes are footnotes wherever they stand.

    Raises:
        SourceError: The book is locked by its shop, or damaged as a whole.
    """
    archive = Archive(source, "EPUB")
    package = read_package(archive)
    refuse_locked(archive, package)
    draft = Draft(package.title, ", ".join(package.authors), package.language)
    starts: dict[str, int] = {}
    noted = _noted(archive, package)
    for done, path in enumerate(package.spine):
        on_progress(done, len(package.spine))
        _read_part(archive, path, draft, starts, noted, is_silent=path in package.silent)
    draft.chapters += read_chapters(archive, package, starts)
    _name_title_page(draft, package)
    return draft.document(source.label)


def _noted(archive: Archive, package: Package) -> frozenset[str]:
    """Where marks of notes lead to, in the whole book: notes may stand in a part of their own."""
    roots = ((path, archive.xml(path, is_deep=True)) for path in package.spine)
    return frozenset(place for path, root in roots if root is not None for place in noted_places(root, path))


def _read_part(
    archive: Archive,
    path: str,
    draft: Draft,
    starts: dict[str, int],
    noted: frozenset[str],
    *,
    is_silent: bool,
) -> None:
    """Add a part's blocks, and where they and its ids begin. Missing parts are passed over."""
    root = archive.xml(path, is_deep=True)
    if root is None:
        return
    mark_notes(root, path, noted)
    first = len(draft.blocks)
    starts[path] = first
    body = next(root.iter("{*}body"), root)
    is_silent = (is_silent and _is_short(body)) or _is_for_the_eye(body)
    reader = MarkupReader(draft)
    reader.read(body)
    starts.update({f"{path}#{name}": block for name, block in reader.anchors.items()})
    if is_silent:
        draft.retype(first, BlockKind.FURNITURE)


def _is_for_the_eye(body: _Element) -> bool:
    """Covers, licences and contents, by what they say of themselves or by their links."""
    outermost = [body, *body.iterchildren("{*}*")][:2]
    if any(_FOR_THE_EYE & set((part.get(TYPE) or "").split()) for part in outermost):
        return True
    links = _links(body)
    if len(links) < _LINKS_OF_CONTENTS:
        return False
    return sum(map(_size, links)) >= _SHARE_OF_CONTENTS * _size(text_of(body))


def _is_short(body: _Element) -> bool:
    """A part that the package calls a cover or contents may hold the whole book beside it."""
    return _size(text_of(body)) - sum(map(_size, _links(body))) < _LONGEST_FRONT


def _links(body: _Element) -> list[str]:
    return [text_of(link) for link in body.iter("{*}a") if _leads_elsewhere(link)]


def _leads_elsewhere(link: _Element) -> bool:
    href = link.get("href") or ""
    return bool(href.partition("#")[0]) and ":" not in href


def _size(text: str) -> int:
    return sum(map(str.isalnum, text))


def _name_title_page(draft: Draft, package: Package) -> None:
    """The book's name and its authors', where they stand before its text, are what they are."""
    names = {_plain(name) for name in package.authors}
    for index, block in enumerate(draft.blocks):
        text = _plain(draft.text_of(index))
        if block.kind is BlockKind.PARAGRAPH and text in names:
            draft.blocks[index] = replace(block, kind=BlockKind.AUTHOR)
        elif block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and text == _plain(package.title):
            draft.blocks[index] = replace(block, kind=BlockKind.TITLE, level=0)
        elif block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            return


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
