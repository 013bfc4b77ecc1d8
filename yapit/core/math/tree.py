"""A formula as a tree: what its readers build and its writers walk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class FormulaTooLarge(Exception):
    """The formula is longer or nested deeper than a person could follow by ear."""


MAX_DEPTH = 40
"""Groups within groups. A hand-written formula has some ten at most."""


class Style(StrEnum):
    """Alphabets that mean something else than the plain letter."""

    PLAIN = ""
    BOLD = "bold"
    BLACKBOARD = "blackboard"
    CALLIGRAPHIC = "calligraphic"
    FRAKTUR = "fraktur"


@dataclass(frozen=True, slots=True)
class Row:
    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, Latin or Greek: a variable or a constant."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Number:
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A function or operator of several letters: sin, argmax, Var."""

    text: str


@dataclass(frozen=True, slots=True)
class Sign:
    """An operator, a relation, an arrow, a bracket without partner, a comma."""

    text: str
    role: str = ""
    """What it means where the sign alone does not tell: "given", "such that", "times" …"""


@dataclass(frozen=True, slots=True)
class Text:
    """Words, as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A product of units: metres per second squared is `(("m", 1), ("s", -2))`."""

    factors: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Chemical:
    """A substance: symbols, counts and a charge, in order: `("H", "2", "O")`, `("Ca", "^2+")`."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fraction:
    top: Node
    bottom: Node


@dataclass(frozen=True, slots=True)
class Binomial:
    top: Node
    bottom: Node


@dataclass(frozen=True, slots=True)
class Root:
    body: Node
    index: Node | None = None


@dataclass(frozen=True, slots=True)
class Scripts:
    """What stands below and above at the right of something, or under and over it."""

    base: Node
    sub: Node | None = None
    sup: Node | None = None


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over or under something: hat, bar, tilde, vector, dot …"""

    body: Node
    mark: str


@dataclass(frozen=True, slots=True)
class Fence:
    """What brackets hold; an empty bracket was left away, as by `\\left.`."""

    open: str
    body: Row
    close: str


@dataclass(frozen=True, slots=True)
class Apply:
    """A function and what it is of."""

    function: Node
    argument: Node


class Arrangement(StrEnum):
    """What rows and columns mean."""

    MATRIX = "matrix"
    CASES = "cases"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Grid:
    rows: tuple[tuple[Row, ...], ...]
    arrangement: Arrangement


Node = (
    Row
    | Letter
    | Number
    | Name
    | Sign
    | Text
    | Unit
    | Chemical
    | Fraction
    | Binomial
    | Root
    | Scripts
    | Accent
    | Fence
    | Apply
    | Grid
)


def parts_of(node: Node | None) -> tuple[Node, ...]:
    """The parts of a row; anything else is its own only part."""
    if node is None:
        return ()
    return node.parts if isinstance(node, Row) else (node,)


def only(node: Node | None) -> Node | None:
    """What a row of one part holds, however many rows it is wrapped in; a longer row as it is."""
    while isinstance(node, Row) and len(node.parts) == 1:
        node = node.parts[0]
    return node


def sign_of(node: Node | None) -> str:
    """The sign that a node is, or that bears scripts; empty for anything else."""
    core = only(node.base if isinstance(node, Scripts) else node)
    return core.text if isinstance(core, Sign) else ""


def plain_text(node: Node | None) -> str:
    """The letters, digits and signs of a node that is nothing but a row of them; else empty."""
    pieces = [_text(part) for part in parts_of(node)]
    return "".join(pieces) if all(pieces) else ""


def _text(node: Node) -> str:
    return node.text if isinstance(node, Letter | Number | Name | Sign | Text) else ""


def walk(node: Node) -> Iterator[Node]:
    """A node and all that it holds."""
    yield node
    for child in _children(node):
        yield from walk(child)


def is_deeper(tree: Node, limit: int) -> bool:
    """Whether there are more than so many nodes one within another."""
    waiting: list[tuple[Node, int]] = [(tree, 1)]
    while waiting:
        node, depth = waiting.pop()
        if depth > limit:
            return True
        waiting += [(child, depth + 1) for child in _children(node)]
    return False


def _children(node: Node) -> tuple[Node, ...]:
    match node:
        case Row(parts):
            return parts
        case Fraction(first, second) | Binomial(first, second) | Apply(first, second):
            return first, second
        case Scripts(base, sub, sup):
            return (base, *parts_of(sub), *parts_of(sup))
        case Fence(_, body, _) | Accent(body, _):
            return (body,)
        case Root(body, index):
            return (body, *parts_of(index))
        case Grid(rows, _):
            return tuple(cell for row in rows for cell in row)
    return ()
