"""A text is read aloud while another program is still writing it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, Command, Terminal

Piped = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def piped(tmp_path: Path, surroundings: dict[str, str]) -> Iterator[Piped]:
    """Starts the command with an open pipe as its stdin."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*words: str) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        process = subprocess.Popen(
            [*COMMAND, *words], stdin=pipe, stdout=pipe, stderr=pipe, env=surroundings, cwd=tmp_path
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def write(process: subprocess.Popen[bytes], text: str) -> None:
    assert process.stdin is not None
    os.write(process.stdin.fileno(), text.encode())


def read_until(process: subprocess.Popen[bytes], text: str) -> str:
    assert process.stdout is not None
    said, until = "", time.monotonic() + 30
    while text not in said and time.monotonic() < until:
        if select.select([process.stdout], [], [], 0.1)[0]:
            said += os.read(process.stdout.fileno(), 4096).decode()
    assert text in said
    return said


def test_a_sentence_is_heard_before_the_next_is_written(piped: Piped) -> None:
    process = piped("-")
    write(process, "The **tide** ri")
    write(process, "ses. ")
    assert read_until(process, "rises.") == "The tide rises.\n"
    write(process, "\n\n```sh\nrm -r sea\n")
    write(process, "echo gone\n```\n\nIt falls.\n")
    assert "echo gone" not in read_until(process, "falls.")
    out, _ = process.communicate(timeout=30)
    assert (out, process.returncode) == (b"", 0)


def test_ctrl_c_while_waiting_for_text_ends_quietly(piped: Piped) -> None:
    process = piped("-")
    write(process, "It rains. ")
    read_until(process, "rains.")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (err, process.returncode) == (b"", 130)


def test_who_reads_by_lines_what_is_piped_in_can_quit_with_a_key(terminal: Callable[..., Terminal]) -> None:
    reader = terminal("-", "--plain", piped="It rains on the river. " * 50)
    reader.until("It rains")
    reader.type("q")
    assert reader.ends() == 0
    assert reader.is_as_before


def test_a_file_may_be_named_without_a_command(yapit: Command, story: Path) -> None:
    assert yapit(story.name).stdout == yapit("read", story.name).stdout != ""


def test_a_command_that_is_mistyped_is_no_file(yapit: Command) -> None:
    done = yapit("raed", "notes")
    assert done.returncode == 2
    assert "No such command 'raed'. Did you mean 'read'?" in done.stderr


def test_a_file_that_is_not_there_is_named_as_one(yapit: Command, story: Path) -> None:
    assert "there is no file story.tx" in yapit("story.tx").stderr
