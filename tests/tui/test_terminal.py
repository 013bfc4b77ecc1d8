"""What C libraries print stays off the screen, and the terminal is left as it was found."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from yapit.tui.terminal import native_output_to_log, window_title

PROGRAM = """
import os, sys
from pathlib import Path
from yapit.tui.terminal import native_output_to_log, window_title
with window_title("A book\\x1b]0;evil"), native_output_to_log(Path(sys.argv[1])):
    os.write(2, b"ALSA lib noise")
    sys.__stderr__.write("the screen ")
os.write(2, b"afterwards")
"""


@pytest.fixture
def run_on_a_terminal(tmp_path: Path) -> bytes:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "logs" / "reader.log")]
    subprocess.run(command, stderr=theirs, check=True, env={**os.environ, "TERM": "xterm"})
    os.close(theirs)
    seen = os.read(ours, 65536)
    os.close(ours)
    return seen


def test_native_output_goes_to_the_log_while_the_screen_is_drawn(
    run_on_a_terminal: bytes, tmp_path: Path
) -> None:
    assert b"ALSA" not in run_on_a_terminal
    assert b"the screen" in run_on_a_terminal
    assert run_on_a_terminal.endswith(b"afterwards")
    assert (tmp_path / "logs" / "reader.log").read_bytes() == b"ALSA lib noise"


def test_the_window_is_named_and_gets_its_name_back(run_on_a_terminal: bytes) -> None:
    named, restored = "\x1b]0;A book␛]0;evil\x07".encode(), b"\x1b[23;0t"
    assert named in run_on_a_terminal
    assert run_on_a_terminal.index(named) < run_on_a_terminal.index(restored)


def test_nothing_is_changed_where_there_is_no_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with window_title("A book"), native_output_to_log(tmp_path / "reader.log"):
        os.write(2, b"plain")
    assert capfd.readouterr().err == "plain"
    assert not (tmp_path / "reader.log").exists()
