"""Reading without a screen: each sentence is a line, printed when it begins to be heard."""

from __future__ import annotations

import sys
import time
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from yapit.cli.keys import Key, ReadKeys
from yapit.core.errors import EmptyDocument
from yapit.core.player import State
from yapit.core.split import Boundary

if TYPE_CHECKING:
    from yapit.core.document import Document
    from yapit.core.narrator import Narrator
    from yapit.core.player import Player

_POLL = 0.03
"""Seconds between two looks at the player: a line appears within one frame of its sound."""

_BEGUN = 2.0
"""Seconds after which `back` begins the sentence again, as it does in the full screen."""

_WITHIN_SENTENCE = (Boundary.WORD, Boundary.CLAUSE)


class PlainReader:
    """Plays a document and writes its sentences as they come."""

    def __init__(
        self, document: Document, narrator: Narrator, player: Player, write: Callable[[str], None]
    ) -> None:
        self._document = document
        self._narrator = narrator
        self._player = player
        self._write = write
        self._chunks = narrator.chunks(document)
        self._starts = [chunk.span.start for chunk in self._chunks]
        self._at = 0
        self._shown = 0
        """Chunks before this one are on the screen."""

    def run(self, read_keys: ReadKeys | None) -> None:
        """Play to the end, or until the listener quits; without keys nobody can.

        Raises:
            EmptyDocument: All of it is of kinds that are not spoken.
            EngineError, OutputError: What stopped the player.
        """
        if not self._chunks:
            raise EmptyDocument(
                "nothing in the document is spoken", cure="It holds only what is skipped, such as code."
            )
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
        position = self._player.position
        if position.error is not None:
            raise position.error
        if position.state is State.FINISHED:
            self._show(len(self._chunks))
            return False
        if position.state in (State.PLAYING, State.PAUSED) and position.chunk is not None:
            self._at = bisect_right(self._starts, position.chunk.span.start) - 1
            self._show(self._at + 1)
        return True

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
        return position.chunk.span.start > self._starts[sentence] or position.seconds > _BEGUN

    def _play(self, at: int) -> None:
        self._end_line()
        self._at = self._shown = at
        self._player.play(self._narrator.narrate(self._chunks[at:], hurry=True))

    def _sentence(self, at: int) -> int:
        """Index of the chunk that the sentence of chunk `at` begins with."""
        at = max(at, 0)
        while at and self._chunks[at - 1].ends in _WITHIN_SENTENCE:
            at -= 1
        return at

    def _show(self, end: int) -> None:
        for chunk in self._chunks[self._shown : end]:
            within = chunk.ends in _WITHIN_SENTENCE
            self._write(printable(chunk.text) + (" " if within else "\n"))
        self._shown = max(self._shown, end)

    def _end_line(self) -> None:
        if self._shown and self._chunks[self._shown - 1].ends in _WITHIN_SENTENCE:
            self._write("\n")


def printable(text: str) -> str:
    """The text on one line, without the characters that would command the terminal."""
    line = " ".join(text.split())
    return "".join(character for character in line if unicodedata.category(character) not in ("Cc", "Cs"))


def write_line(text: str) -> None:
    """To stdout, at once."""
    sys.stdout.write(text)
    sys.stdout.flush()
