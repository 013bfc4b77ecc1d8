"""Moments as the library keeps them: seconds since 1970, told as datetimes of this machine's zone."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> float:
    return datetime.now(UTC).timestamp()


def moment(seconds: float) -> datetime:
    """A moment that no calendar has is taken as the first of all."""
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone()
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)


def moment_or_none(seconds: float | None) -> datetime | None:
    return None if seconds is None else moment(seconds)
