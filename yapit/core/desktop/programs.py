"""Small programs of the desktop, run so that none of them can hold up the reader."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Mapping, Sequence

_SECONDS = 5.0
"""Longer than any of them takes whose other side is alive."""


def has_display(environ: Mapping[str, str] = os.environ) -> bool:
    return bool(environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY"))


def is_there(name: str) -> bool:
    return shutil.which(name) is not None


def start(command: Sequence[str], given: bytes = b"") -> None:
    """Run it behind; whether it worked is of no interest."""
    threading.Thread(target=_run, args=(command, given), name=command[0], daemon=True).start()


def _run(command: Sequence[str], given: bytes) -> None:
    try:
        subprocess.run(
            command,
            input=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            start_new_session=True,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return


def output_of(command: Sequence[str]) -> bytes | None:
    """What it prints; None where it cannot be run, fails, or takes too long."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
