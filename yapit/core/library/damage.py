"""Signs beside a library that it is damaged: for whoever opens it next."""

from __future__ import annotations

import contextlib
from pathlib import Path

from yapit.core.library.clock import now

_JUST_MADE = 10.0
"""Seconds in which an empty file may be one that another process is making."""


def beside(path: Path, ending: str) -> Path:
    """A file that goes with a library: its log, its lock."""
    return path.with_name(path.name + ending)


def file_number(path: Path) -> int:
    """Tells a file from another that takes its name."""
    return path.stat().st_ino


def leave_sign(path: Path, number: int) -> None:
    """Damage deep in a large file is found when it is used, and not when it is opened."""
    with contextlib.suppress(OSError):  # a folder that cannot be written cannot be mended either
        beside(path, ".damaged").write_text(str(number), "utf-8")


def is_known_damaged(path: Path) -> bool:
    """Whether there is a sign, its header is wrong, or it was emptied, which SQLite takes for new.

    Raises OSError where that cannot be told.
    """
    if not path.exists():
        return False
    sign = beside(path, ".damaged")
    if sign.exists():
        return sign.read_text("utf-8", "replace") == str(file_number(path))
    if path.stat().st_size:
        return not _header_is_possible(path)
    wal = beside(path, "-wal")
    return now() - path.stat().st_mtime > _JUST_MADE or (wal.exists() and wal.stat().st_size > 0)


def _header_is_possible(path: Path) -> bool:
    """SQLite says of some of these that the file is read-only, or that it is a newer one's."""
    with path.open("rb") as file:
        header = file.read(100)
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        return False
    versions_to_write_and_read = header[18:20]
    schema_format, encoding = header[44:48], header[56:60]
    return (
        all(version in (1, 2) for version in versions_to_write_and_read)
        and int.from_bytes(schema_format, "big") <= 4
        and int.from_bytes(encoding, "big") <= 1
    )
