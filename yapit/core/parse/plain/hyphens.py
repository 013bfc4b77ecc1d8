"""Words that a line end broke, made whole where the text itself shows that they were broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yapit.core.parse.plain.rows import Row

_BROKEN = re.compile(r"([^\W\d_]+)([-‐\u00ad¬])\s*\Z")
_REST = re.compile(r"\s*(([^\W\d_]+)\S*)[ \t]*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_LONGEST_WORD = 80
"""Characters, with the white space after it."""


def rejoined(rows: list[Row]) -> list[Row]:
    """The rows with broken words whole at the end of the upper one.

    "im-" and "portant" are one word if the text has "important" elsewhere, or
    breaks more words in this way than it has words with such a hyphen
    ("well-known"), which stay as they are: they sound the same.
    """
    broken = dict(_broken(rows))
    if not broken:
        return rows
    words = {word for row in rows for word in _WORD.findall(row.raw.lower())}
    votes = {at: _vote(words, *found) for at, found in broken.items()}
    default = sum(votes.values()) > 0
    return list(_mended(rows, {at for at, vote in votes.items() if vote > 0 or (vote == 0 and default)}))


def _broken(rows: list[Row]) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """Where a row ends in a broken word, with its first part, its hyphen and its second part."""
    for at in range(len(rows) - 1):
        if not rows[at].raw.rstrip().endswith(("-", "‐", "\u00ad", "¬")):
            continue
        first, second = _broken_end(rows[at].raw), _REST.match(rows[at + 1].raw)
        if first and second and second.group(2)[0].islower():
            yield at, (first.group(1).lower(), first.group(2), second.group(2).lower())


def _broken_end(raw: str) -> re.Match[str] | None:
    return _BROKEN.search(raw, max(0, len(raw) - _LONGEST_WORD))


def _vote(words: set[str], first: str, hyphen: str, second: str) -> int:
    """1 for a word that was broken, -1 for one with a hyphen of its own, 0 where nothing tells."""
    if hyphen != "-" or first + second in words:
        return 1
    return -1 if f"{first}-{second}" in words else 0


def _mended(rows: list[Row], broken: set[int]) -> Iterator[Row]:
    moved = ""
    for at, row in enumerate(rows):
        raw = row.raw
        if moved:
            raw = raw[: len(raw) - len(raw.lstrip())] + raw.lstrip()[len(moved) :].lstrip(" \t")
            moved = ""
        rest = _REST.match(rows[at + 1].raw) if at in broken else None
        end = _broken_end(raw) if rest is not None else None
        if rest is not None and end is not None:
            moved = rest.group(1)
            raw = raw[: end.end(1)] + moved + "\n"
        if raw.strip() or raw == row.raw:
            yield Row(raw, row.kind, row.level)
