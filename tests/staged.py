"""A document of every kind of block, and a player whose clock is the test's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from yapit.core.audio import Speech
from yapit.core.cache import NullCache
from yapit.core.document import Block, BlockKind, Document, Mark, MarkKind, Span, fill_gaps
from yapit.core.engine import find_voice
from yapit.core.errors import YapitError
from yapit.core.narrator import Narrator
from yapit.core.outputs.silent import SilentOutput
from yapit.core.player import Narration, Player, Position, State
from yapit.core.split import Chunk
from yapit.engines.tone import ToneEngine

PARTS = (
    (BlockKind.TITLE, 0, 1, "The lighthouse"),
    (BlockKind.PARAGRAPH, 0, 1, "It was dark. The keeper lit the lamp, and waited for the ship."),
    (BlockKind.HEADING, 1, 2, "Morning"),
    (BlockKind.CODE, 0, 2, "lamp.off()\nsleep(8)"),
    (BlockKind.LIST_ITEM, 1, 2, "He slept. He dreamt of whales."),
    (BlockKind.PARAGRAPH, 0, 3, "The ship had passed at night."),
)


def written(*parts: tuple[BlockKind, int, int | None, str]) -> Document:
    """A document of blocks, each a kind, a level, a page and a text; `und` is read as it stands."""
    text, blocks = "", []
    for kind, level, on_page, body in parts:
        start = len(text) + 2 if text else 0
        text += ("\n\n" if text else "") + body
        blocks.append(Block(Span(start, len(text)), kind, level, on_page))
    return Document(text, tuple(blocks), fill_gaps(text, blocks), language="und")


def cited() -> Document:
    """One sentence, with a citation in it that is skipped."""
    body = "It was so [12] they said."
    mark = Mark(Span(10, 14), MarkKind.CITATION)
    return Document(body, (Block(Span(0, len(body))),), marks=(mark,), language="und")


class StagedPlayer(Player):
    """Hears a word when the test says so."""

    def __init__(self) -> None:
        super().__init__(SilentOutput())
        self.closed = False
        self.heard: list[str] = []
        """The text of each chunk, in the order they were heard."""

        self.began: list[int | None] = []
        """Where each playing was to begin."""

        self.went_back: list[float] = []
        """Seconds that each resume went back."""

        self.faded: list[float] = []
        self.is_fading = False

        self._now = Position()
        self._narration: Narration | None = None
        self._pieces: list[tuple[Chunk, Speech]] = []

    @property
    def position(self) -> Position:
        return self._now

    def play(self, narration: Narration, start: int | None = None) -> None:
        self.stop()
        self.began.append(start)
        self._narration = narration
        self._now = Position(State.WAITING)

    def hear(self) -> None:
        """The next chunk begins, at its first word."""
        assert self._narration is not None
        try:
            chunk, speech = next(iter(self._narration))
        except StopIteration:
            self._now = replace(self._now, state=State.FINISHED)
            return
        except YapitError as error:
            self.fail(error)
            return
        self.heard.append(chunk.text)
        self._pieces.append((chunk, speech))
        self._now = Position(State.PLAYING, chunk, speech.words[0].span, 0.0)

    def hear_word(self, number: int) -> None:
        """Within the chunk, the word of that number is reached."""
        chunk, speech = self._pieces[-1]
        word = speech.words[number]
        self._now = Position(State.PLAYING, chunk, word.span, word.start)

    def starve(self) -> None:
        """The chunk was heard, and no other is there yet."""
        self._now = replace(self._now, state=State.WAITING)

    def lose(self) -> None:
        """The device goes away."""
        self._now = replace(self._now, state=State.LOST)

    def fail(self, error: YapitError) -> None:
        self._now = replace(self._now, state=State.FAILED, error=error)

    def pause(self) -> None:
        self._now = replace(self._now, state=State.PAUSED)

    def resume(self, back: float = 0.0) -> None:
        self.is_fading = False
        self.went_back.append(back)
        self._now = replace(self._now, state=State.PLAYING)

    def fade(self, seconds: float) -> None:
        self.faded.append(seconds)
        self.is_fading = True

    def stop(self) -> None:
        self._now = Position()
        if self._narration is not None:
            self._narration.close()

    def close(self) -> None:
        self.stop()
        self.closed = True


@pytest.fixture
def document() -> Document:
    return written(*PARTS)


@pytest.fixture
def make_narrator() -> Callable[[], Narrator]:
    """The real narrator, with an engine that beeps."""

    def make() -> Narrator:
        engine = ToneEngine()
        return Narrator(engine, find_voice(engine), cache=NullCache())

    return make


@pytest.fixture
def player() -> StagedPlayer:
    return StagedPlayer()
