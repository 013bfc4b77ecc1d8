"""Pages that are a plain text in `<pre>`, as those of standards and of old letters: read as what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse import plain
from yapit.core.parse.characters import one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.elements import tag_of, text_of
from yapit.core.parse.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEAST_SHARE = 0.8
"""Of the page's words: pages that show code have more words around it."""

_LEAST_WORDS = 300
_CODE = frozenset(("code", "samp", "kbd"))


def read(root: _Element, draft: Draft) -> bool:
    """Whether the page is such a text; its blocks are then added to the draft."""
    listed = list(root.iter("pre"))
    if any(True for element in listed for _ in element.iterancestors("pre")):
        return False  # and none is walked through once for every one around it
    texts = [element for element in listed if not _holds_code(element)]
    if not texts:
        return False
    text = "\n".join(text_of(element) for element in texts)
    words = len(text.split())
    body = next(root.iter("body"), root)
    if words < _LEAST_WORDS or words < _LEAST_SHARE * len(text_of(body).split()):
        return False
    document = plain.parse(Source(text.encode("utf-8", "replace")), lambda done, total: None)
    for block in document.blocks:
        lines = block.span.of(document.text).splitlines()
        text = "\n".join(lines if block.kind in _SPACED else map(one_line, lines))
        draft.add(text, block.kind, level=block.level)
    return True


_SPACED = frozenset((BlockKind.CODE, BlockKind.TABLE))
"""Kinds in which the white space means something."""


def _holds_code(element: _Element) -> bool:
    return any(tag_of(inner) in _CODE for inner in element.iter())
