"""What native libraries write to the terminal behind Python's back, kept off it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator


@contextlib.contextmanager
def quiet_stderr() -> Iterator[None]:
    """Nothing that is written to file descriptor 2 meanwhile is seen, by whichever thread: keep it short.

    ALSA tells there what it tried and did not find: twenty lines on a machine without a sound card.
    """
    try:
        kept = os.dup(2)
    except OSError:  # there is no stderr
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
