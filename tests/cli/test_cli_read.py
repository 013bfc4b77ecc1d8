"""`yapit read` and `yapit say`: in a terminal, in a pipe, without sound."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LINES = ["The sun rose.", "Birds sang.", "It was Monday; nobody knew."]
LONG = "One two three. Four five six. Seven eight nine. Ten eleven twelve. " * 20


def test_in_a_pipe_each_sentence_is_a_line(process: Any, story: Path) -> None:
    run = process("read", story)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines() == LINES


def test_what_is_piped_in_is_read(yapit: Any) -> None:
    run = yapit("read", "-", stdin="Hello there.")
    assert (run.returncode, run.stdout) == (0, "Hello there.\n")


def test_a_line_is_there_when_its_sentence_is_heard_and_not_before(terminal: Callable[..., Any]) -> None:
    reading = terminal("read", "--plain", "-", piped=LONG)
    reading.until("One two three.")
    assert "Ten eleven twelve." not in reading.drawn
    reading.until("Ten eleven twelve.")


def test_without_a_sound_device_reading_goes_on_and_says_why_once(yapit: Any, story: Path) -> None:
    # In an SSH session no device is tried: the sound would come out of the other machine.
    run = yapit("read", story, env={"YAPIT_OUTPUT": "auto", "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"})
    assert run.returncode == 0
    assert run.stdout.splitlines() == LINES
    assert run.stderr.count("no sound") == 1


def test_in_a_terminal_the_reader_opens_and_q_closes_it(terminal: Callable[..., Any], story: Path) -> None:
    reading = terminal("read", story)
    reading.until("\x1b[?1049h")
    reading.until("Monday")
    reading.type("q")
    assert reading.ends() == 0
    assert reading.is_as_before


def test_a_piped_document_leaves_the_keyboard_to_the_reader(terminal: Callable[..., Any]) -> None:
    reading = terminal("read", "-", piped="A piped document.")
    reading.until("\x1b[?1049h")
    reading.until("piped")
    reading.type("q")
    assert reading.ends() == 0


def test_single_keys_move_pause_and_quit(terminal: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(LONG, "utf-8")
    reading = terminal("read", "--plain", "long.txt")
    reading.until("Four five six.")
    reading.type("\x1b[D")
    reading.until("One two three.", times=2)
    reading.type("\x1b[C")
    reading.until("Four five six.", times=2)
    reading.type(" ")
    with pytest.raises(AssertionError):
        reading.until("Ten eleven twelve.", seconds=2.0)
    reading.type(" ")
    reading.until("Ten eleven twelve.")
    reading.type("q")
    assert reading.ends() == 0
    assert reading.is_as_before


@pytest.mark.parametrize(("end", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_stopping_it_puts_the_terminal_back(
    terminal: Callable[..., Any], tmp_path: Path, end: signal.Signals, code: int
) -> None:
    (tmp_path / "long.txt").write_text(LONG, "utf-8")
    reading = terminal("read", "--plain", "long.txt")
    reading.until("One two three.")
    assert not reading.is_as_before
    reading.process.send_signal(end)
    assert reading.ends() == code
    assert reading.is_as_before
    assert "Traceback" not in reading.drawn


def test_say_says_its_words_and_exits(yapit: Any) -> None:
    run = yapit("say", "Hello", "there")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_say_takes_what_is_piped_in(yapit: Any) -> None:
    assert yapit("say", stdin="Hello.").returncode == 0


def test_say_without_a_sound_device_fails_with_the_cure(yapit: Any) -> None:
    run = yapit("say", "x", env={"YAPIT_OUTPUT": "auto", "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"})
    assert run.returncode == 1
    assert run.stderr.startswith("yapit: no sound")
    assert len(run.stderr.splitlines()) == 2


def test_without_a_name_the_library_is_shown_and_what_is_chosen_there_read(
    terminal: Callable[..., Any], story: Path
) -> None:
    first = terminal("read", story)
    first.until("Monday")
    first.type("q")
    assert first.ends() == 0
    again = terminal("read")
    again.until("1 document")
    again.type("\r")
    again.until("Monday")
    again.type("q")
    assert again.ends() == 0
    assert again.is_as_before


def test_without_a_name_and_a_terminal_it_is_told_what_to_name(yapit: Any) -> None:
    run = yapit("read")
    assert (run.returncode, run.stdout) == (1, "")
    assert "nothing was named" in run.stderr
    assert "yapit library list" in run.stderr


def test_without_colours_none_is_sent_to_the_terminal(terminal: Callable[..., Any], story: Path) -> None:
    reading = terminal("read", story)
    reading.until("Monday")
    reading.type("T?")
    reading.until("Sleep timer")
    reading.type("\x03")
    assert reading.ends() == 0
    styles = re.findall(r"\x1b\[([0-9;]*)m", reading.drawn)
    assert styles
    assert not [style for style in styles if {"38", "48"} & set(style.split(";"))]
