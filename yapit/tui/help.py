"""What is shown over the page on request: the keys, and where the sound goes."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from yapit.core.listening import COMMANDS, Group, Keymap
from yapit.tui.keys import shown


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
            width: 72; max-width: 100%; min-width: 12; height: auto; max-height: 100%;
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


def help_notice(keymap: Keymap) -> Notice:
    """Every command with its keys, by group; those without a key are in the palette."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", max_width=20)
    table.add_column()
    ordered = sorted(COMMANDS, key=lambda command: list(Group).index(command.group))
    for group, commands in groupby(ordered, key=lambda command: command.group):
        table.add_row("", Text(group, style="underline"))
        for command in commands:
            table.add_row(Text("  ".join(map(shown, keymap[command.name]))), command.title)
    table.add_row("click", "Read from there; on dimmed text, tell why it is not spoken")
    return Notice("Keys", table)
