"""Where the reading of lines stands: what every rule may look at."""

from __future__ import annotations

from dataclasses import dataclass, field

from yapit.core.document import BlockKind
from yapit.core.parse.pdf.layout import Layout
from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.piece import Piece


@dataclass(slots=True)
class Reading:
    layout: Layout
    open: Piece | None = None
    """The block that the next line may go on with."""

    before: Line | None = None
    after: Line | None = None
    """The line after the one that is judged."""

    in_front: bool = True
    """Before the text begins: title, names, places."""

    in_abstract: bool = False
    in_references: bool = False
    in_contents: bool = False
    has_second: bool = False
    """Whether some line of the page begins with `[2]`: then one with `[1]` begins a list of works cited."""

    insets: list[float] = field(default_factory=list)
    """How far the markers of the open lists are set in, the outermost first."""

    @property
    def kind(self) -> BlockKind | None:
        return None if self.open is None else self.open.kind

    def step(self, line: Line) -> float | None:
        """How far a line is below the one before; None over a page or column, or up the page."""
        before = self.before
        if before is None or before.page != line.page:
            return None
        step = line.foot - before.foot
        moved = self.layout.column(before) != self.layout.column(line) and step < -0.5 * self.layout.leading
        return None if moved or step < -self.layout.leading else step

    def is_below(self, line: Line, reach: float) -> bool:
        step = self.step(line)
        return step is not None and 0 < step < reach

    def is_level(self, line: Line) -> bool:
        """On the row of the line before."""
        step = self.step(line)
        return step is not None and abs(step) < 0.6 * self.layout.leading

    def is_apart(self, line: Line) -> bool:
        """White space stands above: more than between two lines of a paragraph."""
        step = self.step(line)
        return step is None or abs(step) > 1.15 * self.layout.leading

    def is_next_line(self, line: Line) -> bool:
        """One leading below the line before, and of its size: where a paragraph goes on."""
        before = self.before
        step = self.step(line)
        if before is None or step is None or abs(before.size - line.size) >= 0.3:
            return False
        return abs(step - self.layout.leading) < 0.25 * self.layout.leading

    def is_full(self, line: Line) -> bool:
        """Whether a line reaches the end of its column."""
        column = self.layout.measure(line)
        return line.box.x1 > column.x1 - 0.12 * column.width

    def is_centred(self, line: Line) -> bool:
        column = self.layout.measure(line)
        middle = (line.box.x0 + line.box.x1) / 2
        return abs(middle - column.middle) < 6 and line.box.x0 > column.x0 + 10

    def inset(self, line: Line) -> float:
        """How far a line is set in from the edge of its column, in points."""
        return line.box.x0 - self.layout.measure(line).x0
