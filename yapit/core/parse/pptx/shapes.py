"""The shapes of a slide in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yapit.core.parse.xml import attribute, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

TITLES = frozenset(("title", "ctrTitle"))
_SHAPES = frozenset(("sp", "pic", "graphicFrame", "cxnSp"))
_BAND = 350_000
"""In the units of the file, a twentieth of a slide's height: what begins within it stands in one row."""

_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Shape:
    element: _Element
    role: str
    """Of a placeholder: `title`, `body`, `ftr`; `obj` where it says none; empty for a free shape."""

    index: str = ""
    """By which a placeholder finds its like on the layout."""

    top: int = 0
    left: int = 0


def in_reading_order(tree: _Element, depth: int = 0) -> list[Shape]:
    """Titles, then the other placeholders as they come, then free shapes from the top left on.

    Groups that lie too deep in others are left out.
    """
    shapes = list(_shapes(tree, depth)) if depth < _DEEPEST else []
    titles = [shape for shape in shapes if shape.role in TITLES]
    placed = [shape for shape in shapes if shape.role and shape.role not in TITLES]
    free = _by_place([shape for shape in shapes if not shape.role])
    return [*titles, *placed, *free]


def _shapes(tree: _Element, depth: int) -> Iterator[Shape]:
    for child in tree:
        name = local_name(child)
        if name in _SHAPES:
            yield _shape(child)
        elif name == "grpSp":
            yield from _group(child, depth)
        elif name in ("AlternateContent", "Choice"):
            yield from _shapes(child, depth + 1)


def _group(group: _Element, depth: int) -> Iterator[Shape]:
    """What is in a group stays together, at the place of the group."""
    top, left = _place(group)
    for shape in in_reading_order(group, depth + 1):
        yield Shape(shape.element, shape.role, shape.index, top, left)


def _shape(element: _Element) -> Shape:
    placeholder = next(element.iter("{*}ph"), None)
    top, left = _place(element)
    if placeholder is None:
        return Shape(element, "", "", top, left)
    return Shape(element, placeholder.get("type") or "obj", placeholder.get("idx") or "", top, left)


def _place(element: _Element) -> tuple[int, int]:
    """Top and left; the top left corner where it does not say."""
    offset = next(element.iter("{*}off"), None)
    return _number(attribute(offset, "y")), _number(attribute(offset, "x"))


def _number(text: str) -> int:
    try:
        return int(text[:12])
    except ValueError:
        return 0


def _by_place(shapes: list[Shape]) -> Iterator[Shape]:
    """Row by row; a row begins with its topmost shape."""
    row: list[Shape] = []
    for shape in sorted(shapes, key=lambda shape: shape.top):
        if row and shape.top - row[0].top > _BAND:
            yield from sorted(row, key=lambda shape: shape.left)
            row = []
        row.append(shape)
    yield from sorted(row, key=lambda shape: shape.left)
