"""Older Kindle books link to bytes of their text: those places get names, and the contents an outline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from yapit.core.document import BlockKind, Chapter
from yapit.core.parse.draft import Draft

_LINK = re.compile(rb"<a\s([^<>]{0,200}?)filepos=[\"']?0*(\d{1,10})[\"']?([^<>]{0,200})>", re.IGNORECASE)
_GUIDE = re.compile(rb"<reference\s[^<>]{0,300}>", re.IGNORECASE)
_IS_CONTENTS = re.compile(rb"type=[\"']?toc\b", re.IGNORECASE)
_GUIDED = re.compile(rb"filepos=[\"']?0*(\d{1,10})", re.IGNORECASE)
_PAGE_END = re.compile(rb"<mbp:pagebreak|</body", re.IGNORECASE)
_ENTRY = re.compile(
    rb"<(?P<list>/?)(?:ol|ul|blockquote)\b|<a\s[^<>]{0,200}?filepos=[\"']?0*(?P<to>\d{1,10})[^<>]{0,200}>(?P<said>.{0,500}?)</a>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<[^<>]*>")
_BEGIN, _END = "contents-begin", "contents-end"
_MOST_PLACES = 50_000


@dataclass(frozen=True, slots=True)
class Entry:
    title: str
    level: int
    place: int
    """The byte of the text where it begins."""


@dataclass(frozen=True, slots=True)
class Contents:
    begin: int = 0
    end: int = 0
    entries: tuple[Entry, ...] = ()


def read_contents(text: bytes, codec: str) -> Contents:
    """The table of contents that the book's guide points at, if any."""
    guides = (match.group() for match in _GUIDE.finditer(text[:65536]))
    found = next((_GUIDED.search(guide) for guide in guides if _IS_CONTENTS.search(guide)), None)
    begin = int(found.group(1)) if found else len(text)
    if begin >= len(text):
        return Contents()
    page_end = _PAGE_END.search(text, begin)
    end = page_end.start() if page_end else len(text)
    return Contents(begin, end, tuple(_entries(text[begin:end], codec)))


def _entries(page: bytes, codec: str) -> Iterator[Entry]:
    depth = 0
    for match in _ENTRY.finditer(page):
        if match["to"] is None:
            depth = max(depth - 1, 0) if match["list"] else depth + 1
            continue
        title = " ".join(_TAG.sub(b" ", match["said"]).decode(codec, "replace").split())
        if title:
            yield Entry(title, max(depth, 1), int(match["to"]))


def with_names(text: bytes, contents: Contents) -> bytes:
    """The text with an anchor at each byte that it links to, and its links leading there."""
    places = {int(match.group(2)): f"f{int(match.group(2))}" for match in _LINK.finditer(text)}
    if contents.entries:
        places[contents.begin], places[contents.end] = _BEGIN, _END
    pieces: list[bytes] = []
    at = 0
    for place, name in sorted(places.items())[:_MOST_PLACES]:
        if place < len(text) and text.rfind(b"<", at, place) <= text.rfind(b">", at, place):
            pieces += (text[at:place], f'<a id="{name}"></a>'.encode())
            at = place
    pieces.append(text[at:])
    return _LINK.sub(rb'<a \1href="#f\2"\3>', b"".join(pieces))


def outline(draft: Draft, contents: Contents, anchors: Mapping[str, int]) -> None:
    """Chapters as the contents name them; the line that a chapter begins with is its heading."""
    for entry in contents.entries:
        block = anchors.get(f"f{entry.place}", len(draft.blocks))
        if block >= len(draft.blocks):
            continue
        draft.chapters.append(Chapter(entry.title, entry.level, block))
        if _plain(draft.text_of(block)) == _plain(entry.title):
            heading = replace(draft.blocks[block], kind=BlockKind.HEADING, level=min(entry.level, 6))
            draft.blocks[block] = heading
    begin = anchors.get(_BEGIN, len(draft.blocks))
    for place in range(begin, anchors.get(_END, len(draft.blocks))):
        draft.blocks[place] = replace(draft.blocks[place], kind=BlockKind.FURNITURE, level=0)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
