"""The reader: a page, a status line and the keys. What is slow is loaded behind the first picture."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import ClassVar

import platformdirs
from rich.text import Text
from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Footer
from textual.worker import Worker, WorkerState, get_current_worker

from yapit.core.document import BlockKind, Document
from yapit.core.errors import YapitError
from yapit.core.growth import Known, growing
from yapit.core.hearing import Hearing
from yapit.core.narrator import Narrator
from yapit.core.player import Player, State
from yapit.tui.help import Notice, help_notice
from yapit.tui.page import Page
from yapit.tui.reading import Reading, Voice
from yapit.tui.status import StatusLine, status_of
from yapit.tui.terminal import native_output_to_log, when_told_to_end, window_title

_SWITCH_SECONDS = 0.001
"""How long a thread that parses keeps the one that draws waiting, several times for each key."""

LOOKS_PER_SECOND = 30
STATUS_PER_SECOND = 4

MakeNarrator = Callable[[], Narrator]
OpenPlayer = Callable[[], tuple[Player, str]]
"""A player, and a note on its sound: empty when all is well, else why there is none and the cure."""


class ReaderApp(App[None]):
    """Shows a document and reads it aloud.

    `make_narrator` and `open_player` are called in a thread after the page is painted, and
    `more` is asked there for longer documents, each of which begins with the one before. A
    YapitError of theirs is shown, and the page stays readable.
    """

    CSS = """
    Footer { background: $panel; }
    .-narrow Footer, .-low Footer { display: none; }
    ToastRack { margin-bottom: 3; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (48, "-wide")]  # noqa: RUF012 - an instance variable of App
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-high")]  # noqa: RUF012 - see above
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "play_or_pause", "Pause"),
        Binding("left", "previous_sentence", "Sentence", key_display="← →"),
        Binding("right", "next_sentence", "Sentence on", show=False),
        Binding("left_square_bracket,p,shift+left", "previous_block", "Block back", show=False),
        Binding("right_square_bracket,n,shift+right", "next_block", "Block on", show=False),
        Binding("minus,underscore", "tempo(-0.1)", "Tempo", key_display="- +"),
        Binding("plus,equals_sign", "tempo(0.1)", "Faster", show=False),
        Binding("f", "follow", "Follow"),
        Binding("enter", "read_here", "Read from here", show=False),
        Binding("o", "sound", "Sound"),
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("q", "quit", "Quit"),
        Binding("ctrl+c,ctrl+q", "quit", "Quit", show=False, priority=True),
    ]

    class Loaded(Message):
        def __init__(self, voice: Voice) -> None:
            super().__init__()
            self.voice = voice

    class Grown(Message):
        """So much of the document is there, and what of it is spoken."""

        def __init__(self, known: Known) -> None:
            super().__init__()
            self.known = known

    class Whole(Message):
        """There is no more of the document."""

    class Refused(Message):
        """There will be no voice, and why."""

        def __init__(self, error: YapitError) -> None:
            super().__init__()
            self.error = error

    class Reopened(Message):
        """Sound was looked for again; the note says why there still is none."""

        def __init__(self, player: Player, note: str) -> None:
            super().__init__()
            self.player = player
            self.note = note

    def __init__(
        self,
        document: Document,
        make_narrator: MakeNarrator,
        open_player: OpenPlayer,
        *,
        more: Iterable[Document] = (),
        hearing: Hearing | None = None,
        autoplay: bool = True,
        start: int = 0,
    ) -> None:
        super().__init__()
        self.title = document_title(document)
        self.reading = Reading(document, start=start, autoplay=autoplay)
        self._documents = chain([document], more)
        self._hearing = hearing or Hearing()
        self._make_narrator = make_narrator
        self._open_player = open_player
        self._page = Page(document, self._hearing)
        self._status = StatusLine()
        self._problem: YapitError | None = None

    def compose(self) -> ComposeResult:
        yield self._page
        yield self._status
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        when_told_to_end(lambda code: self.exit(return_code=code))
        self.call_after_refresh(self._load)
        self.set_interval(1 / LOOKS_PER_SECOND, self._look)
        self.set_interval(1 / STATUS_PER_SECOND, self._tell)

    def on_unmount(self) -> None:
        self.reading.close()

    @work(thread=True, exit_on_error=False)
    def _load(self) -> None:
        """Runs in a thread: engine, sound device, then the document's sentences, as far as it is there."""
        gc.freeze()
        gc.enable()  # which may have been off for the sake of the first picture
        worker = get_current_worker()
        try:
            voice = self._voice()
            if worker.is_cancelled or not self.post_message(self.Loaded(voice)):
                voice.close()
                return
            self._read_on(voice.narrator.chunk_chars, worker)
        except YapitError as error:
            self.post_message(self.Refused(error))

    def _voice(self) -> Voice:
        narrator = self._make_narrator()
        narrator.warm_up().add_done_callback(self._warmed)
        try:
            player, note = self._open_player()
        except BaseException:
            narrator.close()
            raise
        return Voice(narrator, player, note)

    def _read_on(self, chunk_chars: int, worker: Worker[None]) -> None:
        for known in growing(self._documents, self._hearing, chunk_chars):
            gc.freeze()  # a document has no cycles: each search for some in it would hold up a key
            if worker.is_cancelled or not self.post_message(self.Grown(known)):
                return
        gc.unfreeze()
        gc.collect()  # the file, which libraries keep in circles, is not needed any more
        gc.freeze()
        self.post_message(self.Whole())

    def _warmed(self, done: Future[None]) -> None:
        error = None if done.cancelled() else done.exception()
        if isinstance(error, YapitError):
            self.post_message(self.Refused(error))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        error = event.worker.error
        if event.state is WorkerState.ERROR and error is not None:
            self._refuse(
                YapitError(f"{type(error).__name__}: {error}", cure="This is a bug; please report it.")
            )

    def on_reader_app_loaded(self, message: Loaded) -> None:
        self.reading.attach(message.voice)
        if message.voice.note:
            self.notify(message.voice.note, title="No sound", severity="warning", markup=False)
        self._tell()

    def on_reader_app_grown(self, message: Grown) -> None:
        known = message.known
        self._page.extend(known.document)
        self._page.dim(known.skips)
        self.reading.grow(known.document, known.places)
        self._look()
        self._tell()

    def on_reader_app_whole(self, message: Whole) -> None:
        self.reading.is_whole = True
        if not self.reading.places.chunks:
            self._refuse(
                YapitError("nothing in this document is spoken", cure="Click on dimmed text to see why.")
            )
        self._tell()

    def on_reader_app_refused(self, message: Refused) -> None:
        self._refuse(message.error)

    def on_page_chosen(self, message: Page.Chosen) -> None:
        if message.silence:
            self.notify(f"not spoken: {message.silence}", markup=False, timeout=3)
        else:
            self._seek(message.place)

    def action_play_or_pause(self) -> None:
        self._try_again()
        self.reading.toggle()
        self._tell()

    def action_next_sentence(self) -> None:
        self._move(self.reading.next_sentence)

    def action_previous_sentence(self) -> None:
        self._move(self.reading.previous_sentence)

    def action_next_block(self) -> None:
        self._move(self.reading.next_block)

    def action_previous_block(self) -> None:
        self._move(self.reading.previous_block)

    def action_tempo(self, by: float) -> None:
        self.reading.change_tempo(by)
        self._tell()

    def action_follow(self) -> None:
        self._page.follow()

    def action_read_here(self) -> None:
        self._seek(self._page.first_in_view())

    def action_help(self) -> None:
        self.push_screen(help_notice())

    def action_sound(self) -> None:
        """Where there is none, it is looked for again: a sound server may have come meanwhile."""
        voice = self.reading.voice
        if voice is not None and voice.note:
            self._look_for_sound()
        else:
            self._show_sound()

    @work(thread=True, exclusive=True, group="sound", exit_on_error=False)
    def _look_for_sound(self) -> None:
        """Runs in a thread: a device may take its time."""
        try:
            player, note = self._open_player()
        except YapitError as error:
            self.post_message(self.Refused(error))
            return
        if get_current_worker().is_cancelled or not self.post_message(self.Reopened(player, note)):
            player.close()

    def on_reader_app_reopened(self, message: Reopened) -> None:
        if message.note:
            message.player.close()
        else:
            self.reading.go_on_with(message.player)
        self._show_sound()
        self._tell()

    def _show_sound(self) -> None:
        self.push_screen(Notice("Sound", Text(self._sound())))

    def _seek(self, place: int) -> None:
        self._move(lambda: self.reading.seek(place))

    def _move(self, how: Callable[[], None]) -> None:
        """Whoever asks for a place wants to see it."""
        self._try_again()
        how()
        self._page.following = True
        self._look()
        self._tell()

    def _look(self) -> None:
        view = self.reading.look()
        self._page.mark(view.word, view.sentence)
        if view.error is not None and view.error is not self._problem:
            self._refuse(view.error)
        elif view.state is State.PLAYING:
            self._problem = None

    def _try_again(self) -> None:
        """What went wrong is told again if it still does."""
        if self.reading.places.chunks:
            self._problem = None

    def _refuse(self, error: YapitError) -> None:
        if self._problem is None or str(error) != str(self._problem):
            self.notify(error.cure or " ", title=str(error), severity="error", timeout=12, markup=False)
        self._problem = error

    def _tell(self) -> None:
        self._status.show(status_of(self.reading, self._problem, following=self._page.following))

    def _sound(self) -> str:
        voice = self.reading.voice
        if voice is None:
            return str(self._problem or "not loaded yet")
        return voice.note or voice.player.output.description


def document_title(document: Document) -> str:
    """The title it names, else the one it shows, else the name of its file."""
    shown = (block for block in document.blocks if block.kind in (BlockKind.TITLE, BlockKind.HEADING))
    first = next((" ".join(block.span.of(document.text).split()) for block in shown), "")
    return document.title or first or document.source.rstrip("/").rpartition("/")[2] or "Yapit"


def run_reader(
    document: Document,
    make_narrator: MakeNarrator,
    open_player: OpenPlayer,
    *,
    more: Iterable[Document] = (),
    hearing: Hearing | None = None,
) -> None:
    """Read a document, and the longer ones that follow, on this terminal until the listener quits.

    What C libraries print meanwhile goes to `reader.log` in the user's log folder.

    Raises:
        SystemExit: A signal or a fault of the screen ended it; with its exit code.
    """
    app = ReaderApp(document, make_narrator, open_player, more=more, hearing=hearing)
    log = Path(platformdirs.user_log_dir("yapit")) / "reader.log"
    sys.setswitchinterval(_SWITCH_SECONDS)
    with (
        window_title(f"{document_title(document)} – Yapit"),
        native_output_to_log(log),
        closing(asyncio.new_event_loop()) as loop,  # asyncio.run would wait for what is still being loaded
    ):
        app.run(loop=loop)
    if app.return_code:
        sys.exit(app.return_code)
