"""Plays narration on one output stream and always knows which word is being heard."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from yapit.core.audio import Speech
from yapit.core.document import Span
from yapit.core.errors import OutputError, YapitError
from yapit.core.outputs import Output
from yapit.core.playback import Feed, Tape
from yapit.core.split import Chunk

MIN_TEMPO = 0.5
MAX_TEMPO = 3.0

_TICK = 0.02
"""Seconds between two looks after the device: far less than what is made ready for it."""


class State(StrEnum):
    IDLE = "idle"
    WAITING = "waiting"
    """Playing was asked for, and the next sound is not made yet."""

    PLAYING = "playing"
    PAUSED = "paused"
    """Also where the device went away; then `Position.error` says so, and `resume` tries it again."""

    FINISHED = "finished"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Position:
    """Where the listener is. A snapshot: any thread may read it."""

    state: State = State.IDLE
    chunk: Chunk | None = None
    """The chunk being heard, or the last one that was."""

    word: Span | None = None
    """The word being heard, as a place in `Document.text`; it stays until the next one begins."""

    seconds: float = 0.0
    """How much of the chunk has been heard, in seconds at tempo 1."""

    error: YapitError | None = None


class Narration(Protocol):
    """What a narrator yields; `close` may be called from any thread and returns at once."""

    def __iter__(self) -> Iterator[tuple[Chunk, Speech]]: ...

    def close(self) -> None: ...


@dataclass(eq=False, slots=True)
class _Run:
    """What one call of `play` began."""

    narration: Narration
    tape: Tape
    source: int = 0
    """The sample of the tape to begin or go on with."""


@dataclass(eq=False, slots=True)
class _Session:
    """One stretch of sound within a run: from play or resume to pause, stop or the end."""

    run: _Run
    feed: Feed
    started: bool = False


class Player:
    """Front ends call play, pause, resume and stop, and look at `position` when they draw.

    No call waits for narration. Two threads serve a run: one takes narration
    as it comes, the other keeps the output fed.
    """

    def __init__(self, output: Output, *, tempo: float = 1.0) -> None:
        self._output = output
        self._tempo = _within_limits(tempo)
        self._lock = threading.RLock()  # held by whoever starts or silences the output
        self._run: _Run | None = None
        self._session: _Session | None = None
        self._resting = Position()  # the position while nothing sounds
        self._at_rest = threading.Event()
        self._at_rest.set()

    @property
    def output(self) -> Output:
        return self._output

    @property
    def tempo(self) -> float:
        """How fast the listener hears it; 1 is as it was spoken."""
        return self._tempo

    @tempo.setter
    def tempo(self, tempo: float) -> None:
        """Heard when what the device holds has been, in a quarter of a second; nothing is synthesized again.

        Taken to the nearest of `MIN_TEMPO` and `MAX_TEMPO` where it is beyond them.
        """
        self._tempo = _within_limits(tempo)
        if (session := self._session) is not None:
            session.run.tape.changed.set()

    @property
    def position(self) -> Position:
        while (session := self._session) is not None:
            position = self._heard(session)
            if self._session is session:  # or the output's count may be that of the next session
                return position
        return self._resting

    def play(self, narration: Narration) -> None:
        """Play from its beginning; whatever was playing is stopped and its narration closed."""
        with self._lock:
            self.stop()
            run = _Run(narration, Tape(self._output.sample_rate))
            self._run = run
            self._resting = Position(State.WAITING)
            self._begin(run)
        threading.Thread(target=self._take, args=(run,), name="player-narration", daemon=True).start()

    def pause(self) -> None:
        """Silence within 30 ms; the place is kept to the sample."""
        with self._lock:
            if (session := self._session) is not None:
                session.run.source = self._source(session)
                self._silence(replace(self.position, state=State.PAUSED), at_rest=False)

    def resume(self) -> None:
        """Go on from the very sample; does nothing unless paused."""
        with self._lock:
            if self._run is not None and self._resting.state is State.PAUSED and self._session is None:
                self._resting = replace(self._resting, state=State.WAITING, error=None)
                self._begin(self._run)

    def stop(self) -> None:
        """Silence, now; the narration is closed."""
        with self._lock:
            run, self._run = self._run, None
            if run is None:
                return
            self._silence(replace(self.position, state=State.IDLE, error=None))
            run.tape.close()
        run.narration.close()

    def close(self) -> None:
        """Stop, and give the device back."""
        self.stop()
        self._output.close()

    def wait(self, timeout: float | None = None) -> Position:
        """Block until all was heard, something failed, the device went away or `stop` was called.

        Waits through a pause. `KeyboardInterrupt` ends it; the sound goes on until `stop`.
        """
        self._at_rest.wait(timeout)
        return self.position

    def _begin(self, run: _Run) -> None:
        self._at_rest.clear()
        self._session = session = _Session(run, Feed(run.tape, run.source, self._tempo))
        threading.Thread(target=self._keep_fed, args=(session,), name="player-feed", daemon=True).start()

    def _silence(self, resting: Position, *, at_rest: bool = True) -> None:
        """End the session, if there is one; `resting` is the position from now on."""
        session, self._resting = self._session, resting
        self._session = None
        if session is not None:
            session.run.tape.changed.set()
            if session.started:
                self._output.abort()
        if at_rest:
            self._at_rest.set()

    def _heard(self, session: _Session) -> Position:
        if not session.started:
            return self._resting
        heard = self._output.heard()
        starved = heard >= session.feed.made and not session.run.tape.ended
        state = State.WAITING if starved else State.PLAYING
        place = session.run.tape.place(session.feed.source(heard))
        if place is None:
            return Position(state)
        return Position(state, place.chunk, place.word, place.seconds)

    def _source(self, session: _Session) -> int:
        return round(session.feed.source(self._output.heard())) if session.started else session.run.source

    def _take(self, run: _Run) -> None:
        """The thread that takes narration: a little ahead of what is heard, until the run ends."""
        try:
            for chunk, speech in run.narration:
                run.tape.append(chunk, speech)
                if not run.tape.wait_for_room():
                    return
            run.tape.end()
        except YapitError as error:
            run.tape.end(error)
        except BaseException as error:
            run.tape.end(_unforeseen(error))
            raise

    def _keep_fed(self, session: _Session) -> None:
        """The thread that keeps sound ready for the output and notices when it ends."""
        changed = session.run.tape.changed
        try:
            while self._session is session:
                changed.clear()
                if session.feed.tempo != self._tempo:
                    session.feed.change_tempo(self._tempo)
                session.feed.fill()
                self._look_after(session)
                changed.wait(_TICK)
        except BaseException as error:
            self._rest(session, State.FAILED, _unforeseen(error))
            raise

    def _look_after(self, session: _Session) -> None:
        feed, tape = session.feed, session.run.tape
        with self._lock:
            if self._session is not session:
                return
            if not session.started and feed.made:
                self._start(session)
            if session.started and self._output.lost:
                self._rest(session, State.PAUSED, _device_gone())
            if self._session is not session:
                return
            heard = self._output.heard() if session.started else 0.0
            tape.heard_to(int(feed.source(heard)))
            feed.forget(heard)
            if feed.drained and heard >= feed.made:
                self._rest(session, State.FAILED if tape.error else State.FINISHED, tape.error)

    def _start(self, session: _Session) -> None:
        """Only when there is sound: what a device takes before would be heard first, as silence."""
        try:
            self._output.start(session.feed.pull)
            session.started = True
        except OutputError as error:
            self._rest(session, State.PAUSED, error)

    def _rest(self, session: _Session, state: State, error: YapitError | None) -> None:
        """The session ended by itself."""
        with self._lock:
            if self._session is session:
                session.run.source = self._source(session)
                self._silence(replace(self.position, state=state, error=error))


def _within_limits(tempo: float) -> float:
    return min(max(tempo, MIN_TEMPO), MAX_TEMPO)


def _unforeseen(error: BaseException) -> YapitError:
    unforeseen = YapitError(
        f"a mistake in Yapit ended the reading: {type(error).__name__}: {error}",
        cure="Play it again; if it comes back, please report it.",
    )
    unforeseen.__cause__ = error
    return unforeseen


def _device_gone() -> OutputError:
    return OutputError("the sound device went away", cure="Connect it again and resume, or choose another.")
