"""The command is at home on a desktop: its clipboard, its media keys, its terminals and its shells."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, STORY, Command, Terminal
from yapit.core.library import id_of, open_library
from yapit.core.parse import read


@pytest.fixture
def clipboard(tmp_path: Path, surroundings: dict[str, str]) -> Callable[[str], dict[str, str]]:
    """Puts a text into the clipboard of a desktop of its own, whose environment it returns."""
    folder = tmp_path / "bin"
    folder.mkdir()
    surroundings["PATH"] = f"{folder}:{os.environ['PATH']}"
    surroundings["WAYLAND_DISPLAY"] = "wayland-0"

    def hold(text: str) -> dict[str, str]:
        (folder / "held").write_text(text)
        program = folder / "wl-paste"
        program.write_text(
            f'#!/bin/sh\ncase "$*" in *--list-types*) echo text/plain ;; *) cat {folder}/held ;; esac'
        )
        program.chmod(0o755)
        return surroundings

    return hold


def test_what_was_copied_is_read_aloud(yapit: Command, clipboard: Callable[[str], dict[str, str]]) -> None:
    done = yapit("read", "--clipboard", "--plain", env=clipboard("The sun rose. Birds sang."))
    assert (done.returncode, done.stdout) == (0, "The sun rose.\nBirds sang.\n")


def test_an_address_that_was_copied_is_opened(
    yapit: Command, clipboard: Callable[[str], dict[str, str]]
) -> None:
    done = yapit("read", "--clipboard", "--plain", env=clipboard("http://127.0.0.1:9/whales"))
    assert done.returncode == 1
    assert "http://127.0.0.1:9/whales" in done.stderr


def test_an_empty_clipboard_is_told_with_what_to_do(
    yapit: Command, clipboard: Callable[[str], dict[str, str]]
) -> None:
    done = yapit("read", "--clipboard", env=clipboard(""))
    assert done.returncode == 1
    assert "the clipboard holds no text\nCopy some text" in done.stderr


@pytest.mark.parametrize("way", [["--plain"], []], ids=["lines", "screen"])
def test_a_sentence_is_copied_through_the_terminal_and_to_the_desktop(
    terminal: Callable[..., Terminal], surroundings: dict[str, str], tmp_path: Path, way: list[str]
) -> None:
    program, copied = tmp_path / "xclip", tmp_path / "copied"
    program.write_text(f"#!/bin/sh\ncat > {copied}.part; mv {copied}.part {copied}\n")
    program.chmod(0o755)
    surroundings |= {"PATH": f"{tmp_path}:{os.environ['PATH']}", "DISPLAY": ":7", "YAPIT_TEMPO": "0.5"}
    (tmp_path / "long.txt").write_text(
        "The sun rose over the sea and over the land and over all of us. Birds sang."
    )
    reader = terminal("read", "long.txt", "--no-library", *way)
    reader.until("The sun rose" if way else "▶")
    reader.type("y")
    reader.until("\x1b]52;c;VGhlIHN1biByb3NlIG92ZXIg")
    wait_for(lambda: copied.read_text() if copied.exists() else "", "The sun rose .* all of us\\.")
    reader.type("q")
    assert reader.ends() == 0


def test_a_document_is_named_once(yapit: Command) -> None:
    done = yapit("read", "story.txt", "--clipboard")
    assert done.returncode == 2
    assert "SOURCE" in done.stderr


def test_the_terminal_shows_how_far_it_is_and_then_nothing(
    terminal: Callable[..., Terminal], surroundings: dict[str, str], story: Path
) -> None:
    surroundings["TERM"] = "xterm-ghostty"
    surroundings["YAPIT_TEMPO"] = "1"
    reader = terminal("read", story, "--no-library")
    reader.until("\x1b]9;4;1;")
    reader.type("q")
    assert reader.ends() == 0
    reader.until("\x1b]9;4;0;0\x1b\\")
    assert reader.drawn.rindex("\x1b]9;4;0") > reader.drawn.rindex("\x1b]9;4;1")


def test_the_end_is_told_by_a_terminal_that_can(
    terminal: Callable[..., Terminal], surroundings: dict[str, str], story: Path
) -> None:
    surroundings["TERM"] = "xterm-ghostty"
    reader = terminal("read", story, "--plain", "--no-library")
    assert reader.ends() == 0
    reader.until("\x1b]777;notify;story;Heard to the end.\x1b\\")


@pytest.fixture
def bus() -> Iterator[str]:
    if not all(map(shutil.which, ("dbus-run-session", "playerctl"))):
        pytest.skip("needs dbus and playerctl")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address", "--nopidfile"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    with daemon.stdout as said:
        yield said.readline().strip()
    daemon.kill()
    daemon.wait()


def pressed(bus: str, *words: str) -> str:
    return subprocess.run(
        ["playerctl", *words],
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus},
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()


def wait_for(said: Callable[[], str], pattern: str) -> None:
    deadline = time.monotonic() + 20
    while not re.fullmatch(pattern, said()):
        assert time.monotonic() < deadline, said()
        time.sleep(0.05)


@pytest.mark.parametrize("way", [["--plain"], []], ids=["lines", "screen"])
def test_media_keys_reach_the_reader(
    terminal: Callable[..., Terminal], surroundings: dict[str, str], tmp_path: Path, bus: str, way: list[str]
) -> None:
    surroundings |= {"DBUS_SESSION_BUS_ADDRESS": bus, "YAPIT_TEMPO": "0.5"}
    book = tmp_path / "book.txt"
    book.write_text(STORY * 20)
    reader = terminal("read", book, "--no-library", *way)
    wait_for(lambda: pressed(bus, "status"), "Playing")
    assert pressed(bus, "metadata", "title") == "book"
    pressed(bus, "play-pause")
    wait_for(lambda: pressed(bus, "status"), "Paused")
    before = float(pressed(bus, "position"))
    pressed(bus, "next")
    wait_for(lambda: str(float(pressed(bus, "position")) > before), "True")
    assert pressed(bus, "status") == "Paused"
    reader.type("q")
    assert reader.ends() == 0
    assert pressed(bus, "-l") == ""


_BASH = """
eval "$(_YAPIT_COMPLETE=source_bash "$1")"
COMP_WORDS=("${@:2}")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_yapit_completion "$1"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["re"], {"read"}),
        (["read", "--voi"], {"--voice"}),
        (["read", "--voice", ""], {"low", "beep", "high"}),
        (["read", "--engine", "to"], {"tone"}),
        (["read", "--skip", "ac"], {"academic"}),
        (["config", "set", "meas"], {"measure"}),
    ],
    ids=" ".join,
)
def test_the_shell_offers_what_there_is(
    surroundings: dict[str, str], tmp_path: Path, typed: list[str], offered: set[str]
) -> None:
    yapit = tmp_path / "yapit"
    yapit.write_text(f'#!/bin/sh\nexec {" ".join(COMMAND)} "$@"\n')
    yapit.chmod(0o755)
    done = subprocess.run(
        ["bash", "-c", _BASH, "bash", str(yapit), "yapit", *typed],
        env=surroundings | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert set(done.stdout.split()) == offered


@pytest.mark.parametrize("sees", [True, False])
def test_the_reader_tells_of_the_end_where_its_terminal_has_not_the_focus(
    terminal: Callable[..., Terminal], surroundings: dict[str, str], story: Path, sees: bool
) -> None:
    surroundings["TERM"] = "xterm-ghostty"
    reader = terminal("read", story, "--no-library")
    reader.until("Monday")
    reader.type("\x1b[I" if sees else "\x1b[O")
    told = "\x1b]777;notify;story;Heard to the end.\x1b\\"
    if not sees:
        reader.until(told)
    else:
        reader.until("the end")
        with pytest.raises(AssertionError):
            reader.until(told, seconds=1)
    reader.type("q")
    assert reader.ends() == 0


def test_the_window_is_named_after_the_document_of_the_queue_that_is_read(
    terminal: Callable[..., Terminal], surroundings: dict[str, str], tmp_path: Path
) -> None:
    surroundings |= {"TERM": "xterm-ghostty", "YAPIT_LIBRARY": str(tmp_path / "library.sqlite")}
    library = open_library(tmp_path / "library.sqlite")
    for name in ("dawn", "dusk"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"It is {name}.")
        library.queue.add(library.documents.remember(read(path), id_of(path.read_bytes())).id)
    library.close()
    reader = terminal("read", tmp_path / "dawn.txt")
    reader.until("\x1b]0;dawn – Yapit\x07")
    reader.until("▶")
    reader.type("\x1b[O")
    reader.until("\x1b]0;dusk – Yapit\x07")
    reader.until("\x1b]777;notify;dusk;Heard to the end.\x1b\\")
    assert "notify;dawn" not in reader.drawn
    reader.type("q")
    assert reader.ends() == 0
