"""A list to choose from, narrowed down by typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from yapit.tui.rows import Rows

_SCREEN = 8
"""Rows that page up and page down move by."""


class Choice(ModalScreen[str | None]):
    """Gives the value of the option that was chosen; None for none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", f"move({_SCREEN}, False)", show=False),
        Binding("pageup", f"move(-{_SCREEN}, False)", show=False),
        Binding("ctrl+d", "forget", show=False, priority=True),
        Binding("ctrl+c", "app.quit", "Quit", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Choice {
        align: center middle;
        & > Vertical {
            width: 72; max-width: 100%; min-width: 12; height: auto; max-height: 100%;
            background: $surface; border: round $primary; border-title-color: $primary;
        }
        & Input { height: 1; border: none; padding: 0 1; background: $surface; }
        & Input:focus { border: none; }
        & OptionList { height: auto; max-height: 20; border: none; padding: 0; background: $surface; }
    }
    """

    def __init__(
        self,
        title: str,
        options: Mapping[str, str],
        *,
        chosen: str | None = None,
        also: Callable[[str], str] = lambda typed: "",
        hint: str = "type to narrow down",
        forget: Callable[[str], None] | None = None,
    ) -> None:
        """`options` are rows by their values; `also` gives one for what was typed, where that is a value.

        `forget` is given the value of what is not wanted any more.
        """
        super().__init__()
        self._heading = title
        self._options = options
        self._chosen = chosen
        self._also = also
        self._hint = hint
        self._forget = forget
        self._values: list[str] = []  # of the rows that are shown

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = self._heading
            box.border_subtitle = "ctrl+d forgets" if self._forget else ""
            typed = Input(placeholder=self._hint, compact=True)
            typed.cursor_blink = False
            yield typed
            yield Rows(*self._narrowed(""))

    def on_mount(self) -> None:
        if self._chosen in self._values:
            self.query_one(OptionList).highlighted = self._values.index(self._chosen)

    def on_input_changed(self, event: Input.Changed) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(self._narrowed(event.value))
        options.highlighted = 0 if options.option_count else None

    def on_input_submitted(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(self._values[options.highlighted])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._values[event.option_index])

    def action_move(self, by: int, around: bool = True) -> None:
        options = self.query_one(OptionList)
        if not options.option_count:
            return
        at, last = (options.highlighted or 0) + by, options.option_count - 1
        options.highlighted = at % (last + 1) if around else max(0, min(at, last))

    def action_forget(self) -> None:
        at = self.query_one(OptionList).highlighted
        if self._forget is not None and at is not None:
            self._forget(self._values[at])
            self.dismiss(None)

    def _narrowed(self, typed: str) -> list[Option]:
        value, words = typed.strip(), typed.casefold().split()
        rows = {value: row} if value and (row := self._also(value)) else {}
        rows |= {v: row for v, row in self._options.items() if all(word in row.casefold() for word in words)}
        self._values = list(rows)
        return [Option(Text(row, no_wrap=True, overflow="ellipsis")) for row in rows.values()]
