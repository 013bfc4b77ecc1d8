"""A damaged library is set aside and never deleted; what can be read of it is carried over into a new one."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yapit.core.errors import LibraryError
from yapit.core.library.clock import moment, now
from yapit.core.library.damage import beside
from yapit.core.library.pages import Field, rows_in
from yapit.core.library.schema import TABLES
from yapit.core.library.shapes import shapes
from yapit.core.library.store import DamagedLibrary, Store, Value

_LOCK_SECONDS = 10.0
"""How long another process may take to make or mend the library."""

_ID = re.compile(r"[0-9a-f]{64}")


def made_or_mended(path: Path) -> tuple[Store, str]:
    """The library in a file, and what the listener should know of it.

    Raises:
        LibraryError: It cannot be opened, made or mended, or is of a newer Yapit.
    """
    with _alone(path):
        try:
            return Store(path), ""  # another process was here first, or there is none yet
        except DamagedLibrary:
            return _mended(path)


def _mended(path: Path) -> tuple[Store, str]:
    """In this order, so that whoever kills it half-way leaves the damaged file to be mended again."""
    new = beside(path, ".new")
    try:
        for leftover in (new, beside(new, "-wal"), beside(new, "-shm")):
            leftover.unlink(missing_ok=True)
        carried = _carry_over(path, new)
        aside = _set_aside(path)
        os.replace(new, path)
    except OSError as error:
        raise LibraryError(
            f"the library {path} is damaged and cannot be set aside: {error.strerror}",
            cure="Free some space or mend the folder's permissions, and start again.",
        ) from error
    return Store(path), (
        f"The library was damaged. What could be read of it is here: {carried}. "
        f"The damaged file is kept as {aside}."
    )


def _set_aside(path: Path) -> Path:
    """Keep the file under another name, with its log, so that both can still be looked into."""
    day = moment(now()).strftime("%Y-%m-%d-%H%M%S")
    aside = path.with_name(f"{path.stem}.damaged-{day}{path.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.stem}.damaged-{day}-{number}{path.suffix}")
    try:
        os.link(path, aside)
    except OSError:  # a file system without links
        shutil.copy2(path, aside)
    if beside(path, "-wal").exists():
        os.replace(beside(path, "-wal"), beside(aside, "-wal"))
    for leftover in ("-shm", "-journal", ".damaged"):
        beside(path, leftover).unlink(missing_ok=True)
    return aside


def _carry_over(damaged: Path, new: Path) -> str:
    wal = beside(damaged, "-wal")
    store = Store(new)
    try:
        with store.transaction():
            found = _by_table(store, rows_in(damaged.read_bytes(), wal.read_bytes() if wal.exists() else b""))
            _name_the_lost(store, found)
            counts = {table: _insert(store, table, found.get(table, [])) for table in TABLES}
        [documents] = store.row("SELECT count(*) FROM documents") or (0,)
    finally:
        store.close()
    return f"{documents:,} documents, {counts['notes']:,} notes and {counts['rules']:,} rules"


Rows = dict[str, list[tuple[Value, ...]]]


def _by_table(store: Store, rows: Iterator[tuple[Field, ...]]) -> Rows:
    known = shapes(store)
    found: Rows = {table: [] for table in TABLES}
    for fields in rows:
        with contextlib.suppress(UnicodeDecodeError):  # bytes that were never a text of ours
            row = tuple(
                each.decode("utf-8", "surrogatepass") if isinstance(each, bytes) else each for each in fields
            )
            table = next((name for name, shape in known.items() if shape.fits(row)), "")
            found.get(table, []).append(row)
    return found


def _name_the_lost(store: Store, found: Rows) -> None:
    """Documents whose own row is lost, and of which a name, a place or a note is left, go by their source."""
    whole = {str(row[0]) for row in found["documents"]}
    sources = {str(d): str(name) for name, d in found["names"] if not _ID.fullmatch(str(name))}
    named = {str(row[1]) for table in ("names", "notes") for row in found[table]}
    placed = {str(row[0]) for table in ("places", "listening", "queue") for row in found[table]}
    for document in (named | placed) - whole:
        if _ID.fullmatch(document):
            source = sources.get(document, "")
            store.write(
                "INSERT OR IGNORE INTO documents (id, title, source, added) VALUES (?, ?, ?, ?)",
                *(document, source or "a document whose title is lost", source, now()),
            )


def _insert(store: Store, table: str, rows: list[tuple[Value, ...]]) -> int:
    """Rows that belong to a document that is not there are left out, as are those that come twice."""
    kept = 0
    for row in rows:
        places = ", ".join("?" * len(row))
        try:
            kept += store.write(f"INSERT OR IGNORE INTO {table} ({TABLES[table]}) VALUES ({places})", *row)
        except LibraryError:
            continue  # it refers to a document of which nothing is left
    return kept


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold off other processes that want to make or mend the same library."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(beside(path, ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        cure = "Mend the folder's permissions; or name another file with YAPIT_LIBRARY."
        raise LibraryError(f"cannot write to {path.parent}: {error.strerror}", cure=cure) from error
    try:
        deadline = time.monotonic() + _LOCK_SECONDS
        while not _locked(handle) and time.monotonic() < deadline:
            time.sleep(0.02)
        yield
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    """Whether the lock is ours; some network file systems know none, and it is gone on without."""
    import fcntl  # noqa: PLC0415 - only where a library is made

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
