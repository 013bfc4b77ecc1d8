"""Reading without a screen: each sentence is a line, printed when it begins to be heard."""

from __future__ import annotations

import threading
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from yapit.cli.keys import Key, ReadKeys
from yapit.cli.lines import printable
from yapit.core.errors import EmptyDocument, YapitError
from yapit.core.growth import growing
from yapit.core.hearing import Hearing
from yapit.core.player import State
from yapit.core.split import WITHIN_SENTENCE

if TYPE_CHECKING:
    from yapit.core.document import Document
    from yapit.core.growth import Known
    from yapit.core.narrator import Narrator
    from yapit.core.player import Player
    from yapit.core.split import Chunk

_POLL = 0.03
"""Seconds between two looks at the player: a line appears within one frame of its sound."""

_BEGUN = 2.0
"""Seconds after which `back` begins the sentence again, as it does in the full screen."""


class PlainReader:
    """Plays a document and writes its sentences as they come."""

    def __init__(
        self,
        document: Document,
        narrator: Narrator,
        player: Player,
        write: Callable[[str], None],
        *,
        more: Iterable[Document] = (),
        hearing: Hearing | None = None,
    ) -> None:
        self._narrator = narrator
        self._player = player
        self._write = write
        known = growing(chain([document], more), hearing or Hearing(), narrator.chunk_chars)
        self._chunks = list(next(known).places.chunks)
        self._growth = _Growth(known)
        self._at = 0
        self._shown = 0
        """Chunks before this one are on the screen."""

        self._taken = 0
        """Chunks before this one were asked for; at the end, they were heard or had nothing to say."""

        self._is_whole = False
        """No chunk will come."""

    def run(self, read_keys: ReadKeys | None) -> None:
        """Play to the end, or until the listener quits; without keys nobody can.

        Raises:
            EmptyDocument: All of it is of kinds that are not spoken.
            EngineError, OutputError: What stopped the player.
        """
        self._growth.start()
        self._play(0)
        try:
            while self._follow():
                if read_keys is None:
                    time.sleep(_POLL)
                    continue
                for key in read_keys(_POLL):
                    if key is Key.QUIT:
                        return
                    self._obey(key)
        finally:
            self._end_line()
            self._player.stop()

    def _follow(self) -> bool:
        """Show what has begun to be heard; False at the end."""
        is_whole = self._growth.is_whole  # before looking what has come
        self._add_what_came()
        self._is_whole = is_whole
        position = self._player.position
        if position.error is not None and position.state is not State.LOST:
            raise position.error
        if position.state is State.FINISHED:
            self._show(self._taken)
            return self._go_on(is_whole=is_whole)
        if position.state in (State.PLAYING, State.PAUSED) and position.chunk is not None:
            self._at = bisect_right(self._chunks, position.chunk.span.start, key=_start) - 1
            self._show(self._at + 1)
        return True

    def _add_what_came(self) -> None:
        """More chunks; the last one, where it was not asked for, may turn out to end no paragraph."""
        keep = max(self._taken, len(self._chunks) - 1)
        if new := self._growth.after(self._chunks[keep - 1].span.end if keep else 0):
            self._chunks[keep:] = new

    def _go_on(self, *, is_whole: bool) -> bool:
        """At the end of what there was: with what has come meanwhile, if any is still to come."""
        if self._shown < len(self._chunks):
            self._play(self._shown)
            return True
        if is_whole and not self._chunks:
            raise EmptyDocument(
                "nothing in the document is spoken", cure="It holds only what is skipped; try: --skip off"
            )
        if is_whole and self._growth.error is not None:
            raise self._growth.error
        return not is_whole

    def _obey(self, key: Key) -> None:
        if key is Key.PAUSE:
            paused = self._player.position.state is State.PAUSED
            self._player.resume() if paused else self._player.pause()
        elif key is Key.BACK:
            begun = self._sentence(self._at)
            self._play(begun if self._is_well_begun(begun) else self._sentence(begun - 1))
        elif key is Key.FORWARD:
            following = range(self._at + 1, len(self._chunks))
            self._play(next((at for at in following if self._sentence(at) == at), self._sentence(self._at)))

    def _is_well_begun(self, sentence: int) -> bool:
        """So much of it was heard that going back means to its beginning."""
        position = self._player.position
        if position.chunk is None:
            return False
        return position.chunk.span.start > _start(self._chunks[sentence]) or position.seconds > _BEGUN

    def _play(self, at: int) -> None:
        self._end_line()
        self._at = self._shown = self._taken = at
        self._player.play(self._narrator.narrate(self._chunks_from(at), hurry=True))

    def _chunks_from(self, at: int) -> Iterator[Chunk | None]:
        """From one on, those included that come while it is heard; None while there is none."""
        while True:
            is_whole = self._is_whole  # before looking what is there
            if at < len(self._chunks):
                self._taken = at + 1
                yield self._chunks[at]
                at += 1
            elif is_whole:
                return
            else:
                yield None

    def _sentence(self, at: int) -> int:
        """Index of the chunk that the sentence of chunk `at` begins with."""
        at = max(at, 0)
        while at and self._chunks[at - 1].ends in WITHIN_SENTENCE:
            at -= 1
        return at

    def _show(self, end: int) -> None:
        for chunk in self._chunks[self._shown : end]:
            within = chunk.ends in WITHIN_SENTENCE
            self._write(printable(chunk.text) + (" " if within else "\n"))
        self._shown = max(self._shown, end)

    def _end_line(self) -> None:
        if self._shown and self._chunks[self._shown - 1].ends in WITHIN_SENTENCE:
            self._write("\n")


def _start(chunk: Chunk) -> int:
    return chunk.span.start


class _Growth(threading.Thread):
    """Reads the rest of a document while its beginning is heard."""

    def __init__(self, more: Iterable[Known]) -> None:
        super().__init__(name="growth", daemon=True)
        self.is_whole = False
        self.error: YapitError | None = None
        """Why not all of it could be read."""

        self._more = more
        self._newest: Sequence[Chunk] = ()

    def run(self) -> None:
        try:
            for known in self._more:
                self._newest = known.places.chunks
        except YapitError as error:
            self.error = error
        self.is_whole = True

    def after(self, place: int) -> Sequence[Chunk]:
        """The chunks that begin at a place or later, as far as they are there."""
        newest = self._newest
        return newest[bisect_left(newest, place, key=_start) :]
