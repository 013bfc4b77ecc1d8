"""What stands before and after the text of a book: covers, contents, licences, its title page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse.draft import Draft
from yapit.core.parse.markup import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPE = "{http://www.idpf.org/2007/ops}type"
_FOR_THE_EYE = frozenset(("cover", "toc", "landmarks", "page-list", "loi", "lot", "copyright-page"))
_LINKS_OF_CONTENTS = 5
_SHARE_OF_CONTENTS = 0.8
"""A page with so many links, which are so much of its text, is a table of contents."""

_LONGEST_FRONT = 4000
"""Letters, beside those of links, on a cover, a page of contents or a licence."""


def is_for_the_eye(body: _Element) -> bool:
    """Covers, licences and contents, by what they say of themselves or by their links."""
    outermost = [body, *body.iterchildren("{*}*")][:2]
    if any(_FOR_THE_EYE & set((part.get(_TYPE) or "").split()) for part in outermost):
        return True
    links = _links(body)
    if len(links) < _LINKS_OF_CONTENTS:
        return False
    return sum(map(_size, links)) >= _SHARE_OF_CONTENTS * _size(text_of(body))


def is_short(body: _Element) -> bool:
    """A part that the package calls a cover or contents may hold the whole book beside it."""
    return _size(text_of(body)) - sum(map(_size, _links(body))) < _LONGEST_FRONT


def _links(body: _Element) -> list[str]:
    return [text_of(link) for link in body.iter("{*}a") if _leads_elsewhere(link)]


def _leads_elsewhere(link: _Element) -> bool:
    file = (link.get("href") or "").partition("#")[0]
    return bool(file) and ":" not in file


def _size(text: str) -> int:
    return sum(map(str.isalnum, text))


def name_title_page(draft: Draft, title: str, authors: Iterable[str]) -> None:
    """The book's name and its authors', where they stand before its text, are what they are."""
    names = {_plain(name) for name in authors}
    for index, block in enumerate(draft.blocks):
        text = _plain(draft.text_of(index))
        if block.kind is BlockKind.PARAGRAPH and text in names:
            draft.blocks[index] = replace(block, kind=BlockKind.AUTHOR)
        elif block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and text == _plain(title):
            draft.blocks[index] = replace(block, kind=BlockKind.TITLE, level=0)
        elif block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            return


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


_LICENCE_ENDS = re.compile(r"\*{3}\s?START OF (?:THE|THIS) PROJECT GUTENBERG")
_LICENCE_BEGINS = re.compile(r"\*{3}\s?END OF (?:THE|THIS) PROJECT GUTENBERG")


def hush_licence(draft: Draft) -> None:
    """What Project Gutenberg puts before and after a book is furniture."""
    texts = [draft.text_of(index)[:200] for index in range(len(draft.blocks))]
    first = next((n + 1 for n, text in enumerate(texts) if _LICENCE_ENDS.match(text)), 0)
    last = next((n for n, text in enumerate(texts) if _LICENCE_BEGINS.match(text)), len(texts))
    for index in (*range(first), *range(last, len(texts))):
        draft.blocks[index] = replace(draft.blocks[index], kind=BlockKind.FURNITURE, level=0)
