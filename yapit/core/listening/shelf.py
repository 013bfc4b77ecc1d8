"""What is kept of the document that is being listened to, in the listener's library."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from yapit.core.document import Document, Span
from yapit.core.errors import LibraryError
from yapit.core.library import Entry, Library, Note, Preferences, anchor, find
from yapit.core.listening.session import Session
from yapit.core.position import State
from yapit.core.rules import Rule

KEPT_EVERY = 2.0
"""Seconds after which the place is kept again while listening; it is kept at each new sentence, too."""

_MOST_AT_ONCE = 5.0
"""Seconds between two looks that count as listening; a longer time was spent asleep."""

_T = TypeVar("_T")


class Shelf:
    """A document's place, notes and preferences. Used from one thread.

    Where the library fails, listening goes on: `problem` says why once, and nothing more is kept.
    """

    def __init__(
        self,
        library: Library,
        entry: Entry,
        edition: str = "",
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`edition` is the id of the bytes that are read now."""
        self.entry = entry
        self.problem: LibraryError | None = None
        self.library = library
        self._edition = edition or entry.id
        self._clock = clock
        self._looked: float | None = None
        self._listened = 0.0
        self._kept_at = float("-inf")
        self._sentence: Span | None = None

    def resume(self, document: Document, whole: bool) -> int | None:
        """Where the listener was; None as long as that is not there yet. A heard document begins anew."""
        if self.entry.finished is not None:
            return 0
        place = self._tried(lambda: self.library.places.of(self.entry.id), None)
        return 0 if place is None else find(document, place.anchor, whole=whole)

    def remember(self, document: Document) -> None:
        """It has grown, or been read anew."""
        remember = self.library.documents.remember
        self.entry = self._tried(lambda: remember(document, self._edition), self.entry)

    def watch(self, session: Session) -> None:
        """Keep place and time. To be called a few times a second."""
        view, now = session.look(), self._clock()
        if view.state is State.PLAYING and self._looked is not None:
            self._listened += min(now - self._looked, _MOST_AT_ONCE)
        self._looked = now
        due = now - self._kept_at >= KEPT_EVERY and self._listened > 0
        if session.ready is not None and (due or view.sentence != self._sentence):
            self.keep(session)

    def keep(self, session: Session) -> None:
        """Keep the place, now."""
        view = session.look()
        if session.ready is None or session.is_waiting or view.state is State.FINISHED:
            return
        left = session.seconds_left(view.place)
        at = anchor(session.document, view.place)
        self._sentence, self._kept_at = view.sentence, self._clock()
        listened, self._listened = self._listened, 0.0

        def keep() -> None:
            self.library.places.keep(
                self.entry.id,
                at,
                share=session.share_read(view.place),
                seconds_left=None if left is None else left * session.tempo,
            )
            if listened:
                self.library.listening.add(self.entry.id, listened)

        self._tried(keep, None)

    def finish(self) -> None:
        """It was heard to its end."""
        self._tried(lambda: self.library.documents.finish(self.entry.id), None)

    def prefer(self, **changed: object) -> None:
        """Hear this document so from now on: any of the fields of `Preferences`."""
        preferences: Preferences = replace(self.entry.preferences, **changed)  # type: ignore[arg-type]
        self.entry = replace(self.entry, preferences=preferences)
        self._tried(lambda: self.library.documents.prefer(self.entry.id, preferences), None)

    @property
    def notes(self) -> tuple[Note, ...]:
        return self._tried(lambda: self.library.notes.of(self.entry.id), ())

    def note(self, document: Document, span: Span, text: str) -> Note | None:
        """Mark words, and what is said of them."""
        return self._tried(lambda: self.library.notes.highlight(self.entry.id, document, span, text), None)

    def bookmark(self, document: Document, place: int) -> Note | None:
        return self._tried(lambda: self.library.notes.bookmark(self.entry.id, document, place), None)

    def forget(self, note: Note) -> None:
        self._tried(lambda: self.library.notes.remove(note.id), None)

    def place_of(self, note: Note, document: Document) -> int | None:
        """Where a note stands in the document as it is now; None where that is not there yet."""
        return find(document, note.start, whole=False)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Those that hold in this document, in order."""
        entry = self.entry
        return self._tried(lambda: self.library.rules.rules_for(entry.id, entry.language), ())

    @property
    def documents(self) -> tuple[Entry, ...]:
        """All of the library, the last opened first."""
        return self._tried(self.library.documents.entries, ())

    def next_in_queue(self, after_id: str = "") -> Entry | None:
        """The document after this one, or after another; None at the end of the queue."""

        def after() -> Entry | None:
            following = self.library.queue.next(after_id or self.entry.id)
            return None if following in (None, self.entry.id) else self.library.documents.entry(following)

        return self._tried(after, None)

    def _tried(self, what: Callable[[], _T], otherwise: _T) -> _T:
        if self.problem is not None:
            return otherwise
        try:
            return what()
        except LibraryError as error:
            self.problem = error
            return otherwise
