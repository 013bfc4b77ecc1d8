"""Kindle books (.mobi, .azw, .azw3) without DRM: their markup, read as that of any page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Document
from yapit.core.errors import SourceError
from yapit.core.parse.characters import one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.epub.notes import TYPE, mark_notes, noted_places
from yapit.core.parse.formats import Progress
from yapit.core.parse.front_matter import hush_licence, is_for_the_eye, name_title_page
from yapit.core.parse.markup import MarkupReader, tag_of
from yapit.core.parse.mobi.places import outline, read_contents, with_names
from yapit.core.parse.mobi.records import Records, read_header
from yapit.core.parse.mobi.text import read_text
from yapit.core.parse.source import Source
from yapit.core.parse.xml import parse_html

if TYPE_CHECKING:
    from lxml.etree import _Element

_LOCKED = "Read it in the shop's own program, or get a copy without DRM."
_NEWER = 8
"""From this version on a book is made as an EPUB is."""

_PART = re.compile(r"(?=<\?xml\b|<!DOCTYPE\b)", re.IGNORECASE)
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_DECLARED = re.compile(r"<\?xml[^>]{0,200}\?>")
_POSITION = re.compile(r"""href=(["'])kindle:pos:""")
_TYPES = re.compile(r"[a-z -]+")
"""What an EPUB calls `epub:type`, newer books call `type`."""

_TYPED = frozenset(("body", "section", "aside", "nav", "div", "li", "p", "a", "span", "header"))


def parse(source: Source, on_progress: Progress) -> Document:
    """Of a file that holds a book in both forms, the newer is read.

    Raises:
        SourceError: It is locked by its shop, or damaged.
    """
    records = Records(source)
    header = read_header(records, 0, source.label)
    if header.encryption:
        raise SourceError(f"{source.label} is locked by its shop (Kindle DRM)", cure=_LOCKED)
    if header.newer:
        header = read_header(records, header.newer, source.label)
    text = read_text(records, header, source.label, on_progress)
    author = "" if header.author == "Unknown" else one_line(header.author)
    draft = Draft(one_line(header.title), author, header.language)
    if header.version >= _NEWER:
        for page in _pages(text.decode(header.codec, "replace")):
            _read_page(page, draft)
    else:
        contents = read_contents(text, header.codec)
        named = with_names(text, contents).decode(header.codec, "replace")
        outline(draft, contents, _read_page(named, draft))
    hush_licence(draft)
    name_title_page(draft, draft.title, author.split(", "))
    return draft.document(source.label)


def _read_page(page: str, draft: Draft) -> dict[str, int]:
    """Add the blocks of a page; where its ids begin."""
    root = parse_html(page)
    if root is None:
        return {}
    first = len(draft.blocks)
    for element in root.iter():
        said = element.get("type") or ""
        if tag_of(element) in _TYPED and _TYPES.fullmatch(said):
            element.set(TYPE, said)
    mark_notes(root, "", frozenset(noted_places(root, "")))
    is_silent = is_for_the_eye(_body(root))
    reader = MarkupReader(draft)
    reader.read(root)
    if is_silent:
        draft.retype(first, BlockKind.FURNITURE)
    return reader.anchors


def _body(root: _Element) -> _Element:
    return next(root.iter("body"), root)


def _pages(markup: str) -> Iterator[str]:
    """The pages of a newer book, each with the pieces that follow its frame put into it."""
    for part in _PART.split(_POSITION.sub(r"href=\1pos#", markup)):
        page = _ENDS.sub("", _DECLARED.sub("", part))
        if page.strip():
            yield page
