"""What lies before a listener: the session, what is kept of its document, and how it is heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from yapit.core.document import Span
from yapit.core.engine import Voice, find_voice
from yapit.core.errors import YapitError
from yapit.core.finding import Finder, Found
from yapit.core.hearing import Hearing, Reason, parse_skips, skips_text
from yapit.core.library import Note
from yapit.core.listening.route import Route
from yapit.core.listening.session import Session
from yapit.core.listening.shelf import Shelf
from yapit.core.listening.speaker import View


class Desk:
    """Used from one thread, that of its front end."""

    def __init__(
        self,
        session: Session,
        shelf: Shelf | None = None,
        *,
        hearing: Hearing,
        rehear: Callable[[Hearing], None],
        selection: Callable[[], Span | None] = lambda: None,
    ) -> None:
        self.session = session
        self.shelf = shelf
        """None where nothing is kept."""

        self.hearing = hearing
        self.selection = selection
        """What of the page the listener has marked."""

        self._asked_at: View | None = None
        self._rehear = rehear
        self.finder = Finder()
        """As much of the document as was made ready to be searched."""

    @property
    def kept(self) -> Shelf:
        """Raises YapitError where nothing is kept."""
        if self.shelf is None:
            raise YapitError("nothing is kept of this document", cure="Read it without --no-library.")
        return self.shelf

    @property
    def passage(self) -> Span:
        """What the listener means by "this": what is selected, else the sentence."""
        view = self.meant
        return self.selection() or view.sentence or Span(view.place, view.place + 1)

    @property
    def meant(self) -> View:
        """What is heard, or was heard when the question was asked that is being answered."""
        return self._asked_at or self.session.look()

    @contextmanager
    def answering(self, asked_at: View) -> Iterator[None]:
        """Within this, "this" is what it was when the question was asked: the voice has gone on meanwhile."""
        self._asked_at = asked_at
        try:
            yield
        finally:
            self._asked_at = None

    def grow(self, route: Route) -> None:
        """There is more of it; where that was worked out before it was to be heard otherwise, it is again."""
        self.session.grow(route)
        if route.hearing != self.hearing:
            self._rehear(self.hearing)

    def set_skips(self, typed: str) -> None:
        """A level and single things, or only things to add and to take away: `+captions -code`.

        Raises:
            YapitError: It is neither.
        """
        words = typed.split()
        relative = bool(words) and all(word[0] in "+-" for word in words)
        try:
            skip = parse_skips(typed)
            if relative:
                plus, minus = (
                    parse_skips(f"off {' '.join(w[1:] for w in words if w[0] == s)}") for s in "+-"
                )
                skip = (self.hearing.skip | plus) - minus
        except ValueError as error:
            raise YapitError(
                f"what is skipped is {error}", cure="For example: academic, or +captions"
            ) from error
        self.skip(skip)

    def skip(self, skip: frozenset[Reason]) -> None:
        """Skip these, and say everything else, in this document from now on."""
        self.hear(replace(self.hearing, skip=skip))
        if self.shelf is not None:
            self.shelf.prefer(skip=skips_text(skip))

    def hear(self, hearing: Hearing) -> None:
        """Hear it so from now on."""
        self.hearing = hearing
        self._rehear(hearing)

    def speak_with(self, typed: str) -> Voice:
        """Another voice of the engine, by its id or name.

        Raises:
            UnknownVoice: There is no such voice.
            YapitError: The voice is not loaded yet.
        """
        if self.session.speaker is None:
            raise YapitError("the voice is not loaded yet", cure="Wait a moment.")
        engine = self.session.speaker.narrator.engine
        named = next((v.id for v in engine.voices() if v.name.casefold() == typed.strip().casefold()), "")
        voice = find_voice(engine, named or typed.strip())
        self.session.speak_with(voice)
        if self.shelf is not None:
            self.shelf.prefer(engine=engine.name, voice=voice.id)
        return voice

    def begin_with(self, voice_id: str) -> None:
        """Speak with the voice that the document was opened with, whoever spoke before; empty: the default.

        Raises:
            UnknownVoice: The engine has it no more; it speaks with its default.
        """
        if (speaker := self.session.speaker) is None:
            return
        engine = speaker.narrator.engine
        self.session.speak_with(find_voice(engine))
        self.session.speak_with(find_voice(engine, voice_id))

    def find(self, query: str) -> Found:
        """Where it stands in as much of the document as is there."""
        self.finder.extend(self.session.document.text)
        return self.finder.find(query)

    def set_tempo(self, tempo: float) -> float:
        self.session.tempo = tempo
        if self.shelf is not None:
            self.shelf.prefer(tempo=self.session.tempo)
        return self.session.tempo

    def toggle_bookmark(self) -> Note | None:
        """Bookmark the sentence; None where it had one, which is gone now."""
        here, shelf = self.passage, self.kept
        for note, place in self.marks:
            if note.kind == "bookmark" and here.start <= place < here.end:
                shelf.forget(note)
                return None
        return shelf.bookmark(self.session.document, here.start)

    @property
    def marks(self) -> list[tuple[Note, int]]:
        """Bookmarks and notes with their places, in the order of the document."""
        document = self.session.document
        placed = ((note, self.kept.place_of(note, document)) for note in self.kept.notes)
        return sorted(((n, p) for n, p in placed if p is not None), key=lambda pair: pair[1])
