"""However the tempo is changed and however the device asks, the way back from what is heard stays exact."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sound import RATE, babble, find, spoken, tone
from yapit.core.audio import Samples
from yapit.core.loudness import Loudness
from yapit.core.pauses import Pace
from yapit.core.playback import READY_SECONDS, TAIL_SECONDS, Feed
from yapit.core.stretch import HOP_SECONDS, SEARCH_SECONDS
from yapit.core.tape import AHEAD_SECONDS, KEPT_SECONDS, Tape


def tape_of(*parts: Samples, ended: bool = True) -> Tape:
    tape = Tape(RATE)
    for number, samples in enumerate(parts):
        tape.append(*spoken(samples, number))
    if ended:
        tape.end()
    return tape


def feed_of(tape: Tape, start: int = 0, tempo: float = 1.0, pauses: float = 1.0) -> Feed:
    return Feed(tape, start, Pace(tempo, pauses), Loudness(RATE))


def take(feed: Feed, count: int) -> Samples:
    buffer = np.zeros(count, np.float32)
    return buffer[: feed.pull(buffer)]


def drain(feed: Feed) -> Samples:
    """Everything that is left, taken as a device does."""
    parts: list[Samples] = []
    while not feed.drained:
        feed.fill()
        parts.append(take(feed, 480))
    return np.concatenate(parts)


def test_at_tempo_one_chunks_are_joined_without_a_seam() -> None:
    parts = [babble(0.7, seed) for seed in range(3)]
    sound = drain(feed_of(tape_of(*parts)))
    assert np.array_equal(sound, np.concatenate(parts))


@pytest.mark.parametrize("start", [0, 1, 12_345, 23_999, 24_000, 30_000])
def test_it_begins_at_any_sample(start: int) -> None:
    parts = [babble(1.0, seed) for seed in range(2)]
    feed = feed_of(tape_of(*parts), start, 1.0)
    assert feed.source(0) == start
    assert np.array_equal(drain(feed), np.concatenate(parts)[start:])


@given(changes=st.lists(st.tuples(st.integers(0, 4000), st.floats(0.5, 4.0)), max_size=12))
@settings(max_examples=25, deadline=None)
def test_the_source_never_goes_back_and_ends_at_the_end(changes: list[tuple[int, float]]) -> None:
    feed = feed_of(tape_of(babble(0.4, 1), babble(0.4, 2)), 0, 1.0)
    taken = 0
    sources: list[float] = []
    for count, tempo in changes:
        feed.fill()
        taken += len(take(feed, count))
        sources.append(feed.source(taken))
        feed.forget(taken)
        feed.change(Pace(tempo))
        assert feed.source(taken) == pytest.approx(sources[-1], abs=1)
    taken += len(drain(feed))
    assert np.all(np.diff(sources) >= 0)
    assert feed.made == taken
    assert feed.source(taken) == round(0.8 * RATE)


def test_what_is_heard_is_where_the_source_says_also_after_changes_of_tempo() -> None:
    samples = babble(6.0)
    feed = feed_of(tape_of(samples), 0, 1.0)
    heard: list[Samples] = []
    sources: list[float] = []
    for tempo in (1.0, 2.0, 0.6, 4.0, 1.0, 3.0, 1.3):
        feed.change(Pace(tempo))
        for _ in range(20):
            feed.fill()
            heard.append(take(feed, 500))
            sources += [feed.source(500 * (len(heard) - 1) + n) for n in range(500)]
    sound = np.concatenate(heard)
    errors: list[float] = []
    for at in range(300, len(sound) - 300, 1993):
        match = find(sound[at - 60 : at + 60], samples, RATE)
        if match.likeness > 0.97:  # elsewhere two places sound at once
            errors.append(match.start + 60 - sources[at])
    assert len(errors) > 20
    assert np.max(np.abs(errors)) < 0.015 * RATE
    assert np.mean(np.abs(errors)) < 0.003 * RATE


@pytest.mark.parametrize("tempo", [0.5, 1.0, 1.7, 3.0, 4.0])
def test_another_tempo_begins_within_two_hops_of_what_the_device_has(tempo: float) -> None:
    feed = feed_of(tape_of(babble(3.0)), 0, 1.3)
    feed.fill()
    taken = len(take(feed, 3000))
    feed.change(Pace(tempo))
    feed.fill()
    soon = taken + 2 * round(HOP_SECONDS * RATE)
    after = feed.source(soon + RATE // 5) - feed.source(soon)
    assert after == pytest.approx(
        tempo * RATE / 5, abs=SEARCH_SECONDS * RATE + HOP_SECONDS * RATE * abs(tempo - 1)
    )


def test_the_device_is_never_left_without_sound_by_a_change_of_tempo() -> None:
    """Another thread takes sound as fast as it can, while the tempo changes all the time."""
    feed = feed_of(tape_of(tone(20.0)), 0, 1.0)
    feed.fill()
    parts: list[Samples] = []
    stop = threading.Event()

    def device() -> None:
        while not stop.is_set():
            parts.append(take(feed, 240))
            stop.wait(0.002)

    thread = threading.Thread(target=device)
    thread.start()
    for number in range(60):
        feed.change(Pace(1.0 + number % 7 / 4))
        feed.fill()
        stop.wait(0.003)
    stop.set()
    thread.join()
    sound = np.concatenate(parts)
    steepest = float(np.max(np.abs(np.diff(tone(1.0)))))
    assert np.max(np.abs(np.diff(sound))) <= steepest * 1.05
    assert feed.source(len(sound)) <= 20.0 * RATE


def test_sound_that_is_there_and_not_ready_in_time_is_counted() -> None:
    feed = feed_of(tape_of(babble(2.0)))
    feed.fill()
    take(feed, RATE // 4)
    assert feed.underruns == 0
    take(feed, RATE)
    assert feed.underruns == 1
    drain(feed)
    take(feed, RATE)
    assert feed.underruns == 1


def test_a_tape_that_has_run_dry_is_no_underrun() -> None:
    feed = feed_of(tape_of(babble(0.2), ended=False))
    feed.fill()
    take(feed, RATE)
    assert feed.underruns == 0


def test_it_is_drained_only_after_enough_silence() -> None:
    feed = feed_of(tape_of(babble(0.1)), 0, 1.0)
    feed.fill()
    assert not feed.drained
    take(feed, RATE // 10)
    assert not feed.drained
    take(feed, round(TAIL_SECONDS * RATE) - 1)
    assert not feed.drained
    take(feed, 1)
    assert feed.drained


def test_no_more_is_made_ready_than_the_device_needs_soon() -> None:
    feed = feed_of(tape_of(babble(10.0)), 0, 1.0)
    feed.fill()
    assert READY_SECONDS * RATE <= feed.made <= (READY_SECONDS + 0.1) * RATE


def test_a_tape_forgets_what_was_heard_long_ago_and_keeps_the_rest() -> None:
    tape = tape_of(*(babble(10.0, seed) for seed in range(5)))
    tape.heard_to(round((KEPT_SECONDS + 12) * RATE))
    for seconds, number in ((0.0, 1), (12.0, 1), (25.0, 2), (42.0, 4)):
        place = tape.place(seconds * RATE)
        assert place is not None
        assert place.chunk.block == number
    assert np.array_equal(tape.read(25 * RATE, 100), babble(10.0, 2)[5 * RATE : 5 * RATE + 100])


def test_room_is_made_by_listening_and_waiting_ends_with_close() -> None:
    tape = tape_of(*(babble(1.0) for _ in range(int(AHEAD_SECONDS))), ended=False)
    let_go: list[bool] = []
    waiting = threading.Thread(target=lambda: let_go.append(tape.wait_for_room()))
    waiting.start()
    assert not let_go
    tape.heard_to(RATE)
    waiting.join()
    assert let_go == [True]
    tape.append(*spoken(babble(1.0)))
    waiting = threading.Thread(target=lambda: let_go.append(tape.wait_for_room()))
    waiting.start()
    tape.close()
    waiting.join()
    assert let_go == [True, False]


def test_there_is_no_place_on_an_empty_tape() -> None:
    assert Tape(RATE).place(0) is None
    assert len(Tape(RATE).read(0, 100)) == 0
