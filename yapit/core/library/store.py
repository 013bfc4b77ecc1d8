"""One SQLite file, opened and brought up to date; its transactions are so short that others can wait."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from yapit.core.errors import LibraryError
from yapit.core.library.damage import file_number, is_known_damaged, leave_sign
from yapit.core.library.schema import MIGRATIONS, TABLES, VERSION

Value = str | int | float | None
Row = tuple[Any, ...]

BUSY_SECONDS = 5.0
"""How long a transaction waits for another process's."""

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_CHECKED_BYTES = 1024**2
"""A file up to this size is checked whole at each opening, which takes at most a few ms."""

_UNLIKELY = 1000
"""A version that no Yapit will have: the disk changed it."""


class DamagedLibrary(LibraryError): ...


class Store:
    """Used from one thread at a time. Any text can be kept, lone surrogates and NULs too.

    Raises:
        DamagedLibrary: The file is no library, or damaged.
        LibraryError: It cannot be opened, read or written, or is of a newer Yapit.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        """None keeps everything in memory, and nothing afterwards."""

        self._depth = 0
        self._is_open = False
        with self._translated():
            if path is not None and is_known_damaged(path):
                raise self._damaged()
            self._connection = _connect(path)
            self._number = file_number(path) if path is not None else 0
        try:
            self._prepare()
        except LibraryError:
            self._connection.close()
            raise
        self._is_open = True

    def rows(self, sql: str, *values: Value) -> list[Row]:
        with self._translated():
            return self._connection.execute(sql, [_kept(value) for value in values]).fetchall()

    def row(self, sql: str, *values: Value) -> Row | None:
        found = self.rows(sql, *values)
        return found[0] if found else None

    def write(self, sql: str, *values: Value) -> int:
        """Run one statement, a transaction of its own where none is under way; the rows it changed."""
        with self._translated():
            return self._connection.execute(sql, [_kept(value) for value in values]).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block is kept, or nothing; no other process writes meanwhile. Blocks may nest."""
        if self._depth:
            yield
            return
        self.write("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
            self.write("COMMIT")
        except BaseException:
            with self._translated():
                self._connection.rollback()
            raise
        finally:
            self._depth = 0

    def copy_from(self, path: Path) -> None:
        """Take over all that a library file holds, which is only read.

        Raises:
            LibraryError: It cannot be read, or is damaged.
        """
        with self._translated():
            # Immutable, since a log beside it cannot be made or opened where nothing may be written.
            there = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            try:
                there.backup(self._connection)
            finally:
                there.close()
        self._prepare()

    def close(self) -> None:
        with self._translated():
            self._connection.close()

    def _prepare(self) -> None:
        with self._translated():
            version = _retried(lambda: self._connection.execute("PRAGMA user_version").fetchone()[0])
        tables = {name for [name] in self.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if tables and not tables & TABLES.keys():
            raise LibraryError(f"{self.path} is of another program", cure=_ANOTHER)
        if VERSION < version < _UNLIKELY:
            cure = f"Update this one. {_ANOTHER}"
            raise LibraryError(f"the library {self.path} was written by a newer Yapit", cure=cure)
        if version < 0 or (not version and tables) or version >= _UNLIKELY:
            raise self._damaged()
        self._check_pages()
        with self._translated():
            _retried(lambda: self._connection.execute("PRAGMA journal_mode = WAL"))
        if version < VERSION:
            self._migrate()
        self._check_tables()

    def _check_pages(self) -> None:
        with self._translated():
            size = self.path.stat().st_size if self.path is not None else 0
        if self.path is not None and size <= _CHECKED_BYTES:
            [found] = self.rows("PRAGMA quick_check(1)")[0]
            if found != "ok":
                raise self._damaged()

    def _check_tables(self) -> None:
        try:
            for table, columns in TABLES.items():
                self._connection.execute(f"SELECT {columns} FROM {table} LIMIT 0")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # there is no such table, or column
                raise self._damaged() from error
            raise self._error(error) from error

    def _migrate(self) -> None:
        with self.transaction():
            [version] = self.row("PRAGMA user_version") or (0,)  # another process may have been here first
            for statements in MIGRATIONS[version:]:
                for statement in statements:
                    self.write(statement)
            self.write(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._error(error) from error
        except OverflowError as error:
            raise LibraryError("a number is too large to be kept", cure="Keep a smaller one.") from error
        except UnicodeDecodeError as error:  # SQLite quotes what it cannot read of the tables
            raise self._damaged() from error
        except OSError as error:
            raise LibraryError(f"cannot open {self.path}: {error.strerror}", cure=_CURE) from error

    def _error(self, error: sqlite3.Error) -> LibraryError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest of an extended code is detail
        if code in _DAMAGED:
            if self.path is not None and self._is_open:
                leave_sign(self.path, self._number)
            return self._damaged()
        if code in _BUSY:
            return LibraryError(f"the library {self.path} is busy", cure="Close the program that holds it.")
        return LibraryError(f"the library {self.path} fails: {error}", cure=_CURE)

    def _damaged(self) -> DamagedLibrary:
        cure = "Start Yapit again: it sets the file aside and keeps what can be read of it."
        return DamagedLibrary(f"the library {self.path} is damaged", cure=cure)


_ANOTHER = "Name another file: yapit config set library FILE"
_CURE = "Free some space or mend the folder's permissions; or name another file with YAPIT_LIBRARY."


def _connect(path: Path | None) -> sqlite3.Connection:
    if path is not None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    connection = sqlite3.connect(
        path or ":memory:", timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.row_factory = _read
        connection.text_factory = _text
        connection.execute("PRAGMA foreign_keys = ON")
        # What is removed is gone from the file, too; and a mended library does not bring it back.
        connection.execute("PRAGMA secure_delete = ON")
        # A killed process loses nothing, a power failure the last seconds; no place costs an fsync.
        connection.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _retried(ask: Callable[[], Any]) -> Any:
    """Ask again while another process opens the same file: at that moment SQLite does not wait by itself."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return ask()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _BUSY or time.monotonic() > deadline:
                raise
        time.sleep(0.02)


def _kept(value: Value) -> Value | bytes:
    """Texts that are no UTF-8 are kept as bytes."""
    if not isinstance(value, str) or value.isascii():
        return value
    data = value.encode("utf-8", "surrogatepass")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    return value


def _read(cursor: sqlite3.Cursor, row: Row) -> Row:
    return tuple(_text(value) if isinstance(value, bytes) else value for value in row)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:  # the disk changed it
        return data.decode("utf-8", "replace")
