"""A page as lines of text: what the rules of layout look at, whatever read it."""

from __future__ import annotations

from dataclasses import dataclass

from yapit.core.document import Box


@dataclass(frozen=True, slots=True)
class Line:
    page: int
    """From 1."""

    box: Box
    text: str
    size: float
    """Of most of its letters, in points, to the nearest half."""

    bold: bool = False

    @property
    def width(self) -> float:
        return self.box.x1 - self.box.x0

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
