"""The package file of a book: its parts in reading order, what they are, and what the book is called."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from yapit.core.errors import SourceError
from yapit.core.parse.archive import DAMAGED, Archive
from yapit.core.parse.characters import one_line
from yapit.core.parse.markup import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGES = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/x-dtbook+xml"))
_FOR_THE_EYE = frozenset(("cover", "toc", "copyright-page", "loi", "lot", "index"))
_ROLE = "{http://www.idpf.org/2007/opf}role"


@dataclass(frozen=True, slots=True)
class Package:
    spine: tuple[str, ...]
    """Paths of the parts in reading order; those out of line come last."""

    contents: tuple[str, ...]
    """Paths of the tables of contents: the best to take chapters from comes first."""

    silent: frozenset[str]
    """Paths of the parts that it calls covers, contents or licences."""

    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""


def read_package(archive: Archive) -> Package:
    """The package, or what can be told from the files where there is none.

    Raises:
        SourceError: There is neither a package nor a page.
    """
    for path in package_files(archive):
        root = archive.xml(path)
        if root is not None:
            return _from_opf(archive, path, root)
    pages = sorted(filter(_is_page, archive.names), key=_natural)
    if not pages:
        raise SourceError(f"{archive.label} is an EPUB without its list of parts", cure=DAMAGED)
    return Package(tuple(pages), (), frozenset())


def resolve(base: str, href: str) -> str:
    """The path of a file in the zip that `base` refers to, without the fragment."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href.partition("#")[0])))


def package_files(archive: Archive) -> Iterator[str]:
    """Paths of what may be the package file, the best first."""
    container = archive.xml("META-INF/container.xml")
    for rootfile in () if container is None else container.iter("{*}rootfile"):
        yield (rootfile.get("full-path") or "").lstrip("/")
    yield from (name for name in archive.names if name.lower().endswith(".opf"))


def _from_opf(archive: Archive, path: str, root: _Element) -> Package:
    items = {item.get("id") or "": item for item in root.iter("{*}item")}
    paths = {name: resolve(path, item.get("href") or "") for name, item in items.items()}
    refs = sorted(root.iter("{*}itemref"), key=lambda ref: ref.get("linear") == "no")
    spine = [paths[ref.get("idref") or ""] for ref in refs if (ref.get("idref") or "") in paths]
    spine = spine or [paths[name] for name, item in items.items() if item.get("media-type") in _PAGES]
    contents = tuple(_contents_paths(path, root, items, paths))
    guided = (ref.get("href") or "" for ref in _guided(root, *_FOR_THE_EYE))
    silent = {resolve(path, href) for href in guided if "#" not in href}  # a place in a part is not all of it
    return Package(
        tuple(dict.fromkeys(spine)),
        contents,
        frozenset((*contents, *silent)),
        title=next(_all(root, "title"), ""),
        authors=tuple(_authors(root)),
        language=next(_all(root, "language"), ""),
    )


def _contents_paths(
    path: str, root: _Element, items: dict[str, _Element], paths: dict[str, str]
) -> Iterator[str]:
    """EPUB 3's navigation, EPUB 2's NCX, and the page of contents that EPUB 2 only points at."""
    for name, item in items.items():
        if "nav" in (item.get("properties") or "").split():
            yield paths[name]
    for name, item in items.items():
        if item.get("media-type") == "application/x-dtbncx+xml":
            yield paths[name]
    for reference in _guided(root, "toc"):
        if "#" not in (reference.get("href") or ""):
            yield resolve(path, reference.get("href") or "")


def _guided(root: _Element, *types: str) -> Iterator[_Element]:
    return (ref for ref in root.iter("{*}reference") if (ref.get("type") or "").lower() in types)


def _authors(root: _Element) -> Iterator[str]:
    """Who wrote it, not who translated, drew or made it."""
    roles = {
        (meta.get("refines") or "").lstrip("#"): (meta.text or "").strip()
        for meta in root.iter("{*}meta")
        if meta.get("property") == "role"
    }
    for element in root.iter("{http://purl.org/dc/elements/1.1/}creator"):
        role = element.get(_ROLE) or roles.get(element.get("id") or "") or "aut"
        name = one_line(text_of(element))
        if name and role == "aut":
            yield name


def _all(root: _Element, name: str) -> Iterator[str]:
    for element in root.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"):
        text = one_line(text_of(element))
        if text:
            yield text


def _is_page(name: str) -> bool:
    return name.lower().endswith((".xhtml", ".html", ".htm"))


def _natural(name: str) -> list[tuple[int, str]]:
    """So that part 10 comes after part 9."""
    return [(int(digits[:9]) if digits else -1, rest) for digits, rest in re.findall(r"(\d*)(\D*)", name)]
