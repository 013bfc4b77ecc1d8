"""A formula as Unicode on one line."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import singledispatch

from yapit.core.math.characters import ADDITIONS, LARGE, PAUSE, RELATIONS, lowered, on_page, raised
from yapit.core.math.grouping import is_compound, is_differential
from yapit.core.math.tree import (
    Accent,
    Apply,
    Arrangement,
    Binomial,
    Chemical,
    Fence,
    Fraction,
    Grid,
    Letter,
    Name,
    Node,
    Number,
    Root,
    Row,
    Scripts,
    Sign,
    Text,
    Unit,
    only,
    parts_of,
    walk,
)

_COMBINING = {
    "hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "vector": "\u20d7", "dot": "\u0307",
    "double dot": "\u0308", "triple dot": "\u20db", "underlined": "\u0332", "breve": "\u0306",
    "check": "\u030c",
    "acute": "\u0301", "grave": "\u0300", "ring": "\u030a",
}  # fmt: skip
_LONGEST_BAR = 3
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_SPACES = re.compile(r"\s+")
_TIGHT = re.compile(r"\s+(?=[,;)\]}⟩⌋⌉])|(?<=[(\[{⟨⌊⌈])\s+")
_NAMES = {"limsup": "lim sup", "liminf": "lim inf", "argmax": "arg max", "argmin": "arg min"}


def on_one_line(tree: Node) -> str:
    """The formula as it is shown."""
    return _TIGHT.sub("", _SPACES.sub(" ", _shown(tree))).strip()


@singledispatch
def _shown(node: Node) -> str:
    raise TypeError(node)


@_shown.register
def _row(node: Row) -> str:
    return _joined(node.parts, spread=True)


def _tight(node: Node | None) -> str:
    """Without room around plus and minus: within fractions, scripts and brackets."""
    return _joined(parts_of(node), spread=False).strip()


def _joined(parts: tuple[Node, ...], *, spread: bool) -> str:
    line = ""
    for place, part in enumerate(parts):
        piece = _shown(part) if spread or not isinstance(part, Row) else _tight(part)
        if isinstance(part, Sign):
            piece = _spaced(part, spread and place > 0 and not line.endswith(("=", "= ", "(", ", ")))
        if _needs_room(parts, place, line, piece):
            piece = " " + piece
        line += piece
    return line


def _needs_room(parts: tuple[Node, ...], place: int, line: str, piece: str) -> bool:
    """Names and words stand apart from letters and digits, and so do sums and differentials."""
    if not place or not piece or line.endswith((" ", "(", "[", "{")):
        return False
    part, before = _base(parts[place]), _base(parts[place - 1])
    if isinstance(part, Fraction) and isinstance(before, Number):
        return before.text[-1] != "."
    if isinstance(before, Fraction) and isinstance(part, Letter | Number | Root | Apply):
        return True
    if isinstance(part, Sign):
        return (part.text in LARGE and (line[-1:].isalnum() or line[-1:] in ")]}")) or part.text in "∀∃"
    if is_differential(parts, place):
        return True
    if isinstance(part, Name | Text | Unit | Chemical) or (isinstance(part, Apply) and _is_named(part)):
        return not isinstance(before, Sign) or before.text == "!"
    return _is_named(before) and piece[0] not in "([{"


def _base(node: Node) -> Node:
    while isinstance(node, Scripts):
        node = only(node.base) or Row()
    return node


def _is_named(node: Node) -> bool:
    if isinstance(node, Apply):
        return isinstance(_base(node.function), Name)
    return isinstance(node, Name | Text | Unit)


@_shown.register
def _sign(node: Sign) -> str:
    return _spaced(node, True)


def _spaced(node: Sign, spread: bool) -> str:
    text = node.text
    if text in RELATIONS or node.role in ("given", "such that"):
        return f" {text} "
    if text in ADDITIONS and spread:
        return f" {text} "
    if text == PAUSE:
        return "  "
    return text + " " if text in (",", ";", ":") else text


@_shown.register
def _letter(node: Letter) -> str:
    return on_page(node)


@_shown.register(Number)
@_shown.register(Text)
def _as_is(node: Number | Text) -> str:
    return node.text if isinstance(node, Number) else f" {node.text} "


@_shown.register
def _name(node: Name) -> str:
    return _NAMES.get(node.text, node.text)


@_shown.register
def _unit(node: Unit) -> str:
    above = "·".join(
        name + (raised(str(power)) if power > 1 else "") for name, power in node.factors if power > 0
    )
    below = "·".join(
        name + (raised(str(-power)) if power < -1 else "") for name, power in node.factors if power < 0
    )
    return f"{above or '1'}/{below}" if below else above


@_shown.register
def _chemical(node: Chemical) -> str:
    return "".join(map(_chemical_part, node.parts))


def _chemical_part(part: str) -> str:
    if part[0] == "^" or part in ("+", "-", "−"):
        return raised(part.lstrip("^").replace("-", "−"))
    return lowered(part) if part[0].isdecimal() else part


@_shown.register
def _fraction(node: Fraction) -> str:
    return f"{_held(node.top)}/{_held(node.bottom, product=True)}"


def _held(node: Node, *, product: bool = False) -> str:
    """In brackets, where what stands beside could be taken for a part of it."""
    text = _tight(node)
    several = product and len(parts_of(only(node))) > 1 and len(text) > 1 and not _is_differential(text)
    named = any(isinstance(part, Name) for part in parts_of(only(node))) and " " in text
    return f"({text})" if is_compound(node) or several or named or "/" in text else text


def _is_differential(text: str) -> bool:
    return len(text) < 4 and text[0] in "d∂"


@_shown.register
def _binomial(node: Binomial) -> str:
    return f"C({_tight(node.top)}, {_tight(node.bottom)})"


@_shown.register
def _root(node: Root) -> str:
    index = _tight(node.index)
    sign = _ROOTS.get(index) or (raised(index) or f"[{index}]") + "√"
    body = _tight(node.body)
    return sign + (body if len(body) == 1 or body.isdecimal() else f"({body})")


@_shown.register
def _scripts(node: Scripts) -> str:
    base = only(node.base)
    large = isinstance(base, Sign) and base.text in LARGE
    text = _tight(node.base) if isinstance(node.base, Row) else _shown(node.base)
    if isinstance(base, Fraction | Scripts) or is_compound(node.base):
        text = f"({text})"
    bare = isinstance(base, Name) or large
    text = text.rstrip()
    return (
        text
        + _script(node.sub, "_", None if bare else lowered)
        + _script(node.sup, "^", None if large else raised)
        + " " * bare
    )


def _script(node: Node | None, mark: str, small: Callable[[str], str] | None) -> str:
    text = _tight(node)
    if not any(isinstance(part, Text | Name) for part in walk(node or Row())):
        text = text.replace(" ", "")
    if not text:
        return ""
    if small is not None and (found := small(text)):
        return found
    return mark + (text if len(text) == 1 else f"{{{text}}}")


@_shown.register
def _accent(node: Accent) -> str:
    text = _tight(node.body)
    mark = _COMBINING.get(node.mark, "")
    if node.mark == "bar" and len(text) > _LONGEST_BAR:
        return f"‾({text})"
    if node.mark == "bar":
        return "".join(c + mark if c.isalnum() else c for c in text)
    return text + mark


@_shown.register
def _fence(node: Fence) -> str:
    inner = only(node.body)
    if isinstance(inner, Grid) and inner.arrangement is Arrangement.MATRIX:
        shown = _shown(inner)
        return (
            shown
            if node.open in ("(", "[")
            else f"det {shown}"
            if node.open == "|"
            else node.open + shown + node.close
        )
    if isinstance(inner, Grid) and inner.arrangement is Arrangement.CASES:
        return _shown(inner)
    if isinstance(inner, Grid):
        return f"{node.open} {_shown(inner)} {node.close}".strip()
    return node.open + _tight(node.body) + node.close


@_shown.register
def _apply(node: Apply) -> str:
    return _shown(node.function).strip() + _shown(node.argument)


@_shown.register
def _grid(node: Grid) -> str:
    if node.arrangement is Arrangement.MATRIX:
        return "[" + "; ".join(", ".join(_tight(cell) for cell in row) for row in node.rows) + "]"
    between = ", " if node.arrangement is Arrangement.CASES else " "
    lines = (
        between.join(filter(None, (_shown(cell).strip().rstrip(",") for cell in row))) for row in node.rows
    )
    text = "; ".join(lines)
    return f"{{ {text} }}" if node.arrangement is Arrangement.CASES else text
