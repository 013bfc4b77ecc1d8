"""The listener's library: one file that several readers may have open at once."""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import TracebackType
from typing import Any

from yapit.core.errors import LibraryError
from yapit.core.library.dictionary import Dictionary
from yapit.core.library.documents import Documents
from yapit.core.library.listening import ListeningTime
from yapit.core.library.notes import Notes
from yapit.core.library.places import PlacesKept
from yapit.core.library.queue import Queue
from yapit.core.library.store import DamagedLibrary, Store
from yapit.core.library.values import Entry


class Library:
    """Used from one thread at a time. Whatever is kept is in the file when the call returns.

    Each call may raise LibraryError, as when the disk is full: tell the listener once, and go on with
    `Library.in_memory(path)`.
    """

    def __init__(self, store: Store, notice: str = "") -> None:
        self._store = store
        self.notice = notice
        """What the listener should know: that the file was damaged, and what became of it. Else empty."""

        self.documents = Documents(store)
        self.places = PlacesKept(store)
        self.notes = Notes(store)
        self.rules = Dictionary(store)
        self.queue = Queue(store)
        self.listening = ListeningTime(store)

    @classmethod
    def in_memory(cls, path: Path | None = None) -> Library:
        """A library that ends with the program; it begins with what the file at `path` holds.

        It is for a file that cannot be written: places are found, and none is kept. What cannot be read
        is empty.
        """
        store = Store(None)
        if path is not None and path.exists():
            try:
                store.copy_from(path)
            except LibraryError:  # the listener was told when it could not be opened
                store.close()
                store = Store(None)
        return cls(store)

    @property
    def path(self) -> Path | None:
        """Its file; None where it is in memory."""
        return self._store.path

    def search(self, words: str, *, tempo: float = 1.0) -> tuple[Entry, ...]:
        """The documents that have all the words in title, author, source or notes."""
        from yapit.core.library.searching import search  # noqa: PLC0415 - only where it is asked for

        return search(self.documents, self.notes, words, tempo=tempo)

    def exported(self) -> dict[str, Any]:
        """All of it as plain values, for JSON."""
        from yapit.core.library.exchange import exported  # noqa: PLC0415 - only where it is asked for

        return exported(self._store)

    def take_in(self, exported: object) -> int:
        """Join another library, as it was exported, with this one; the number of its documents.

        Raises:
            LibraryError: It is none.
        """
        from yapit.core.library.exchange import imported  # noqa: PLC0415 - only where it is asked for

        return imported(self._store, exported)

    def notes_as_markdown(self) -> str:
        """All notes, document by document."""
        from yapit.core.library.markdown import notes_as_markdown  # noqa: PLC0415 - only where it is asked for

        return notes_as_markdown(self.documents.entries(), self.notes.all())

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_library(path: Path) -> Library:
    """Open the library in a file, which is made where there is none.

    A damaged file is set aside, and what can be read of it is carried over; `notice` tells.

    Raises:
        LibraryError: It cannot be opened or written, or is of a newer Yapit.
    """
    if path.exists():
        with contextlib.suppress(DamagedLibrary):
            return Library(Store(path))
    from yapit.core.library.mending import made_or_mended  # noqa: PLC0415 - 4 ms, needed once in years

    return Library(*made_or_mended(path))
