"""The numbers of lists and headings in an OpenDocument text, as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yapit.core.parse.numerals import Numeral, numeral
from yapit.core.parse.xml import attribute, local_name, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

DEPTHS = 10
_OUTLINE = "outline-style"
_NUMBERED = frozenset(("list-level-style-number", "outline-level-style"))
_LONGEST = 20
"""Characters before or after a number."""


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items at one depth are counted; the default is a bullet."""

    format: Numeral = Numeral.NONE
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    """How many levels stand in the number: 3 in `1.2.3`."""

    start: int = 1


class Counts:
    """The items counted so far at each depth."""

    def __init__(self) -> None:
        self._counts: list[int | None] = [None] * DEPTHS

    def next(self, depth: int, start: int, restart: int | None) -> None:
        before = self._counts[depth]
        fresh = start if restart is None else restart
        self._counts[depth] = fresh if before is None or restart is not None else before + 1
        self.forget_below(depth)

    def forget_below(self, depth: int) -> None:
        self._counts[depth + 1 :] = [None] * (DEPTHS - depth - 1)

    def at(self, depth: int) -> int:
        return self._counts[depth] or 1


class ListStyles:
    """The patterns of lists, by the names of their styles."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        for root in roots:
            for style in root.iter("{*}list-style", f"{{*}}{_OUTLINE}"):
                name = _OUTLINE if local_name(style) == _OUTLINE else attribute(style, "name")
                self._levels.setdefault(name, dict(_levels(style)))

    def label(self, style: str, counts: Counts, depth: int, restart: int | None = None) -> str:
        """Count an item, and give its number; empty for a bullet."""
        levels = self._levels.get(style, {})
        level = levels.get(depth, _Level())
        counts.next(depth, level.start, restart)
        if level.format is Numeral.NONE:
            return ""
        first = max(0, depth - level.shown + 1)
        numbers = (
            numeral(counts.at(place), levels.get(place, level).format or level.format)
            for place in range(first, depth + 1)
        )
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()

    def heading_label(self, counts: Counts, level: int, restart: int | None) -> str:
        """The number of a heading at a level from 1; empty where headings are not numbered."""
        return self.label(_OUTLINE, counts, min(level, DEPTHS) - 1, restart)


def _levels(style: _Element) -> Iterator[tuple[int, _Level]]:
    for element in style:
        depth = whole_number(attribute(element, "level"), 1, most=DEPTHS) - 1
        if local_name(element) in _NUMBERED and depth >= 0:
            yield depth, _read(element)


def _read(element: _Element) -> _Level:
    said = attribute(element, "num-format")
    return _Level(
        next((style for style in Numeral if style == said), Numeral.DECIMAL),
        attribute(element, "num-prefix")[:_LONGEST],
        attribute(element, "num-suffix")[:_LONGEST],
        whole_number(attribute(element, "display-levels"), 1, most=DEPTHS),
        whole_number(attribute(element, "start-value"), 1),
    )
