"""How long was listened: seconds for each document and day."""

from __future__ import annotations

import contextlib
from datetime import date

from yapit.core.library.clock import moment, now
from yapit.core.library.store import Store


class ListeningTime:
    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, document: str, seconds: float, day: date | None = None) -> None:
        """So much more, today or on `day`; of a document that was removed meanwhile, nothing."""
        self._store.write(
            """
            INSERT INTO listening (document, day, seconds) SELECT id, ?, ? FROM documents WHERE id = ?
            ON CONFLICT (document, day) DO UPDATE SET seconds = seconds + excluded.seconds
            """,
            *((day or moment(now()).date()).isoformat(), max(seconds, 0.0), document),
        )

    def by_day(self) -> dict[date, float]:
        """Seconds of all documents on each day that had any, in order."""
        rows = self._store.rows("SELECT day, sum(seconds) FROM listening GROUP BY day ORDER BY day")
        days = {}
        for day, seconds in rows:
            with contextlib.suppress(ValueError):  # the disk changed it
                days[date.fromisoformat(day)] = seconds
        return days
