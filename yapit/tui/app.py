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
from textual.worker import Worker, get_current_worker

from yapit.core.desktop.desktop import Desktop, to_terminal
from yapit.core.errors import LockedDocument, YapitError
from yapit.core.listening import Keymap, keymap
from yapit.core.listening.opened import Opened
from yapit.core.listening.speaker import Speaker
from yapit.core.listening.telling import title_of
from yapit.tui.loading import MakeNarrator, OpenPlayer, mistake_of
from yapit.tui.looks import Looks
from yapit.tui.prompt import Prompt
from yapit.tui.reader import REFUSED_SECONDS, ReaderScreen
from yapit.tui.terminal import native_output_to_log, title_sequence, when_told_to_end, window_title
from yapit.tui.themes import LISTS, THEMES, theme_for, wants_no_colour

OpenSource = Callable[[str, "str | None"], Opened]
"""Opens a source, with a password where it wants one. Raises YapitError."""

MINDED_PER_SECOND = 10
"""How often what was asked for from outside of the terminal is done."""

_SWITCH_SECONDS = 0.001
"""How long a thread that parses keeps the one that draws waiting, several times for each key."""


class ReaderApp(App[None]):
    CSS = f"ToastRack {{ margin-bottom: 3; }} {LISTS}"
    ENABLE_COMMAND_PALETTE = False  # every command is in the list that the reader has of its own
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
        super().__init__(ansi_color=wants_no_colour() or None)
        self._desktop = desktop
        self.title = title_of(opened.document)
        self._looks = looks or Looks()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = theme_for(self._looks.theme).name
        self._keys = keys or keymap()
        self._make_narrator = make_narrator
        self._open_player = open_player
        self._open_source = open_source
        self._refused: YapitError | None = None  # the last document that could not be opened
        self.reader = self._screen_of(opened, None, autoplay=autoplay, start=start)

    async def on_mount(self) -> None:
        await self.push_screen(self.reader)  # Textual cannot switch away from its default screen
        when_told_to_end(lambda code: self.exit(return_code=code))
        if self._desktop is not None:
            self._desktop.write = self.tell_terminal
            self.set_interval(1 / MINDED_PER_SECOND, partial(self._mind, self._desktop))

    def _mind(self, desktop: Desktop) -> None:
        desktop.mind(self.reader)

    def tell_terminal(self, sequence: str) -> None:
        """Send what is not of the screen; by the driver, so that it is not sent in the midst of a picture."""
        if self._driver is not None:
            self._driver.write(sequence)

    def on_reader_screen_wanted(self, message: ReaderScreen.Wanted) -> None:
        self._open(message.source, queued=message.queued)

    def on_reader_screen_ended(self) -> None:
        """The next of the queue, where there is one."""
        shelf = self.reader.desk.shelf
        following = shelf.next_in_queue() if shelf is not None else None
        if shelf is not None:
            shelf.finish()
        session = self.reader.session
        if session.sleeps_at_end:
            session.sleep_after(None)
            session.fell_asleep = True
        elif following is not None:
            self._open(following.source, queued=following.id)
        elif self._desktop is not None:
            self._desktop.ended(self.title or "", in_view=self._in_view)

    @property
    def _in_view(self) -> bool:
        """As far as the terminal tells: tmux and screen keep it to themselves."""
        return self.app_focus and not {"TMUX", "STY"} & os.environ.keys()

    @work(thread=True, exclusive=True, group="opening", exit_on_error=False)
    def _open(self, source: str, password: str | None = None, *, queued: str = "") -> None:
        """Runs in a thread; the document that is read goes on meanwhile."""
        if self._open_source is None:
            return
        worker = get_current_worker()
        then: Callable[[], object]
        try:
            then = partial(self._turn_to, self._open_source(source, password))
        except LockedDocument as error:
            then = partial(self._ask_password, source, error, queued)
        except YapitError as error:
            then = partial(self._refuse, error, queued)
        if not worker.is_cancelled:  # else another was asked for meanwhile
            self.call_from_thread(then)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if (error := mistake_of(event)) is not None:
            self.reader.refuse(error)

    def _refuse(self, error: YapitError, queued: str) -> None:
        """Who listens to the queue hears what comes after it, and is told there."""
        self._refused = error
        self.reader.refuse(error)
        self._pass_over(queued)

    def _pass_over(self, queued: str) -> None:
        shelf = self.reader.desk.shelf
        if queued and shelf is not None and (following := shelf.next_in_queue(queued)) is not None:
            self._open(following.source, queued=following.id)

    def _ask_password(self, source: str, error: LockedDocument, queued: str) -> None:
        def typed(password: str | None) -> None:
            if password:
                self._open(source, password, queued=queued)
            else:
                self._pass_over(queued)

        self.push_screen(Prompt(f"{error}. Password:", password=True), typed)

    async def _turn_to(self, opened: Opened) -> None:
        reader = self._screen_of(opened, self.reader.release())
        if self.reader.session.sleep.seconds_left is not None:
            reader.session.sleep = self.reader.session.sleep
        self.title = title_of(opened.document)
        self.tell_terminal(title_sequence(f"{self.title} – Yapit"))
        while self.screen is not self.reader:  # a dialog about the document that is left
            await self.pop_screen()
        await self.switch_screen(reader)
        self.reader = reader
        if (error := self._refused) is not None:
            reader.say(f"⚠ {error}. {error.cure}".strip(), REFUSED_SECONDS)
            self._refused = None

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
        window_title(f"{title_of(opened.document)} – Yapit"),
        native_output_to_log(log),
        closing(asyncio.new_event_loop()) as loop,  # asyncio.run would wait for what is still being loaded
    ):
        app.run(loop=loop)
        if desktop is not None:
            desktop.write = to_terminal
            desktop.close()
    if app.return_code:
        sys.exit(app.return_code)
