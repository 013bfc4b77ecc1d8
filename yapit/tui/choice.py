"""A list to choose from, narrowed down by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option


class Choice(ModalScreen[int | None]):
    """Gives the index of the option that was chosen; None for none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("ctrl+c", "app.quit", "Quit", show=False),
    ]
    DEFAULT_CSS = """
    Choice {
        align: center middle;
        & > Vertical {
            width: 72; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $primary; border-title-color: $primary;
        }
        & Input { height: 1; border: none; padding: 0 1; background: $surface; }
        & Input:focus { border: none; }
        & OptionList { height: auto; max-height: 20; border: none; padding: 0; background: $surface; }
    }
    """

    def __init__(self, title: str, options: Sequence[str], *, chosen: int | None = None) -> None:
        super().__init__()
        self._heading = title
        self._options = options
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = self._heading
            typed = Input(placeholder="type to narrow down", compact=True)
            typed.cursor_blink = False
            yield typed
            yield OptionList(*self._narrowed(""))

    def on_mount(self) -> None:
        if self._chosen is not None:
            self.query_one(OptionList).highlighted = self._chosen

    def on_input_changed(self, event: Input.Changed) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(self._narrowed(event.value))
        options.highlighted = 0 if options.option_count else None

    def on_input_submitted(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self._give(options.get_option_at_index(options.highlighted))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._give(event.option)

    def action_move(self, by: int) -> None:
        options = self.query_one(OptionList)
        if options.option_count:
            options.highlighted = ((options.highlighted or 0) + by) % options.option_count

    def _narrowed(self, typed: str) -> list[Option]:
        words = typed.casefold().split()
        return [
            Option(Text(option, no_wrap=True, overflow="ellipsis"), id=str(index))
            for index, option in enumerate(self._options)
            if all(word in option.casefold() for word in words)
        ]

    def _give(self, option: Option) -> None:
        self.dismiss(int(option.id or 0))
