"""Reading without a screen: each sentence is a line, printed when it begins to be heard."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from yapit.cli.growth import Growth
from yapit.cli.keys import CLOSED
from yapit.cli.lines import printable
from yapit.cli.plain_acts import PLAIN_ACTS
from yapit.core.errors import EmptyDocument, YapitError
from yapit.core.listening import BY_NAME, Command, Keymap, with_keys
from yapit.core.listening.acts import ACTS
from yapit.core.listening.desk import Desk
from yapit.core.listening.pronouncing import draft_here
from yapit.core.listening.route import routes
from yapit.core.listening.session import Session
from yapit.core.player import State

if TYPE_CHECKING:
    from yapit.cli.keys import Keyboard
    from yapit.core.desktop.desktop import Desktop
    from yapit.core.desktop.remote import Ask
    from yapit.core.document import Span
    from yapit.core.hearing import Hearing
    from yapit.core.listening.opened import Opened
    from yapit.core.listening.speaker import Speaker, View

POLL = 0.03
"""Seconds between two looks at the player: a line appears within one frame of its sound."""


class PlainReader:
    """Plays a document, writes its sentences as they come, and does what the keys say."""

    def __init__(
        self,
        desk: Desk,
        growth: Growth,
        write: Callable[[str], None],
        *,
        keymap: Keymap,
        tell: Callable[[str], None] = lambda told: None,
        desktop: Desktop | None = None,
    ) -> None:
        self.desk = desk
        self.keymap = keymap
        self.tell: Callable[[str], None] = lambda told: tell(with_keys(told, keymap))
        """What came of a command, for the listener and not for the pipe."""

        self.match: Span | None = None
        """What was found last."""

        self.found = ""
        self.keyboard: Keyboard | None = None
        self.left = False
        """The listener has had enough."""

        self.wanted: str | None = None
        """The document that is to be read instead: its source."""

        self.heard = False
        """It was heard to its end."""

        self._growth = growth
        self._write = write
        self._desktop = desktop
        self._names = {key: name for name, keys in keymap.items() for key in keys}
        self._shown: Span | None = None
        self._next: int | None = None  # what is printed next begins there, or later
        self._lost = self._slept = False

    def run(self, keyboard: Keyboard | None) -> None:
        """Play to the end, or until the listener quits; without a keyboard nobody can.

        Raises:
            EmptyDocument: All of it is of kinds that are not spoken.
            EngineError, OutputError: What stopped the player.
        """
        self.keyboard = keyboard
        self._growth.start()
        try:
            while self._follow() and not self.left and self.wanted is None:
                if keyboard is None:
                    time.sleep(POLL)
                    continue
                for key in keyboard.read(POLL):
                    self._obey(key)
        finally:
            if self.desk.shelf is not None:
                self.desk.shelf.keep(self.desk.session)

    def do(self, name: str) -> None:
        """Do a command; what it wants to know is asked for."""
        self._tell_of(lambda: self._done(BY_NAME[name]))

    def _done(self, command: Command) -> str:
        options = LISTS[command.name](self) if command.name in LISTS else []
        for option in options:
            self.tell(printable(option))
        asked_at = self.desk.session.look()
        typed = self._asked(f"{command.title} ({command.asks}): ") if command.asks else ""
        if typed is None:
            return ""
        own = PLAIN_ACTS.get(command.name)
        with self.desk.answering(asked_at):
            return own(self, typed) if own is not None else ACTS[command.name](self.desk, typed)

    def _tell_of(self, how: Callable[[], str]) -> None:
        try:
            told = how()
        except YapitError as error:
            told = f"{error}. {error.cure}"
        if told:
            self.tell(told)

    def _asked(self, question: str) -> str | None:
        return self.keyboard.ask(question) if self.keyboard is not None else None

    def _obey(self, key: str) -> None:
        if key == CLOSED:
            self.left = True
        elif (name := self._names.get(key)) is not None and not BY_NAME[name].only_on_screen:
            self._moving(lambda: self.do(name))

    def obey(self, ask: Ask) -> None:
        """Do what was asked for from outside of the terminal."""
        self._moving(lambda: self._tell_of(lambda: ask(self.desk, self.do)))

    def _moving(self, how: Callable[[], None]) -> None:
        """What is printed next begins at the place that this leads to."""
        before = self.desk.session.look().place
        how()
        place = self.desk.session.look().place
        if place != before:
            self._shown, self._next = None, place

    def _follow(self) -> bool:
        """Show what has begun to be heard; False at the end."""
        session = self.desk.session
        route, whole = self._growth.newest()
        if route is not None:
            self.desk.grow(route)
            if self._next is None:
                self._next = session.look().place
        if whole and not session.is_whole:
            session.finish()
        view = session.look()
        self._show(view)
        if self.desk.shelf is not None:
            self.desk.shelf.watch(session)
            self._mind_problem()
        if self._desktop is not None:
            self._desktop.mind(self)
        self._tell_of_silence(view)
        return not (session.is_whole and self._is_over(view))

    def _is_over(self, view: View) -> bool:
        if self.desk.session.ready is None:
            raise self._growth.error or EmptyDocument(
                "nothing in the document is spoken", cure="It holds only what is skipped; try: --skip off"
            )
        if view.state is not State.FINISHED:
            return False
        if self._growth.error is not None:
            raise self._growth.error
        if (shelf := self.desk.shelf) is not None:
            # Only who reads from the queue wants the rest of it: a pipe is to end with its document.
            goes_on = shelf.entry.queued and not self.desk.session.sleeps_at_end
            following = shelf.next_in_queue() if goes_on else None
            self.wanted = following.source if following is not None else None
            shelf.finish()
        self.heard = True
        return True

    def _show(self, view: View) -> None:
        """The sentence that is heard, and those before it since the last that was shown, or gone to."""
        route, sentence = self.desk.session.ready, view.sentence
        is_heard = view.state in (State.PLAYING, State.PAUSED, State.FINISHED)
        if route is None or sentence is None or not is_heard or sentence == self._shown:
            return
        text = self.desk.session.document.text
        place = sentence.start if self._next is None else self._next
        while (before := route.places.sentence_at(place)).start < sentence.start:
            self._write(f"{printable(before.of(text))}\n")
            place = before.end
        self._write(f"{printable(sentence.of(text))}\n")
        self._shown, self._next = sentence, sentence.end

    def _mind_problem(self) -> None:
        shelf = self.desk.shelf
        if shelf is not None and shelf.problem is not None:
            self.desk.shelf = None
            self.tell(f"{shelf.problem}. {shelf.problem.cure}")

    def _tell_of_silence(self, view: View) -> None:
        """Why nothing is heard any more, once."""
        is_lost, fell_asleep = view.state is State.LOST, self.desk.session.fell_asleep
        if view.error is not None and not is_lost:
            raise view.error
        if is_lost and not self._lost and view.error is not None:
            self.tell(f"{view.error}. {view.error.cure}")
        if fell_asleep and not self._slept:
            self.tell("asleep, ⟦play-pause⟧ goes on")
        self._lost, self._slept = is_lost, fell_asleep


def plain_reader(
    opened: Opened,
    speaker: Speaker,
    write: Callable[[str], None],
    *,
    keymap: Keymap,
    rewinds: bool = True,
    tell: Callable[[str], None] = lambda told: None,
    desktop: Desktop | None = None,
) -> PlainReader:
    """A reader of one document; its speaker is used again for the next."""
    shelf, limit = opened.shelf, speaker.narrator.chunk_chars
    session = Session(
        opened.document,
        start=0 if shelf is None else shelf.resume,
        tempo=opened.tempo,
        rewinds=rewinds,
    )

    def rehear(hearing: Hearing) -> None:
        *_, route = routes(session.document, (), lambda: hearing, limit)
        session.rehear(route)

    desk = Desk(session, shelf, hearing=opened.hearing, rehear=rehear)
    growth = Growth(routes(opened.document, opened.more, lambda: desk.hearing, limit))
    session.attach(speaker)
    try:
        desk.begin_with(opened.voice)
    except YapitError as error:
        tell(f"{error}. {error.cure}")
    return PlainReader(desk, growth, write, keymap=keymap, tell=tell, desktop=desktop)


def _outline(reader: PlainReader) -> list[str]:
    route = reader.desk.session.ready
    chapters = route.chapters if route is not None else ()
    return [f"{number} {chapter.title}" for number, chapter in enumerate(chapters, 1)]


def _word(reader: PlainReader) -> list[str]:
    return [draft_here(reader.desk).pattern]


def _marks(reader: PlainReader) -> list[str]:
    marks = enumerate(reader.desk.marks, 1)
    return [f"{number} {note.kind}: {note.text or note.marked}" for number, (note, _) in marks]


def _voices(reader: PlainReader) -> list[str]:
    speaker = reader.desk.session.speaker
    voices = speaker.narrator.engine.voices() if speaker is not None else ()
    return [f"{voice.id}  {voice.name}, {voice.language}" for voice in voices]


def _library(reader: PlainReader) -> list[str]:
    entries = enumerate(reader.desk.kept.documents, 1)
    return [f"{number} {entry.title}, {entry.share:.0%}" for number, entry in entries]


LISTS: Mapping[str, Callable[[PlainReader], list[str]]] = {
    "outline": _outline,
    "pronounce": _word,
    "marks": _marks,
    "voice": _voices,
    "library": _library,
}
"""What there is to choose from, or what is asked about, told before the question."""
