"""Who falls asleep is not read on to, and who is awake again loses nothing."""

from __future__ import annotations

import pytest

from tests.staged import StagedPlayer
from tests.staged_session import Clock
from yapit.core.document import Document
from yapit.core.listening.session import Session
from yapit.core.listening.sleeping import End
from yapit.core.player import State


def test_the_sleep_timer_fades_and_pauses(timed: Session, player: StagedPlayer, clock: Clock) -> None:
    timed.sleep_after(10.0)
    clock.now = 590
    timed.look()
    assert player.faded == []
    clock.now = 594
    timed.look()
    assert player.faded == [pytest.approx(6)]
    clock.now = 600
    assert timed.look().state is State.PAUSED
    assert timed.fell_asleep
    timed.toggle()
    assert timed.look().state is State.PLAYING
    assert not timed.fell_asleep


@pytest.mark.parametrize("end", [None, 15.0, End.CHAPTER])
def test_who_is_still_awake_while_it_fades_hears_it_as_loud_as_before(
    end: float | End | None, timed: Session, player: StagedPlayer, clock: Clock
) -> None:
    timed.sleep_after(10.0)
    clock.now = 594
    timed.look()
    assert player.is_fading
    timed.sleep_after(end)
    timed.look()
    assert not player.is_fading


def test_a_sleep_timer_that_ends_in_a_pause_does_not_stop_what_follows(
    timed: Session, player: StagedPlayer, clock: Clock
) -> None:
    timed.sleep_after(1.0)
    timed.toggle()
    clock.now = 3600
    timed.look()
    timed.toggle()
    assert timed.look().state is State.PLAYING


def test_who_fell_asleep_while_the_device_was_lost_is_not_woken_by_it(
    timed: Session, player: StagedPlayer, clock: Clock
) -> None:
    timed.sleep_after(1.0)
    player.lose()
    clock.now = 61
    assert timed.look().state is State.PAUSED
    assert timed.fell_asleep


def test_sleep_comes_at_the_end_of_the_chapter(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    session.sleep_after(End.CHAPTER)
    while session.look().state is State.PLAYING:
        player.hear()
    assert session.look().place == document.text.index("Morning")
    assert session.fell_asleep


def test_sleep_comes_at_the_end_of_what_was_gone_to(
    session: Session, document: Document, player: StagedPlayer
) -> None:
    session.sleep_after(End.PARAGRAPH)
    session.jump(document.text.index("He slept"))
    player.hear()
    assert session.look().state is State.PLAYING
    player.hear()
    assert session.look().state is State.PLAYING
    player.hear()
    assert session.look().state is State.PAUSED
    assert session.look().place == document.text.index("The ship had passed")
