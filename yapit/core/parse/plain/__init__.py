"""Plain text: the document's text is the file's own wherever nothing in it stands in the listener's way.

What does is rewritten before blocks are looked for: a terminal's signs go,
quoted lines lose their `>`, words that line ends broke are made whole, tables
get tabs between their cells, and running lines leave the paragraphs they cut.
"""

from __future__ import annotations

from collections.abc import Iterator

from yapit.core.document import Document
from yapit.core.parse.characters import decode
from yapit.core.parse.draft import check_words
from yapit.core.parse.formats import Progress
from yapit.core.parse.plain.growth import Growth
from yapit.core.parse.plain.terminal import without_terminal_signs
from yapit.core.parse.plain.windows import windows
from yapit.core.parse.source import Source

_STEP = 1.5
"""So many times as long as the one before is each document that is told."""


def parse(source: Source, on_progress: Progress) -> Document:
    return document_of(decode(source.data, source.label), source.label)


def grow(source: Source, on_progress: Progress) -> Iterator[Document]:
    """Its beginning at once, then more and more of it; the last is what `parse` gives."""
    text = without_terminal_signs(decode(source.data, source.label))
    check_words(text, source.label)
    growth, told, done = Growth(), 0, 0
    for part in windows(text):
        growth.add(part)
        done += len(part)
        on_progress(done, len(text))
        if done == len(text) or (growth.length > _STEP * told and (told or _has_words(part))):
            told = growth.length
            yield growth.document()


def document_of(text: str, label: str) -> Document:
    """The document of a text that is decoded already; `label` names it in messages."""
    text = without_terminal_signs(text)
    check_words(text, label)
    growth = Growth()
    for part in windows(text):
        growth.add(part)
    return growth.document()


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
