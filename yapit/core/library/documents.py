"""The documents of the library: remembered when they are opened, added before, listed, removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yapit.core.document import Document
from yapit.core.errors import LibraryError
from yapit.core.library.clock import moment, moment_or_none, now
from yapit.core.library.finding import is_in
from yapit.core.library.identity import absolute, id_of, is_same_text, sketch_of
from yapit.core.library.places import PlacesKept
from yapit.core.library.store import Row, Store
from yapit.core.library.values import Entry, Preferences

CHARS_PER_SECOND = 15.0
"""What is heard in a second at tempo 1, before a document's own pace is known."""

_TEMPOS = (0.1, 10.0)
"""What a tempo can be at all."""

_TITLE = 60
"""Characters of its text that a document without a title goes by."""

_ENTRIES = """
    SELECT d.id, d.title, d.author, d.source, d.language, d.added, d.opened, d.finished, d.published,
           d.chars, p.share, p.seconds_left, d.tempo, d.engine, d.voice, d.skip,
           (SELECT sum(seconds) FROM listening l WHERE l.document = d.id), q.number
    FROM documents d
    LEFT JOIN places p ON p.document = d.id
    LEFT JOIN (
        SELECT document, row_number() OVER (ORDER BY position, rowid) AS number FROM queue
    ) q ON q.document = d.id
"""


@dataclass(frozen=True, slots=True)
class Addition:
    """A document to be read later, that nobody has opened yet."""

    source: str
    """A path or an address."""

    title: str = ""
    author: str = ""
    published: str = ""
    edition: str = ""
    """sha256 of its bytes, where they were looked at."""


class Documents:
    def __init__(self, store: Store) -> None:
        self._store = store

    def remember(self, document: Document, edition: str = "") -> Entry:
        """The entry of a document that is opened now; a new one where it was not known.

        It is known by `edition`, the `id_of` its bytes; else, edited or parsed anew, by its source. What
        was kept of it, its place and notes, stays. Call it again when the document has grown.
        """
        edition = edition or document.digest
        source = absolute(document.source)
        with self._store.transaction():
            same = self.known(edition)
            known = same or self._edited(document, source) or self._inserted(edition)
            chars, sketch = self._measures(document, known if same else None)
            self._store.write(
                "UPDATE documents SET title = ?, author = ?, source = ?, language = ?, opened = ?,"
                " chars = ?, sketch = ? WHERE id = ?",
                *(
                    document.title or _beginning(document),
                    document.author,
                    source,
                    document.language,
                    now(),
                    chars,
                    sketch,
                    known,
                ),
            )
            self._name(known, edition, source)
        return self.entry(known)

    def add(self, addition: Addition) -> Entry:
        """What is to be read later; where it is known already, as it is."""
        source = absolute(addition.source)
        with self._store.transaction():
            known = self.known(addition.edition) or self.known(source)
            if known is None:
                known = self._inserted(addition.edition or id_of(source.encode("utf-8", "surrogatepass")))
                self._store.write(
                    "UPDATE documents SET title = ?, author = ?, source = ?, published = ? WHERE id = ?",
                    *(addition.title or source, addition.author, source, addition.published, known),
                )
            self._name(known, addition.edition, source)
        return self.entry(known)

    def known(self, name: str) -> str | None:
        """The id of the document that has this `id_of` its bytes, or was read from this place."""
        found = self._store.row("SELECT document FROM names WHERE name = ?", name) if name else None
        return found[0] if found else None

    def entry(self, document: str, *, tempo: float = 1.0) -> Entry:
        """One document; `tempo` is what is taken where it has none of its own.

        Raises:
            LibraryError: There is none.
        """
        found = self._store.row(f"{_ENTRIES} WHERE d.id = ?", document)
        if found is None:
            raise LibraryError("that document is not in the library", cure="See what is: yapit library")
        return _entry(found, tempo)

    def entries(self, *, tempo: float = 1.0, limit: int = -1) -> tuple[Entry, ...]:
        """All documents, or the first `limit`: the last opened first, then those last added."""
        order = "ORDER BY d.opened IS NULL, d.opened DESC, d.added DESC, d.rowid LIMIT ?"
        return tuple(_entry(row, tempo) for row in self._store.rows(f"{_ENTRIES} {order}", limit))

    def count(self) -> int:
        """How many there are."""
        [found] = self._store.rows("SELECT count(*) FROM documents")
        return int(found[0])

    def prefer(self, document: str, preferences: Preferences) -> None:
        """How this document is heard from now on."""
        self._store.write(
            "UPDATE documents SET tempo = ?, engine = ?, voice = ?, skip = ? WHERE id = ?",
            *(preferences.tempo, preferences.engine, preferences.voice, preferences.skip, document),
        )

    def finish(self, document: str) -> None:
        """It was heard to its end: it is marked so and leaves the queue."""
        with self._store.transaction():
            self._store.write("UPDATE documents SET finished = ? WHERE id = ?", now(), document)
            self._store.write("DELETE FROM queue WHERE document = ?", document)

    def remove(self, documents: Iterable[str]) -> int:
        """Forget documents with all that was kept of them, and nothing else; the number that were known."""
        with self._store.transaction():
            removed = 0
            for document in documents:
                self._store.write("DELETE FROM rules WHERE document = ? AND document <> ''", document)
                removed += self._store.write("DELETE FROM documents WHERE id = ?", document)
        return removed

    def _edited(self, document: Document, source: str) -> str | None:
        """The document that was at this source, where this is that one and not another in its place."""
        known = self.known(source)
        if known is None:
            return None
        [sketch] = self._store.rows("SELECT sketch FROM documents WHERE id = ?", known)[0]
        if not sketch or is_same_text(sketch, sketch_of(document)):
            return known
        place = PlacesKept(self._store).of(known)
        return known if place is not None and is_in(document, place.anchor) else None

    def _measures(self, document: Document, same: str | None) -> tuple[int, str]:
        """Its length and sketch; of the `same` bytes those of the longer, since a document grows."""
        now_has = len(document.text), sketch_of(document)
        if same is None:
            return now_has
        [had] = self._store.rows("SELECT chars, sketch FROM documents WHERE id = ?", same)
        return max(now_has, (had[0], had[1]))

    def _inserted(self, edition: str) -> str:
        self._store.write("INSERT OR IGNORE INTO documents (id, added) VALUES (?, ?)", edition, now())
        return edition

    def _name(self, document: str, *names: str) -> None:
        for name in filter(None, names):
            self._store.write("INSERT OR REPLACE INTO names (name, document) VALUES (?, ?)", name, document)


def _beginning(document: Document) -> str:
    """What a text without a title is called."""
    words = document.text[: 4 * _TITLE].split()
    told = " ".join(words)
    return told if len(told) <= _TITLE else f"{told[: _TITLE - 1].rstrip()}…"


def _entry(row: Row, tempo: float) -> Entry:
    (key, title, author, source, language, added, opened, finished, published) = row[:9]
    (chars, share, left, own_tempo, engine, voice, skip, listened, queued) = row[9:]
    if own_tempo is not None and not _TEMPOS[0] <= own_tempo <= _TEMPOS[1]:
        own_tempo = None  # the disk changed it
    share = 1.0 if finished else min(max(share or 0.0, 0.0), 1.0)
    if finished:
        left = 0.0
    elif left is None and chars:
        left = chars * (1 - share) / CHARS_PER_SECOND
    return Entry(
        id=key,
        title=title,
        author=author,
        source=source,
        language=language,
        added=moment(added),
        opened=moment_or_none(opened),
        share=share,
        seconds_left=None if left is None else left / (own_tempo or tempo),
        listened=listened or 0.0,
        queued=queued,
        finished=moment_or_none(finished),
        published=published,
        preferences=Preferences(own_tempo, engine, voice, skip),
    )
