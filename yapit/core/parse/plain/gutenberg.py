"""Books of Project Gutenberg: its head, foot and licence are no part of the book."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from yapit.core.document import BlockKind
from yapit.core.parse.plain.rows import Row

_START = re.compile(r"\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG", re.I)
_END = re.compile(
    r"(?:\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the )?Project Gutenberg)", re.I
)
_CREDIT = re.compile(r"(?:Produced|E-?text prepared|Transcribed|Transcriber[’']s note)\b", re.I)
_FIELD = re.compile(r"(Title|Author|Language): (.+)")
_HEAD = 400
"""Rows within which the book begins."""

_CREDITS = 40
"""Rows after its beginning in which it is said who made the file."""

_LANGUAGES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt",
    "dutch": "nl", "finnish": "fi", "swedish": "sv", "danish": "da", "latin": "la", "greek": "el",
    "chinese": "zh", "japanese": "ja", "polish": "pl", "hungarian": "hu", "catalan": "ca", "esperanto": "eo",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the head says of the book."""

    title: str = ""
    author: str = ""
    language: str = ""


class Licence:
    """What goes before and after a book; its rows come a part of the text after another."""

    def __init__(self) -> None:
        self.imprint = Imprint()
        self._is_first = True
        self._is_book = False
        """The rows to come are the book's until its end is told."""

        self._is_over = False

    def named(self, rows: list[Row]) -> list[Row]:
        """The next rows, with those that are not the book's as furniture."""
        start = self._start(rows) if self._is_first else -1
        self._is_first = False
        if self._is_over:
            return _as_furniture(rows, range(len(rows)))
        if not self._is_book:
            return rows
        end = next((at for at in range(start + 1, len(rows)) if _is(_END, rows[at])), len(rows))
        self._is_over = end < len(rows)
        credit = _credits(rows, start + 1) if start >= 0 else set[int]()
        return _as_furniture(rows, {*range(start + 1), *range(end, len(rows)), *credit})

    def _start(self, rows: list[Row]) -> int:
        """The row that the book begins after, or -1; what stands above it tells its title."""
        start = next((at for at, row in enumerate(rows[:_HEAD]) if _is(_START, row)), -1)
        self._is_book = start >= 0
        said = (match for row in rows[: start + 1] if (match := _FIELD.match(row.raw)))
        fields = {match.group(1): match.group(2).strip() for match in said}
        language = _LANGUAGES.get(fields.get("Language", "").lower(), "")
        self.imprint = Imprint(fields.get("Title", ""), fields.get("Author", ""), language)
        return start


def _as_furniture(rows: list[Row], outside: Collection[int]) -> list[Row]:
    return [replace(row, kind=BlockKind.FURNITURE) if at in outside else row for at, row in enumerate(rows)]


def _is(sign: re.Pattern[str], row: Row) -> bool:
    return "utenberg" in row.raw.lower() and sign.match(row.text) is not None


def _credits(rows: list[Row], start: int) -> set[int]:
    """The rows of the paragraph that names who made the file."""
    for at in range(start, min(start + _CREDITS, len(rows))):
        if _CREDIT.match(rows[at].text):
            end = next((n for n in range(at, len(rows)) if rows[n].raw.isspace()), len(rows))
            return set(range(at, end))
    return set()
