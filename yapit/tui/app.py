"""The reader as a program on a terminal. What is slow is loaded behind the first picture."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import ClassVar

import platformdirs
from textual import work
from textual.app import App
from textual.binding import Binding, BindingType

from yapit.core.desktop.desktop import Desktop, to_terminal
from yapit.core.errors import LockedDocument, YapitError
from yapit.core.listening import Keymap, keymap
from yapit.core.listening.opened import Opened
from yapit.core.listening.speaker import Speaker
from yapit.tui.command_palette import Commands
from yapit.tui.loading import MakeNarrator, OpenPlayer
from yapit.tui.prompt import Prompt
from yapit.tui.reader import LOOKS_PER_SECOND, Looks, ReaderScreen, document_title
from yapit.tui.terminal import native_output_to_log, title_sequence, when_told_to_end, window_title
from yapit.tui.themes import THEMES, theme_for

OpenSource = Callable[[str, "str | None"], Opened]
"""Opens a source, with a password where it wants one. Raises YapitError."""

_SWITCH_SECONDS = 0.001
"""How long a thread that parses keeps the one that draws waiting, several times for each key."""


class ReaderApp(App[None]):
    CSS = "ToastRack { margin-bottom: 3; }"
    COMMANDS = App.COMMANDS | {Commands}
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "quit", "Quit", show=False)]

    def __init__(
        self,
        opened: Opened,
        make_narrator: MakeNarrator,
        open_player: OpenPlayer,
        *,
        open_source: OpenSource | None = None,
        keys: Keymap | None = None,
        looks: Looks | None = None,
        desktop: Desktop | None = None,
        autoplay: bool = True,
        start: int | None = None,
    ) -> None:
        super().__init__()
        self._desktop = desktop
        self.title = document_title(opened.document)
        self._looks = looks or Looks()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = theme_for(self._looks.theme).name
        self._keys = keys or keymap()
        self._make_narrator = make_narrator
        self._open_player = open_player
        self._open_source = open_source
        self.reader = self._screen_of(opened, None, autoplay=autoplay, start=start)

    async def on_mount(self) -> None:
        await self.push_screen(self.reader)  # Textual cannot switch away from its default screen
        when_told_to_end(lambda code: self.exit(return_code=code))
        if self._desktop is not None:
            self._desktop.write = self.tell_terminal
            self.set_interval(1 / LOOKS_PER_SECOND, partial(self._mind, self._desktop))

    def _mind(self, desktop: Desktop) -> None:
        desktop.mind(self.reader)

    def tell_terminal(self, sequence: str) -> None:
        """Send what is not of the screen; by the driver, so that it is not sent in the midst of a picture."""
        if self._driver is not None:
            self._driver.write(sequence)

    def on_reader_screen_wanted(self, message: ReaderScreen.Wanted) -> None:
        self._open(message.source)

    def on_reader_screen_ended(self) -> None:
        """The next of the queue, where there is one."""
        shelf = self.reader.desk.shelf
        following = shelf.next_in_queue() if shelf is not None else None
        if shelf is not None:
            shelf.finish()
        if following is not None:
            self._open(following.source)
        elif self._desktop is not None:
            self._desktop.ended(self.title or "", in_view=self._in_view)

    @property
    def _in_view(self) -> bool:
        """As far as the terminal tells: tmux and screen keep it to themselves."""
        return self.app_focus and not {"TMUX", "STY"} & os.environ.keys()

    @work(thread=True, exclusive=True, group="opening", exit_on_error=False)
    def _open(self, source: str, password: str | None = None) -> None:
        """Runs in a thread; the document that is read goes on meanwhile."""
        if self._open_source is None:
            return
        try:
            opened = self._open_source(source, password)
        except LockedDocument as error:
            self.call_from_thread(self._ask_password, source, error)
        except YapitError as error:
            self.call_from_thread(self.reader.refuse, error)
        else:
            self.call_from_thread(self._turn_to, opened)  # type: ignore[arg-type]  # any coroutine will do

    def _ask_password(self, source: str, error: LockedDocument) -> None:
        def typed(password: str | None) -> None:
            if password:
                self._open(source, password)

        self.push_screen(Prompt(f"{error}. Password:", password=True), typed)

    async def _turn_to(self, opened: Opened) -> None:
        reader = self._screen_of(opened, self.reader.release())
        self.title = document_title(opened.document)
        self.tell_terminal(title_sequence(f"{self.title} – Yapit"))
        await self.switch_screen(reader)
        self.reader = reader

    def _screen_of(
        self, opened: Opened, speaker: Speaker | None, *, autoplay: bool = True, start: int | None = None
    ) -> ReaderScreen:
        return ReaderScreen(
            opened,
            self._keys,
            self._make_narrator,
            self._open_player,
            speaker=speaker,
            looks=self._looks,
            autoplay=autoplay,
            start=start,
        )


def run_reader(
    opened: Opened,
    make_narrator: MakeNarrator,
    open_player: OpenPlayer,
    *,
    open_source: OpenSource | None = None,
    keys: Keymap | None = None,
    looks: Looks | None = None,
    desktop: Desktop | None = None,
) -> None:
    """Read a document on this terminal until the listener quits.

    What C libraries print meanwhile goes to `reader.log` in the user's log folder.

    Raises:
        SystemExit: A signal or a fault of the screen ended it; with its exit code.
    """
    app = ReaderApp(
        opened,
        make_narrator,
        open_player,
        open_source=open_source,
        keys=keys,
        looks=looks,
        desktop=desktop,
    )
    sys.setswitchinterval(_SWITCH_SECONDS)
    log = Path(platformdirs.user_log_dir("yapit")) / "reader.log"
    with (
        window_title(f"{document_title(opened.document)} – Yapit"),
        native_output_to_log(log),
        closing(asyncio.new_event_loop()) as loop,  # asyncio.run would wait for what is still being loaded
    ):
        app.run(loop=loop)
        if desktop is not None:
            desktop.write = to_terminal
            desktop.close()
    if app.return_code:
        sys.exit(app.return_code)
