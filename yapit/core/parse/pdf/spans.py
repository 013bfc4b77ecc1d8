"""The runs of one line, each in one font, to a line: its size, its weight, and the note marks in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from yapit.core.document import Box, MarkKind, Span
from yapit.core.parse.characters import one_line
from yapit.core.parse.pdf.page import Line
from yapit.core.parse.prose import Prose


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font and size."""

    text: str
    size: float
    base: float
    """Where its letters stand, from the top of the page."""

    bold: bool = False
    italic: bool = False
    mono: bool = False


def line_of(page: int, box: Box, runs: list[Run], *, aside: bool = False) -> Line | None:
    """None where there is nothing but space."""
    text = "".join(run.text for run in runs)
    said = one_line(_SOFT_END.sub("-", text))
    if not said:
        return None
    size = _size(runs, said)
    base = next((run.base for run in runs if half_points(run.size) == size), runs[0].base)
    marks = _mark_runs(runs, size, base) if len(runs) > 1 else frozenset()
    notes: tuple[Span, ...] = ()
    if marks:
        said, notes = _with_marks(runs, marks)
    letters = len(text) - text.count(" ")
    return Line(
        page,
        box,
        said,
        size,
        bold=_share(run for run in runs if run.bold) > 0.6 * letters,
        italic=_share(run for run in runs if run.italic) > 0.6 * letters,
        mono=_share(run for run in runs if run.mono) > 0.8 * letters,
        notes=notes,
        base=base,
        aside=aside,
    )


_SOFT_END = re.compile(r"\u00ad\s*$")


def _share(runs: Iterable[Run]) -> int:
    return sum(len(run.text) - run.text.count(" ") for run in runs)


def half_points(size: float) -> float:
    return round(size * 2) / 2


def _size(runs: list[Run], text: str) -> float:
    """Of most letters; of the large ones where the small ones are capitals too."""
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[half_points(run.size)] += len(run.text) - run.text.count(" ")
    most = max(sizes, key=sizes.__getitem__)
    if len(sizes) > 1 and text.isupper():
        return max(size for size, letters in sizes.items() if size == most or letters >= 0.12 * len(text))
    return most


def _with_marks(runs: list[Run], marks: frozenset[int]) -> tuple[str, tuple[Span, ...]]:
    prose = Prose()
    for index, run in enumerate(runs):
        last = index == len(runs) - 1
        text = _SOFT_END.sub("-", run.text) if last else run.text
        if index in marks:
            prose.add_marked(text, MarkKind.NOTE)
        else:
            prose.add(text)
    said, found = prose.take()
    return said, tuple(mark.span for mark in found)


_MARK = re.compile(r"[\s\d,;*∗†‡§¶#–\-−\[\]()]{1,14}|\s*[a-z](?:,[a-z])*\s*")
_LETTER_MARK = re.compile(r"\s*[a-z]")
_NUMBER_OR_SIGN = re.compile(r"[\d*∗†‡§¶#]|[a-z]")
_BEFORE_MARK = re.compile(
    r"(?P<word>[^\W\d_]+)[.,;:!?)\]”’\"'»]*\s*$|(?:\d[.;:!?)”»]|[)\]”’\"»])[.,;:!?)\]”’\"»]*\s*$"
)
_TERM = re.compile(r"\((?:[^()]{0,3}|[^()]*[+\-−=*/^·×<>][^()]*)\)\s*$")
"""Something in parentheses of which there can be a power."""

# Short words after which a raised number is a power; of one letter, it always is.
_POWERED = frozenset(
    ("km", "cm", "mm", "nm", "µm", "μm", "dm", "ft", "yd", "mi", "kg", "sin", "cos", "tan", "log", "exp")
)


def _mark_runs(runs: list[Run], size: float, base: float) -> frozenset[int]:
    """Which runs are small and raised after a word: note marks. After `m` or `10` they are powers."""
    found: set[int] = set()
    before = ""
    for index, run in enumerate(runs):
        if _is_raised(run, size, base) and (_continues(index, found, runs) or is_note_mark(before, run.text)):
            found.add(index)
        elif run.text.strip():
            before = (before + run.text)[-40:]
        else:
            before += run.text
    return frozenset(found)


def _is_raised(run: Run, size: float, base: float) -> bool:
    return run.size < 0.85 * size and run.base < base - 0.1 * size


def _continues(index: int, found: set[int], runs: list[Run]) -> bool:
    return index - 1 in found and _MARK.fullmatch(runs[index].text) is not None


def is_note_mark(before: str, raised: str) -> bool:
    """Whether a raised text is a note mark, by its own characters and by what stands before it."""
    if not _MARK.fullmatch(raised) or not _NUMBER_OR_SIGN.search(raised):
        return False
    place = _BEFORE_MARK.search(before)
    if place is None or _TERM.search(before):
        return False
    word = place["word"] or ""
    if _LETTER_MARK.match(raised):
        return len(word) > 3
    ended = bool(word) and before.rstrip()[-1] != word[-1]
    return not word or ended or (len(word) > 1 and word not in _POWERED)
