"""The screen that a document is read on: a page, a status line, the keys."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer
from textual.worker import Worker, get_current_worker

from yapit.core.desktop.remote import Ask
from yapit.core.document import Document, Skip, Span
from yapit.core.errors import YapitError
from yapit.core.finding import Found
from yapit.core.hearing import Hearing
from yapit.core.listening import BY_NAME, Keymap, with_keys
from yapit.core.listening.acts import ACTS
from yapit.core.listening.desk import Desk
from yapit.core.listening.opened import Opened
from yapit.core.listening.route import routes
from yapit.core.listening.session import Session
from yapit.core.listening.skipped import silence_here
from yapit.core.listening.speaker import Speaker
from yapit.core.position import State
from yapit.tui import loading
from yapit.tui.acts import SCREEN_ACTS, SELECTED, show_sound
from yapit.tui.hint import Hint
from yapit.tui.keys import bindings
from yapit.tui.looks import Looks
from yapit.tui.outline import Outline
from yapit.tui.page import Page
from yapit.tui.prompt import Prompt
from yapit.tui.status import StatusLine, status_of
from yapit.tui.views import Views

LOOKS_PER_SECOND = 30
STATUS_PER_SECOND = 4
TOLD_SECONDS = 3.0
REFUSED_SECONDS = 8.0
"""How long what came of a command stands in the status line; and why there came nothing of it."""


class ReaderScreen(Screen[None]):
    """Shows a document and reads it aloud.

    `make_narrator` and `open_player` are called in a thread after the page is painted, and longer
    documents are asked for there. A YapitError of theirs is shown, and the page stays readable.
    """

    CSS = """
    Footer { background: $panel; }
    .-narrow Footer, .-low Footer { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (48, "-wide")]  # noqa: RUF012 - an instance variable of Screen
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-high")]  # noqa: RUF012 - see above
    AUTO_FOCUS: ClassVar[str | None] = "Page"

    class Ended(Message):
        """The document was heard to its end."""

    class Wanted(Message):
        """Another document is to be read."""

        def __init__(self, source: str, queued: str) -> None:
            super().__init__()
            self.source = source
            self.queued = queued
            """Its id where it comes from the queue, else empty."""

    def __init__(
        self,
        opened: Opened,
        keymap: Keymap,
        make_narrator: loading.MakeNarrator,
        open_player: loading.OpenPlayer,
        *,
        speaker: Speaker | None = None,
        looks: Looks | None = None,
        autoplay: bool = True,
        start: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        looks = looks or Looks()
        # Textual makes bindings of classes only; these are the listener's, known when the screen is made.
        self._bindings = BindingsMap.merge([bindings(keymap), self._bindings])
        self.keymap = keymap
        self.opened = opened
        shelf = opened.shelf
        resume = start if start is not None or shelf is None else shelf.resume
        self.session = Session(
            opened.document,
            start=resume or 0,
            autoplay=autoplay,
            tempo=opened.tempo,
            rewinds=looks.rewinds,
            clock=clock,
        )
        self.page = Page(opened.document, opened.hearing, bidi=looks.bidi)
        self.page.begin_at((resume(opened.document, False) if callable(resume) else resume) or 0)
        self.desk = Desk(
            self.session,
            shelf,
            hearing=opened.hearing,
            rehear=self._rehear,
            selection=lambda: self.page.selection,
        )
        self.problem: YapitError | None = None
        self.page.measure = looks.measure
        self._speaker = speaker
        self._ended = False
        self._broken: YapitError | None = None  # why there is no more of the document
        self.views = Views(self.page, opened.draw, looks.bidi)
        self._status = StatusLine()
        self._hint = Hint()
        self._make_narrator = make_narrator
        self._open_player = open_player

    def compose(self) -> ComposeResult:
        yield self.views
        yield self._hint
        yield self._status
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self.call_after_refresh(self._load)
        self.set_interval(1 / LOOKS_PER_SECOND, self.look)
        self.set_interval(1 / STATUS_PER_SECOND, self.tell)

    def on_unmount(self) -> None:
        if self.desk.shelf is not None:
            self.desk.shelf.keep(self.session)
        self.session.close()

    def release(self) -> Speaker | None:
        """Fall silent for good and give up the speaker, for another document."""
        if self.desk.shelf is not None:
            self.desk.shelf.keep(self.session)
        speaker, self.session.speaker = self.session.speaker, None
        if speaker is not None:
            speaker.player.stop()
        return speaker

    # What the listener asks for.

    def action_command(self, name: str) -> None:
        self.run_command(name)

    def run_command(self, name: str) -> None:
        """Do a command; where it asks for something, once that is typed."""
        own = SCREEN_ACTS.get(name)
        if own is not None:
            self._act(lambda: own(self))
        elif asks := BY_NAME[name].asks:
            self._act(lambda: self._ask(name, asks))
        else:
            self.act(name, "")

    def _ask(self, name: str, asks: str) -> str:
        if name == "note":
            self.desk.kept  # noqa: B018 - where nothing can be kept, nothing need be typed
        asked_at = self.session.look()

        def answered(typed: str | None) -> None:
            with self.desk.answering(asked_at):
                self.act(name, typed)

        self.app.push_screen(Prompt(f"{BY_NAME[name].title}:", hint=asks), answered)
        return ""

    def act(self, name: str, typed: str | None) -> None:
        """Do a command that is the same on every front end; None where the listener thought better of it."""
        if typed is not None:
            self._act(lambda: ACTS[name](self.desk, typed))

    def _act(self, how: Callable[[], str]) -> None:
        """Tell what came of it, or why nothing did."""
        if self.session.ready is not None:
            self.problem = None  # it is told again if it still is one
        before = self.session.look().place
        try:
            told = how()
        except YapitError as error:
            self.say(f"⚠ {error}. {error.cure}", REFUSED_SECONDS)
            return
        if self.session.look().place != before:
            self.page.following = True  # whoever asks for a place wants to see it
        self.say("")
        self.look()  # which may tell of an error that lasts
        self.tell()
        if told:
            self.say(told)

    def obey(self, ask: Ask) -> None:
        """Do what was asked for from outside of the terminal."""
        self._act(lambda: ask(self.desk, self.run_command))

    def say(self, told: str, seconds: float = TOLD_SECONDS) -> None:
        """Tell it in a line of its own for a while."""
        self._hint.say(with_keys(told, self.keymap), seconds)

    def seek(self, place: int) -> None:
        def jump() -> str:
            self.session.jump(place, exact=True)
            return ""

        self._act(jump)

    def want(self, source: str, *, queued: str = "") -> None:
        self.post_message(self.Wanted(source, queued))

    def on_page_chosen(self, message: Page.Chosen) -> None:
        if message.silence:
            self.say(f"not spoken: {message.silence}; ⟦speak-skipped⟧ says it")
            self.skip_asked_for = silence_here(self.session, message.place)
        else:
            self.seek(message.place)

    def on_page_selected(self) -> None:
        self.say(SELECTED)

    def on_outline_chosen(self, message: Outline.Chosen) -> None:
        self.seek(message.place)
        if self.has_class("-narrow"):  # there it hides the page
            self.views.toggle_outline()

    skip_asked_for: Skip | None = None
    """What is skipped where the listener pointed last."""

    found: Found | None = None
    match: Span | None = None
    """Of what was found, that which is in view."""

    def show_match(self, found: Found | None, match: Span | None) -> str:
        """Mark what was found and go to one of it; returns which it is. The voice goes on where it is."""
        self.found, self.match = found, match
        self.page.show_found(found, match)
        if found is None or match is None:
            return "not found" if found is not None and found.query else ""
        self.page.show_place(match.start)
        return f"{found.number_of(match)} of {found.count}"

    # What is heard, painted.

    def look(self) -> None:
        view = self.session.look()
        self.views.mark(view)
        if view.error is not None and view.error is not self.problem:
            self.refuse(view.error)
        elif view.state is State.PLAYING:
            self.problem = None

    def tell(self) -> None:
        self._status.show(status_of(self.session, self.problem, self.keymap, following=self.page.following))
        self._keep()
        if self.session.is_whole and self.session.look().state is State.FINISHED and not self._ended:
            self._ended = True
            if self._broken is not None:
                self.refuse(self._broken)
            else:
                self.post_message(self.Ended())

    def refuse(self, error: YapitError) -> None:
        if self.problem is None or str(error) != str(self.problem):
            self.say(f"⚠ {error}. {error.cure}".strip(), REFUSED_SECONDS)
        self.problem = error
        self._status.show(status_of(self.session, error, self.keymap, following=self.page.following))

    def _keep(self) -> None:
        shelf = self.desk.shelf
        if shelf is None:
            return
        shelf.watch(self.session)
        if (problem := shelf.problem) is not None:
            self.desk.shelf = None
            self.say(f"⚠ {problem}. {problem.cure}", REFUSED_SECONDS)

    # What is loaded behind the page.

    @work(thread=True, exit_on_error=False)
    def _load(self) -> None:
        gc.freeze()
        gc.enable()  # which may have been off for the sake of the first picture
        worker = get_current_worker()
        try:
            speaker = self._speaker or loading.speaker(
                self._make_narrator,
                self._open_player,
                lambda error: self.post_message(loading.Refused(error)),
            )
        except YapitError as error:
            self.post_message(loading.Refused(error))
            return
        if worker.is_cancelled or not self.post_message(loading.Loaded(speaker)):
            speaker.close()
            return
        found = routes(
            self.opened.document, self.opened.more, lambda: self.desk.hearing, speaker.narrator.chunk_chars
        )
        loading.follow(found, lambda message: not worker.is_cancelled and self.post_message(message))

    def _rehear(self, hearing: Hearing) -> None:
        if self.session.speaker is not None:
            self._work_out(self.session.document, hearing, self.session.speaker.narrator.chunk_chars)

    # With a description, or else Textual writes down the document in full.
    @work(thread=True, exclusive=True, group="hearing", exit_on_error=False, description="to be heard anew")
    def _work_out(self, document: Document, hearing: Hearing, limit: int) -> None:
        worker = get_current_worker()
        *_, route = routes(document, (), lambda: hearing, limit)
        gc.freeze()  # as above
        if not worker.is_cancelled:
            self.post_message(loading.Reheard(route))

    @work(thread=True, exclusive=True, group="sound", exit_on_error=False)
    def look_for_sound(self) -> None:
        """A device may take its time."""
        try:
            player, note = self._open_player()
        except YapitError as error:
            self.post_message(loading.Refused(error))
            return
        if get_current_worker().is_cancelled or not self.post_message(loading.Reopened(player, note)):
            player.close()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if (error := loading.mistake_of(event)) is not None:
            self.refuse(error)

    def on_loaded(self, message: loading.Loaded) -> None:
        self.session.attach(message.speaker)
        try:
            self.desk.begin_with(self.opened.voice)
        except YapitError as error:
            self.say(f"⚠ {error}. {error.cure}", REFUSED_SECONDS)
        if message.speaker.note:
            self.say(message.speaker.note, REFUSED_SECONDS)
        self.tell()

    def on_grown(self, message: loading.Grown) -> None:
        self.views.show(message.route)
        self.desk.grow(message.route)
        self.look()
        self.tell()

    def on_reheard(self, message: loading.Reheard) -> None:
        if message.route.document is not self.session.document:  # it has grown meanwhile
            self._rehear(self.desk.hearing)
            return
        self.views.show(message.route)
        self.session.rehear(message.route)
        self.look()

    def on_whole(self, message: loading.Whole) -> None:
        self.session.finish()
        self._broken = message.error
        if message.error is not None:
            self.refuse(message.error)
        elif self.session.ready is None:
            self.refuse(
                YapitError("nothing in this document is spoken", cure="Click on dimmed text to see why.")
            )
        self.tell()

    def on_searchable(self, message: loading.Searchable) -> None:
        self.desk.finder = message.finder

    def on_refused(self, message: loading.Refused) -> None:
        self.refuse(message.error)

    def on_reopened(self, message: loading.Reopened) -> None:
        if message.note:
            message.player.close()
        else:
            self.session.go_on_with(message.player)
        show_sound(self)
        self.tell()
