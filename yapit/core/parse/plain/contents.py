"""Lists of contents: not to be read out, but they tell which lines of the text are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yapit.core.document import BlockKind
from yapit.core.parse.plain.rows import Row, runs_of_rows

_TITLE = re.compile(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|table des mati[eè]res|sommaire|[ií]ndice|"
    r"sommario|inhoud|spis tre[śs]ci",
    re.I,
)
_LEADER = re.compile(
    r"(?:\s*\.{3,}|\s*(?:\. ?){3,}|\s*…+|\s*·{3,}|\s*_{3,}|\s{2,})\s*(?:\d{1,4}|[ivxl]{1,7})\Z"
)
_DOTS = re.compile(r"\.\.\.|\. \. \.|…|···|___")
_NUMBER = re.compile(
    r"(?:[-*+•]|(?:chapter\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVXL]+|[A-Z])[.:)]?(?=\s))\s+", re.I
)

_LONGEST = 400
"""Rows of a list of contents."""

_WIDEST = 200
"""Characters of one of its rows."""

_TITLES_BELOW = 3
"""Rows that a heading in the text takes, at most."""


@dataclass(frozen=True, slots=True)
class _Entry:
    title: str
    indent: int
    listed: bool
    """Whether it begins as an item does, or ends in a page number."""


class Contents:
    """The lists of contents of a text whose rows come a part after another."""

    def __init__(self) -> None:
        self._levels: dict[str, int] = {}

    def named(self, rows: list[Row]) -> list[Row]:
        """The next rows with those of lists as furniture, and the headings they announce as such."""
        runs = [list(run) for run in runs_of_rows(rows)]
        found = dict(_lists(runs))
        self._levels |= {title: level for entries in found.values() for title, level in _levels(entries)}
        if not self._levels:
            return rows
        for at in found:
            runs[at] = [replace(row, kind=BlockKind.FURNITURE) for row in runs[at]]
        return [row for run in runs for row in _as_heading(run, self._levels)]


def _lists(runs: list[list[Row]]) -> Iterator[tuple[int, list[_Entry]]]:
    """The runs that are contents: by leaders, by the title above, or since all entries come again."""
    title: int | None = None
    for at, run in enumerate(runs):
        if not run[0].text:
            continue
        if not _may_be_list(run):
            title = None
            continue
        leads = _leads(run)
        may_list = leads or title is not None or _NUMBER.match(run[0].text) is not None
        entries = _entries(run) if may_list else []
        after_title = title is not None and _is_mostly_listed(entries)
        if leads or after_title or _come_again(entries, runs, at):
            yield at, entries
            if title is not None:
                yield title, []
        elif len(run) <= _TITLES_BELOW:
            title = at if _TITLE.fullmatch(run[0].text.rstrip(".:")) else None


def _may_be_list(run: list[Row]) -> bool:
    return len(run) <= _LONGEST and run[0].kind is None and max(len(row.raw) for row in run) <= _WIDEST


def _may_be_title(run: list[Row]) -> bool:
    return len(run) <= _TITLES_BELOW and _may_be_list(run)


def _leads(run: list[Row]) -> bool:
    dotted = [row for row in run if _DOTS.search(row.raw) and _LEADER.search(row.text)]
    return len(dotted) * 2 > len(run)


def _is_mostly_listed(entries: list[_Entry]) -> bool:
    return sum(entry.listed for entry in entries) * 5 >= len(entries) * 3 and bool(entries)


def _come_again(entries: list[_Entry], runs: list[list[Row]], at: int) -> bool:
    """Whether every entry of a list stands below as a line by itself."""
    if len(entries) < 2 or not all(entry.listed for entry in entries):
        return False
    below = {_plain(_joined(run)) for run in runs[at + 1 :] if _may_be_title(run)}
    return all(entry.title in below for entry in entries)


def _entries(run: list[Row]) -> list[_Entry]:
    """The entries of a list; a row that begins as no item does goes on with the one before."""
    entries: list[_Entry] = []
    for row in run:
        title, number = row.text, _NUMBER.match(row.text)
        indent = len(row.raw) - len(row.raw.lstrip())
        listed = number is not None or _LEADER.search(title) is not None
        if entries and entries[-1].listed and not listed and indent > entries[-1].indent:
            last = entries[-1]
            entries[-1] = replace(last, title=f"{last.title} {_plain(title)}")
        else:
            entries.append(_Entry(_plain(title), indent, listed))
    return entries


def _plain(title: str) -> str:
    """A title as it can be compared: without bullet, number and page number."""
    title = _LEADER.sub("", title.strip())
    number = _NUMBER.match(title)
    return " ".join(title[number.end() if number else 0 :].lower().split())


def _joined(run: Sequence[Row]) -> str:
    return " ".join(row.text for row in run)


def _levels(entries: list[_Entry]) -> Iterator[tuple[str, int]]:
    steps = sorted({entry.indent for entry in entries})
    for entry in entries:
        yield entry.title, steps.index(entry.indent) + 1


def _as_heading(run: list[Row], levels: dict[str, int]) -> list[Row]:
    if not _may_be_title(run) or not run[0].text:
        return run
    level = levels.get(_plain(_joined(run)))
    return run if level is None else [replace(row, kind=BlockKind.HEADING, level=level) for row in run]
