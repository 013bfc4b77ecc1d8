"""What a language must know to say a formula."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Table = Mapping[str, str]


def _plain(number: str) -> str:
    return number


@dataclass(frozen=True, slots=True)
class Vocabulary:
    phrases: Table = field(default_factory=dict)
    """By the names of the English table; `{0}` and on are what is said of the parts, in its order.

    A numbered power has its number as an ordinal, then as it is.
    """

    signs: Table = field(default_factory=dict)
    """By the sign, or by its role."""

    letters: Table = field(default_factory=dict)
    """Greek and other letters that are not said as they are written."""

    names: Table = field(default_factory=dict)
    """Functions; those that end in "of" drop it where nothing follows."""

    large: Table = field(default_factory=dict)
    """Sums, integrals, limits: what may have bounds."""

    accents: Table = field(default_factory=dict)
    sets: Table = field(default_factory=dict)
    """What blackboard letters stand for."""

    fractions: Table = field(default_factory=dict)
    """Simple fractions of numbers, by `1/2`."""

    units: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """One of it, and several."""

    ordinal: Callable[[str], str] = _plain
    """A number or letter as the name of a power or a root: "4th"."""

    cardinal: Callable[[str], str] = _plain
    """A number that is no quantity though a letter follows it: in "2 m v" nobody must hear meters."""

    def over(self, other: Vocabulary) -> Vocabulary:
        """These words, and the other's where these have none."""
        return Vocabulary(
            {**other.phrases, **self.phrases},
            {**other.signs, **self.signs},
            {**{k: v for k, v in other.letters.items() if not k.isascii()}, **self.letters},
            {**other.names, **self.names},
            {**other.large, **self.large},
            {**other.accents, **self.accents},
            {**other.sets, **self.sets},
            self.fractions,
            {**other.units, **self.units},
            self.ordinal,
            self.cardinal,
        )
