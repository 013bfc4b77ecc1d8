"""What tells the rows of one table from those of all others, and values that belong from others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yapit.core.library.schema import TABLES
from yapit.core.library.store import Store

_KINDS: dict[str, type | tuple[type, ...]] = {"TEXT": str, "INTEGER": int, "REAL": (int, float)}


@dataclass(frozen=True, slots=True)
class Shape:
    kinds: tuple[str, ...]
    """Of each column, as SQLite names them."""

    needed: tuple[bool, ...]
    """Whether a column has to have a value."""

    def fits(self, row: Sequence[object]) -> bool:
        """Whether these can be the values of a row."""
        return len(row) == len(self.kinds) and all(map(_fits, row, self.kinds, self.needed))


def shapes(store: Store) -> dict[str, Shape]:
    """The shape of each table."""
    found = {}
    for table in TABLES:
        told = store.rows('SELECT type, "notnull" FROM pragma_table_info(?) ORDER BY cid', table)
        found[table] = Shape(tuple(kind for kind, _ in told), tuple(bool(needed) for _, needed in told))
    return found


def _fits(value: object, kind: str, needed: bool) -> bool:
    if value is None:
        return not needed
    return isinstance(value, _KINDS[kind])
