"""What is pressed on a headset, or dragged in a desktop's player, is done as if at the keyboard."""

from __future__ import annotations

from math import inf, nan

import pytest

from tests.core.desktop.conftest import Listener
from tests.staged import StagedPlayer
from yapit.core.desktop import remote
from yapit.core.desktop.remote import Status, playing


def heard(listener: Listener) -> str:
    sentence = listener.desk.session.look().sentence
    return sentence.of(listener.desk.session.document.text) if sentence else ""


def test_it_tells_what_is_read_and_how_far_it_is(listener: Listener, player: StagedPlayer) -> None:
    before = playing(listener.desk)
    assert before.status is Status.PLAYING
    assert before.seconds == 0 < before.length
    for _ in range(3):
        player.hear()
    after = playing(listener.desk)
    assert before.seconds < after.seconds < after.length
    assert (after.title, after.author, after.chapter) == ("The lighthouse", "A. Keeper", "Morning")


def test_next_and_previous_are_sentences(listener: Listener) -> None:
    listener.obey(remote.sentence(1))
    assert heard(listener) == "It was dark."
    listener.obey(remote.sentence(1))
    assert heard(listener) == "The keeper lit the lamp, and waited for the ship."
    listener.obey(remote.sentence(-1))
    assert heard(listener) == "It was dark."


def test_a_button_pressed_in_a_pause_moves_in_silence(listener: Listener) -> None:
    listener.obey(remote.pause)
    listener.obey(remote.sentence(1))
    listener.obey(remote.seek_by(1.0))
    assert playing(listener.desk).status is Status.PAUSED
    listener.obey(remote.play)
    assert playing(listener.desk).status is Status.PLAYING


@pytest.mark.parametrize("share", [0.0, 0.1, 0.25, 0.5, 0.75, 0.99])
def test_dragging_leads_to_the_word_there(listener: Listener, player: StagedPlayer, share: float) -> None:
    now = playing(listener.desk)
    there = now.length * share
    listener.obey(remote.seek_to(there, now.track))
    after = playing(listener.desk)
    assert there - 1.0 < after.seconds <= there
    place = player.began[-1]
    assert place is not None
    assert place == listener.desk.session.look().place
    assert f" {listener.desk.session.document.text}"[place].isspace()


@pytest.mark.parametrize(("seconds", "track"), [(-1.0, None), (1e9, None), (1.0, "another")])
def test_a_place_that_is_not_in_this_document_is_not_gone_to(
    listener: Listener, seconds: float, track: str | None
) -> None:
    now = playing(listener.desk)
    listener.obey(remote.seek_to(seconds, track or now.track))
    assert playing(listener.desk) == now


def test_seeking_back_beyond_the_beginning_begins_again(listener: Listener) -> None:
    listener.obey(remote.sentence(1))
    listener.obey(remote.seek_by(-1000))
    assert playing(listener.desk).seconds == 0


def test_tempo_and_volume_stay_within_what_can_be_played(listener: Listener) -> None:
    listener.obey(remote.set_tempo(9))
    listener.obey(remote.set_volume(-1))
    now = playing(listener.desk)
    assert (now.tempo, now.volume) == (4.0, 0.0)
    listener.obey(remote.set_tempo(0))
    assert playing(listener.desk).status is Status.PAUSED
    assert playing(listener.desk).tempo == 4.0


def test_what_is_no_number_does_no_harm(listener: Listener) -> None:
    for ask in (remote.set_tempo(nan), remote.set_tempo(inf), remote.set_volume(nan), remote.set_volume(inf)):
        listener.obey(ask)
    now = playing(listener.desk)
    assert (now.tempo, now.volume) == (4.0, 1.0)
