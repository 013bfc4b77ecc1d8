"""What the listener hears and asks for: between page and keys on one side, the player on the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from yapit.core.document import Document, Span
from yapit.core.errors import EngineError, YapitError
from yapit.core.narrator import Narrator
from yapit.core.places import Places
from yapit.core.player import MAX_TEMPO, MIN_TEMPO, Player, Position, State
from yapit.core.split import Chunk

RESTART_SECONDS = 2.0
"""Later in a sentence than this, "back" begins it again; earlier, it goes to the one before."""

_RUNNING = (State.PLAYING, State.WAITING, State.LOST)
_Step = Callable[[Places, int], int]


@dataclass(frozen=True, slots=True)
class Voice:
    """All that is needed to be heard; it takes a while to load."""

    narrator: Narrator
    player: Player
    note: str = ""
    """Why there is no sound and what cures it; empty where there is."""

    def close(self) -> None:
        self.player.close()
        self.narrator.close()


@dataclass(frozen=True, slots=True)
class View:
    """What is to be seen now."""

    state: State
    place: int
    word: Span | None = None
    sentence: Span | None = None
    error: YapitError | None = None


class Reading:
    """Used from one thread. Before there is a voice it remembers what was asked for."""

    def __init__(self, document: Document, *, start: int = 0, autoplay: bool = True) -> None:
        self.voice: Voice | None = None
        self.places = Places(())
        """The way through what is there of the document; a longer one takes its place while it is read."""

        self.is_whole = False
        """There is no more of the document to come."""

        self.plays_soon = autoplay
        self._document = document
        self._pages = _last_page(document)
        self._target: int | None = start  # asked for and not heard yet
        self._pace = _Pace()

    def attach(self, voice: Voice) -> None:
        """Begin at the place asked for meanwhile, or wait there."""
        self.voice = voice
        if self.plays_soon:
            self.seek(self._target or 0)

    def grow(self, document: Document, places: Places) -> None:
        """There is more of the document; go on where it had come to an end, or had nothing to say."""
        had_words = bool(self.places.chunks)
        self._document, self.places = document, places
        self._pages = _last_page(document)
        position = self.voice.player.position if self.voice is not None else Position()
        if not had_words and self.plays_soon:
            self.seek(self._target or 0)
        elif position.state is State.FINISHED and position.chunk is not None:
            more = next(places.chunks_from(position.chunk.span.end), None)
            if more is not None:
                self.seek(more.span.start)

    def go_on_with(self, player: Player) -> None:
        """Another player, which has sound, takes over where this one is, and this one is closed."""
        if self.voice is None:
            player.close()
            return
        view, before = self.look(), self.voice.player
        before.close()
        player.tempo = before.tempo
        self.voice = replace(self.voice, player=player, note="")
        self._target = view.place
        if view.state in _RUNNING:
            self.seek(view.place)

    def seek(self, place: int) -> None:
        """Play from the chunk at a place on."""
        self._target = place
        self.plays_soon = True
        if self.voice is None or not self.places.chunks:
            return
        start = self.places.chunks[self.places.chunk_from(place)].span.start
        self._target = start
        self.voice.player.play(self.voice.narrator.narrate(self._chunks_from(start), hurry=True))

    @property
    def awaits_text(self) -> bool:
        """All that is there was heard, and more will come."""
        if self.is_whole or self.voice is None:
            return False
        position, chunks = self.voice.player.position, self.places.chunks
        if not chunks:
            return self.plays_soon
        is_last = position.chunk is not None and position.chunk.span.end >= chunks[-1].span.end
        return position.state is State.WAITING and is_last

    def _chunks_from(self, place: int) -> Iterator[Chunk | None]:
        """The chunks from a place on, those that come to be known later, too; None while there is none."""
        while True:
            is_whole = self.is_whole  # before looking what is there
            chunk = next(self.places.chunks_from(place), None)
            if chunk is None and is_whole:
                return
            yield chunk
            place = place if chunk is None else chunk.span.end

    def toggle(self) -> None:
        """Pause, or play on."""
        if self.voice is None:
            self.plays_soon = not self.plays_soon
            return
        view = self.look()
        if view.state in _RUNNING:
            self.voice.player.pause()
        elif view.state is State.PAUSED:
            self.voice.player.resume()
        else:
            self.seek(0 if view.state is State.FINISHED else view.place)

    def next_sentence(self) -> None:
        """The sentence after this one; the last goes on."""
        self._step(lambda places, here: places.sentence_after(here), onward=True)

    def previous_sentence(self) -> None:
        """The beginning of this one where it has been going on for a while, else the one before."""

        def back(places: Places, here: int) -> int:
            start = places.sentence_at(here).start
            late = self._seconds_since(start) > RESTART_SECONDS
            return start if late else places.sentence_after(here, -1)

        self._step(back)

    def next_block(self) -> None:
        self._step(lambda places, here: places.block_after(here), onward=True)

    def previous_block(self) -> None:
        self._step(lambda places, here: places.block_before(here))

    def change_tempo(self, by: float) -> None:
        if self.voice is not None:
            tempo = round(self.voice.player.tempo + by, 1)
            self.voice.player.tempo = min(max(tempo, MIN_TEMPO), MAX_TEMPO)

    def look(self) -> View:
        """What is heard now, or was asked for and is not heard yet."""
        target = self._target
        if self.voice is None or not self.places.chunks:
            return View(State.IDLE, target or 0)
        position = self.voice.player.position
        if position.chunk is None:
            place = target or 0
            return View(position.state, place, None, self.places.sentence_at(place), position.error)
        self._target = None
        self._pace.see(position.chunk, position.seconds)
        sentence = self.places.sentence_at(position.chunk.span.start)
        return View(position.state, _place(position), position.word, sentence, position.error)

    def share_read(self, place: int) -> float:
        """How much of what is spoken lies before a place, from 0 to 1."""
        if self.voice is None:
            return place / max(len(self._document.text), 1)
        places = self.places
        return places.chars_before(place) / max(places.total_chars, 1) if places.chunks else 0.0

    def seconds_left(self, place: int) -> float | None:
        """From a place to the end at the tempo of now; None before that can be told."""
        if self.voice is None or not self.places.chunks:
            return None
        places = self.places
        chars = places.total_chars - places.chars_before(place)
        return chars * self._pace.seconds_per_char / self.voice.player.tempo

    def page_at(self, place: int) -> tuple[int, int] | None:
        """The page of a place and the number of pages that are there, where the source has pages."""
        if not self._pages:
            return None
        page = self._document.blocks[self._document.block_at(place)].page
        return (page, self._pages) if page else None

    def close(self) -> None:
        if self.voice is not None:
            self.voice.close()

    def _step(self, to: _Step, *, onward: bool = False) -> None:
        if self.voice is None or not self.places.chunks:
            return
        here = self.look().place
        there = to(self.places, here)
        if there > here or not onward:
            self.seek(there)

    def _seconds_since(self, start: int) -> float:
        position = self.voice.player.position if self.voice is not None else Position()
        if position.chunk is None:
            return 0.0
        return position.seconds + (position.chunk.span.start - start) * self._pace.seconds_per_char


def _last_page(document: Document) -> int:
    return max((block.page or 0 for block in document.blocks), default=0)


def _place(position: Position) -> int:
    """Where to play on: after a chunk that was heard to its end, at the next, which the engine failed on."""
    if position.chunk is None:
        return 0
    if position.state is State.FAILED and isinstance(position.error, EngineError):
        return position.chunk.span.end
    return position.word.start if position.word else position.chunk.span.start


class _Pace:
    """Seconds of speech a character takes: a guess that gives way to what has been heard."""

    def __init__(self) -> None:
        self._chars = 300.0
        self._seconds = 20.0  # 15 characters a second, with the weight of 20 s of listening
        self._chunk: Chunk | None = None
        self._heard = 0.0

    @property
    def seconds_per_char(self) -> float:
        return self._seconds / self._chars

    def see(self, chunk: Chunk, seconds: float) -> None:
        """Called again and again while listening; a chunk counts when the one after it begins."""
        before = self._chunk
        if before is not None and 0 <= chunk.span.start - before.span.end <= _NEXT_WITHIN:
            self._chars += len(before.span)
            self._seconds += self._heard
        self._chunk, self._heard = chunk, seconds


_NEXT_WITHIN = 8
# White space and marks between two chunks heard one after the other; more was jumped over.
