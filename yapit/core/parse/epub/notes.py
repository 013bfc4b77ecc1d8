"""Notes that older books mark by their links alone: a raised number leads there, and a link leads back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from yapit.core.parse.epub.package import resolve
from yapit.core.parse.markup import tag_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

TYPE = "{http://www.idpf.org/2007/ops}type"
_MARK = re.compile(r"[\[({]?\s*(?:\d{1,4}|[*†‡§¶]{1,3}|[a-z]|[ivxlc]{1,7})\s*[\])}]?")
_NOTE = re.compile(r"\b(?:footnote|endnote|rearnote)s?\b")
_ARROWS = frozenset("↩↑⏎←^⤴")
_BLOCKS = frozenset(("p", "li", "div", "aside", "dd", "section", "blockquote"))
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_LONGEST = 20_000
"""Characters of a note; what is longer is a chapter that a number links to."""


def noted_places(root: _Element, path: str) -> Iterator[str]:
    """The places, as `path#id`, that marks of notes in a part lead to."""
    for link in root.iter("{*}a"):
        file, _, name = (link.get("href") or "").partition("#")
        if name and ":" not in file and _is_mark(link):
            yield f"{resolve(path, file) if file else path}#{unquote(name)}"


def mark_notes(root: _Element, path: str, noted: frozenset[str]) -> None:
    """Type the blocks of a part that marks lead to and that lead back as footnotes."""
    seen: set[_Element] = set()
    for element in list(root.iter("{*}*")):
        name = element.get("id") or element.get("name") or ""
        block = _block_of(element) if name and f"{path}#{name}" in noted else None
        if block is None or block in seen:
            continue
        seen.add(block)
        if _is_note(block):
            block.set(TYPE, "footnote")
            _mark_ways_back(block)


def unhide_notes(root: _Element) -> None:
    """Notes that pop up are hidden on the page; they are text all the same."""
    for element in root.iter("{*}aside", "{*}section", "{*}div", "{*}li", "{*}p", "{*}ol"):
        said = f"{element.get(TYPE) or ''} {element.get('role') or ''}"
        if _NOTE.search(said):
            for name in ("hidden", "aria-hidden", "style"):
                if name in element.attrib:
                    del element.attrib[name]


def _mark_ways_back(note: _Element) -> None:
    """An arrow that leads back to the text is for the finger."""
    for link in note.iter("{*}a"):
        if text_of(link).strip("\ufe0e\ufe0f \u00a0") in _ARROWS:
            link.set("role", "doc-backlink")


def _is_mark(link: _Element) -> bool:
    if "noteref" in f"{link.get(TYPE) or ''} {link.get('role') or ''}":
        return True
    text = text_of(link).strip()
    if _MARK.fullmatch(text) is None:
        return False
    raised = any(tag_of(around) == "sup" for around in islice(link.iterancestors(), 3))
    return raised or text[0] in "[({*†‡§¶" or any(tag_of(part) == "sup" for part in link.iter())


def _block_of(element: _Element) -> _Element | None:
    """The block that an element is or begins, or that follows it where it is a bare anchor."""
    after = element.getnext()
    is_bare = tag_of(element) == "a" and not len(element) and not (element.text or element.tail or "").strip()
    found: _Element | None = after if is_bare and after is not None else element
    while found is not None and tag_of(found) not in _BLOCKS:
        found = found.getparent()
    return found


def _is_note(block: _Element) -> bool:
    has_link = any("#" in (link.get("href") or "") for link in block.iter("{*}a"))
    if not has_link or any(tag_of(part) in _HEADINGS for part in block.iter()):
        return False
    return len(text_of(block)) <= _LONGEST
