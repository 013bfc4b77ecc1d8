"""One line to type at, at the foot of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, Label


class Prompt(ModalScreen[str | None]):
    """Gives what was typed; None where the listener thought better of it. The page stays in view."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("ctrl+c", "app.quit", "Quit", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Prompt {
        align: left bottom; background: transparent;
        & > Horizontal { height: 1; background: $panel; }
        & Label { padding: 0 1; color: $text-primary; text-style: bold; }
        & Input { height: 1; border: none; padding: 0; background: $panel; width: 1fr; }
        & Input:focus { border: none; }
        &.-narrow > Horizontal { layout: vertical; height: 2; }
        &.-narrow Label { width: 100%; height: 1; }
        &.-narrow Input { width: 100%; padding: 0 1; }
        &.-narrow #tells { dock: right; padding: 0; margin: 0; }
        & #tells { width: auto; color: $text-muted; text-style: none; }
    }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 - an instance variable of Screen

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        value: str = "",
        while_typing: Callable[[str], str] | None = None,
        password: bool = False,
    ) -> None:
        """`while_typing` is called at each key and tells what came of it."""
        super().__init__()
        self._label = label
        self._hint = hint
        self._value = value
        self._while_typing = while_typing
        self._password = password

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Label(self._label, markup=False)
            box = Input(
                self._value,
                placeholder=self._hint,
                password=self._password,
                compact=True,
                select_on_focus=False,
            )
            box.cursor_blink = False
            yield box
            yield Label("", id="tells", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        if self._while_typing is not None:
            self.query_one("#tells", Label).update(self._while_typing(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)
