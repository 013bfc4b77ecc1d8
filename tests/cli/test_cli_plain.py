"""Plain reading, on a clock that runs forty times as fast."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from yapit.cli.keys import Key
from yapit.cli.lines import printable
from yapit.cli.plain import PlainReader
from yapit.core.cache import NullCache
from yapit.core.document import Document
from yapit.core.engine import find_voice, load_engine
from yapit.core.narrator import Narrator
from yapit.core.outputs import SilentOutput
from yapit.core.parse import read_bytes
from yapit.core.player import Player, State

NUMBERS = "One two three. Four five six. Seven eight nine. Ten eleven twelve."


@pytest.fixture
def narrator() -> Iterator[Narrator]:
    engine = load_engine("tone")
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    yield narrator
    narrator.close()


@pytest.fixture
def player() -> Iterator[Player]:
    player = Player(SilentOutput(speedup=40))
    yield player
    player.close()


def document(text: str) -> Document:
    return read_bytes(text.encode(), content_type="text/plain")


def test_a_sentence_too_long_for_one_breath_stays_one_line(narrator: Narrator, player: Player) -> None:
    sentence = ", ".join(["on and on"] * 40) + "."
    written: list[str] = []
    PlainReader(document(f"{sentence} The end."), narrator, player, written.append).run(None)
    assert len(written) > 2
    assert "".join(written) == f"{sentence}\nThe end.\n"


def test_every_sentence_is_printed_however_fast_it_is_heard(narrator: Narrator, player: Player) -> None:
    text = "It is so. " * 30
    written: list[str] = []
    PlainReader(document(text), narrator, player, written.append).run(None)
    assert "".join(written) == "It is so.\n" * 30


def test_back_and_forward_go_by_sentences_and_stay_within_the_text(narrator: Narrator) -> None:
    player = Player(SilentOutput(speedup=5))
    written: list[str] = []
    to_type = [Key.FORWARD, Key.FORWARD, Key.BACK, Key.BACK, Key.BACK, Key.FORWARD, Key.QUIT]
    typed = 0

    def keys(seconds: float) -> list[Key]:
        nonlocal typed
        time.sleep(0.005)
        if len(written) == typed:  # each key after the line that the one before it led to
            return []
        typed += 1
        return [to_type[typed - 1]]

    PlainReader(document(NUMBERS), narrator, player, written.append).run(keys)
    player.close()
    lines = ["One two three.", "Four five six.", "Seven eight nine."]
    assert "".join(written).splitlines() == [lines[at] for at in (0, 1, 2, 1, 0, 0, 1)]
    assert player.position.state is State.IDLE


def test_back_within_a_long_sentence_begins_it_again(narrator: Narrator, player: Player) -> None:
    sentence = ", ".join(["on and on"] * 40)
    written: list[str] = []
    to_type = [Key.BACK]

    def keys(seconds: float) -> list[Key]:
        time.sleep(0.005)
        return [to_type.pop()] if to_type and len(written) > 2 else []

    PlainReader(document(f"Short. {sentence}."), narrator, player, written.append).run(keys)
    lines = "".join(written).splitlines()
    assert [line[:9] for line in lines] == ["Short.", "on and on", "on and on"]
    assert lines[2] == f"{sentence}."


def test_space_stops_the_lines_and_starts_them_again(narrator: Narrator, player: Player) -> None:
    written: list[str] = []
    typed: list[State] = []

    def keys(seconds: float) -> list[Key]:
        state = player.position.state
        if state not in (State.PLAYING, State.PAUSED) or len(typed) > 1:
            return []
        typed.append(state)
        return [Key.PAUSE]

    PlainReader(document(NUMBERS), narrator, player, written.append).run(keys)
    assert typed == [State.PLAYING, State.PAUSED]
    assert "".join(written).split() == NUMBERS.split()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n  b", "a b"),
        ("red \x1b[31malarm\x07", "red [31malarm"),
        ("\x9b2J", "2J"),
        ("naïve 😀", "naïve 😀"),
    ],
)
def test_a_line_holds_nothing_that_commands_the_terminal(text: str, line: str) -> None:
    assert printable(text) == line
