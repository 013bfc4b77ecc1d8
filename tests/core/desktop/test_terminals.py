"""Terminals are asked for no more than they understand, and not too often."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.desktop.terminals import Progress, Terminal, notice, terminal_of


@pytest.mark.parametrize(
    ("environ", "terminal"),
    [
        ({}, Terminal()),
        ({"TERM": "linux"}, Terminal()),
        ({"TERM": "dumb", "WT_SESSION": "1"}, Terminal()),
        ({"TERM": "xterm-256color"}, Terminal()),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "ghostty"}, Terminal()),
        ({"TERM": "xterm-kitty"}, Terminal(notices="99")),
        ({"TERM": "foot"}, Terminal(notices="777")),
        ({"TERM": "xterm-ghostty"}, Terminal(progress=True, notices="777")),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, Terminal(progress=True, notices="777")),
        ({"TERM": "xterm-256color", "WT_SESSION": "1"}, Terminal(progress=True)),
        ({"TERM": "xterm-256color", "VTE_VERSION": "8003"}, Terminal(progress=True)),
        ({"TERM": "xterm-256color", "VTE_VERSION": "6800"}, Terminal()),
    ],
)
def test_a_terminal_is_asked_only_for_what_it_is_known_to_understand(
    environ: dict[str, str], terminal: Terminal
) -> None:
    assert terminal_of(environ) == terminal


@pytest.mark.parametrize(("version", "progress"), [("3.6.6", True), ("3.5.14", False), ("", False)])
def test_progress_is_no_notice_each_second_in_an_older_iterm(version: str, progress: bool) -> None:
    environ = {"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": version}
    assert terminal_of(environ) == Terminal(progress, "9")


class Slate:
    """Progress on a clock of the test's own."""

    def __init__(self) -> None:
        self.now = 100.0
        self.written: list[str] = []
        self.progress = Progress(self.written.append, lambda: self.now)

    def after(self, seconds: float, share: float) -> list[str]:
        self.now += seconds
        self.written.clear()
        self.progress.show(share)
        return list(self.written)


def test_progress_is_sent_when_it_is_another_and_at_most_once_a_second() -> None:
    slate = Slate()
    assert slate.after(0, 0.1) == ["\x1b]9;4;1;10\x1b\\"]
    assert slate.after(0.5, 0.2) == []
    assert slate.after(0.5, 0.2) == ["\x1b]9;4;1;20\x1b\\"]
    assert slate.after(5, 0.2) == []


def test_a_long_paragraph_does_not_let_the_terminal_forget_the_progress() -> None:
    slate = Slate()
    slate.after(0, 0.1)
    assert slate.after(10, 0.1) == ["\x1b]9;4;1;10\x1b\\"]


def test_progress_is_taken_away_once_and_only_where_it_was_shown() -> None:
    slate = Slate()
    slate.progress.clear()
    assert slate.written == []
    slate.after(0, 0.5)
    slate.progress.clear()
    slate.progress.clear()
    assert slate.written[1:] == ["\x1b]9;4;0;0\x1b\\"]


@given(st.sampled_from(["9", "99", "777"]), st.text(), st.text())
def test_no_title_can_make_a_terminal_do_anything_else(kind: str, title: str, body: str) -> None:
    sent = notice(kind, title, body)
    inner = sent.removeprefix("\x1b]").removesuffix("\x1b\\").replace("\x1b\\\x1b]99;", "")
    assert all(character.isprintable() for character in inner)


def test_a_notice_says_which_document_it_was() -> None:
    assert notice("777", "War; and peace", "Heard.") == "\x1b]777;notify;War, and peace;Heard.\x1b\\"
    assert notice("9", "Emma", "Heard.") == "\x1b]9;Emma: Heard.\x1b\\"
    assert "RW1tYQ==" in notice("99", "Emma", "Heard.")
