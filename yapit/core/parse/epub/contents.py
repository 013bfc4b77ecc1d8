"""The outline of a book, from the table of contents that its makers wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from yapit.core.document import Chapter
from yapit.core.parse.archive import Archive
from yapit.core.parse.characters import one_line
from yapit.core.parse.epub.package import Package, resolve
from yapit.core.parse.markup import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPE = "{http://www.idpf.org/2007/ops}type"


def read_chapters(archive: Archive, package: Package, starts: Mapping[str, int]) -> list[Chapter]:
    """From the first table of contents that leads anywhere; `starts` has the block of each `path#id`."""
    for path in package.contents:
        root = archive.xml(path)
        found = [] if root is None else list(_chapters(path, root, starts))
        if found:
            return found
    return []


def _chapters(path: str, root: _Element, starts: Mapping[str, int]) -> Iterator[Chapter]:
    is_ncx = next(root.iter("{*}navMap"), None) is not None
    for title, level, href in _ncx_entries(root) if is_ncx else _nav_entries(root):
        target = resolve(path, href) if href.partition("#")[0] else path
        block = starts.get(f"{target}#{unquote(href.partition('#')[2])}", starts.get(target))
        if block is not None and title:
            yield Chapter(title, level, block)


def _ncx_entries(root: _Element) -> Iterator[tuple[str, int, str]]:
    for point in root.iter("{*}navPoint"):
        label, content = point.find("{*}navLabel"), point.find("{*}content")
        if label is not None and content is not None:
            level = sum(1 for _ in point.iterancestors("{*}navPoint")) + 1
            yield one_line(text_of(label)), level, content.get("src") or ""


def _nav_entries(root: _Element) -> Iterator[tuple[str, int, str]]:
    navs = list(root.iter("{*}nav"))
    toc = next((nav for nav in navs if "toc" in (nav.get(_TYPE) or "").split()), navs[0] if navs else root)
    for link in toc.iter("{*}a"):
        level = sum(1 for _ in link.iterancestors("{*}ol"))
        yield one_line(text_of(link)), max(level, 1), link.get("href") or ""
