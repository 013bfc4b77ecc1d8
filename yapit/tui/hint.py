"""A line above the status that says something for a while, and covers nothing but itself."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

SECONDS = 6.0


class Hint(Widget):
    """Not there while it has nothing to say; of what is too long for the screen, the beginning is shown."""

    DEFAULT_CSS = """
    Hint { height: 1; display: none; background: $panel; color: $foreground; text-style: bold; }
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
        self._said = " ".join(text.split())
        self.set_class(bool(self._said), "-shown")
        self.refresh()
        if self._until is not None:
            self._until.stop()
        self._until = self.set_timer(seconds, lambda: self.say("")) if self._said else None

    def on_click(self) -> None:
        self.say("")

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        text = f" {self._said} "
        if cell_len(text) > width:
            text = f"{set_cell_size(text, max(width - 1, 0))}…"
        return Strip([Segment(set_cell_size(text, width), self.rich_style)], width)
