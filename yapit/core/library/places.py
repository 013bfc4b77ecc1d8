"""Where the listener is in each document, kept every few seconds."""

from __future__ import annotations

from yapit.core.library.anchors import Anchor, from_json
from yapit.core.library.clock import moment, now
from yapit.core.library.store import Store
from yapit.core.library.values import Place

_HEARD_ANEW = 0.9
"""A finished document that is at a smaller share than this is being heard again."""


class PlacesKept:
    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(
        self, document: str, anchor: Anchor, *, share: float | None = None, seconds_left: float | None = None
    ) -> None:
        """Keep the place; of a document that was removed meanwhile, nothing.

        `share` is that of what is spoken, or else of the characters; `seconds_left` are at tempo 1.
        """
        share = anchor.share if share is None else min(max(share, 0.0), 1.0)
        with self._store.transaction():
            self._store.write(
                """
                INSERT INTO places (document, anchor, share, seconds_left, kept)
                SELECT id, ?, ?, ?, ? FROM documents WHERE id = ?
                ON CONFLICT (document) DO UPDATE SET anchor = excluded.anchor, share = excluded.share,
                seconds_left = excluded.seconds_left, kept = excluded.kept
                """,
                *(anchor.to_json(), share, seconds_left, now(), document),
            )
            if share < _HEARD_ANEW:
                self._store.write(
                    "UPDATE documents SET finished = NULL WHERE id = ? AND finished IS NOT NULL", document
                )

    def of(self, document: str) -> Place | None:
        """The place last kept; None where there is none, or none that can be read."""
        found = self._store.row("SELECT anchor, share, kept FROM places WHERE document = ?", document)
        if found is None:
            return None
        kept, share, when = found
        try:
            return Place(from_json(kept), share, moment(when))
        except ValueError:  # the disk changed it
            return None
