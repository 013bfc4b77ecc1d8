"""What is slow, for a thread behind the page: the voice, then the ways through the document."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import Worker, WorkerState

from yapit.core.errors import YapitError
from yapit.core.finding import Finder
from yapit.core.listening.route import Route
from yapit.core.listening.speaker import Speaker

if TYPE_CHECKING:
    from yapit.core.narrator import Narrator
    from yapit.core.player import Player

MakeNarrator = Callable[[], "Narrator"]
OpenPlayer = Callable[[], "tuple[Player, str]"]
"""A player, and a note on its sound: empty when all is well, else why there is none and the cure."""


class Loaded(Message):
    """There is a voice."""

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.speaker = speaker


class Grown(Message):
    """So much of the document is there."""

    def __init__(self, route: Route) -> None:
        super().__init__()
        self.route = route


class Whole(Message):
    """There is no more of the document; `error` is why not all of it could be read."""

    def __init__(self, error: YapitError | None = None) -> None:
        super().__init__()
        self.error = error


class Searchable(Message):
    """The document is made ready to be searched."""

    def __init__(self, finder: Finder) -> None:
        super().__init__()
        self.finder = finder


class Reheard(Message):
    """What is there is heard otherwise from now on."""

    def __init__(self, route: Route) -> None:
        super().__init__()
        self.route = route


class Refused(Message):
    """Something cannot be had, and why."""

    def __init__(self, error: YapitError) -> None:
        super().__init__()
        self.error = error


class Reopened(Message):
    """Sound was looked for again; the note says why there still is none."""

    def __init__(self, player: Player, note: str) -> None:
        super().__init__()
        self.player = player
        self.note = note


def follow(routes: Iterable[Route], post: Callable[[Message], bool]) -> None:
    """Tell of a document as it grows, and of its end; until nobody takes what is posted any more."""
    broken, text = None, ""
    try:
        for route in routes:
            gc.freeze()  # a document has no cycles: each search for some in it would hold up a key
            if not post(Grown(route)):
                return
            text = route.document.text
    except YapitError as error:
        broken = error
    post(Whole(broken))
    post(Searchable(Finder(text)))


def mistake_of(event: Worker.StateChanged) -> YapitError | None:
    """What a thread behind the page ended by, where nobody had foreseen that."""
    error = event.worker.error
    if event.state is not WorkerState.ERROR or error is None:
        return None
    return YapitError(f"{type(error).__name__}: {error}", cure="This is a bug; please report it.")


def speaker(
    make_narrator: MakeNarrator, open_player: OpenPlayer, refuse: Callable[[YapitError], object]
) -> Speaker:
    """A voice that is loaded further while it is waited for; `refuse` hears, in a thread, why that fails."""

    def warmed(done: Future[None]) -> None:
        error = None if done.cancelled() else done.exception()
        if isinstance(error, YapitError):
            refuse(error)

    narrator = make_narrator()
    narrator.warm_up().add_done_callback(warmed)
    try:
        player, note = open_player()
    except BaseException:
        narrator.close()
        raise
    return Speaker(narrator, player, note)
