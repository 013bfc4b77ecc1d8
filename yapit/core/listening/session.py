"""One document being listened to: between what is asked for on one side and the player on the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from yapit.core.document import Document, Span
from yapit.core.listening.jumps import Jumps
from yapit.core.listening.pace import Pace
from yapit.core.listening.rewinding import rewind
from yapit.core.listening.route import Route, Step
from yapit.core.listening.sleeping import End, SleepTimer
from yapit.core.listening.speaker import Speaker, View, place_of
from yapit.core.position import MAX_TEMPO, MIN_TEMPO, Position, State
from yapit.core.split import Chunk

if TYPE_CHECKING:
    from yapit.core.engine import Voice
    from yapit.core.player import Player

RESTART_SECONDS = 2.0
"""Later in a sentence than this, "back" begins it again; earlier, it goes to the one before."""

Resume = Callable[[Document, bool], "int | None"]
"""Where to begin in as much of a document as there is, and whether that is all of it; None: not there yet."""


class Session:
    """Used from one thread. Before there is a speaker and a route it remembers what was asked for."""

    def __init__(
        self,
        document: Document,
        *,
        start: int | Resume = 0,
        autoplay: bool = True,
        tempo: float = 1.0,
        rewinds: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.speaker: Speaker | None = None
        self.route: Route | None = None
        """What is there of the document; a longer one takes its place while it is read."""

        self.is_whole = False
        """There is no more of the document to come."""

        self.plays_soon = autoplay
        self.loop: Span | None = None
        """What is said again and again."""

        self.sleep = SleepTimer(clock)
        self.fell_asleep = False
        """The sleep timer has paused it, and nothing was asked for since."""

        self._document = document
        self._tempo = tempo
        self._rewinds = rewinds
        self._clock = clock
        self._resume = None if isinstance(start, int) else start
        self._target: int | None = start if isinstance(start, int) else None  # asked for and not heard yet
        self._paused_at: float | None = None
        self._asides: tuple[Chunk, ...] = ()
        self._rests = False  # after the asides
        self._jumps = Jumps()
        self._pace = Pace()

    @property
    def document(self) -> Document:
        """As much of it as is there."""
        return self._document

    @property
    def awaits_text(self) -> bool:
        """All that is there was heard, and more will come."""
        if self.is_whole or self.speaker is None:
            return False
        if (route := self.ready) is None:
            return self.plays_soon
        position = self.speaker.player.position
        is_last = position.chunk is not None and position.chunk.span.end >= route.places.chunks[-1].span.end
        return position.state is State.WAITING and is_last

    @property
    def ready(self) -> Route | None:
        """The route, once something on it can be heard."""
        has_words = self.speaker is not None and self.route is not None and bool(self.route.places.chunks)
        return self.route if has_words else None

    @property
    def is_waiting(self) -> bool:
        """The place to begin at is not there yet."""
        return self._resume is not None

    def attach(self, speaker: Speaker) -> None:
        """Begin at the place asked for meanwhile, or wait there."""
        self.speaker = speaker
        speaker.player.tempo = self._tempo
        self._begin()

    def grow(self, route: Route) -> None:
        """There is more of the document; who waited for it goes on."""
        waits = self.ready is None or self._resume is not None
        self.route, self._document = route, route.document
        if waits:
            self._begin()
        self._sleep_here()

    def finish(self) -> None:
        """There is no more of the document: a place that did not come is not waited for any longer."""
        self.is_whole = True
        if self._resume is not None:
            self._begin()

    def rehear(self, route: Route) -> None:
        """The same document is heard otherwise from now on; the place is kept."""
        view = self.look()
        self.route = route
        if self.is_waiting:
            return
        self._again_from(view, view.place)
        if self.ready is None and self.speaker is not None:
            self.speaker.player.stop()  # nothing of it is spoken any more

    def speak_with(self, voice: Voice) -> None:
        """Another voice of the engine, from the beginning of this sentence on."""
        if self.speaker is not None:
            self.speaker.narrator.voice = voice
            if self.is_waiting or self.ready is None:
                return
            view = self.look()
            self._again_from(view, view.sentence.start if view.sentence else view.place)

    def go_on_with(self, player: Player) -> None:
        """Another player, which has sound, takes over where this one is, and this one is closed."""
        if self.speaker is None:
            player.close()
            return
        view, before = self.look(), self.speaker.player
        before.close()
        player.tempo, player.volume, player.pauses = before.tempo, before.volume, before.pauses
        self.speaker = replace(self.speaker, player=player, note="")
        if self.is_waiting:
            return
        self._target = view.place
        if view.is_running:
            self.seek(view.place, exact=True)

    def close(self) -> None:
        if self.speaker is not None:
            self.speaker.close()

    def seek(self, place: int, *, exact: bool = False) -> None:
        """Play from the chunk at a place on, or with `exact` from the word there."""
        self._resume, self._target = None, place
        self.plays_soon, self.fell_asleep, self._paused_at = True, False, None
        if self.loop is not None and not self.loop.start <= place < self.loop.end:
            self.loop = None  # who goes elsewhere has heard it often enough
        if (route := self.ready) is None:
            return
        if not self._reaches(place):
            self._wait_for(place)
            return
        chunk = route.places.chunks[route.places.chunk_from(place)]
        self._target = max(place, chunk.span.start) if exact else chunk.span.start
        self._play(self._chunks_from(chunk.span.start), self._target)
        self._sleep_here()

    def jump(self, place: int, *, exact: bool = False) -> None:
        """Play from a place; the way back from there is kept."""
        self._jumps.leave(self.look().place, self._clock())
        self.seek(place, exact=exact)

    def step(self, step: Step, by: int) -> None:
        """On (1) or back (-1); beyond the last there is nothing."""
        if (route := self.ready) is None or self.is_waiting:
            return
        here = self.look().place
        back = step is Step.SENTENCE and by < 0
        there = self._sentence_back(route, here) if back else route.destination(step, here, by)
        if there > here or by < 0:
            self.jump(there, exact=step is Step.WORD)

    def repeat(self) -> None:
        """Say the sentence again."""
        if (sentence := self.look().sentence) is not None:
            self.seek(sentence.start)

    def jump_back(self) -> bool:
        """To where the listener was before the last jump; False where there was none."""
        return self._travel(self._jumps.back)

    def jump_forward(self) -> bool:
        return self._travel(self._jumps.forward)

    def toggle(self) -> None:
        """Pause, or play on."""
        if self.ready is None or self.is_waiting:
            self.plays_soon = not self.plays_soon
        elif self.look().is_running:
            self.pause()
        else:
            self.play()

    def pause(self) -> None:
        self.plays_soon = False
        if self.speaker is not None and self.look().is_running:
            self.speaker.player.pause()
            self._paused_at = self._clock()

    def play(self) -> None:
        """Play on from the very word, or after a long pause from a little before it."""
        self.plays_soon, self._rests = True, False
        view = self.look()
        if self.speaker is None or view.is_running:
            return
        if view.state is State.PAUSED:
            self.fell_asleep = False
            self.speaker.player.resume(self._seconds_back())
            self._paused_at = None
        else:
            self.seek(0 if view.state is State.FINISHED else view.place, exact=True)

    @property
    def tempo(self) -> float:
        return self._tempo

    @tempo.setter
    def tempo(self, tempo: float) -> None:
        """Taken to the nearest within the player's limits."""
        self._tempo = min(max(round(tempo, 2), MIN_TEMPO), MAX_TEMPO)
        if self.speaker is not None:
            self.speaker.player.tempo = self._tempo

    @property
    def volume(self) -> float:
        """1 is as it was spoken."""
        return self.speaker.player.volume if self.speaker is not None else 1.0

    @volume.setter
    def volume(self, volume: float) -> None:
        if self.speaker is not None:
            self.speaker.player.volume = round(volume, 2)

    def loop_over(self, span: Span | None) -> None:
        """Say a span again and again, beginning now; None goes on after it."""
        place = span.start if span is not None else self.look().place
        self.loop = span
        self.seek(place, exact=span is None)

    def sleep_after(self, end: float | End | None) -> None:
        """Fall silent after so many minutes, or at the end of something; None for not at all."""
        self.sleep.clear()
        if self.speaker is not None and self._position.state is State.PLAYING:
            self.speaker.player.resume()  # it may be fading by what was set before
        if isinstance(end, End):
            self.sleep.at_end_of(end, self._end_of(end))
        elif end is not None:
            self.sleep.after(end)

    @property
    def sleeps_at_end(self) -> bool:
        """It falls silent at the end of the document, or of what is last in it."""
        return self.sleep.end is not None and self.sleep.place is None

    def say_aside(self, chunks: Sequence[Chunk], after: int, *, rest: bool = False) -> None:
        """Say what is not on the route, and go on from a place, or `rest` there."""
        if self.ready is not None and chunks:
            self._target, self.plays_soon = after, not rest
            self._play(chain(chunks, self._chunks_from(after)), None)
            self._asides, self._rests = tuple(chunks), rest

    def look(self) -> View:
        """What is heard now, or was asked for and is not heard yet. To be called some 30 times a second."""
        route, target = self.ready, self._target or 0
        if route is None or self._resume is not None:
            return View(State.IDLE if self._resume is None else State.WAITING, target)
        position = self._attended()
        if position.chunk is None:
            ahead = route.places.sentence_at(target) if self._reaches(target) else None
            return View(position.state, target, None, ahead, position.error)
        if position.chunk in self._asides:
            return View(position.state, target, position.word, position.chunk.span, position.error)
        self._target, self._asides = None, ()
        sentence, place = route.places.sentence_at(position.chunk.span.start), place_of(position)
        self._pace.see(position.chunk, place, position.seconds)
        return View(position.state, place, position.word, sentence, position.error)

    def share_read(self, place: int) -> float:
        """How much of what is spoken lies before a place, from 0 to 1."""
        if (route := self.ready) is None:
            return place / max(len(self._document.text), 1)
        return route.places.chars_before(place) / max(route.places.total_chars, 1)

    def seconds_left(self, place: int, until: int | None = None) -> float | None:
        """From a place to another, or to the end, at the tempo of now; None before that can be told."""
        if (route := self.ready) is None:
            return None
        end = route.places.total_chars if until is None else route.places.chars_before(until)
        return max(end - route.places.chars_before(place), 0) * self._pace.seconds_per_char / self._tempo

    @property
    def _position(self) -> Position:
        return self.speaker.player.position if self.speaker is not None else Position()

    def _attended(self) -> Position:
        """Where the listener is, after the pause that was due."""
        position, speaker = self._position, self.speaker
        if speaker is None:
            return position
        if self.sleep.mind(position, speaker.player):
            self.plays_soon, self.fell_asleep, self._paused_at = False, True, self._clock()
        elif self._rests and position.chunk is not None and position.chunk not in self._asides:
            speaker.player.pause()
            self._rests = False
        return self._position

    def _begin(self) -> None:
        """Play from where was asked for, once that is there."""
        if self.route is not None and self._resume is not None:
            place = self._resume(self._document, self.is_whole)
            if place is None and not self.is_whole:
                return
            self._resume, self._target = None, place or 0
        if self.plays_soon and self.ready is not None:
            self.seek(self._target or 0, exact=True)

    def _reaches(self, place: int) -> bool:
        """Whether it is known what is spoken there. More of the text may be there than that."""
        return self.is_whole or (self.route is not None and self.route.places.reaches(place))

    def _wait_for(self, place: int) -> None:
        """Be silent until it is known what is spoken there."""
        self._resume, self._target = (lambda document, whole: place), place
        if self.speaker is not None:
            self.speaker.player.stop()

    def _again_from(self, view: View, place: int) -> None:
        """What is made ready is not what shall be heard: make it again, from a place on."""
        if view.is_running:
            self.seek(place, exact=True)
        elif self.speaker is not None:
            self._target, self._paused_at = place, None
            self.speaker.player.stop()

    def _play(self, chunks: Iterable[Chunk | None], start: int | None) -> None:
        if self.speaker is not None:
            self._asides, self._rests = (), False
            self.speaker.player.play(self.speaker.narrator.narrate(chunks, hurry=True), start)

    def _chunks_from(self, place: int) -> Iterator[Chunk | None]:
        """The chunks from a place on, those that come to be known later, too; None while there is none."""
        while self.route is not None:
            is_whole = self.is_whole  # before looking what is there
            places, loop = self.route.places, self.loop
            chunk = next(places.chunks_from(place), None)
            if loop is not None and (chunk is None or chunk.span.start >= loop.end):
                chunk = next(places.chunks_from(loop.start), None)
            if chunk is None and is_whole:
                return
            yield chunk
            place = place if chunk is None else chunk.span.end

    def _sentence_back(self, route: Route, here: int) -> int:
        """The beginning of this one where it has been going on for a while, else the one before."""
        start = route.places.sentence_at(here).start
        late = (here - start) * self._pace.seconds_per_char > RESTART_SECONDS
        return start if late else route.places.sentence_after(here, -1)

    def _seconds_back(self) -> float:
        if self._paused_at is None or not self._rewinds:
            return 0.0
        return rewind(self._clock() - self._paused_at)

    def _travel(self, where: Callable[[int], int | None]) -> bool:
        place = where(self.look().place)
        if place is not None:
            self.seek(place, exact=True)
        return place is not None

    def _sleep_here(self) -> None:
        """What it sleeps at the end of is where the listener is now, and may only now be known."""
        if self.sleep.end is not None:
            self.sleep.at_end_of(self.sleep.end, self._end_of(self.sleep.end))

    def _end_of(self, end: End) -> int | None:
        """The place before which to stop; None for the end of the document."""
        if (route := self.ready) is None or end is End.DOCUMENT:
            return None
        here = self.look().place
        if end is End.CHAPTER:
            return next((chapter.span.start for chapter in route.chapters if chapter.span.start > here), None)
        after = route.places.block_after(here)
        return after if after > here else None
