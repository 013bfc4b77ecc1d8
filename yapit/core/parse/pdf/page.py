"""A page as lines of text: what the rules of layout look at, whatever read it."""

from __future__ import annotations

from dataclasses import dataclass

from yapit.core.document import Box, Span


@dataclass(frozen=True, slots=True)
class Seam:
    """A wide space within a line: it may part two cells of a table."""

    at: int
    """Where in the text the right part begins."""

    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Line:
    page: int
    """From 1."""

    box: Box
    text: str
    size: float
    """Of most of its letters, in points, to the nearest half."""

    bold: bool = False
    italic: bool = False
    mono: bool = False
    """Every character as wide as the next, as in listings."""

    notes: tuple[Span, ...] = ()
    """Where in the text note marks stand."""

    base: float = 0.0
    """Where its letters stand, from the top of the page; 0 where nobody knows."""

    seams: tuple[Seam, ...] = ()

    tagged: int = 0
    """The level of the heading that the file says it is; 0 where it says nothing."""

    initial: int = 0
    """How many of its first characters are a large initial."""

    aside: bool = False
    """Not of the text, whatever its place: written across the others."""

    def __hash__(self) -> int:
        return hash((self.page, self.box.y0, self.box.x0))

    @property
    def width(self) -> float:
        return self.box.x1 - self.box.x0

    @property
    def foot(self) -> float:
        """Where its letters stand, or nearly: raised marks do not move it."""
        return self.base or self.box.y1

    @property
    def middle(self) -> float:
        return (self.box.y0 + self.box.y1) / 2


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    """In the order in which the file draws them: with most programs that wrote it, the reading order."""

    unordered: bool = False
    """The order of the lines means nothing, as after recognition; their places must tell it."""

    recognized: bool = False
    """The lines were recognized in a picture: their sizes are guessed from their places."""

    unread: str = ""
    """What is to be said of a page with writing that could not be read: `in Arabic script`; else empty."""

    rules: tuple[Box, ...] = ()
    """Straight level strokes: what parts notes from the text and heads from tables."""

    turn: int = 0
    """How many quarters the text, and so all places on this page, is turned against the page."""

    def shown(self, box: Box) -> Box:
        """A place as it is on the page that is shown, where the text may run up or down."""
        if self.turn == 1:
            return Box(box.y0, self.width - box.x1, box.y1, self.width - box.x0)
        if self.turn == 3:
            return Box(self.height - box.y1, box.x0, self.height - box.y0, box.x1)
        return box
