"""What a listener wants to hear: what is skipped, and how tables, code and formulas are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yapit.core.rules.rule import Rule  # the package would load its searching, which help does without


class Reason(StrEnum):
    """Why characters are not spoken: what the listener is shown, and a switch each."""

    FURNITURE = "page furniture"
    """Running heads and feet, page numbers, line numbers, labels in pictures, menus."""

    NOTE_MARKS = "note mark"
    NOTES = "footnote"
    CITATIONS = "citation"
    REFERENCES = "reference"
    ADDRESSES = "web address"
    CODE = "code"
    TABLES = "table"
    CAPTIONS = "caption"
    EQUATIONS = "equation"
    PARENTHESES = "parenthesis"


class Level(StrEnum):
    """How much is skipped, from nothing to all that is not the argument of a paper."""

    OFF = "off"
    LIGHT = "light"
    NORMAL = "normal"
    ACADEMIC = "academic"


_LIGHT = frozenset((Reason.FURNITURE, Reason.NOTE_MARKS))
_NORMAL = _LIGHT | {Reason.NOTES, Reason.CITATIONS, Reason.REFERENCES}
_ACADEMIC = _NORMAL | {Reason.ADDRESSES, Reason.CODE, Reason.TABLES, Reason.CAPTIONS, Reason.EQUATIONS}

LEVELS: Mapping[Level, frozenset[Reason]] = {
    Level.OFF: frozenset(),
    Level.LIGHT: _LIGHT,
    Level.NORMAL: _NORMAL,
    Level.ACADEMIC: _ACADEMIC,
}


class Telling(StrEnum):
    """How a table or a listing that is not skipped is told."""

    AUTO = "auto"
    """Small tables are read, others are announced; code is announced."""

    READ = "read"
    ANNOUNCE = "announce"


class Detail(StrEnum):
    """How fully a formula is said."""

    BRIEF = "brief"
    """As a person reads it to another: "x squared over two"."""

    FULL = "full"
    """So that it can be written down: "fraction x squared over two, end fraction"."""


@dataclass(frozen=True, slots=True)
class Hearing:
    skip: frozenset[Reason] = LEVELS[Level.NORMAL]
    tables: Telling = Telling.AUTO
    code: Telling = Telling.AUTO
    math: Detail = Detail.BRIEF
    rules: tuple[Rule, ...] = ()
    """What is said otherwise, or not at all, because the listener wants it so; in order."""


def name_of(reason: Reason) -> str:
    """What a listener types for a reason: `note-marks`."""
    return reason.name.lower().replace("_", "-")


def skips_text(skip: frozenset[Reason]) -> str:
    """What `parse_skips` makes them of: a level where it is one, else what is added to `off`."""
    level = next((level for level, reasons in LEVELS.items() if reasons == skip), None)
    return level or " ".join([Level.OFF, *sorted(map(name_of, skip))])


def parse_skips(text: str) -> frozenset[Reason]:
    """What to skip, as typed: a level, then reasons to add or, with a minus, to take away.

    `academic`, `normal captions -citations`, `-code`; without a level it is `normal`. Raises
    ValueError, saying what it must be.
    """
    words = text.replace(",", " ").split()
    level = Level(words.pop(0)) if words and words[0] in list(Level) else Level.NORMAL
    wanted = set(LEVELS[level])
    by_name = {name_of(reason): reason for reason in Reason}
    for word in words:
        name = word.lstrip("+-")
        if name not in by_name:
            raise ValueError(f"a level ({', '.join(Level)}) and reasons ({', '.join(by_name)}), not {word!r}")
        if word.startswith("-"):
            wanted.discard(by_name[name])
        else:
            wanted.add(by_name[name])
    return frozenset(wanted)
