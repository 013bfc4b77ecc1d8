"""What a remote control is shown of the listening, and what it may ask for."""

from __future__ import annotations

import hashlib
import math
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from yapit.core.listening.desk import Desk
from yapit.core.listening.route import Route, Step, said_words
from yapit.core.listening.speaker import View
from yapit.core.listening.telling import title_of
from yapit.core.position import State

Ask = Callable[[Desk, Callable[[str], None]], str]
"""Done on the front end's thread, with what runs a command by its name; tells what came of it."""


class Front(Protocol):
    """A front end, as far as the desktop goes."""

    @property
    def desk(self) -> Desk: ...

    def obey(self, ask: Ask) -> None:
        """Do what was asked for, and tell what came of it, or why it cannot be done."""


class Status(StrEnum):
    """As MPRIS writes them."""

    PLAYING = "Playing"
    PAUSED = "Paused"
    STOPPED = "Stopped"


@dataclass(frozen=True, slots=True)
class Playing:
    """How it stands. Times are seconds at tempo 1, as far as they can be told from what was heard."""

    status: Status = Status.STOPPED
    track: str = "none"
    """Tells documents apart: letters and digits."""

    title: str = ""
    author: str = ""
    chapter: str = ""
    seconds: float = 0.0
    length: float = 0.0
    tempo: float = 1.0
    volume: float = 1.0


def playing(desk: Desk) -> Playing:
    """How it stands now."""
    session, view = desk.session, desk.session.look()
    document, route = session.document, session.ready
    named = hashlib.sha256((document.source or document.title).encode("utf-8", "replace"))
    return Playing(
        _status(view, route),
        named.hexdigest()[:16],
        title_of(document),
        document.author,
        _chapter(route, view.place),
        _seconds(desk, view.place),
        _seconds(desk),
        session.tempo,
        session.volume,
    )


def _status(view: View, route: Route | None) -> Status:
    if view.is_running:
        return Status.PLAYING
    if route is None or view.state in (State.FINISHED, State.FAILED):
        return Status.STOPPED
    return Status.PAUSED


def _chapter(route: Route | None, place: int) -> str:
    number = route.chapter_at(place) if route is not None else None
    return route.chapters[number].title if route is not None and number is not None else ""


def _seconds(desk: Desk, until: int | None = None) -> float:
    """From the beginning to a place, or to the end; 0 before that can be told."""
    return (desk.session.seconds_left(0, until) or 0.0) * desk.session.tempo


def toggle(desk: Desk, run: Callable[[str], None]) -> str:
    desk.session.toggle()
    return ""


def play(desk: Desk, run: Callable[[str], None]) -> str:
    desk.session.play()
    return ""


def pause(desk: Desk, run: Callable[[str], None]) -> str:
    """Also what "stop" does: the place is never given up."""
    desk.session.pause()
    return ""


def leave(desk: Desk, run: Callable[[str], None]) -> str:
    run("quit")
    return ""


def sentence(by: int) -> Ask:
    """A sentence on (1) or back (-1)."""
    return _quietly(lambda desk: desk.session.step(Step.SENTENCE, by))


def seek_by(seconds: float) -> Ask:
    """On or back by so much at tempo 1; beyond the end it is a sentence on, as MPRIS would have it."""

    def seek(desk: Desk) -> None:
        there = _seconds(desk, desk.session.look().place) + seconds
        if there > _seconds(desk):
            desk.session.step(Step.SENTENCE, 1)
        else:
            _go(desk, there)

    return _quietly(seek)


def seek_to(seconds: float, track: str) -> Ask:
    """To a place of the document that was being read then; another document stays where it is."""

    def seek(desk: Desk) -> None:
        if playing(desk).track == track and 0 <= seconds <= _seconds(desk):
            _go(desk, seconds)

    return _quietly(seek)


def set_tempo(tempo: float) -> Ask:
    """0 pauses, as MPRIS would have it, and so does what is no number."""

    def take(desk: Desk, run: Callable[[str], None]) -> str:
        return f"tempo {desk.set_tempo(tempo):g}" if tempo > 0 else pause(desk, run)

    return take


def set_volume(volume: float) -> Ask:
    def take(desk: Desk, run: Callable[[str], None]) -> str:
        desk.session.volume = volume if math.isfinite(volume) else 1.0
        return f"volume {desk.session.volume:.0%}"

    return take


def _quietly(move: Callable[[Desk], None]) -> Ask:
    """Move, and stay silent where it was: a headset's button is no reason to begin."""

    def moved(desk: Desk, run: Callable[[str], None]) -> str:
        sounds = desk.session.look().is_running
        if desk.session.ready is not None:
            move(desk)
            if not sounds:
                desk.session.pause()
        return ""

    return moved


def _go(desk: Desk, seconds: float) -> None:
    """To the word there."""
    route, length = desk.session.ready, _seconds(desk)
    if route is None or length <= 0:
        return
    chars = max(seconds, 0.0) / length * route.places.total_chars
    places = range(len(route.document.text))
    place = max(bisect_right(places, chars, key=route.places.chars_before) - 1, 0)
    chunk = route.places.chunks[route.places.chunk_from(place)]
    words = [word.start for word in said_words(chunk) if word.start <= place]
    desk.session.jump(words[-1] if words else chunk.span.start, exact=True)
