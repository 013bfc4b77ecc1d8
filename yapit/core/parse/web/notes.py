"""Notes that stand in the middle of a sentence go below its paragraph, marked where they stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yapit.core.parse.elements import is_inline, tag_of
from yapit.core.parse.web.made import matches
from yapit.core.parse.web.passages import remove

if TYPE_CHECKING:
    from lxml.etree import _Element

_IN_LINE = ("span.ltx_note_outer", "span.sidenote", "span.marginnote")
"""As LaTeXML and Tufte's style write them."""


def move_notes(root: _Element) -> None:
    """Make them blocks after the block that they stand in."""
    notes = [element for element in root.iter("span") if any(matches(element, note) for note in _IN_LINE)]
    for note in notes:
        block = next((element for element in note.iterancestors() if not is_inline(tag_of(element))), None)
        if block is None or block.getparent() is None:
            continue
        remove(note)
        note.tag, note.tail = "div", None
        note.set("class", "footnote")
        after, block.tail = block.tail, None
        block.addnext(note)
        note.tail = after
