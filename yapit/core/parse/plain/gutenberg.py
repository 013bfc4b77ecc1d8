"""Books of Project Gutenberg: its head, foot and licence are no part of the book."""

from __future__ import annotations

import re
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


def without_licence(rows: list[Row]) -> tuple[list[Row], Imprint]:
    """The rows with those that are not the book's as furniture, and what the head says."""
    start = next((at for at, row in enumerate(rows[:_HEAD]) if _is(_START, row)), None)
    if start is None:
        return rows, Imprint()
    said = (match for row in rows[:start] if (match := _FIELD.match(row.raw)))
    fields = {match.group(1): match.group(2).strip() for match in said}
    end = next((at for at in range(start + 1, len(rows)) if _is(_END, rows[at])), len(rows))
    outside = {*range(start + 1), *range(end, len(rows)), *_credits(rows, start + 1)}
    named = [replace(row, kind=BlockKind.FURNITURE) if at in outside else row for at, row in enumerate(rows)]
    language = _LANGUAGES.get(fields.get("Language", "").lower(), "")
    return named, Imprint(fields.get("Title", ""), fields.get("Author", ""), language)


def _is(sign: re.Pattern[str], row: Row) -> bool:
    return "utenberg" in row.raw.lower() and sign.match(row.text) is not None


def _credits(rows: list[Row], start: int) -> set[int]:
    """The rows of the paragraph that names who made the file."""
    for at in range(start, min(start + _CREDITS, len(rows))):
        if _CREDIT.match(rows[at].text):
            end = next((n for n in range(at, len(rows)) if rows[n].raw.isspace()), len(rows))
            return set(range(at, end))
    return set()
