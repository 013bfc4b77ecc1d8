"""Bookmarks, highlights and notes, each with the words that it marks."""

from __future__ import annotations

import os

from yapit.core.document import Document, Span
from yapit.core.errors import LibraryError
from yapit.core.library.anchors import CONTEXT, Anchor, anchor, from_json
from yapit.core.library.clock import moment, now
from yapit.core.library.store import Row, Store
from yapit.core.library.values import Note, NoteKind

_BOOKMARKED = 80
"""Characters that show where a bookmark is."""

_COLUMNS = 'id, document, kind, start, "end", marked, text, made, changed'


class Notes:
    def __init__(self, store: Store) -> None:
        self._store = store

    def bookmark(self, key: str, document: Document, offset: int, name: str = "") -> Note:
        """Mark a place; `key` is the document's id.

        Raises:
            LibraryError: The document is not in the library.
        """
        return self._made(key, NoteKind.BOOKMARK, document, Span(offset, offset), name)

    def highlight(self, key: str, document: Document, span: Span, text: str = "") -> Note:
        """Mark words; with a text it is a note. `key` is the document's id.

        Raises:
            LibraryError: The document is not in the library.
        """
        return self._made(key, NoteKind.NOTE if text else NoteKind.HIGHLIGHT, document, span, text)

    def of(self, document: str) -> tuple[Note, ...]:
        """Those of one document, in the order in which they stood when they were made."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM notes WHERE document = ?", document)
        return tuple(sorted(map(_note, rows), key=lambda note: (note.start.offset, note.made)))

    def all(self) -> tuple[Note, ...]:
        """Those of all documents, the last made first."""
        return tuple(map(_note, self._store.rows(f"SELECT {_COLUMNS} FROM notes ORDER BY made DESC, rowid")))

    def remove(self, note: str) -> None:
        self._store.write("DELETE FROM notes WHERE id = ?", note)

    def put(self, note: Note) -> None:
        """Keep a note as it is, in place of the one with its id: one that was removed, or is imported.

        Raises:
            LibraryError: Its document is not in the library.
        """
        changed = self._store.write(
            f"INSERT OR REPLACE INTO notes ({_COLUMNS}) SELECT ?, id, ?, ?, ?, ?, ?, ?, ?"
            " FROM documents WHERE id = ?",
            *(note.id, note.kind.value, note.start.to_json(), note.end.to_json(), note.marked, note.text),
            *(note.made.timestamp(), note.changed.timestamp(), note.document),
        )
        if not changed:
            raise LibraryError("that document is not in the library", cure="Open it, and note it again.")

    def _made(self, key: str, kind: NoteKind, document: Document, span: Span, text: str) -> Note:
        shown = span if len(span) else Span(span.start, span.start + _BOOKMARKED)
        made = moment(now())
        note = Note(
            id=os.urandom(16).hex(),
            document=key,
            kind=kind,
            start=anchor(document, span.start),
            end=anchor(document, span.end),
            marked=shown.of(document.text),
            text=text,
            made=made,
            changed=made,
        )
        self.put(note)
        return note


def _note(row: Row) -> Note:
    key, document, kind, start, end, marked, text, made, changed = row
    known = kind if kind in list(NoteKind) else NoteKind.NOTE
    return Note(
        id=key,
        document=document,
        kind=NoteKind(known),
        start=_anchor(start, marked),
        end=_anchor(end, ""),
        marked=marked,
        text=text,
        made=moment(made),
        changed=moment(changed),
    )


def _anchor(kept: str, marked: str) -> Anchor:
    """The anchor that was kept; where the disk changed it, one that is found by the words marked."""
    try:
        return from_json(kept)
    except ValueError:
        return Anchor(0, 0, 0, 0, "", marked[:CONTEXT])
