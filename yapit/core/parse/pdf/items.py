"""Items of lists: how they begin, and how deep they stand."""

from __future__ import annotations

import re

from yapit.core.document import BlockKind
from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.reading import Reading

_BULLET = re.compile(r"\s*[•‣◦▪●○■□►▶➢➤✓✔❖◆◇⁃∙](?:\s|$|(?=\w))")
_MARKER = re.compile(r"\s*(?:[–—\-*∗·]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,4}[.)])(?:\s+|$)")


def is_bullet(text: str) -> bool:
    return _BULLET.match(text) is not None


def looks_like_item(text: str) -> bool:
    return is_bullet(text) or _MARKER.match(text) is not None


def begins_item(line: Line, reading: Reading) -> bool:
    """A bullet always; a dash or number only where a line of a paragraph cannot begin with it by chance."""
    if is_bullet(line.text):
        return not reading.is_level(line) or reading.kind is not BlockKind.LIST_ITEM
    if not _MARKER.match(line.text) or reading.is_level(line):
        return False
    open_, before = reading.open, reading.before
    if open_ is None or before is None or open_.kind is BlockKind.HEADING:
        return True
    if open_.kind is BlockKind.LIST_ITEM and _MARKER.match(open_.text):
        deeper = reading.inset(line) - reading.inset(open_.lines[0])
        return abs(deeper) < 4 or deeper > 1.2 * line.size or open_.has_ended
    if reading.is_next_line(line) and abs(line.box.x0 - before.box.x0) < 0.3 * line.size:
        return open_.has_ended and not reading.is_full(before)
    return open_.has_ended or reading.is_apart(line)


def depth(line: Line, reading: Reading) -> int:
    """How many lists an item stands in, told by how far its marker is set in."""
    inset = reading.inset(line)
    insets = reading.insets
    while insets and insets[-1] > inset + 3:
        insets.pop()
    if not insets or insets[-1] < inset - 3:
        insets.append(inset)
    return len(insets)
