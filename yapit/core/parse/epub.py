"""EPUB: the parts of a zip file in the order of its spine, chapters by its table of contents."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import TYPE_CHECKING
from urllib.parse import unquote

from yapit.core.document import BlockKind, Chapter, Document
from yapit.core.errors import SourceError
from yapit.core.parse.characters import decode, one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.markup import MarkupReader, text_of
from yapit.core.parse.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART_BYTES = 32 * 1024**2
MAX_TEXT_BYTES = 256 * 1024**2
"""The Bible has 5 MB: what unpacks to more than this is no book."""

_DAMAGED = "It may be damaged or cut short; download or copy it again."


def parse(source: Source, on_progress: Progress) -> Document:
    archive = _Archive(source)
    package = _package(archive)
    _refuse_locked(archive, package)
    draft = Draft(package.title, package.author, package.language)
    starts: dict[str, int] = {}
    for done, path in enumerate(package.spine):
        on_progress(done, len(package.spine))
        _read_part(archive, path, draft, starts, silent=path in package.contents)
    draft.chapters += _chapters(archive, package, starts)
    return draft.document(source.label)


class _Archive:
    """The files in the zip; reading is bounded, whatever sizes it claims."""

    def __init__(self, source: Source) -> None:
        self.label = source.label
        self._left = MAX_TEXT_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise SourceError(f"{source.label} is a damaged EPUB: {error}", cure=_DAMAGED) from error

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, None where there is none or it is damaged beyond reading."""
        try:
            with self._zip.open(path) as file:
                data = file.read(min(MAX_PART_BYTES, self._left) + 1)
        except KeyError:
            return None
        except RuntimeError as error:  # encrypted with a password, or compressed in an unknown way
            cure = "Unpack it with its password and read the files in it."
            raise SourceError(f"{self.label} is locked: {error}", cure=cure) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            return None
        self._left -= len(data)
        if len(data) > MAX_PART_BYTES or self._left < 0:
            limit = MAX_TEXT_BYTES // 1024**2
            raise SourceError(f"{self.label} unpacks to more than {limit} MB", cure="It is no book.")
        return data

    def xml(self, path: str) -> _Element | None:
        data = self.read(path)
        return None if data is None else _xml(data, path)


# What XHTML takes from a DTD that is not here; the five of XML itself must stay.
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


def _xml(data: bytes, label: str) -> _Element | None:
    """The tree of a file, with what is not well formed mended; None where nothing can be made of it."""
    from lxml import etree  # noqa: PLC0415 - 20 ms

    declared = re.match(rb"\s*<\?xml[^>]*encoding=[\"']([\w-]+)", data[:200])
    text = decode(data, label, declared.group(1).decode("ascii") if declared else "")
    text = _DECLARATION.sub("", text, count=1)
    text = _ENTITY.sub(lambda match: html5.get(match.group(1), match.group()), text)
    # Nothing outside the book is loaded, and no entity but the known is replaced: those could be bombs.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, encoding="utf-8", huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None
    return root if isinstance(root, etree._Element) else None


@dataclass(frozen=True, slots=True)
class _Package:
    spine: tuple[str, ...]
    """Paths of the parts in reading order; those out of line come last."""

    contents: tuple[str, ...]
    """Paths of the tables of contents: the best to take chapters from comes first."""

    title: str
    author: str
    language: str


def _package(archive: _Archive) -> _Package:
    container = archive.xml("META-INF/container.xml")
    rootfile = None if container is None else next(container.iter("{*}rootfile"), None)
    path = "" if rootfile is None else rootfile.get("full-path") or ""
    root = archive.xml(path) if path else None
    if root is None:
        raise SourceError(f"{archive.label} is an EPUB without its list of parts", cure=_DAMAGED)
    items = {item.get("id") or "": item for item in root.iter("{*}item")}
    paths = {name: _resolve(path, item.get("href") or "") for name, item in items.items()}
    refs = sorted(root.iter("{*}itemref"), key=lambda ref: ref.get("linear") == "no")
    spine = [paths[ref.get("idref") or ""] for ref in refs if (ref.get("idref") or "") in paths]
    return _Package(
        tuple(dict.fromkeys(spine)),
        tuple(_contents_paths(path, root, items, paths)),
        title=_first(root, "title"),
        author=", ".join(_all(root, "creator")),
        language=_first(root, "language"),
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
    for reference in root.iter("{*}reference"):
        if reference.get("type") == "toc":
            yield _resolve(path, reference.get("href") or "")


def _resolve(base: str, href: str) -> str:
    """The path of a file in the zip that `base` refers to, without the fragment."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href.partition("#")[0])))


def _all(root: _Element, name: str) -> Iterator[str]:
    for element in root.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"):
        text = one_line(text_of(element))
        if text:
            yield text


def _first(root: _Element, name: str) -> str:
    return next(_all(root, name), "")


_FONT_SCRAMBLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def _refuse_locked(archive: _Archive, package: _Package) -> None:
    root = archive.xml("META-INF/encryption.xml")
    for entry in () if root is None else root.iter("{*}EncryptedData"):
        methods = {method.get("Algorithm") for method in entry.iter("{*}EncryptionMethod")}
        paths = {unquote(reference.get("URI") or "") for reference in entry.iter("{*}CipherReference")}
        if paths & set(package.spine) and not methods <= set(_FONT_SCRAMBLING):
            cure = "Read it in the shop's own program, or get a copy without DRM."
            raise SourceError(f"{archive.label} is locked by its shop (DRM)", cure=cure)


def _read_part(archive: _Archive, path: str, draft: Draft, starts: dict[str, int], *, silent: bool) -> None:
    """Add a part's blocks, and where they and its ids begin. Missing parts are passed over."""
    root = archive.xml(path)
    if root is None:
        return
    first = len(draft.blocks)
    starts[path] = first
    reader = MarkupReader(draft)
    body = next(root.iter("{*}body"), root)
    reader.read(body)
    starts.update({f"{path}#{name}": block for name, block in reader.anchors.items()})
    if silent:  # a table of contents in the spine is for the eye
        draft.retype(first, BlockKind.FURNITURE)


def _chapters(archive: _Archive, package: _Package, starts: dict[str, int]) -> Iterator[Chapter]:
    """The entries of the table of contents that lead to a block."""
    for contents in package.contents[:1]:
        root = archive.xml(contents)
        if root is None:
            return
        is_ncx = next(root.iter("{*}navMap"), None) is not None
        for title, level, href in _ncx_entries(root) if is_ncx else _nav_entries(root):
            target = _resolve(contents, href) if href.partition("#")[0] else contents
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
    kind = "{http://www.idpf.org/2007/ops}type"
    toc = next((nav for nav in navs if "toc" in (nav.get(kind) or "").split()), navs[0] if navs else root)
    for link in toc.iter("{*}a"):
        level = sum(1 for _ in link.iterancestors("{*}ol"))
        yield one_line(text_of(link)), max(level, 1), link.get("href") or ""
