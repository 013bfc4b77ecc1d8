"""The player says which word is heard, and does what it is told at once."""

from __future__ import annotations

import itertools
import os
import signal
import threading
from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest

from tests.sound import LETTERS, RATE, WORD_SECONDS, ManualOutput, Told, babble, eventually, spoken, tone
from yapit.core.audio import Speech
from yapit.core.cache import NullCache
from yapit.core.document import Span
from yapit.core.engine import find_voice, load_engine
from yapit.core.errors import OutputError, SynthesisError, YapitError
from yapit.core.narrator import Narrator
from yapit.core.outputs import Pull, SilentOutput
from yapit.core.outputs.patience import waits
from yapit.core.player import MAX_TEMPO, MIN_TEMPO, Player, Position, State
from yapit.core.split import Chunk


@pytest.fixture
def output() -> ManualOutput:
    return ManualOutput()


@pytest.fixture
def player(output: ManualOutput) -> Iterator[Player]:
    player = Player(output)
    yield player
    player.close()


def seen_until(player: Player, output: ManualOutput, *states: State) -> list[Position]:
    """Every position while time goes on, until the state is one of these."""
    seen = [player.position]

    def over() -> bool:
        output.advance(0.02)
        seen.append(player.position)
        return seen[-1].state in states

    eventually(over)
    return seen


def advance(player: Player, output: ManualOutput, seconds: float) -> None:
    """Let time pass while the player keeps up with it."""
    wanted = output.heard() + seconds * RATE

    def passed() -> bool:
        if player.position.state is State.PLAYING:
            output.advance(min(0.02, (wanted - output.heard()) / RATE))
        return output.heard() >= wanted - 1

    eventually(passed)


def words_of(seen: list[Position]) -> list[Span]:
    """Each word once for every time that it came up."""
    return [word for word, _ in itertools.groupby(p.word for p in seen) if word is not None]


def three_chunks() -> list[tuple[Chunk, Speech]]:
    return [spoken(babble(1.0, number), number) for number in range(3)]


def test_every_word_is_reported_once_and_in_order(player: Player, output: ManualOutput) -> None:
    parts = three_chunks()
    player.play(Told(parts))
    seen = seen_until(player, output, State.FINISHED)
    assert words_of(seen) == [word.span for _, speech in parts for word in speech.words]
    chunks = [chunk for chunk, _ in itertools.groupby(p.chunk for p in seen) if chunk is not None]
    assert chunks == [chunk for chunk, _ in parts]


def test_what_is_heard_is_the_narration_and_nothing_else(player: Player, output: ManualOutput) -> None:
    parts = three_chunks()
    player.play(Told(parts))
    seen_until(player, output, State.FINISHED)
    assert np.array_equal(output.sound, np.concatenate([speech.samples for _, speech in parts]))


def test_the_words_of_a_real_narrator_are_those_of_the_page() -> None:
    engine = load_engine("tone")
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    text = "One two, three. Four five six."
    chunks = [Chunk(0, span, span.of(text), language="und") for span in (Span(0, 15), Span(16, 30))]
    player = Player(SilentOutput(speedup=2.0))
    player.play(narrator.narrate(chunks))
    seen = [player.position]
    while seen[-1].state is not State.FINISHED:
        assert seen[-1].state is not State.FAILED, seen[-1].error
        seen.append(player.position)
        player.wait(0.005)
    player.close()
    narrator.close()
    assert [word.of(text) for word in words_of(seen)] == ["One", "two", "three", "Four", "five", "six"]


def test_reading_begins_at_the_very_word(player: Player, output: ManualOutput) -> None:
    chunks = three_chunks()
    words = [word.span for _, speech in chunks for word in speech.words]
    player.play(Told(chunks), words[4].start)
    heard = words_of(seen_until(player, output, State.FINISHED))
    assert heard == words[4:]


def test_the_place_in_the_chunk_is_told_in_seconds(player: Player, output: ManualOutput) -> None:
    player.play(Told(three_chunks()))
    advance(player, output, 1.25)
    position = player.position
    assert position.chunk is not None
    assert position.chunk.block == 1
    assert position.seconds == pytest.approx(0.25, abs=0.001)


def test_it_waits_until_there_is_something_to_hear(player: Player, output: ManualOutput) -> None:
    gate = threading.Event()
    player.play(Told(three_chunks(), gate=gate))
    output.advance(1.0)
    assert player.position == Position(State.WAITING)
    assert output.starts == 0
    gate.set()
    assert seen_until(player, output, State.FINISHED)[-1].error is None


def test_slow_narration_is_waited_for_without_losing_the_place(player: Player, output: ManualOutput) -> None:
    gate = threading.Event()
    parts = three_chunks()

    def slow() -> Iterator[tuple[Chunk, Speech]]:
        yield parts[0]
        gate.wait()
        yield from parts[1:]

    player.play(Told(slow()))
    seen = seen_until(player, output, State.PLAYING)
    seen += seen_until(player, output, State.WAITING)
    output.advance(2.0)
    assert player.position.state is State.WAITING
    assert player.position.word == parts[0][1].words[-1].span
    gate.set()
    seen += seen_until(player, output, State.FINISHED)
    assert words_of(seen) == [word.span for _, speech in parts for word in speech.words]


def test_a_word_stays_lit_until_the_next_begins_also_in_the_next_chunk(
    player: Player, output: ManualOutput
) -> None:
    (first, speech), (second, later) = three_chunks()[:2]
    late = Speech(np.concatenate([np.zeros(RATE // 2, np.float32), later.samples]), RATE, later.words)
    moved = tuple(type(w)(w.span, w.start + 0.5, w.end + 0.5) for w in late.words)
    player.play(Told([(first, speech), (second, Speech(late.samples, RATE, moved))]))
    advance(player, output, 1.3)
    assert (player.position.chunk, player.position.word) == (second, speech.words[-1].span)


def test_pausing_keeps_the_place_to_the_sample(player: Player, output: ManualOutput) -> None:
    parts = three_chunks()
    player.play(Told(parts))
    for _ in range(4):
        advance(player, output, 0.537)
        before = player.position
        player.pause()
        assert player.position.state is State.PAUSED
        assert (player.position.word, player.position.seconds) == (before.word, before.seconds)
        output.advance(1.0)
        player.resume()
        eventually(lambda: player.position.state is State.PLAYING)
    seen_until(player, output, State.FINISHED)
    assert np.array_equal(output.sound, np.concatenate([speech.samples for _, speech in parts]))


def test_a_pause_before_the_first_sound_lasts_until_resume(player: Player, output: ManualOutput) -> None:
    gate = threading.Event()
    player.play(Told(three_chunks(), gate=gate))
    player.pause()
    gate.set()
    output.advance(1.0)
    assert player.position.state is State.PAUSED
    assert output.starts == 0
    player.resume()
    assert len(words_of(seen_until(player, output, State.FINISHED))) == 30


def test_pause_and_resume_mean_nothing_when_nothing_is_read(player: Player, output: ManualOutput) -> None:
    player.pause()
    player.resume()
    assert player.position == Position()
    assert output.starts == 0


def test_stop_does_not_wait_for_slow_narration(player: Player) -> None:
    never = threading.Event()
    told = Told(three_chunks(), gate=never)
    player.play(told)
    player.stop()
    assert told.closed
    assert player.position.state is State.IDLE
    never.set()


def test_stop_keeps_what_was_heard_last(player: Player, output: ManualOutput) -> None:
    parts = three_chunks()
    player.play(Told(parts))
    advance(player, output, 0.25)
    player.stop()
    heard = output.sound
    output.advance(1.0)
    assert len(output.sound) == len(heard)
    assert player.position.state is State.IDLE
    assert player.position.word == parts[0][1].words[2].span


def test_only_the_last_of_many_seeks_is_heard(player: Player, output: ManualOutput) -> None:
    tellings = [Told([spoken(babble(0.5, n), n)]) for n in range(60)]
    for told in tellings:
        player.play(told)
        output.advance(0.02)
    seen = seen_until(player, output, State.FINISHED)
    assert all(told.closed for told in tellings[:-1])
    assert not tellings[-1].closed
    assert {p.chunk.block for p in seen if p.chunk} == {59}
    assert np.array_equal(output.sound[-RATE // 2 :], babble(0.5, 59))
    eventually(lambda: len([t for t in threading.enumerate() if t.name.startswith("player")]) == 0)


def test_seeking_in_narration_that_never_comes_does_not_block(player: Player) -> None:
    never = threading.Event()
    for _ in range(60):
        player.play(Told(three_chunks(), gate=never))
    assert player.position == Position(State.WAITING)
    player.stop()
    never.set()


def test_an_error_arrives_after_what_precedes_it_was_heard(player: Player, output: ManualOutput) -> None:
    parts = three_chunks()
    error = SynthesisError("the voice broke", cure="Try another.")
    player.play(Told(parts, error=error))
    seen = seen_until(player, output, State.FAILED)
    assert words_of(seen) == [word.span for _, speech in parts for word in speech.words]
    assert len(output.sound) == 3 * RATE
    assert seen[-1].error is error
    assert seen[-1].word == parts[-1][1].words[-1].span
    assert all(p.error is None for p in seen[:-1])


def test_an_error_before_any_sound_is_told_at_once(player: Player, output: ManualOutput) -> None:
    error = SynthesisError("no voice")
    player.play(Told([], error=error))
    assert player.wait(10) == Position(State.FAILED, error=error)
    assert output.starts == 0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_in_the_narration_is_never_silent(player: Player, output: ManualOutput) -> None:
    mistake = ZeroDivisionError("oops")
    player.play(Told(three_chunks(), error=mistake))
    last = seen_until(player, output, State.FAILED)[-1]
    assert isinstance(last.error, YapitError)
    assert last.error.__cause__ is mistake
    assert last.error.cure


def test_nothing_to_read_is_finished_at_once(player: Player, output: ManualOutput) -> None:
    player.play(Told([]))
    assert player.wait(10).state is State.FINISHED
    assert output.starts == 0


def test_narration_is_taken_a_little_ahead_and_no_more(player: Player, output: ManualOutput) -> None:
    part = spoken(babble(2.0))
    told = Told(itertools.repeat(part))
    player.play(told)
    for heard in (0, 5, 10):
        # Twenty seconds of them, and the one that was taken when there was just less.
        eventually(partial(lambda wanted: told.given >= wanted, 10 + heard // 2))
        assert told.given <= 11 + heard // 2
        advance(player, output, 5.0)


def test_speech_of_another_rate_is_played_in_time(player: Player, output: ManualOutput) -> None:
    chunk, speech = spoken(tone(1.0, rate=16_000), rate=16_000)
    player.play(Told([(chunk, speech)]))
    assert words_of(seen_until(player, output, State.FINISHED)) == [word.span for word in speech.words]
    assert np.max(np.abs(output.sound - tone(1.0))[200:-200]) < 1e-3


def test_waiting_goes_on_through_a_pause_and_ends_with_the_reading(
    player: Player, output: ManualOutput
) -> None:
    player.play(Told(three_chunks()))
    advance(player, output, 0.5)
    player.pause()
    assert player.wait(0.05).state is State.PAUSED
    player.resume()
    seen_until(player, output, State.FINISHED)
    assert player.wait().state is State.FINISHED


def test_waiting_can_be_interrupted_and_the_sound_stopped(player: Player, output: ManualOutput) -> None:
    player.play(Told(three_chunks()))
    threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        player.wait(20)
    assert player.position.state in (State.PLAYING, State.WAITING)
    player.stop()
    assert player.wait().state is State.IDLE


def test_waiting_ends_with_stop(player: Player) -> None:
    player.play(Told(three_chunks(), gate=threading.Event()))
    threading.Timer(0.05, player.stop).start()
    assert player.wait().state is State.IDLE


class FickleOutput(ManualOutput):
    """A device that can be pulled out, and put in again."""

    def __init__(self) -> None:
        super().__init__()
        self.is_there = True
        self.looked_for = 0

    def start(self, pull: Pull) -> None:
        self.looked_for += 1
        if not self.is_there:
            raise OutputError("no device", cure="Connect one.")
        super().start(pull)

    def pull_out(self) -> None:
        self.is_there = False
        self.lose()


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lost device is looked for every 20 ms."""
    monkeypatch.setattr("yapit.core.player.waits", lambda: itertools.repeat(0.02))


def losing(player: Player, output: FickleOutput, parts: list[tuple[Chunk, Speech]]) -> Position:
    """Play until the device is pulled out; the position then."""
    player.play(Told(parts))
    advance(player, output, 0.75)
    output.pull_out()
    eventually(lambda: player.position.state is State.LOST)
    return player.position


@pytest.mark.usefixtures("often")
def test_a_lost_device_is_waited_for_and_the_very_sample_goes_on() -> None:
    output = FickleOutput()
    player, parts = Player(output), three_chunks()
    lost = losing(player, output, parts)
    assert isinstance(lost.error, OutputError)
    assert lost.error.cure
    assert lost.word == parts[0][1].words[7].span
    eventually(lambda: output.looked_for > 3)
    assert player.position is lost
    output.is_there = True
    assert seen_until(player, output, State.FINISHED)[-1].error is None
    assert output.starts == 2
    assert np.array_equal(output.sound, np.concatenate([speech.samples for _, speech in parts]))
    player.close()


@pytest.mark.usefixtures("often")
def test_a_listener_who_pauses_is_not_surprised_by_a_device_that_comes_back() -> None:
    output = FickleOutput()
    player = Player(output)
    losing(player, output, three_chunks())
    player.pause()
    assert (player.position.state, player.position.error) == (State.PAUSED, None)
    output.is_there = True
    eventually(lambda: not [t for t in threading.enumerate() if t.name == "device-watch"])
    assert player.position.state is State.PAUSED
    player.resume()
    seen_until(player, output, State.FINISHED)
    player.close()


def test_a_device_that_stays_away_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yapit.core.player.waits", lambda: itertools.repeat(0.01, 5))
    output = FickleOutput()
    player = Player(output)
    lost = losing(player, output, three_chunks())
    given_up = player.wait(10)
    assert (given_up.state, given_up.word) == (State.PAUSED, lost.word)
    assert given_up.error is lost.error
    assert output.looked_for == 6
    output.is_there = True
    player.resume()
    seen_until(player, output, State.FINISHED)
    player.close()


def test_looking_for_a_device_is_cheap_and_has_an_end() -> None:
    times = list(waits())
    assert times[0] <= 1
    assert min(times[1:]) >= 1
    assert 300 < sum(times) < 3600


class DeadOutput(ManualOutput):
    def start(self, pull: Pull) -> None:
        raise OutputError("no device", cure="Connect one.")


def test_a_device_that_does_not_start_pauses_with_the_reason() -> None:
    player = Player(DeadOutput())
    player.play(Told(three_chunks()))
    for _ in range(2):
        position = player.wait(10)
        assert position.state is State.PAUSED
        assert str(position.error) == "no device"
        player.resume()
    player.close()


@pytest.mark.parametrize(("asked", "given"), [(0.1, MIN_TEMPO), (1.25, 1.25), (9.0, MAX_TEMPO)])
def test_the_tempo_keeps_within_its_limits(player: Player, asked: float, given: float) -> None:
    player.tempo = asked
    assert player.tempo == given


def advance_to_tempo(player: Player, output: ManualOutput, tempo: float) -> float:
    """Choose a tempo and listen until it is heard; returns how far half a second then goes."""
    player.tempo = tempo

    def moved(seconds: float) -> float:
        before = listened(player.position)
        advance(player, output, seconds)
        return listened(player.position) - before

    eventually(lambda: abs(moved(0.1) - 0.1 * tempo) < 0.03)
    return moved(0.5)


def listened(position: Position) -> float:
    """Seconds from the beginning of a narration of chunks of 5 s."""
    return 5.0 * position.chunk.block + position.seconds if position.chunk else 0.0


def test_a_change_of_tempo_keeps_words_in_time(player: Player, output: ManualOutput) -> None:
    parts = [spoken(babble(5.0, number), number) for number in range(4)]
    player.play(Told(parts))
    for tempo in (2.0, 0.75, 1.5, 1.0, 4.0):
        assert advance_to_tempo(player, output, tempo) == pytest.approx(0.5 * tempo, abs=0.05)
    rest = seen_until(player, output, State.FINISHED)
    numbers = [word.start // LETTERS for word in words_of(rest)]
    assert numbers == sorted(set(numbers))
    assert words_of(rest)[-1] == parts[-1][1].words[-1].span


def test_a_change_of_tempo_does_not_click(player: Player, output: ManualOutput) -> None:
    samples = tone(40.0)
    player.play(Told([spoken(samples)]))
    for tempo in (2.5, 0.5, 1.0, 4.0):
        advance_to_tempo(player, output, tempo)
    assert np.max(np.abs(np.diff(output.sound))) <= np.max(np.abs(np.diff(samples))) * 1.05


def test_a_tempo_chosen_while_nothing_sounds_holds_for_what_comes(
    player: Player, output: ManualOutput
) -> None:
    player.tempo = 2.0
    player.play(Told([spoken(babble(2.0))]))
    seen_until(player, output, State.FINISHED)
    assert len(output.sound) == pytest.approx(RATE, abs=RATE * WORD_SECONDS / 2)
