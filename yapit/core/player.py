"""Plays narration on one output stream and always knows which word is being heard."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from yapit.core.audio import Speech
from yapit.core.errors import OutputError, YapitError
from yapit.core.loudness import Loudness
from yapit.core.outputs import Output
from yapit.core.outputs.patience import waits
from yapit.core.pauses import MAX_PAUSES, Pace
from yapit.core.playback import Feed
from yapit.core.position import MAX_TEMPO, MIN_TEMPO, Position, State
from yapit.core.split import Chunk
from yapit.core.tape import Tape, from_word

__all__ = ["MAX_TEMPO", "MIN_TEMPO", "Narration", "Player", "Position", "State"]

_TICK = 0.02
"""Seconds between two looks after the device: far less than what is made ready for it."""


class Narration(Protocol):
    """What a narrator yields; all but iterating may be asked from any thread and returns at once."""

    @property
    def has_caught_up(self) -> bool:
        """All the text that is there was told; it waits for more, and is not slow."""
        ...

    def __iter__(self) -> Iterator[tuple[Chunk, Speech]]: ...

    def close(self) -> None: ...


@dataclass(eq=False, slots=True)
class _Run:
    """What one call of `play` began."""

    narration: Narration
    tape: Tape
    start: int | None = None
    """Where in the text to begin; None for wherever the narration does."""

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

    def __init__(
        self, output: Output, *, tempo: float = 1.0, volume: float = 1.0, pauses: float = 1.0
    ) -> None:
        self._output = output
        self._pace = Pace(_within(MIN_TEMPO, tempo, MAX_TEMPO), _within(0.0, pauses, MAX_PAUSES))
        self._loudness = Loudness(output.sample_rate)
        self._loudness.volume = volume
        self._underruns = 0  # of sessions before this one
        self._has_played = False
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
        return self._pace.tempo

    @tempo.setter
    def tempo(self, tempo: float) -> None:
        """Heard when what the device holds has been, in a quarter of a second; nothing is synthesized again.

        Taken to the nearest of `MIN_TEMPO` and `MAX_TEMPO` where it is beyond them.
        """
        self._change(replace(self._pace, tempo=_within(MIN_TEMPO, tempo, MAX_TEMPO)))

    @property
    def pauses(self) -> float:
        """How long pauses are, from 0 to `MAX_PAUSES`; 1 is as the narrator made them."""
        return self._pace.pauses

    @pauses.setter
    def pauses(self, pauses: float) -> None:
        """Heard as soon as another tempo is; nothing is synthesized again."""
        self._change(replace(self._pace, pauses=_within(0.0, pauses, MAX_PAUSES)))

    @property
    def volume(self) -> float:
        """How loud the listener hears it, from 0 to `MAX_VOLUME`; 1 is as it was spoken."""
        return self._loudness.volume

    @volume.setter
    def volume(self, volume: float) -> None:
        """Heard when what the device holds has been, without a click."""
        self._loudness.volume = volume

    @property
    def underruns(self) -> int:
        """How often sound that was there was not ready in time for the device: the machine was too busy."""
        session = self._session
        return self._underruns + (session.feed.underruns if session is not None else 0)

    @property
    def position(self) -> Position:
        while (session := self._session) is not None:
            position = self._heard(session)
            if self._session is session:  # or the output's count may be that of the next session
                return position
        return self._resting

    def play(self, narration: Narration, start: int | None = None) -> None:
        """Play from its beginning, or from the word at `start`, a place in `Document.text`.

        Whatever was playing is stopped and its narration closed.
        """
        with self._lock:
            self.stop()
            tape = Tape(self._output.sample_rate, lambda: narration.has_caught_up)
            run = _Run(narration, tape, start)
            self._run = run
            self._resting = Position(State.WAITING)
            self._begin(run)
        threading.Thread(target=self._take, args=(run,), name="player-narration", daemon=True).start()

    def pause(self) -> None:
        """Silence within 30 ms; the place is kept to the sample. A device that is lost is not waited for."""
        with self._lock:
            if (session := self._session) is not None:
                session.run.source = self._source(session)
                self._silence(replace(self.position, state=State.PAUSED), at_rest=False)
            elif self._resting.state is State.LOST:
                self._resting = replace(self._resting, state=State.PAUSED, error=None)

    def resume(self, back: float = 0.0) -> None:
        """Go on from the very sample, or from the word that began `back` seconds of speech before it.

        Goes back as far as what was heard is kept, 30 s. While playing it only takes a fade back.
        """
        with self._lock:
            if self._session is not None:
                self._loudness.restore()
            elif self._run is not None and self._resting.state in (State.PAUSED, State.LOST):
                if back > 0:
                    self._go_back(self._run, back)
                self._resting = replace(self._resting, state=State.WAITING, error=None)
                self._begin(self._run)

    def fade(self, seconds: float) -> None:
        """Grow silent within so many seconds and pause there; `resume` is as loud as before."""
        with self._lock:
            if self._session is not None:
                self._loudness.fade(seconds)

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
        """Block until all was heard, something failed, the device cannot be had or `stop` was called.

        Waits through a pause, and while a lost device is looked for. `KeyboardInterrupt` ends it; the
        sound goes on until `stop`.
        """
        self._at_rest.wait(timeout)
        return self.position

    def _change(self, pace: Pace) -> None:
        self._pace = pace
        if (session := self._session) is not None:
            session.run.tape.changed.set()

    def _go_back(self, run: _Run, seconds: float) -> None:
        before = run.source - round(seconds * run.tape.sample_rate)
        run.source = run.tape.word_start(max(before, 0))
        self._resting = _position(State.WAITING, run.tape, run.source)

    def _begin(self, run: _Run) -> None:
        self._at_rest.clear()
        self._keep_feeding(self._new_session(run))

    def _new_session(self, run: _Run) -> _Session:
        self._loudness.settle()
        return _Session(run, Feed(run.tape, run.source, self._pace, self._loudness))

    def _keep_feeding(self, session: _Session) -> None:
        self._session = session
        threading.Thread(target=self._keep_fed, args=(session,), name="player-feed", daemon=True).start()

    def _silence(self, resting: Position, *, at_rest: bool = True) -> None:
        """End the session, if there is one; `resting` is the position from now on."""
        session, self._resting = self._session, resting
        self._session = None
        if session is not None:
            self._underruns += session.feed.underruns
            session.run.tape.changed.set()
            if session.started:
                self._output.abort()
        if at_rest:
            self._at_rest.set()

    def _heard(self, session: _Session) -> Position:
        if not session.started:
            return self._resting
        heard = self._output.heard()
        sample = session.feed.source(heard)
        if session.feed.starves(heard):  # at the last sample that was heard: the next may be there, held back
            return _position(State.WAITING, session.run.tape, sample - 1)
        return _position(State.PLAYING, session.run.tape, sample)

    def _source(self, session: _Session) -> int:
        return round(session.feed.source(self._output.heard())) if session.started else session.run.source

    def _take(self, run: _Run) -> None:
        """The thread that takes narration: a little ahead of what is heard, until the run ends."""
        try:
            for chunk, speech in from_word(run.narration, run.start):
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
                if session.feed.pace != self._pace:
                    session.feed.change(self._pace)
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
                self._lose(session, _device_gone())
            if self._session is not session:
                return
            heard = self._output.heard() if session.started else 0.0
            tape.heard_to(int(feed.source(heard)))
            feed.forget(heard)
            if self._loudness.faded and heard >= feed.taken:
                self.pause()
            elif feed.drained and heard >= feed.made:
                self._rest(session, State.FAILED if tape.error else State.FINISHED, tape.error)

    def _start(self, session: _Session) -> None:
        """Only when there is sound: what a device takes before would be heard first, as silence."""
        try:
            self._start_output(session)
        except OutputError as error:
            if self._has_played:
                self._lose(session, error)
            else:
                self._rest(session, State.PAUSED, error)

    def _start_output(self, session: _Session) -> None:
        self._output.start(session.feed.pull)
        session.started = self._has_played = True

    def _lose(self, session: _Session, error: OutputError) -> None:
        session.run.source = self._source(session)
        lost = replace(self.position, state=State.LOST, error=error)
        self._silence(lost, at_rest=False)
        threading.Thread(
            target=self._look_for_device, args=(session.run, lost), name="device-watch", daemon=True
        ).start()

    def _look_for_device(self, run: _Run, lost: Position) -> None:
        """The thread that waits for a lost device; whatever else is asked of the player meanwhile ends it."""
        try:
            for seconds in waits():
                time.sleep(seconds)
                with self._lock:
                    if self._resting is not lost or self._session is not None or self._goes_on(run):
                        return
            self._give_up(lost, replace(lost, state=State.PAUSED))
        except BaseException as error:
            self._give_up(lost, replace(lost, state=State.FAILED, error=_unforeseen(error)))
            raise

    def _give_up(self, lost: Position, resting: Position) -> None:
        with self._lock:
            if self._resting is lost:
                self._silence(resting)

    def _goes_on(self, run: _Run) -> bool:
        """Whether the device is back; then what was lost plays on."""
        session = self._new_session(run)
        session.feed.fill()
        try:
            self._start_output(session)
        except OutputError:
            return False  # not yet; the listener knows
        self._resting = replace(self._resting, state=State.WAITING, error=None)
        self._keep_feeding(session)
        return True

    def _rest(self, session: _Session, state: State, error: YapitError | None) -> None:
        """The session ended by itself."""
        with self._lock:
            if self._session is session:
                session.run.source = self._source(session)
                self._silence(replace(self.position, state=state, error=error))


def _within(least: float, value: float, most: float) -> float:
    return min(max(value, least), most)


def _position(state: State, tape: Tape, sample: float) -> Position:
    """Where a sample of a tape is."""
    place = tape.place(sample)
    return Position(state) if place is None else Position(state, place.chunk, place.word, place.seconds)


def _unforeseen(error: BaseException) -> YapitError:
    unforeseen = YapitError(
        f"a mistake in Yapit ended the reading: {type(error).__name__}: {error}",
        cure="Play it again; if it comes back, please report it.",
    )
    unforeseen.__cause__ = error
    return unforeseen


def _device_gone() -> OutputError:
    return OutputError("the sound device went away", cure="Connect it again: reading goes on by itself.")
