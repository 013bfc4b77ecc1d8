"""What leaves the speaker, recorded from a real sound server, is what was narrated."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest

from tests.sound import RATE, Told, babble, eventually, find, silence_in, spoken
from tests.sound_server import RATE as RECORDED_RATE
from tests.sound_server import SoundServer
from yapit.core.audio import Samples, Speech, Word
from yapit.core.document import Span
from yapit.core.outputs import open_output
from yapit.core.player import Player, State
from yapit.core.split import Chunk
from yapit.core.stretch import resample

MS = RECORDED_RATE // 1000


@pytest.fixture(params=["portaudio", "pulse"])
def player(request: pytest.FixtureRequest, sound_server: SoundServer) -> Iterator[Player]:
    player = Player(open_output(request.param).output)
    yield player
    player.close()


def as_recorded(samples: Samples) -> Samples:
    return resample(samples, RATE, RECORDED_RATE)


def test_all_of_it_is_heard_once_without_gaps_where_chunks_meet(
    player: Player, sound_server: SoundServer
) -> None:
    parts = [babble(seconds, seed) for seed, seconds in enumerate((0.31, 0.7, 0.52))]
    recording = sound_server.record()
    player.play(Told([spoken(samples, number) for number, samples in enumerate(parts)]))
    assert player.wait(20).state is State.FINISHED
    player.close()
    record = recording.end()
    match = find(as_recorded(np.concatenate(parts)), record, RECORDED_RATE)
    assert match.likeness > 0.99
    assert match.worst > 0.98


@pytest.mark.parametrize("refused", [{"samplerate": RATE}, {"channels": 1}])
def test_a_device_that_refuses_what_speech_is_made_of_plays_it_all_the_same(
    refused: dict[str, int], sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    sounddevice = pytest.importorskip("sounddevice")
    check = sounddevice.check_output_settings

    def refuse(**shape: object) -> None:
        if refused.items() <= shape.items():
            raise sounddevice.PortAudioError("refused")
        check(**shape)

    monkeypatch.setattr(sounddevice, "check_output_settings", refuse)
    player = Player(open_output("portaudio").output)
    samples = babble(0.8)
    recording = sound_server.record()
    player.play(Told([spoken(samples)]))
    assert player.wait(20).state is State.FINISHED
    player.close()
    assert find(as_recorded(samples), recording.end(), RECORDED_RATE).likeness > 0.99
    assert (player.output.sample_rate == RATE) == ("samplerate" not in refused)


def test_a_pause_is_silent_at_once_and_goes_on_with_the_very_sample(
    player: Player, sound_server: SoundServer
) -> None:
    samples = babble(1.4)
    recording = sound_server.record()
    player.play(Told([spoken(samples)]))
    eventually(lambda: player.position.seconds > 0.5)
    asked = player.position.seconds
    player.pause()
    paused = player.position.seconds
    time.sleep(0.3)
    player.resume()
    assert player.wait(20).state is State.FINISHED
    record = recording.end()
    end, begin = silence_in(record)
    sent = as_recorded(samples)
    before = find(record[end - 200 * MS : end], sent, RECORDED_RATE)
    after = find(record[begin + 10 * MS : begin + 200 * MS], sent, RECORDED_RATE)
    ended_at, went_on_at = before.start + 200 * MS, after.start - 10 * MS
    assert begin - end > 200 * MS
    assert min(before.likeness, after.likeness) > 0.98
    # The record has a clock of its own: what sounded after the pause was asked for tells how long it took.
    assert ended_at / RECORDED_RATE - asked < 0.08
    assert abs(went_on_at / RECORDED_RATE - paused) < 0.005
    assert -5 * MS < ended_at - went_on_at < 80 * MS
    rest = find(sent[went_on_at + 10 * MS :], record, RECORDED_RATE)
    assert rest.likeness > 0.98


def test_words_light_up_as_they_are_heard_whatever_the_tempo(
    player: Player, sound_server: SoundServer
) -> None:
    chunk, speech = beeps(count=14, every=0.2)
    recording = sound_server.record()
    lit: dict[int, float] = {}
    player.play(Told([(chunk, speech)]))
    while (position := player.position).state not in (State.FINISHED, State.FAILED):
        if position.word is not None and position.word.start not in lit:
            lit[position.word.start] = time.monotonic()
            player.tempo = {0: 1.0, 4: 2.0, 8: 0.75}.get(position.word.start, player.tempo)
        time.sleep(0.002)
    heard = onsets(recording.end())
    assert len(heard) == len(lit) == 14
    # The record begins at a moment nobody knows: half of the words tell it, all must agree.
    late = np.array(list(lit.values())) - heard
    late -= np.median(late)
    assert np.median(np.abs(late)) < 0.015
    assert np.percentile(np.abs(late), 80) < 0.04


def beeps(count: int, every: float) -> tuple[Chunk, Speech]:
    beep = 0.4 * np.sin(2 * np.pi * 900 * np.arange(round(0.06 * RATE)) / RATE)
    samples = np.zeros(round(count * every * RATE), np.float32)
    for number in range(count):
        start = round(number * every * RATE)
        samples[start : start + len(beep)] = beep
    words = tuple(Word(Span(n, n + 1), n * every, n * every + 0.06) for n in range(count))
    return Chunk(0, Span(0, count), "x" * count), Speech(samples, RATE, words)


def onsets(record: Samples) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Seconds at which a sound begins after at least 50 ms of silence."""
    loud = np.flatnonzero(np.abs(record) > 0.05)
    begins = loud[np.flatnonzero(np.diff(loud, prepend=-RECORDED_RATE) > 50 * MS)]
    return np.asarray(begins / RECORDED_RATE, np.float64)
