"""Volume, pauses, going back, and what a listener hears when speech is made too slowly."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from tests.core.test_player import advance, seen_until
from tests.sound import RATE, ManualOutput, Told, babble, eventually, spoken, tone
from yapit.core.audio import Samples, Speech
from yapit.core.cache import NullCache
from yapit.core.document import Span
from yapit.core.engine import Voice, find_voice
from yapit.core.narrator import Narrator
from yapit.core.outputs import SilentOutput
from yapit.core.playback import CUSHION_SECONDS
from yapit.core.player import Player, Position, State
from yapit.core.split import Boundary, Chunk
from yapit.engines.tone import ToneEngine


@pytest.fixture
def output() -> ManualOutput:
    return ManualOutput()


@pytest.fixture
def player(output: ManualOutput) -> Iterator[Player]:
    player = Player(output)
    yield player
    player.close()


class Slow:
    """A narration that tells the next part when it is let."""

    def __init__(self, parts: list[tuple[Chunk, Speech]]) -> None:
        self.has_caught_up = False
        self._parts = parts
        self._let = threading.Semaphore(0)

    def let(self, count: int = 1) -> None:
        self._let.release(count)

    def __iter__(self) -> Iterator[tuple[Chunk, Speech]]:
        for part in self._parts:
            self._let.acquire()
            yield part
        self._let.acquire()

    def close(self) -> None:
        self._let.release(99)


def sentence(seconds: float, number: int, ends: Boundary = Boundary.SENTENCE) -> tuple[Chunk, Speech]:
    chunk, speech = spoken(babble(seconds, number), number)
    return replace(chunk, ends=ends), speech


def pass_time(output: ManualOutput, seconds: float) -> None:
    """Let the device ask for so much, though there may be nothing for it."""
    pause = threading.Event()
    for _ in range(round(seconds / 0.02)):
        output.advance(0.02)
        pause.wait(0.001)


def run_dry(player: Player, output: ManualOutput) -> list[Position]:
    """Listen until there is nothing more to hear."""
    seen = seen_until(player, output, State.PLAYING)
    seen += seen_until(player, output, State.WAITING)
    pass_time(output, 0.5)
    return seen


def test_all_that_was_told_is_heard_to_its_end_before_waiting(player: Player, output: ManualOutput) -> None:
    part = sentence(0.83, 0)
    slow = Slow([part, sentence(3.0, 1)])
    player.tempo = 3.0
    player.play(slow)
    slow.let()
    run_dry(player, output)
    tail = part[1].samples[-24:]
    assert output.sound[-24:] == pytest.approx(tail, abs=0.02)
    assert player.position.word == part[1].words[-1].span


def test_after_waiting_it_goes_on_only_with_a_cushion(player: Player, output: ManualOutput) -> None:
    slow = Slow([sentence(1.0, number) for number in range(9)])
    player.tempo = 3.0
    player.play(slow)
    slow.let()
    run_dry(player, output)
    heard = len(output.sound)
    slow.let(2)
    pass_time(output, 1.0)
    assert player.position.state is State.WAITING
    assert len(output.sound) == heard
    slow.let(2)
    run_dry(player, output)
    assert len(output.sound) - heard >= CUSHION_SECONDS * RATE


def test_a_text_that_is_waited_for_goes_on_with_its_first_words(player: Player, output: ManualOutput) -> None:
    live = Slow([sentence(1.0, 0), sentence(0.5, 1, Boundary.CLAUSE), sentence(3.0, 2)])
    player.play(live)
    live.let()
    live.has_caught_up = True
    run_dry(player, output)
    heard = len(output.sound)
    live.has_caught_up = False  # more has come, and is being spoken
    pass_time(output, 0.5)
    live.let()
    run_dry(player, output)
    assert len(output.sound) - heard == pytest.approx(0.5 * RATE, abs=0.1 * RATE)


class SlowTone(ToneEngine):
    """Takes half as long to speak as it is listened to."""

    def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
        for speech in super().synthesize(text, voice, speed):
            time.sleep(0.5 * speech.duration)
            yield speech


def test_an_engine_too_slow_for_3x_is_waited_for_where_sentences_end() -> None:
    engine = SlowTone()
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    words = ["seven", "grey", "geese", "went", "over"]
    text = f"{' '.join(words)}."
    chunks = [Chunk(n, Span(n * 100, n * 100 + len(text)), text, language="und") for n in range(5)]
    player = Player(SilentOutput(), tempo=3.0)
    player.play(narrator.narrate(chunks))
    seen = [player.position]
    while seen[-1].state is not State.FINISHED:
        seen.append(player.position)
        player.wait(0.005)
    waited = [p for p in seen if p.state is State.WAITING and p.chunk is not None]
    assert waited
    assert all(p.word is not None and p.word.end == p.word.start + len(words[-1]) for p in waited)
    assert len({p.word for p in seen if p.word is not None}) == 5 * len(words)
    assert player.underruns == 0
    player.close()
    narrator.close()


def test_the_last_words_are_heard_however_few(player: Player, output: ManualOutput) -> None:
    slow = Slow([sentence(1.0, 0), sentence(0.7, 1)])
    player.play(slow)
    slow.let()
    run_dry(player, output)
    slow.let(2)
    seen_until(player, output, State.FINISHED)
    assert len(output.sound) == round(1.7 * RATE)


def test_once_slow_it_waits_between_sentences_and_not_within(player: Player, output: ManualOutput) -> None:
    parts = [
        sentence(1.0, 0),
        sentence(3.0, 1),
        sentence(1.0, 2, Boundary.CLAUSE),
        sentence(1.0, 3),
        sentence(3.0, 4),
    ]
    slow = Slow(parts)
    player.play(slow)
    slow.let()
    run_dry(player, output)
    slow.let(2)
    seen = run_dry(player, output)
    assert seen[-1].chunk == parts[1][0]
    assert len(output.sound) == 4 * RATE
    slow.let(3)
    seen_until(player, output, State.FINISHED)
    assert np.array_equal(output.sound, np.concatenate([speech.samples for _, speech in parts]))


def test_going_back_begins_with_a_word(player: Player, output: ManualOutput) -> None:
    parts = [spoken(babble(10.0, number), number) for number in range(2)]
    player.play(Told(parts))
    advance(player, output, 12.34)
    player.pause()
    player.resume(back=3.0)
    assert player.position.word == parts[0][1].words[93].span
    eventually(lambda: player.position.state is State.PLAYING)
    advance(player, output, 1.0)
    sound = output.sound[round(12.34 * RATE) :]
    assert np.array_equal(sound[: RATE // 2], parts[0][1].samples[round(9.3 * RATE) :][: RATE // 2])


def test_going_back_ends_where_no_more_is_kept(player: Player, output: ManualOutput) -> None:
    parts = [spoken(babble(5.0, number), number) for number in range(10)]
    player.play(Told(parts))
    advance(player, output, 42.0)
    player.pause()
    player.resume(back=100.0)
    first = player.position
    assert first.chunk == parts[2][0]
    assert first.seconds == 0.0
    player.pause()
    player.resume(back=1000.0)
    assert player.position.chunk == first.chunk


def test_going_back_before_the_beginning_begins_again(player: Player, output: ManualOutput) -> None:
    parts = [spoken(babble(2.0))]
    player.play(Told(parts))
    advance(player, output, 1.0)
    player.pause()
    player.resume(back=5.0)
    seen_until(player, output, State.FINISHED)
    assert np.array_equal(output.sound[RATE:], parts[0][1].samples)


def loudest(samples: Samples) -> float:
    return float(np.max(np.abs(samples)))


def test_a_fade_ends_in_a_pause_and_resuming_is_as_loud_as_before(
    player: Player, output: ManualOutput
) -> None:
    player.volume = 0.8
    player.play(Told([spoken(tone(20.0))]))
    advance(player, output, 0.5)
    player.fade(2.0)
    seen = seen_until(player, output, State.PAUSED)
    assert 2.0 < seen[-1].seconds < 3.5
    assert seen[-1].error is None
    faded = output.sound
    assert loudest(faded[-RATE // 10 :]) < 0.01
    assert loudest(np.diff(faded, 2)) < 1.6 * loudest(np.diff(tone(1.0), 2))
    assert player.volume == 0.8
    player.resume()
    eventually(lambda: player.position.state is State.PLAYING)
    advance(player, output, 0.5)
    assert loudest(output.sound[len(faded) :]) == pytest.approx(0.24, abs=0.001)


def test_a_fade_ends_also_where_speech_is_waited_for(player: Player, output: ManualOutput) -> None:
    slow = Slow([sentence(1.0, number) for number in range(2)])
    player.play(slow)
    slow.let()
    run_dry(player, output)
    heard = output.sound
    word = player.position.word
    player.fade(2.0)
    pass_time(output, 1.5)
    assert player.position.state is State.WAITING
    pass_time(output, 1.0)
    eventually(lambda: player.position.state is State.PAUSED)
    slow.let(2)
    pass_time(output, 0.5)
    assert np.array_equal(output.sound, heard)
    assert player.position.word == word


def test_a_fade_is_taken_back_by_resuming(player: Player, output: ManualOutput) -> None:
    player.play(Told([spoken(tone(5.0))]))
    advance(player, output, 0.5)
    player.fade(1.0)
    advance(player, output, 0.5)
    player.resume()
    seen_until(player, output, State.FINISHED)
    assert loudest(output.sound[3 * RATE :]) == pytest.approx(0.3, abs=0.001)


def test_a_fade_means_nothing_while_nothing_sounds(player: Player, output: ManualOutput) -> None:
    player.fade(0.1)
    player.play(Told([spoken(tone(1.0))]))
    seen_until(player, output, State.FINISHED)
    assert np.array_equal(output.sound, tone(1.0))


def test_volume_and_pauses_change_while_it_is_heard_without_a_click(
    player: Player, output: ManualOutput
) -> None:
    samples = tone(10.0)
    player.play(Told([spoken(samples)]))
    for volume in (0.2, 1.5, 0.0, 1.0):
        player.volume = volume
        player.pauses = 2 * volume
        advance(player, output, 0.7)
    assert loudest(np.diff(output.sound, 2)) < 1.9 * loudest(np.diff(samples, 2))


@pytest.mark.parametrize("tempo", [0.5, 1.0, 2.0, 3.0, 4.0])
def test_a_pause_is_as_long_as_it_should_be_at_every_tempo(
    player: Player, output: ManualOutput, tempo: float
) -> None:
    parts = [spoken(babble(1.0, number), number) for number in range(3)]
    player.tempo, player.pauses = tempo, 1.5
    player.play(Told([(chunk, speech.padded(0.38)) for chunk, speech in parts]))
    seen_until(player, output, State.FINISHED)
    silent = np.flatnonzero(np.diff(np.flatnonzero(output.sound)) > RATE // 50)
    lengths = np.diff(np.flatnonzero(output.sound))[silent] / RATE
    assert lengths == pytest.approx([1.5 * 0.4 / tempo**0.6 - 0.02] * 2, abs=0.001)


def test_a_word_is_lit_through_the_pause_after_it(player: Player, output: ManualOutput) -> None:
    parts = [spoken(babble(1.0, number), number) for number in range(2)]
    player.play(Told([(chunk, speech.padded(1.0)) for chunk, speech in parts]))
    advance(player, output, 1.8)
    assert player.position.word == parts[0][1].words[-1].span
    assert player.position.seconds == pytest.approx(1.8, abs=0.01)
    player.pause()
    player.resume()
    eventually(lambda: player.position.state is State.PLAYING)
    advance(player, output, 0.3)
    assert player.position.word == parts[1][1].words[1].span
