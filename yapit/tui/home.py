"""The library: what is being read, how far, and how long it still takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from yapit.core.errors import LibraryError
from yapit.core.library import Entry, Library
from yapit.core.listening.telling import duration, since
from yapit.tui.rows import Rows
from yapit.tui.themes import LISTS, THEMES, theme_for, wants_no_colour

_BAR = 12
"""Cells of a progress bar."""


class Home(ModalScreen[str | None]):
    """Gives the source of the document to read; None to go back to where one was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Read", priority=True),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False),
        Binding("pageup", "move(-8)", show=False),
        Binding("ctrl+n", "queue", "Queue", priority=True),
        Binding("ctrl+d", "forget", "Forget", priority=True),
        Binding("escape", "dismiss(None)", "Back"),
        Binding("ctrl+c", "app.quit", "Quit", priority=True),
    ]
    DEFAULT_CSS = """
    Home {
        background: $background;
        & > Vertical { padding: 0 1; }
        & Static { height: 1; color: $text-primary; text-style: bold; }
        & Input { height: 1; border: none; padding: 0; background: $background; margin: 0 0 1 0; }
        & Input:focus { border: none; }
        & OptionList { height: 1fr; min-width: 12; border: none; padding: 0; background: $background; }
        & Footer { background: $panel; }
    }
    """

    def __init__(
        self, library: Library, *, tempo: float = 1.0, now: Callable[[], datetime] | None = None
    ) -> None:
        super().__init__()
        self._library = library
        self._tempo = tempo
        self._now = now or (lambda: datetime.now().astimezone())
        self._entries: Sequence[Entry] = ()
        self._going: str | None = None  # the document that will be forgotten when it is asked for once more

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static("", id="told")
            box = Input(placeholder="type to search titles, authors and places", compact=True)
            box.cursor_blink = False
            yield box
            yield Rows()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self._show()
        self.query_one(Input).focus()

    def on_input_changed(self) -> None:
        self._show()

    def on_option_list_option_selected(self) -> None:
        self.action_choose()

    def on_resize(self) -> None:
        self._show()

    def action_choose(self) -> None:
        if (entry := self._entry) is not None:
            self.dismiss(entry.source)

    def action_move(self, by: int) -> None:
        options = self.query_one(OptionList)
        if options.option_count:
            at = (options.highlighted or 0) + by
            options.highlighted = max(0, min(at, options.option_count - 1))

    def action_queue(self) -> None:
        """Read it next, or not."""
        if (entry := self._entry) is None:
            return
        queue = self._library.queue
        self._do(lambda: queue.remove(entry.id) if entry.queued else queue.add(entry.id))

    def action_forget(self) -> None:
        """Forget the place, the notes and all: asked twice, since it cannot be undone."""
        if (entry := self._entry) is None:
            return
        if self._going != entry.id:
            self._going = entry.id
            self._tell(f"ctrl+d again forgets {entry.title}: its place and its notes; the file stays")
            return
        self._do(lambda: self._library.documents.remove([entry.id]))

    @property
    def _entry(self) -> Entry | None:
        at = self.query_one(OptionList).highlighted
        return self._entries[at] if at is not None and at < len(self._entries) else None

    def _do(self, what: Callable[[], object]) -> None:
        """Change the library and show it as it is now; or tell why that cannot be done."""
        try:
            what()
        except LibraryError as error:
            self._tell(f"{error}. {error.cure}")
        else:
            self._show()

    def _show(self) -> None:
        try:
            self._list(self._library.documents.entries(tempo=self._tempo))
        except LibraryError as error:
            self._tell(f"{error}. {error.cure}")

    def _list(self, everything: Sequence[Entry]) -> None:
        options, words = self.query_one(OptionList), self.query_one(Input).value.casefold().split()
        at = options.highlighted or 0
        self._entries = [entry for entry in everything if _has(entry, words)]
        options.clear_options()
        options.add_options(Option(self._row(entry)) for entry in self._entries)
        options.highlighted = min(at, len(self._entries) - 1) if self._entries else None
        self._going = None
        count = len(everything)
        self._tell(
            f"{count} document{'' if count == 1 else 's'}" if count else "nothing yet: yapit read FILE"
        )

    def _tell(self, told: str) -> None:
        self.query_one("#told", Static).update(Text(f"Library: {told}", no_wrap=True, overflow="ellipsis"))

    def _row(self, entry: Entry) -> Text:
        row = Text(no_wrap=True, overflow="ellipsis")
        row.append(entry.title or entry.source, "bold")
        row.append(f"  {entry.author}" if entry.author else "")
        filled = round(entry.share * _BAR)
        row.append(f"\n  {'━' * filled}{'─' * (_BAR - filled)} {entry.share:.0%}")
        for fact in self._facts(entry):
            row.append(f"  {fact}")
        return row

    def _facts(self, entry: Entry) -> Sequence[str]:
        left = entry.seconds_left
        return [
            *([f"next {entry.queued}" if entry.queued > 1 else "next"] if entry.queued else []),
            *(
                ["finished"]
                if entry.finished
                else [f"{duration(left)} left"]
                if left is not None
                else ["new"]
            ),
            *([since(entry.opened, self._now())] if entry.opened else []),
        ]


def _has(entry: Entry, words: Sequence[str]) -> bool:
    text = f"{entry.title} {entry.author} {entry.source}".casefold()
    return all(word in text for word in words)


class _HomeApp(App[str]):
    """The library alone, before any document is read."""

    CSS = LISTS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "quit", "Quit", show=False)]

    def __init__(self, library: Library, theme: str, tempo: float) -> None:
        super().__init__(ansi_color=wants_no_colour() or None)
        for known in THEMES.values():
            self.register_theme(known)
        self.theme = theme_for(theme).name
        self._library = library
        self._tempo = tempo

    def on_mount(self) -> None:
        self.push_screen(Home(self._library, tempo=self._tempo), self.exit)


def choose_document(library: Library, *, theme: str = "dark", tempo: float = 1.0) -> str | None:
    """Show the library on this terminal; the source of what is to be read, or None."""
    return _HomeApp(library, theme, tempo).run()
