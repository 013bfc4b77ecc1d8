"""A sound server that goes away in the middle is noticed, and the next one is found."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.sound import RATE, Told, babble, eventually, find, spoken
from tests.sound_server import RATE as RECORDED_RATE
from tests.sound_server import SoundServer, start_server
from yapit.core.errors import OutputError
from yapit.core.outputs import open_output
from yapit.core.player import Player, State
from yapit.core.stretch import resample


@pytest.fixture
def dying_server(sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """Another server beside the one that all tests share, for this test to kill."""
    server = start_server()
    monkeypatch.setenv("PULSE_SERVER", server.address)
    yield server
    server.close()


@pytest.mark.parametrize("name", ["portaudio", "pulse", "pipe"])
def test_reading_waits_at_its_word_and_goes_on_by_itself_with_the_next_server(
    name: str, dying_server: SoundServer, sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(open_output(name).output)
    player.play(Told([spoken(babble(2.0))]))
    eventually(lambda: player.position.seconds > 0.3)
    dying_server.close()
    eventually(lambda: player.position.state is State.LOST)
    lost = player.position
    assert isinstance(lost.error, OutputError)
    assert lost.error.cure
    assert lost.word is not None
    assert 0.3 <= lost.seconds < 2.0

    time.sleep(1.5)  # it has been looked for, in vain
    assert player.position == lost
    recording = sound_server.record()
    monkeypatch.setenv("PULSE_SERVER", sound_server.address)
    assert player.wait(20).state is State.FINISHED
    player.close()
    rest = resample(babble(2.0)[round((lost.seconds + 0.01) * RATE) :], RATE, RECORDED_RATE)
    assert find(rest, recording.end(), RECORDED_RATE).likeness > 0.97


@pytest.mark.parametrize("name", ["portaudio", "pulse", "pipe"])
def test_a_server_that_went_away_in_a_pause_is_noticed_when_reading_goes_on(
    name: str, dying_server: SoundServer, sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(open_output(name).output)
    player.play(Told([spoken(babble(1.5))]))
    eventually(lambda: player.position.seconds > 0.3)
    player.pause()
    paused = player.position
    dying_server.close()
    player.resume()
    eventually(lambda: player.position.state is State.LOST)
    lost = player.position
    assert isinstance(lost.error, OutputError)
    assert lost.seconds == pytest.approx(paused.seconds, abs=0.05)

    monkeypatch.setenv("PULSE_SERVER", sound_server.address)
    player.resume()
    assert player.wait(20).state is State.FINISHED
    player.close()
