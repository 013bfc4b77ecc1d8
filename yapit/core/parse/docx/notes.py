"""Footnotes, endnotes and comments of Word: their numbers and what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from yapit.core.document import MarkKind
from yapit.core.parse.docx.names import W
from yapit.core.parse.docx.words import NoteReference, WordReader, Words
from yapit.core.parse.numerals import Numeral, numeral
from yapit.core.parse.runs import Passage, labelled

if TYPE_CHECKING:
    from lxml.etree import _Element

_COMMENTS = "comments"
_ELEMENTS = {"footnotes": "footnote", "endnotes": "endnote", _COMMENTS: "comment"}
_NUMERALS = {"footnotes": Numeral.DECIMAL, "endnotes": Numeral.LOWER_ROMAN}


class Notes:
    """Notes by their references. Each is told once, however often it is referred to."""

    def __init__(self, parts: dict[str, _Element | None]) -> None:
        self._elements: dict[NoteReference, _Element] = {}
        self._numbers: dict[NoteReference, int] = {}
        self._counts: Counter[str] = Counter()
        self._told: set[NoteReference] = set()
        for part, root in parts.items():
            for element in () if root is None else root.iterchildren(W + _ELEMENTS[part]):
                self._elements[NoteReference(part, element.get(f"{W}id") or "")] = element

    def number(self, note: NoteReference) -> str:
        """As it stands in the text; empty for a comment, which has none."""
        if note.part == _COMMENTS or note not in self._elements:
            return ""
        if note not in self._numbers:
            self._counts[note.part] += 1
            self._numbers[note] = self._counts[note.part]
        return numeral(self._numbers[note], _NUMERALS[note.part])

    def take(self, note: NoteReference, words: WordReader) -> Iterator[Passage]:
        """The paragraphs of a note, its number or the name of its writer before the first."""
        element = self._elements.get(note)
        if element is None or note in self._told:
            return
        self._told.add(note)
        before = self.number(note) or _writer(element)
        for paragraph in element.iter(f"{W}p"):
            passage = words.read(paragraph, Words()).runs.take()
            if passage[0]:
                yield labelled(before, passage, None if note.part == _COMMENTS else MarkKind.NOTE)
                before = ""


def _writer(comment: _Element) -> str:
    name = comment.get(f"{W}author") or ""
    return f"{name}:" if name.strip() else ""
