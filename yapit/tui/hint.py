"""Lines above the status that say something for a while, and cover nothing but themselves."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from yapit.tui.glyphs import displayable
from yapit.tui.wrapping import wrap

SECONDS = 6.0

MOST_LINES = 3
"""A cure is worth that much of the page; of what is longer, the beginning is shown."""


class Hint(Widget):
    """Not there while it has nothing to say."""

    DEFAULT_CSS = """
    Hint { height: auto; display: none; background: $panel; color: $foreground; text-style: bold; }
    Hint.-shown { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self._until: Timer | None = None

    @property
    def said(self) -> str:
        """What it says now; empty where it says nothing."""
        return self._said

    def say(self, text: str, seconds: float = SECONDS) -> None:
        """Say it instead of what was said before; nothing hides it."""
        self._said = " ".join(displayable(text).split())
        self.set_class(bool(self._said), "-shown")
        self.refresh(layout=True)
        if self._until is not None:
            self._until.stop()
        self._until = self.set_timer(seconds, lambda: self.say("")) if self._said else None

    def on_click(self) -> None:
        self.say("")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width, self.screen.size.height))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        lines = self._lines(width, self.screen.size.height)
        text = f" {lines[y]} " if y < len(lines) else ""
        return Strip([Segment(set_cell_size(text, width), self.rich_style)], width)

    def _lines(self, width: int, height: int) -> list[str]:
        """At most a quarter of the screen."""
        inner, most = max(width - 2, 1), max(1, min(MOST_LINES, height // 4))
        lines = [self._said[a:b] for a, b in wrap(self._said, 0, len(self._said), inner)]
        if len(lines) <= most:
            return lines
        last = " ".join(lines[most - 1 :])
        return [
            *lines[: most - 1],
            f"{set_cell_size(last, max(inner - 1, 0))}…" if cell_len(last) > inner else last,
        ]
