"""A whole library as plain values for JSON, and back: to move it, to keep a copy, to join two."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from yapit.core.errors import LibraryError
from yapit.core.library.anchors import from_json
from yapit.core.library.queue import Queue
from yapit.core.library.schema import TABLES
from yapit.core.library.shapes import shapes
from yapit.core.library.store import Store, Value

FORMAT = "yapit-library-1"

_OF_A_DOCUMENT = ("names", "places", "notes", "listening")
_NEWER = {
    "documents": "opened",
    "places": "kept",
    "notes": "changed",
    "listening": "seconds",
}
"""Of two rows of the same thing, the one with the larger of these is kept."""

Plain = dict[str, Any]


def exported(store: Store) -> Plain:
    """Everything: each document with its names, place, notes and days of listening; rules; the queue."""
    with store.transaction():  # nothing is removed or queued between one table and the next
        tables = {table: list(_rows(store, table)) for table in TABLES if table != "queue"}
        queue = list(Queue(store).all())
    whole: Plain = {"format": FORMAT, "documents": []}
    by_document: dict[str, dict[str, list[Plain]]] = {}
    for table in _OF_A_DOCUMENT:
        for row in tables[table]:
            by_document.setdefault(row.pop("document"), {}).setdefault(table, []).append(row)
    for row in tables["documents"]:
        kept = by_document.get(row["id"], {})
        whole["documents"].append({**row, **{table: kept.get(table, []) for table in _OF_A_DOCUMENT}})
    whole["rules"] = tables["rules"]
    whole["queue"] = queue
    return whole


def imported(store: Store, whole: object) -> int:
    """Join what `exported` gave with what is here; the number of documents in it.

    A document that is here already, by its bytes or its source, stays one; of its place and of each note
    the newer is kept. All of it is taken in, or nothing.

    Raises:
        LibraryError: It is no exported library.
    """
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise LibraryError("that is no exported library", cure="Write one with: yapit library export --json")
    try:
        with store.transaction():
            return _Joining(store).join(whole)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        cure = "Export it again; nothing of it was taken over."
        raise LibraryError(f"that library is damaged: {error}", cure=cure) from error


def _rows(store: Store, table: str) -> Iterator[Plain]:
    names = [name.strip(' "') for name in TABLES[table].split(",")]
    for row in store.rows(f"SELECT {TABLES[table]} FROM {table} ORDER BY rowid"):
        yield dict(zip(names, row, strict=True))


class _Joining:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._shapes = shapes(store)
        self._ids: dict[str, str] = {}
        """What a document of the other library is called here."""

    def join(self, whole: Plain) -> int:
        for document in whole["documents"]:
            self._document(document)
        for rule in whole["rules"]:
            self._put("rules", {**rule, "document": self._ids.get(rule["document"], rule["document"])})
        after = self._store.rows("SELECT coalesce(max(position), 0) FROM queue")[0][0]
        for position, document in enumerate(whole["queue"], start=1):
            self._put("queue", {"document": self._ids[document], "position": after + position})
        return len(whole["documents"])

    def _document(self, document: Plain) -> None:
        own = {key: value for key, value in document.items() if key not in _OF_A_DOCUMENT}
        here = self._here(document) or own["id"]
        self._ids[own["id"]] = here
        self._put("documents", {**own, "id": here})
        for table in _OF_A_DOCUMENT:
            for row in document[table]:
                self._put(table, {**row, "document": here})

    def _here(self, document: Plain) -> str | None:
        names = [document["id"], *(row["name"] for row in document["names"])]
        for name in names:
            found = self._store.row("SELECT document FROM names WHERE name = ?", _plain(name))
            if found is not None:
                return str(found[0])
        return None

    def _put(self, table: str, row: Plain) -> None:
        """Insert a row; where it is here already, what is newer stays."""
        columns = [name.strip() for name in TABLES[table].split(",")]
        values = [_plain(row[name.strip('"')]) for name in columns]
        if not self._shapes[table].fits(values):
            raise ValueError(f"a row of {table} has other values than it should")
        for name in {"anchor", "start", "end"} & row.keys():
            from_json(str(row[name]))  # raises ValueError where it is none
        key = ", ".join(self._key(table))
        newer = _NEWER.get(table)
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns)
        update = (
            f"DO UPDATE SET {changes} WHERE coalesce(excluded.{newer}, 0) > coalesce({table}.{newer}, 0)"
            if newer
            else "DO NOTHING"
        )
        self._store.write(
            f"INSERT INTO {table} ({TABLES[table]}) VALUES ({', '.join('?' * len(values))})"
            f" ON CONFLICT ({key}) {update}",
            *values,
        )

    def _key(self, table: str) -> list[str]:
        rows = self._store.rows("SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", table)
        return [str(name) for [name] in rows]


def _plain(value: object) -> Value:
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} is no number that is kept")
    if value is None or isinstance(value, str | int | float):
        return value
    raise ValueError(f"a {type(value).__name__} where a text or a number should be")
