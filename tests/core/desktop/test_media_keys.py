"""Media keys on a real bus of the test's own, pressed by playerctl."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from tests.core.desktop.conftest import Listener
from tests.staged import StagedPlayer
from yapit.core.desktop.desktop import Desktop
from yapit.core.desktop.media_keys import check
from yapit.core.errors import YapitError

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("playerctl") is None,
    reason="needs dbus and playerctl",
)

_PLAYER = "org.mpris.MediaPlayer2.Player"


class Bus:
    """A message bus of its own."""

    def __init__(self) -> None:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address", "--nopidfile"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout is not None
        self.environ = {"DBUS_SESSION_BUS_ADDRESS": self.process.stdout.readline().strip()}

    def die(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def bus() -> Iterator[Bus]:
    bus = Bus()
    yield bus
    if bus.process.poll() is None:
        bus.die()


class Seat:
    """A listener with a desktop, who is looked after while other programs run."""

    def __init__(self, bus: Bus, listener: Listener) -> None:
        self.bus, self.listener = bus, listener
        self.desktop = Desktop(environ=bus.environ, notices=False)

    def until(self, enough: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 10
        while not enough():
            assert time.monotonic() < deadline
            self.desktop.mind(self.listener)
            time.sleep(0.005)

    def run(self, *command: str) -> str:
        running = subprocess.Popen(command, env=self.bus.environ, stdout=subprocess.PIPE, text=True)
        self.until(lambda: running.poll() is not None)
        return running.communicate()[0].strip()

    def press(self, *words: str) -> str:
        return self.run("playerctl", *words)

    def send(self, name: str, *words: str) -> str:
        dest = f"--dest=org.mpris.MediaPlayer2.{self.press('-l')}"
        return self.run("dbus-send", "--print-reply", dest, "/org/mpris/MediaPlayer2", name, *words)


@pytest.fixture
def seat(bus: Bus, listener: Listener) -> Iterator[Seat]:
    seat = Seat(bus, listener)
    seat.until(lambda: "yapit.instance" in seat.press("-l"))
    yield seat
    seat.desktop.close()


def test_a_media_key_pauses_and_plays(seat: Seat) -> None:
    assert seat.press("status") == "Playing"
    seat.press("play-pause")
    seat.until(lambda: seat.press("status") == "Paused")
    seat.press("play")
    seat.until(lambda: seat.press("status") == "Playing")


def test_a_headset_moves_by_sentences_and_the_desktop_sees_where_it_is(
    seat: Seat, player: StagedPlayer
) -> None:
    session = seat.listener.desk.session
    before = session.look().place
    seat.press("next")
    seat.until(lambda: session.look().place != before)
    player.hear()
    sentence = session.look().sentence
    assert sentence is not None
    assert sentence.of(session.document.text) == "It was dark."
    seat.until(lambda: float(seat.press("position")) > 0.5)
    seat.press("next")
    seat.press("next")
    facts = seat.press("metadata", "--format", "{{title}}|{{artist}}|{{mpris:length}}")
    title, author, length = facts.split("|")
    assert (title, author, int(length) > 1_000_000) == ("The lighthouse", "A. Keeper", True)
    seat.until(lambda: seat.press("metadata", "album") == "Morning")


def test_a_place_can_be_dragged_to_and_tempo_and_volume_set(seat: Seat) -> None:
    seat.press("pause")  # playerctl goes on counting while it plays
    seat.press("position", "3")
    seat.until(lambda: 2 < float(seat.press("position")) <= 3)
    seat.press("volume", "0.5")
    seat.until(lambda: float(seat.press("volume")) == 0.5)
    put = "org.freedesktop.DBus.Properties.Set"
    seat.send(put, f"string:{_PLAYER}", "string:Rate", "variant:double:1.5")
    seat.until(lambda: seat.listener.desk.session.tempo == 1.5)
    assert "1.5" in seat.send("org.freedesktop.DBus.Properties.Get", f"string:{_PLAYER}", "string:Rate")


def test_what_changes_is_told_to_all_who_listen(seat: Seat) -> None:
    command = ["dbus-monitor", "--session", "--monitor", "type=signal,path=/org/mpris/MediaPlayer2"]
    monitor = subprocess.Popen(command, env=seat.bus.environ, stdout=subprocess.PIPE, text=True)
    assert monitor.stdout is not None
    monitor.stdout.readline()
    seat.press("pause")
    seat.until(lambda: seat.press("status") == "Paused")
    seat.press("position", "3")
    seat.until(lambda: float(seat.press("position")) > 2)
    monitor.terminate()
    said = monitor.communicate()[0]
    assert '"Paused"' in said.partition("PropertiesChanged")[2]
    assert "member=Seeked" in said


def test_quit_from_the_desktop_is_the_command_quit(seat: Seat) -> None:
    seat.send("org.mpris.MediaPlayer2.Quit")
    seat.until(lambda: seat.listener.commands == ["quit"])


def test_reading_goes_on_when_the_bus_dies(seat: Seat, player: StagedPlayer) -> None:
    seat.bus.die()
    deadline = time.monotonic() + 1
    seat.until(lambda: time.monotonic() > deadline)
    player.hear()
    assert seat.listener.desk.session.look().is_running


def test_a_reader_that_ends_leaves_the_bus(seat: Seat) -> None:
    seat.desktop.close()
    listed = subprocess.run(
        ["playerctl", "-l"], env=seat.bus.environ, capture_output=True, text=True, check=False
    )
    assert "yapit" not in listed.stdout


def test_without_a_bus_the_cure_is_told_and_nothing_fails(listener: Listener) -> None:
    nowhere = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"}
    desktop = Desktop(environ=nowhere)
    desktop.mind(listener)
    desktop.close()
    for environ in ({}, nowhere):
        with pytest.raises(YapitError) as refused:
            check(environ)
        assert refused.value.cure


def test_without_dbus_fast_the_extra_is_named_and_nothing_fails(
    bus: Bus, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "dbus_fast.errors", None)
    with pytest.raises(YapitError) as refused:
        check(bus.environ)
    assert "yapit-reader[desktop]" in refused.value.cure
    desktop = Desktop(environ=bus.environ)
    desktop.mind(listener)
    desktop.close()


def test_the_doctor_finds_media_keys_where_they_work(bus: Bus) -> None:
    assert check(bus.environ) == bus.environ["DBUS_SESSION_BUS_ADDRESS"]
