"""A sound server that goes away in the middle is noticed, and the next one is found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sound import Told, babble, eventually, spoken
from tests.sound_server import SoundServer, start_server
from yapit.core.errors import OutputError
from yapit.core.outputs import open_output
from yapit.core.player import Player, State


@pytest.fixture
def dying_server(sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """Another server beside the one that all tests share, for this test to kill."""
    server = start_server()
    monkeypatch.setenv("PULSE_SERVER", server.address)
    yield server
    server.close()


@pytest.mark.parametrize("name", ["portaudio", "pulse", "pipe"])
def test_reading_pauses_at_its_word_and_goes_on_with_the_next_server(
    name: str, dying_server: SoundServer, sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(open_output(name).output)
    player.play(Told([spoken(babble(1.5))]))
    eventually(lambda: player.position.seconds > 0.3)
    dying_server.close()
    lost = player.wait(20)
    assert lost.state is State.PAUSED
    assert isinstance(lost.error, OutputError)
    assert lost.word is not None
    assert 0.3 <= lost.seconds < 1.5

    player.resume()
    still_lost = player.wait(20)
    assert still_lost.state is State.PAUSED
    assert still_lost.error is not None
    assert still_lost.error.cure
    assert still_lost.word == lost.word

    monkeypatch.setenv("PULSE_SERVER", sound_server.address)
    player.resume()
    assert player.wait(20).state is State.FINISHED
    player.close()


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
    lost = player.wait(20)
    assert lost.state is State.PAUSED
    assert isinstance(lost.error, OutputError)
    assert lost.seconds == pytest.approx(paused.seconds, abs=0.05)

    monkeypatch.setenv("PULSE_SERVER", sound_server.address)
    player.resume()
    assert player.wait(20).state is State.FINISHED
    player.close()
