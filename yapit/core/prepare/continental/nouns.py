"""Nouns that are counted: units and currencies, with their plural and their gender."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Noun:
    one: str
    many: str
    feminine: bool = False

    def after(self, *, one: bool) -> str:
        return self.one if one else self.many

    def prefixed(self, prefix: str) -> Noun:
        """With "kilo" or the like before it; a capital moves to the front."""
        if not self.one[0].isupper():
            return Noun(prefix + self.one, prefix + self.many, self.feminine)
        front = prefix.capitalize()
        return Noun(front + self.one.lower(), front + self.many.lower(), self.feminine)


def nouns(table: str) -> Mapping[str, Noun]:
    """A table as text: on each line `sign: singular, plural`, and `, f` where it is feminine.

    Signs apart by spaces mean the same; a noun without a plural has none of its own.
    """
    read: dict[str, Noun] = {}
    for line in filter(None, map(str.strip, table.splitlines())):
        signs, _, said = line.rpartition(": ")
        one, *rest = said.split(", ")
        noun = Noun(one, rest[0] if rest else one, "f" in rest[1:])
        read |= dict.fromkeys(signs.split(), noun)
    return read
