"""There is always an output; why a better one does not work is said, with the one thing to do about it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.sound_server import SoundServer
from yapit.core.errors import OutputError
from yapit.core.outputs import Output, cures, open_output, output_names, probe, pulse, quiet_stderr

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = "# comment\nID=fedora\n"
ARCH = "ID=arch\n"
OTHER = "ID=plan9\n"


@pytest.fixture
def no_sound(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without a sound server, and without programs that play."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nobody'}")
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def no_portaudio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)


def system(text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    release = tmp_path / "os-release"
    release.write_text(text, encoding="utf-8")
    monkeypatch.setattr(cures, "OS_RELEASE", release)


def test_the_best_way_is_taken_where_all_work(sound_server: SoundServer) -> None:
    opened = open_output()
    assert [(a.name, a.works) for a in opened.attempts] == [("portaudio", True)]
    opened.output.close()


@pytest.mark.usefixtures("no_portaudio")
def test_without_portaudio_the_sound_server_is_used_and_the_reason_is_told(sound_server: SoundServer) -> None:
    opened = open_output()
    first, second = opened.attempts
    assert (first.name, first.works, second.name, second.works) == ("portaudio", False, "pulse", True)
    assert first.detail
    assert first.cure
    assert opened.output.name == "pulse"
    opened.output.close()


@pytest.mark.usefixtures("no_sound")
def test_without_any_sound_there_is_silence_and_every_reason() -> None:
    opened = open_output()
    assert isinstance(opened.output, Output)
    assert opened.output.name == "silent"
    assert [a.name for a in opened.attempts] == list(output_names())
    assert all(a.detail and a.cure for a in opened.attempts[:-1])
    assert opened.attempts[-1].works


@pytest.mark.usefixtures("no_sound")
@pytest.mark.parametrize("name", ["portaudio", "pulse", "pipe"])
def test_an_output_asked_for_by_name_says_why_it_does_not_work(name: str) -> None:
    with pytest.raises(OutputError) as caught:
        open_output(name)
    assert caught.value.cure


def test_a_sound_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "_LIBRARY", "libnowhere.so.0")
    with pytest.raises(OutputError, match="libnowhere"):
        open_output("pulse")


def test_an_unknown_output_is_answered_with_those_there_are() -> None:
    with pytest.raises(OutputError) as caught:
        open_output("trumpet")
    assert all(name in caught.value.cure for name in ("auto", *output_names()))


def test_over_ssh_without_forwarded_sound_there_is_silence(
    monkeypatch: pytest.MonkeyPatch, sound_server: SoundServer
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 5000 10.0.0.2 22")
    forwarded = open_output()
    forwarded.output.close()
    assert forwarded.output.name == "portaudio"
    monkeypatch.delenv("PULSE_SERVER")
    opened = open_output()
    assert opened.output.name == "silent"
    assert all("SSH" in a.detail and "ssh -R" in a.cure for a in opened.attempts[:-1])


def test_probing_tells_of_every_way(sound_server: SoundServer) -> None:
    found = {attempt.name: attempt for attempt in probe()}
    assert list(found) == list(output_names())
    assert all(attempt.works and attempt.detail and not attempt.cure for attempt in found.values())


@pytest.mark.parametrize(
    ("release", "cure"),
    [
        (DEBIAN, "apt install libportaudio2"),
        (MINT, "apt install libportaudio2"),
        (FEDORA, "dnf install portaudio"),
        (ARCH, "pacman -S portaudio"),
        (OTHER, "package manager"),
    ],
)
@pytest.mark.usefixtures("no_portaudio")
def test_the_cure_is_the_one_of_this_system(
    release: str, cure: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    system(release, monkeypatch, tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(OutputError) as caught:
        open_output("portaudio")
    assert cure in caught.value.cure


@pytest.mark.usefixtures("no_sound")
def test_in_a_container_the_cure_is_to_share_the_hosts_sound(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mark = tmp_path / ".dockerenv"
    monkeypatch.setattr(cures, "CONTAINER_MARKS", (mark,))
    monkeypatch.setattr(sys, "platform", "linux")
    assert "mount" not in cures.no_server()
    mark.touch()
    assert "mount" in cures.no_server()
    assert "mount" in cures.no_device()


def test_what_libraries_write_to_the_terminal_is_not_seen(capfd: pytest.CaptureFixture[str]) -> None:
    os.write(2, b"before ")
    with quiet_stderr():
        os.write(2, b"ALSA lib confmisc.c:855")
    os.write(2, b"after")
    assert capfd.readouterr().err == "before after"


def test_stderr_comes_back_after_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError), quiet_stderr():
        raise ZeroDivisionError
    os.write(2, b"after")
    assert capfd.readouterr().err == "after"


@pytest.mark.usefixtures("no_sound")
def test_looking_for_sound_writes_nothing_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    open_output().output.close()
    assert capfd.readouterr().err == ""
