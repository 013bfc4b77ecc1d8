"""A progress bar on stderr, where somebody can see it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

Advance = Callable[[int, int | None], None]
"""Takes what is done and the whole, None where that is unknown."""

_DELAY = 0.3
"""Seconds before a bar is drawn: what is done sooner needs none, nor the 0.1 s that rich takes to load."""


@contextmanager
def progress(label: str, *, in_bytes: bool = False, quiet: bool = False) -> Iterator[Advance]:
    """Draw a bar, with the time left, while the block runs and calls what this yields.

    Nothing is drawn by later calls, nor where stderr is no terminal. NO_COLOR is respected.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    begun = time.monotonic()
    drawn: list[Advance] = []
    with ExitStack() as stack:

        def advance(done: int, total: int | None) -> None:
            if not drawn and time.monotonic() - begun > _DELAY:
                drawn.append(stack.enter_context(_bar(label, in_bytes=in_bytes)))
            for bar in drawn:
                bar(done, total)

        try:
            yield advance
        finally:
            begun = float("inf")  # who calls on has nowhere to draw
            drawn.clear()


@contextmanager
def _bar(label: str, *, in_bytes: bool) -> Iterator[Advance]:
    from rich import progress as rich_progress  # noqa: PLC0415 - 0.1 s, only where a bar is drawn
    from rich.console import Console  # noqa: PLC0415 - see above

    bar = rich_progress.Progress(
        rich_progress.TextColumn("{task.description}", markup=False),
        rich_progress.BarColumn(),
        rich_progress.DownloadColumn() if in_bytes else rich_progress.TaskProgressColumn(),
        rich_progress.TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
