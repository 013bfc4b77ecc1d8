"""The numbers of lists and headings, as Word would show them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yapit.core.parse.docx.names import W, is_on, value
from yapit.core.parse.docx.styles import Style, Styles
from yapit.core.parse.numerals import Numeral, numeral
from yapit.core.parse.xml import whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

DEPTHS = 9
_BULLET = "bullet"
_NUMERALS = {
    "decimalZero": Numeral.TWO_DIGITS,
    "lowerLetter": Numeral.LOWER_LETTER,
    "upperLetter": Numeral.UPPER_LETTER,
    "lowerRoman": Numeral.LOWER_ROMAN,
    "upperRoman": Numeral.UPPER_ROMAN,
    "none": Numeral.NONE,
}
_PLACE = re.compile(r"%([1-9])")
_MOST_CHARACTERS = 60
"""Of the label of an item: longer there is none on any page."""


@dataclass(frozen=True, slots=True)
class _Level:
    format: str = "decimal"
    text: str = "%1."
    start: int = 1
    style_id: str = ""
    is_legal: bool = False
    """All its numbers are in digits, whatever the levels above say."""

    @property
    def numeral(self) -> Numeral:
        return _NUMERALS.get(self.format, Numeral.DECIMAL)


@dataclass(slots=True)
class _List:
    """Lists of one pattern count on together."""

    levels: dict[int, _Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * DEPTHS)

    def level(self, depth: int) -> _Level:
        return self.levels.get(depth, _Level(text=f"%{depth + 1}."))


@dataclass(slots=True)
class _Use:
    """A list that refers to a pattern, and may start anew or look otherwise at some depths."""

    pattern: _List
    starts: dict[int, int]


class Numbering:
    """Counts the items as they come; each label is to be asked for once, in reading order."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._nums = _by_id(root, "num", "numId")
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._styles = styles
        self._patterns: dict[str, _List] = {}
        self._uses: dict[str, _Use | None] = {}

    def depth_of(self, style: Style) -> int:
        """How deep a style's paragraphs are in its list, from 0."""
        if style.list_depth is not None:
            return style.list_depth
        use = self._use(style.list_id)
        levels = {} if use is None else use.pattern.levels
        return next((depth for depth, level in levels.items() if level.style_id == style.id), 0)

    def label(self, list_id: str, depth: int) -> str | None:
        """The number of the next item, empty for a bullet; None where there is no such list."""
        use = self._use(list_id)
        if use is None:
            return None
        pattern = use.pattern
        self._count(use, depth)
        level = pattern.level(depth)
        if level.format == _BULLET:
            return ""
        return _PLACE.sub(lambda match: _shown(pattern, level, int(match.group(1)) - 1), level.text).strip()

    def _count(self, use: _Use, depth: int) -> None:
        counts = use.pattern.counts
        start = use.starts.pop(depth, None)
        before = counts[depth]
        if start is not None or before is None:
            counts[depth] = use.pattern.level(depth).start if start is None else start
        else:
            counts[depth] = before + 1
        counts[depth + 1 :] = [None] * (DEPTHS - depth - 1)

    def _use(self, list_id: str) -> _Use | None:
        if list_id not in self._uses:
            self._uses[list_id] = self._read_use(list_id)
        return self._uses[list_id]

    def _read_use(self, list_id: str) -> _Use | None:
        element = self._nums.get(list_id)
        pattern_id = value(element, "abstractNumId")
        if element is None or pattern_id is None:
            return None
        pattern = self._pattern(pattern_id)
        starts, levels = {}, dict(pattern.levels)
        for override in element.iterchildren(f"{W}lvlOverride"):
            depth = whole_number(override.get(f"{W}ilvl"), most=DEPTHS - 1)
            start, other = value(override, "startOverride"), override.find(f"{W}lvl")
            if start is not None:
                starts[depth] = whole_number(start, 1)
            if other is not None:
                levels[depth] = _read_level(other)
        return _Use(_List(levels, pattern.counts), starts)

    def _pattern(self, pattern_id: str) -> _List:
        if pattern_id not in self._patterns:
            element = self._abstract.get(pattern_id)
            self._patterns[pattern_id] = _List({})  # a pattern that leads back to itself ends here
            self._patterns[pattern_id] = self._read_pattern(element)
        return self._patterns[pattern_id]

    def _read_pattern(self, element: _Element | None) -> _List:
        linked = value(element, "numStyleLink")
        if linked is not None:
            other = value(self._nums.get(self._styles.named(linked).list_id), "abstractNumId")
            return _List({}) if other is None else self._pattern(other)
        levels = () if element is None else element.iterchildren(f"{W}lvl")
        return _List({whole_number(e.get(f"{W}ilvl"), most=DEPTHS - 1): _read_level(e) for e in levels})


def _by_id(root: _Element | None, name: str, key: str) -> dict[str, _Element]:
    found = () if root is None else root.iterchildren(W + name)
    return {element.get(W + key) or "": element for element in found}


def _read_level(element: _Element) -> _Level:
    return _Level(
        value(element, "numFmt") or "decimal",
        (value(element, "lvlText") or "")[:_MOST_CHARACTERS],
        whole_number(value(element, "start"), 1),
        value(element, "pStyle") or "",
        is_on(element, "isLgl"),
    )


def _shown(pattern: _List, asking: _Level, depth: int) -> str:
    level, count = pattern.level(depth), pattern.counts[depth]
    number = level.start if count is None else count
    if level.format == _BULLET:
        return ""
    return numeral(number, Numeral.DECIMAL if asking.is_legal else level.numeral)
