"""What `yapit export` takes and tells: numbers of chapters, loudness, progress, the result."""

from __future__ import annotations

import json
import math
import sys
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

import typer

from yapit.cli.progress import Advance, progress
from yapit.core.errors import ExportError

if TYPE_CHECKING:
    from yapit.core.export import Exported
    from yapit.core.export.writer import Book

_MOST_CHAPTERS = 9_999
_QUIETEST, _LOUDEST = -50.0, -9.0


def chapter_numbers(text: str) -> frozenset[int] | None:
    """`2-5`, `1,3,7-9`; None for all.

    Raises:
        ExportError: It is no such list.
    """
    if not text.strip():
        return None
    numbers: set[int] = set()
    for part in text.split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        if not (first.isdecimal() and (not dash or last.isdecimal())):
            raise ExportError(f"{text!r} is no list of chapters", cure='Write it as "2-5" or "1,3,7-9".')
        begin, end = int(first), int(last if dash else first)
        if not begin <= end <= _MOST_CHAPTERS:
            raise ExportError(f"{part.strip()!r} is no range of chapters", cure='Write it as "2-5".')
        numbers.update(range(begin, end + 1))
    return frozenset(numbers)


def loudness_of(text: str) -> float | None:
    """LUFS; None for `off`.

    Raises:
        ExportError: It is neither.
    """
    if text.strip().lower() == "off":
        return None
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not _QUIETEST <= found <= _LOUDEST:
        raise ExportError(
            f"the loudness is a number from {_QUIETEST:.0f} to {_LOUDEST:.0f}, or off, not {text!r}",
            cure="Leave it at -19.",
        )
    return found


class Reporter:
    """Shows how far it is: a bar for speaking and one for writing, or lines of JSON."""

    def __init__(self, *, quiet: bool, json_lines: bool) -> None:
        self._quiet = quiet
        self._json_lines = json_lines
        self._stack = ExitStack()
        self._phase = ""
        self._percent = -1
        self._advance: Advance | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def spoken(self, done: int, whole: int) -> None:
        self._show("Speaking", done, whole)

    def written(self, done: int, whole: int) -> None:
        self._show("Writing", done, whole)

    def _show(self, phase: str, done: int, whole: int) -> None:
        if phase != self._phase:
            self._stack.close()
            self._phase, self._percent = phase, -1
            self._advance = self._stack.enter_context(progress(phase, quiet=self._quiet or self._json_lines))
        if self._advance is not None:
            self._advance(done, whole)
        percent = 100 * done // max(whole, 1)
        if self._json_lines and percent != self._percent:
            self._percent = percent
            line = {"event": "progress", "step": phase.lower(), "done": done, "whole": whole}
            typer.echo(json.dumps(line))
            sys.stdout.flush()


def as_json(book: Book, exported: Exported, loudness: float | None) -> str:
    result = {
        "event": "result",
        "title": book.title,
        "files": [str(path) for path in exported.files],
        "duration": round(exported.duration, 4),
        "chapters": [
            {"title": c.title, "start": round(c.start, 4), "end": round(c.end, 4)} for c in exported.chapters
        ],
        "loudness": loudness,
        "gain": round(exported.gain, 4),
        "spoken": exported.coverage.spoken,
        "left_out": exported.coverage.by_reason(),
    }
    return json.dumps(result)


def told(exported: Exported) -> str:
    """`book.m4b: 1:02:03, 12 chapters, 54,321 characters spoken, none left out`."""
    names = [str(path) for path in exported.files]
    files = ", ".join(names) if len(names) < 4 else f"{names[0]} … {names[-1]} ({len(names)} files)"
    count = len(exported.chapters)
    chapters = f"{count} chapters, " if count > 1 else ""
    return f"{files}: {_clock(exported.duration)}, {chapters}{exported.coverage}"


def _clock(seconds: float) -> str:
    """`1:02:03`, or `2:03` below an hour."""
    minutes, left = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
