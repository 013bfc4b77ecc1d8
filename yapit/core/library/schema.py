"""The tables of a library file, and the way from each version of them to the next.

Rows of a damaged file are told apart by their columns alone: a new version adds tables rather than columns,
and no two tables have the same kinds of columns.
"""

from __future__ import annotations

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE documents (
            id TEXT PRIMARY KEY NOT NULL,
            title TEXT NOT NULL DEFAULT '',
            author TEXT NOT NULL DEFAULT '',
            source TEXT NOT NULL DEFAULT '',
            language TEXT NOT NULL DEFAULT '',
            published TEXT NOT NULL DEFAULT '',
            chars INTEGER NOT NULL DEFAULT 0,
            added REAL NOT NULL,
            opened REAL,
            finished REAL,
            tempo REAL,
            engine TEXT NOT NULL DEFAULT '',
            voice TEXT NOT NULL DEFAULT '',
            skip TEXT NOT NULL DEFAULT '',
            sketch TEXT NOT NULL DEFAULT ''
        )
        """,
        # What a document is known by: the sha256 of each edition, each path and address.
        """
        CREATE TABLE names (
            name TEXT PRIMARY KEY NOT NULL,
            document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE
        )
        """,
        """
        CREATE TABLE places (
            document TEXT PRIMARY KEY NOT NULL REFERENCES documents ON DELETE CASCADE,
            anchor TEXT NOT NULL,
            share REAL NOT NULL,
            seconds_left REAL,
            kept REAL NOT NULL
        )
        """,
        """
        CREATE TABLE notes (
            id TEXT PRIMARY KEY NOT NULL,
            document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
            kind TEXT NOT NULL,
            start TEXT NOT NULL,
            "end" TEXT NOT NULL,
            marked TEXT NOT NULL,
            text TEXT NOT NULL,
            made REAL NOT NULL,
            changed REAL NOT NULL
        )
        """,
        """
        CREATE TABLE rules (
            pattern TEXT NOT NULL,
            match TEXT NOT NULL,
            document TEXT NOT NULL,
            language TEXT NOT NULL,
            action TEXT NOT NULL,
            says TEXT NOT NULL,
            "case" INTEGER NOT NULL,
            position REAL NOT NULL,
            PRIMARY KEY (pattern, match, document, language)
        )
        """,
        """
        CREATE TABLE listening (
            document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
            day TEXT NOT NULL,
            seconds REAL NOT NULL,
            PRIMARY KEY (document, day)
        )
        """,
        """
        CREATE TABLE queue (
            document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
            position REAL NOT NULL,
            PRIMARY KEY (document)
        )
        """,
        "CREATE INDEX names_of ON names (document)",
        "CREATE INDEX notes_of ON notes (document)",
    ),
)
"""The statements that lead from version `i` to `i + 1`; a file's version is its `user_version`."""

VERSION = len(MIGRATIONS)

TABLES = {
    "documents": "id, title, author, source, language, published, chars, added, opened, finished, tempo, "
    "engine, voice, skip, sketch",
    "names": "name, document",
    "places": "document, anchor, share, seconds_left, kept",
    "notes": 'id, document, kind, start, "end", marked, text, made, changed',
    "rules": 'pattern, match, document, language, action, says, "case", position',
    "listening": "document, day, seconds",
    "queue": "document, position",
}
"""The columns of the last version; those that others refer to before those that refer to them."""
