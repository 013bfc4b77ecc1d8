"""What is skipped: the levels and each single thing, switched while one listens."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from yapit.core.hearing import LEVELS, Level, Reason
from yapit.core.listening.desk import Desk
from yapit.tui.rows import Rows

_SAID: dict[Reason, str] = {
    Reason.FURNITURE: "running heads and feet, page numbers, menus",
    Reason.NOTE_MARKS: "note marks",
    Reason.NOTES: "footnotes and endnotes",
    Reason.CITATIONS: "citations",
    Reason.REFERENCES: "list of works cited",
    Reason.ADDRESSES: "web addresses",
    Reason.CODE: "code",
    Reason.TABLES: "tables",
    Reason.CAPTIONS: "captions",
    Reason.EQUATIONS: "displayed formulas",
    Reason.PARENTHESES: "what stands in parentheses",
}


class Skips(ModalScreen[None]):
    """Each change is heard at once; there is nothing to confirm."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,x,q", "dismiss(None)", "Close", priority=True),
        Binding("space", "switch", "Switch", priority=True),
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(5)", show=False, priority=True),
        Binding("pageup", "move(-5)", show=False, priority=True),
        Binding("ctrl+c", "app.quit", "Quit", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Skips {
        align: center middle;
        & > Vertical {
            width: 54; max-width: 100%; min-width: 12; height: auto; max-height: 100%;
            background: $surface; border: round $primary; border-title-color: $primary;
            border-subtitle-color: $foreground-muted;
        }
        & OptionList { height: auto; max-height: 100%; border: none; padding: 0; background: $surface; }
        & OptionList:focus { border: none; }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[Level | Reason] = [*Level, *Reason]

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = "What is skipped"
            box.border_subtitle = "space switches, escape closes"
            yield Rows(*(Option(self._row(row)) for row in self._rows))

    def on_mount(self) -> None:
        at = next((i for i, row in enumerate(self._rows) if isinstance(row, Level) and self._is_on(row)), 0)
        self.query_one(OptionList).highlighted = at

    def on_option_list_option_selected(self) -> None:
        self.action_switch()

    def action_move(self, by: int) -> None:
        options = self.query_one(OptionList)
        at, last = (options.highlighted or 0) + by, len(self._rows) - 1
        options.highlighted = at % (last + 1) if abs(by) == 1 else max(0, min(at, last))

    def action_switch(self) -> None:
        """Take the level, or skip the thing or say it."""
        row = self._rows[self.query_one(OptionList).highlighted or 0]
        self._desk.skip(LEVELS[row] if isinstance(row, Level) else self._desk.hearing.skip ^ {row})
        options = self.query_one(OptionList)
        for index, known in enumerate(self._rows):
            options.replace_option_prompt_at_index(index, self._row(known))

    def _is_on(self, row: Level | Reason) -> bool:
        skip = self._desk.hearing.skip
        return LEVELS[row] == skip if isinstance(row, Level) else row in skip

    def _row(self, row: Level | Reason) -> Text:
        is_on = self._is_on(row)
        if isinstance(row, Level):
            text = f" {'(•)' if is_on else '( )'} {row}"
        else:
            text = f" {'[x]' if is_on else '[ ]'} {_SAID[row]}"
        return Text(text, no_wrap=True, overflow="ellipsis")
