"""The library as the commands show it: opened, what is wrong with it told, documents as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

import typer

from yapit.cli.lines import json_text, printable
from yapit.cli.table import print_table
from yapit.config import load

if TYPE_CHECKING:
    from yapit.core.library import Entry, Library

_TITLE = 48
"""Characters of a title that are shown."""


@contextmanager
def shelf() -> Iterator[Library]:
    """The listener's library, open within the block.

    Raises:
        LibraryError: It cannot be opened.
    """
    from yapit.core.library import open_library  # noqa: PLC0415 - only these commands need it

    with open_library(load().library) as library:
        if library.notice:
            typer.echo(f"yapit: {library.notice}", err=True)
        yield library


def print_entries(entries: Sequence[Entry], *, as_json: bool = False) -> None:
    if as_json:
        typer.echo(json_text([_plain(entry) for entry in entries]))
        return
    rows = [
        (
            entry.id[:8],
            _cut(entry.title),
            "finished" if entry.finished else f"{entry.share:.0%}" if entry.opened else "new",
            "" if entry.finished or entry.seconds_left is None else lasting(entry.seconds_left),
            "" if entry.queued is None else str(entry.queued),
            f"{entry.opened:%Y-%m-%d %H:%M}" if entry.opened else "",
        )
        for entry in entries
    ]
    print_table(("ID", "TITLE", "READ", "LEFT", "QUEUE", "OPENED"), rows)


def _plain(entry: Entry) -> dict[str, object]:
    """As values of JSON; moments in ISO 8601."""
    return {
        key: value.isoformat() if isinstance(value, datetime) else value
        for key, value in asdict(entry).items()
    }


def _cut(title: str) -> str:
    line = printable(title)
    return line if len(line) <= _TITLE else f"{line[: _TITLE - 1].rstrip()}…"


def lasting(seconds: float) -> str:
    """`2 h 05 min`, `12 min`, `< 1 min`."""
    hours, minutes = divmod(round(seconds / 60), 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min" if minutes else "< 1 min"
