"""What is read next, and after that: documents in an order of the listener's."""

from __future__ import annotations

from yapit.core.errors import LibraryError
from yapit.core.library.store import Store


class Queue:
    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[str, ...]:
        """The ids of the queued documents, in order."""
        return tuple(
            row[0] for row in self._store.rows("SELECT document FROM queue ORDER BY position, rowid")
        )

    def next(self, after: str = "") -> str | None:
        """What follows `after` in the queue; the first where that is not queued; None at the end."""
        queued = self.all()
        at = queued.index(after) + 1 if after in queued else 0
        return queued[at] if at < len(queued) else None

    def add(self, document: str, *, first: bool = False) -> None:
        """At the end, or at the beginning; one that is queued already is moved there.

        Raises:
            LibraryError: The document is not in the library.
        """
        place = "min(position), 2) - 1" if first else "max(position), 0) + 1"
        added = self._store.write(
            f"INSERT OR REPLACE INTO queue (document, position)"
            f" SELECT id, (SELECT coalesce({place} FROM queue) FROM documents WHERE id = ?",
            document,
        )
        if not added:
            raise LibraryError("that document is not in the library", cure="Add it: yapit library add FILE")

    def move(self, document: str, to: int) -> None:
        """To a place in the queue, from 1; one that is not queued stays so."""
        with self._store.transaction():
            queued = list(self.all())
            if document not in queued:
                return
            queued.remove(document)
            queued.insert(max(to - 1, 0), document)
            for position, each in enumerate(queued, start=1):
                self._store.write("UPDATE queue SET position = ? WHERE document = ?", position, each)

    def remove(self, document: str) -> None:
        self._store.write("DELETE FROM queue WHERE document = ?", document)

    def clear(self) -> None:
        self._store.write("DELETE FROM queue")
