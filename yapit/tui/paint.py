"""A line of the layout as a strip of the screen: what is lit, dimmed and set off, and how."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from yapit.core.document import BlockKind, Span
from yapit.tui.line import Item, Line

STYLES = (
    "title", "chapter", "heading", "aside", "code", "head", "silent", "lead",
    "sentence", "found", "current", "selected", "word",
)  # fmt: skip
"""What a palette holds, besides its ground."""

_ASIDES = (BlockKind.CAPTION, BlockKind.FOOTNOTE, BlockKind.EQUATION, BlockKind.ABSTRACT)
_NOTE = Style(italic=True)
_BAR = "▎"

Part = tuple[int, int]
"""From one character of a line's text to another."""

NOTHING: Part = (0, 0)


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
        return NOTHING
    start, end = line.index_of(span.start), bisect_left(line.offsets, span.end)
    return (start, min(end, len(line.text))) if start < end and start < len(line.text) else NOTHING


@dataclass(frozen=True, slots=True)
class Light:
    """What of a line's text is set off from the rest."""

    word: Part = NOTHING
    sentence: Part = NOTHING
    current: Part = NOTHING
    """Of what was found, the one that is gone to."""

    selected: Part = NOTHING
    unsaid: tuple[Part, ...] = ()
    """What is skipped within what is spoken."""

    found: tuple[Part, ...] = ()

    def layers(self) -> Iterator[tuple[str, tuple[Part, ...]]]:
        """Styles and where they are, each over the one before; the word is alone."""
        yield "silent", self.unsaid
        yield "sentence", (self.sentence,)
        yield "found", self.found
        yield "current", (self.current,)
        yield "selected", (self.selected,)


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the screen lines are drawn, in cells."""

    screen: int
    margin: int
    measure: int


def paint(line: Line, palette: Palette, place: Place, light: Light) -> Strip:
    """A line across the screen, its text after a margin; a bar in the margin beside the sentence."""
    segments = list(_margin(place.margin, palette, is_lit=light.sentence != NOTHING))
    if line.item is None:
        segments.append(Segment(line.lead, palette.ground + palette.styles["silent"] + _NOTE))
        return Strip(segments).adjust_cell_length(place.screen, palette.ground)
    own = palette.ground + _style(line, palette)
    lead = palette.styles["lead"] if line.item.kind is not BlockKind.CODE else Style.null()
    ground = Style(bgcolor=own.bgcolor)
    if line.pad is None:
        segments.append(Segment(line.lead, palette.ground + ground + lead))
        segments += _lit(line, own, palette, light)
    else:
        segments.append(Segment(" " * line.pad, palette.ground + ground))
        segments += _lit(line, own, palette, light)
        segments.append(Segment(line.lead[::-1], palette.ground + ground + lead))
    if line.item.kind is BlockKind.CODE:
        drawn = sum(cell_len(segment.text) for segment in segments)
        segments.append(Segment(" " * (place.margin + place.measure - drawn), own))
    return Strip(segments).adjust_cell_length(place.screen, palette.ground)


def _margin(width: int, palette: Palette, *, is_lit: bool) -> Iterator[Segment]:
    if not is_lit or not width:
        yield Segment(" " * width, palette.ground)
        return
    yield Segment(" " * max(width - 2, 0), palette.ground)
    yield Segment(_BAR, palette.ground + palette.styles["lead"])
    yield Segment(" " * min(width - 1, 1), palette.ground)


def _lit(line: Line, own: Style, palette: Palette, light: Light) -> Iterator[Segment]:
    layers = [(palette.styles[name], [p for p in parts if p != NOTHING]) for name, parts in light.layers()]
    edges = {
        0,
        len(line.text),
        *light.word,
        *(edge for _, parts in layers for part in parts for edge in part),
    }
    runs: list[tuple[int, int, Style]] = []
    for start, end in pairwise(sorted(edges)):
        style = own
        for layer, parts in layers:
            if any(first <= start < last for first, last in parts):
                style += layer
        if light.word[0] <= start < light.word[1]:
            style = own + palette.styles["word"]
        runs.append((start, end, style))
    if line.order:
        return _in_order(line, runs)
    return (Segment(line.text[start:end], style) for start, end, style in runs)


def _in_order(line: Line, runs: list[tuple[int, int, Style]]) -> Iterator[Segment]:
    """Glyph by glyph from left to right, those of one style together."""
    starts = [start for start, _, _ in runs]
    text, style = "", Style.null()
    for start, end, _ in line.glyphs():
        own = runs[max(bisect_left(starts, start + 1) - 1, 0)][2]
        if own != style and text:
            yield Segment(text, style)
            text = ""
        text, style = text + line.text[start:end], own
    yield Segment(text, style)


def _style(line: Line, palette: Palette) -> Style:
    item = line.item
    assert item is not None
    own = _kind_style(item, palette)
    if line.is_head:
        own += palette.styles["head"]
    return own + palette.styles["silent"] if item.silence else own


def _kind_style(item: Item, palette: Palette) -> Style:
    if item.kind is BlockKind.TITLE:
        return palette.styles["title"]
    if item.kind is BlockKind.HEADING:
        return palette.styles["chapter" if item.level <= 1 else "heading"]
    if item.kind is BlockKind.CODE:
        return palette.styles["code"]
    return palette.styles["aside"] if item.kind in _ASIDES else Style.null()
