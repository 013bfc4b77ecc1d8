"""EPUB: the parts of a zip file in the order of its spine, chapters by its table of contents."""

from __future__ import annotations

from yapit.core.document import BlockKind, Document
from yapit.core.parse.archive import Archive
from yapit.core.parse.draft import Draft
from yapit.core.parse.epub.contents import read_chapters
from yapit.core.parse.epub.locks import refuse_locked
from yapit.core.parse.epub.notes import mark_notes, noted_places, unhide_notes
from yapit.core.parse.epub.package import Package, read_package
from yapit.core.parse.formats import Progress
from yapit.core.parse.front_matter import hush_licence, is_for_the_eye, is_short, name_title_page
from yapit.core.parse.markup import MarkupReader
from yapit.core.parse.source import Source


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
    hush_licence(draft)
    name_title_page(draft, package.title, package.authors)
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
    unhide_notes(root)
    mark_notes(root, path, noted)
    first = len(draft.blocks)
    starts[path] = first
    body = next(root.iter("{*}body"), root)
    is_silent = (is_silent and is_short(body)) or is_for_the_eye(body)
    reader = MarkupReader(draft)
    reader.read(body)
    starts.update({f"{path}#{name}": block for name, block in reader.anchors.items()})
    if is_silent:
        draft.retype(first, BlockKind.FURNITURE)
