"""What surrounds the reader shows how far it is and when it ended, and is left as it was found."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from tests.core.desktop.conftest import Listener
from tests.staged import StagedPlayer
from yapit.core.desktop.desktop import Desktop
from yapit.core.player import State

GHOSTTY = {"TERM": "xterm-ghostty"}


def test_the_share_that_was_heard_is_shown_and_taken_away(listener: Listener, player: StagedPlayer) -> None:
    written: list[str] = []
    now = [0.0]
    desktop = Desktop(write=written.append, environ=GHOSTTY, clock=lambda: now[0])
    for _ in range(4):
        desktop.mind(listener)
        player.hear()
        now[0] += 2
    desktop.close()
    shares = [int(sent[8:-2]) for sent in written[:-1]]
    assert shares == sorted(set(shares))
    assert 0 <= shares[0] < shares[-1] < 100
    assert written[-1] == "\x1b]9;4;0;0\x1b\\"


def test_a_document_that_was_heard_has_no_progress(listener: Listener, player: StagedPlayer) -> None:
    written: list[str] = []
    now = [0.0]
    desktop = Desktop(write=written.append, environ=GHOSTTY, clock=lambda: now[0])
    desktop.mind(listener)
    while player.position.state is State.PLAYING:
        player.hear()
    for _ in range(3):
        now[0] += 20
        desktop.mind(listener)
    assert written[1:] == ["\x1b]9;4;0;0\x1b\\"]


def test_where_the_listener_does_not_want_it_nothing_is_sent(listener: Listener) -> None:
    written: list[str] = []
    desktop = Desktop(progress=False, notices=False, write=written.append, environ=GHOSTTY)
    desktop.mind(listener)
    desktop.ended("Emma")
    desktop.close()
    assert written == []


def test_the_end_is_told_where_the_listener_does_not_see_it() -> None:
    written: list[str] = []
    desktop = Desktop(write=written.append, environ=GHOSTTY)
    desktop.ended("Emma", in_view=True)
    assert written == []
    desktop.ended("Emma")
    assert written == ["\x1b]777;notify;Emma;Heard to the end.\x1b\\"]


@pytest.fixture
def notified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a notify-send of the test's own writes what it was given; it then takes its time."""
    program, said = tmp_path / "notify-send", tmp_path / "said"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {said}.part; mv {said}.part {said}; sleep 1\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return said


def test_an_unknown_terminal_leaves_the_notice_to_the_desktop_and_nobody_waits(notified: Path) -> None:
    written: list[str] = []
    began = time.monotonic()
    Desktop(write=written.append, environ={"TERM": "xterm", "DISPLAY": ":7"}).ended("--Emma")
    assert time.monotonic() - began < 0.5
    while not notified.exists():
        assert time.monotonic() - began < 10
        time.sleep(0.01)
    assert notified.read_text().splitlines() == ["--app-name=Yapit", "--", "--Emma", "Heard to the end."]
    assert written == []
