"""Kindle books (.mobi, .azw, .azw3) without DRM: their markup, read as that of any page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Document
from yapit.core.errors import SourceError
from yapit.core.parse.characters import one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.front_matter import is_for_the_eye, name_title_page
from yapit.core.parse.markup import MarkupReader
from yapit.core.parse.mobi.records import Records, read_header
from yapit.core.parse.mobi.text import read_text
from yapit.core.parse.source import Source
from yapit.core.parse.xml import parse_html

if TYPE_CHECKING:
    from lxml.etree import _Element

_LOCKED = "Read it in the shop's own program, or get a copy without DRM."

_PART = re.compile(r"(?=<\?xml\b|<!DOCTYPE\b)", re.IGNORECASE)
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_DECLARED = re.compile(r"<\?xml[^>]{0,200}\?>")
_PLACE = re.compile(r"""<a\s+([^<>]{0,200}?)filepos=["']?(\d{1,12})["']?""", re.IGNORECASE)
_POSITION = re.compile(r"""href=(["'])kindle:pos:""")


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
    markup = read_text(records, header, source.label, on_progress).decode(header.codec, "replace")
    draft = Draft(one_line(header.title), one_line(header.author), header.language)
    for part in _parts(markup):
        root = parse_html(part)
        if root is not None:
            _read_page(root, draft)
    name_title_page(draft, draft.title, header.author.split(", "))
    return draft.document(source.label)


def _read_page(root: _Element, draft: Draft) -> None:
    first = len(draft.blocks)
    is_silent = is_for_the_eye(next(root.iter("body"), root))
    MarkupReader(draft).read(root)
    if is_silent:
        draft.retype(first, BlockKind.FURNITURE)


def _parts(markup: str) -> Iterator[str]:
    """The pages of the book, each with the pieces that follow its frame put into it."""
    linked = _POSITION.sub(r"href=\1pos#", _PLACE.sub(r'<a \1href="#\2"', markup))
    for part in _PART.split(linked):
        page = _ENDS.sub("", _DECLARED.sub("", part))
        if page.strip():
            yield page
