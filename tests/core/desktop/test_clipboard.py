"""What was copied elsewhere is read, and what is copied here can be pasted elsewhere."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from yapit.core.desktop.clipboard import copy, paste
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse import Source, read

Program = Callable[[str, str], None]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Makes programs; no others are on the PATH but the shell's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("cat", "sh", "mv", "sleep", "printf"):
        (folder / name).symlink_to(shutil.which(name) or "")
    monkeypatch.setenv("PATH", str(folder))

    def make(name: str, script: str) -> None:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    return make


WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}
WL_PASTE = """case "$*" in
    *--list-types*) printf 'text/plain\\ntext/html\\n' ;;
    *text/html*) printf '<h1>Whales</h1><p>They sing, and are heard far away.</p>' ;;
    *) printf 'Whales They sing, and are heard far away.' ;;
esac"""


def text_of(pasted: str | Source) -> str:
    return read(pasted).text


def test_html_keeps_its_headings(program: Program) -> None:
    program("wl-paste", WL_PASTE)
    document = read(paste(WAYLAND))
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]
    assert "They sing" in document.text


def test_an_address_is_not_read_out_but_opened(program: Program) -> None:
    program("wl-paste", "printf ' https://example.org/whales\\n'")
    assert paste(WAYLAND) == "https://example.org/whales"


def test_what_is_only_text_is_read_as_text(program: Program) -> None:
    program("wl-paste", "case \"$*\" in *--list-types*) echo text/plain ;; *) printf 'Über Wale.' ;; esac")
    assert text_of(paste(WAYLAND)) == "Über Wale."


def test_windows_is_asked_from_within_wsl(program: Program) -> None:
    program("powershell.exe", "printf 'Whales.\\r\\n'")
    assert text_of(paste({"WSL_DISTRO_NAME": "Debian"})).strip() == "Whales."


def test_a_mac_is_asked_in_its_own_way(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    program("pbpaste", "printf 'Whales.'")
    assert text_of(paste({})) == "Whales."


def test_one_that_fails_gives_way_to_the_next(program: Program) -> None:
    program("xclip", "exit 1")
    program("xsel", "printf 'Whales.'")
    assert text_of(paste({"DISPLAY": ":7"})) == "Whales."


@pytest.mark.parametrize("script", ["exit 1", "printf ''", "printf ' \\n'"])
def test_an_empty_clipboard_is_told(program: Program, script: str) -> None:
    program("wl-paste", script)
    with pytest.raises(EmptyDocument, match="holds no text"):
        paste(WAYLAND)


@pytest.mark.parametrize(
    ("environ", "cure"), [(WAYLAND, "wl-clipboard"), ({"DISPLAY": ":7"}, "xclip"), ({}, "pipe")]
)
@pytest.mark.usefixtures("program")
def test_the_cure_names_what_to_install(environ: dict[str, str], cure: str) -> None:
    with pytest.raises(SourceError) as refused:
        paste(environ)
    assert cure in refused.value.cure


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A real X server of its own."""
    if not all(map(shutil.which, ("Xvfb", "xclip"))):
        pytest.skip("needs Xvfb and xclip")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "64x64x8", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as number:
        environ = {"DISPLAY": f":{number.readline().strip()}"}
    monkeypatch.setenv("DISPLAY", environ["DISPLAY"])
    yield environ
    server.kill()
    server.wait()


def test_what_is_copied_can_be_pasted(display: dict[str, str]) -> None:
    with pytest.raises(EmptyDocument):
        paste(display)
    copy("Über Wale, 鯨.", display)
    deadline = time.monotonic() + 30
    while True:
        try:
            assert text_of(paste(display)) == "Über Wale, 鯨."
            return
        except EmptyDocument:  # the program that holds it is still starting
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_html_of_another_program_is_read_as_html(display: dict[str, str]) -> None:
    html = "<meta charset='utf-8'><h2>Wale</h2><p>Sie singen, und man hört sie <b>weit</b> fort.</p>"
    command = ["xclip", "-selection", "clipboard", "-target", "text/html", "-quiet"]
    owner = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    assert owner.stdin is not None
    owner.stdin.write(html.encode())
    owner.stdin.close()
    deadline = time.monotonic() + 30
    found: str | Source = ""
    while not found:
        try:
            found = paste(display)
        except EmptyDocument:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    owner.kill()
    owner.wait()
    assert "Sie singen, und man hört sie weit fort." in text_of(found)
