"""What is shown over the page on request: the keys, and where the sound goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

KEYS = (
    ("space", "pause, or play on"),
    ("← →", "sentence back, sentence on"),
    ("p n", "block back, block on (also [ and ])"),
    ("- +", "slower, faster"),
    ("enter", "read from the top of the screen"),
    ("click", "read from there"),
    ("f", "back to the voice"),
    ("↑ ↓", "scroll (also page up, page down)"),
    ("g G", "top, end (also home, end)"),
    ("o", "where the sound goes; looks for it again"),
    ("ctrl+p", "themes and more"),
    ("?", "this help"),
    ("q", "quit (also ctrl+c)"),
)


class Notice(ModalScreen[None]):
    """A title and a few lines; any key of these closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,question_mark,o,q", "dismiss", "Close"),
        Binding("ctrl+c", "app.quit", "Quit", show=False),
    ]
    DEFAULT_CSS = """
    Notice {
        align: center middle;
        & > VerticalScroll {
            width: 56; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $primary; border-title-color: $primary; padding: 0 1;
        }
    }
    """

    def __init__(self, title: str, body: Table | Text) -> None:
        super().__init__()
        self._heading = title
        self._body = body

    def compose(self) -> ComposeResult:
        with VerticalScroll() as box:
            box.border_title = self._heading
            yield Static(self._body)


def help_notice(keys: Sequence[tuple[str, str]] = KEYS) -> Notice:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for key, does in keys:
        table.add_row(key, does)
    return Notice("Keys", table)
