"""A line of the layout as a strip of the screen: what is lit, dimmed and set off, and how."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from yapit.core.document import BlockKind, Span
from yapit.tui.layout import Item, Line

STYLES = ("title", "chapter", "heading", "aside", "silent", "lead", "sentence", "word")
"""What a palette holds, besides its ground."""

_ASIDES = (BlockKind.CAPTION, BlockKind.FOOTNOTE, BlockKind.EQUATION)

_NOTE = Style(italic=True)

Part = tuple[int, int]
"""From one character of a line's text to another."""


@dataclass(frozen=True, slots=True)
class Palette:
    ground: Style
    styles: dict[str, Style]

    @classmethod
    def of(cls, ground: Style, look_up: Callable[[str], Style]) -> Palette:
        return cls(ground, {name: look_up(name) for name in STYLES})


def part_of(line: Line, span: Span | None) -> Part:
    """The part of a line that shows a span; (0, 0) where it shows none of it."""
    if not span or line.item is None:
        return 0, 0
    start, end = line.index_of(span.start), bisect_left(line.offsets, span.end)
    return (start, min(end, len(line.text))) if start < end else (0, 0)


@dataclass(frozen=True, slots=True)
class Light:
    """What of a line's text is set off from the rest."""

    word: Part = (0, 0)
    sentence: Part = (0, 0)
    unsaid: tuple[Part, ...] = ()
    """What is skipped within what is spoken."""


def paint(line: Line, palette: Palette, width: int, margin: int, light: Light) -> Strip:
    """A line on `width` cells, its text after a margin."""
    segments = [Segment(" " * margin, palette.ground)]
    if line.item is None:
        segments.append(Segment(line.lead, palette.ground + palette.styles["silent"] + _NOTE))
    else:
        own = palette.ground + _style(line.item, palette)
        segments.append(Segment(line.lead, palette.ground + palette.styles["lead"]))
        segments += _lit(line.text, own, palette, light)
    return Strip(segments).adjust_cell_length(width, palette.ground)


def _lit(text: str, own: Style, palette: Palette, light: Light) -> Iterator[Segment]:
    edges = {0, len(text), *light.word, *light.sentence, *(edge for part in light.unsaid for edge in part)}
    for start, end in pairwise(sorted(edges)):
        style = own
        if any(first <= start < last for first, last in light.unsaid):
            style += palette.styles["silent"]
        if light.sentence[0] <= start < light.sentence[1]:
            style += palette.styles["sentence"]
        if light.word[0] <= start < light.word[1]:
            style = own + palette.styles["word"]
        yield Segment(text[start:end], style)


def _style(item: Item, palette: Palette) -> Style:
    if item.silence:
        return palette.styles["silent"]
    if item.kind is BlockKind.TITLE:
        return palette.styles["title"]
    if item.kind is BlockKind.HEADING:
        return palette.styles["chapter" if item.level <= 1 else "heading"]
    return palette.styles["aside"] if item.kind in _ASIDES else Style.null()
