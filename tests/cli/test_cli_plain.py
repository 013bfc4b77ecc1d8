"""Plain reading, on a clock that runs forty times as fast."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.staged import PARTS, StagedPlayer, written
from yapit.cli.keys import names
from yapit.cli.lines import printable
from yapit.cli.plain import PlainReader, plain_reader
from yapit.cli.plain_acts import PLAIN_ACTS
from yapit.core.cache import NullCache
from yapit.core.document import Document
from yapit.core.engine import find_voice, load_engine
from yapit.core.hearing import Hearing
from yapit.core.library import Addition, Library
from yapit.core.listening import COMMANDS, keymap
from yapit.core.listening.acts import ACTS
from yapit.core.listening.opened import Opened
from yapit.core.listening.route import routes
from yapit.core.listening.shelf import Shelf
from yapit.core.listening.speaker import Speaker
from yapit.core.narrator import Narrator
from yapit.core.outputs import SilentOutput
from yapit.core.parse import read_bytes
from yapit.core.player import Player, State

NUMBERS = "One two three. Four five six. Seven eight nine. Ten eleven twelve."


@pytest.fixture
def player() -> Iterator[Player]:
    player = Player(SilentOutput(speedup=40))
    yield player
    player.close()


@pytest.fixture
def speaker(player: Player) -> Iterator[Speaker]:
    engine = load_engine("tone")
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    yield Speaker(narrator, player)
    narrator.close()


def text_of(text: str) -> Document:
    return read_bytes(text.encode(), content_type="text/plain")


class Typist:
    """Types keys, each once the sentence before it stands there; answers what is asked."""

    def __init__(self, written: list[str], keys: list[str], answers: list[str] | None = None) -> None:
        self.written = written
        self.keys = keys
        self.answers = answers or []
        self.asked: list[str] = []
        self._seen = 0

    def read(self, seconds: float) -> list[str]:
        time.sleep(0.005)
        if not self.keys or len(self.written) == self._seen:
            return []
        self._seen = len(self.written)
        return [self.keys.pop(0)]

    def ask(self, question: str) -> str | None:
        self.asked.append(question)
        return self.answers.pop(0) if self.answers else None


def reader_of(text: str, speaker: Speaker, written: list[str], **more: object) -> PlainReader:
    return plain_reader(Opened(text_of(text), **more), speaker, written.append, keymap=keymap())  # type: ignore[arg-type]


def test_a_sentence_too_long_for_one_breath_stays_one_line(speaker: Speaker) -> None:
    sentence = ", ".join(["on and on"] * 40) + "."
    written: list[str] = []
    reader_of(f"{sentence} The end.", speaker, written).run(None)
    assert "".join(written) == f"{sentence}\nThe end.\n"


def test_every_sentence_is_printed_however_fast_it_is_heard(speaker: Speaker) -> None:
    written: list[str] = []
    reader_of("It is so. " * 30, speaker, written).run(None)
    assert "".join(written) == "It is so.\n" * 30


def test_back_and_forward_go_by_sentences_and_stay_within_the_text(speaker: Speaker) -> None:
    slow = Speaker(speaker.narrator, Player(SilentOutput(speedup=5)))
    written: list[str] = []
    keys = Typist(written, ["right", "right", "left", "left", "right", "q"])
    reader_of(NUMBERS, slow, written).run(keys)
    slow.player.close()
    lines = ["One two three.", "Four five six.", "Seven eight nine."]
    assert "".join(written).splitlines() == [lines[at] for at in (0, 1, 2, 1, 0, 1)]


def test_space_stops_the_lines_and_starts_them_again(speaker: Speaker, player: Player) -> None:
    written: list[str] = []
    typed: list[State] = []

    class Pausing(Typist):
        def read(self, seconds: float) -> list[str]:
            state = player.position.state
            if state not in (State.PLAYING, State.PAUSED) or len(typed) > 1:
                return []
            typed.append(state)
            return ["space"]

    reader_of(NUMBERS, speaker, written).run(Pausing(written, []))
    assert typed == [State.PLAYING, State.PAUSED]
    assert "".join(written).split() == NUMBERS.split()


def test_every_command_that_is_not_about_the_screen_can_be_given_without_one() -> None:
    there = {command.name for command in COMMANDS if not command.only_on_screen}
    assert set(PLAIN_ACTS) | set(ACTS) == there


def test_the_help_names_every_command_with_its_keys(speaker: Speaker) -> None:
    told: list[str] = []
    reader = reader_of(NUMBERS, speaker, [])
    reader.tell = told.append
    reader.do("help")
    text = "\n".join(told)
    for command in COMMANDS:
        assert (command.title in text) is not command.only_on_screen
    assert "ctrl+left: Word back" in text


def test_what_a_command_wants_to_know_is_asked_for(speaker: Speaker) -> None:
    written: list[str] = []
    told: list[str] = []
    keys = Typist(written, [":", "q"], ["75%"])
    reader = reader_of(NUMBERS, speaker, written)
    reader.tell = told.append
    reader.run(keys)
    assert keys.asked == ["Go to a page, a chapter, a share (40%, page 12, chapter 3): "]
    assert written[-1] == "Ten eleven twelve.\n"


def test_a_question_can_be_left_unanswered_and_a_wrong_answer_is_told_with_its_cure(speaker: Speaker) -> None:
    told: list[str] = []
    reader = reader_of(NUMBERS, speaker, [])
    reader.tell = told.append
    reader.keyboard = Typist([], [], [])
    reader.do("go-to")
    assert told == []
    reader.keyboard = Typist([], [], ["loud"])
    reader.do("tempo")
    assert told == ["'loud' is no tempo. Type 0.5 to 4, as in: 1.25"]


def test_what_is_found_is_read_from_there(speaker: Speaker) -> None:
    written: list[str] = []
    told: list[str] = []
    reader = reader_of(NUMBERS, speaker, written)
    reader.tell = told.append
    reader.run(Typist(written, ["/", "q"], ["TEN ELEVEN".lower()]))
    assert told == ["1 of 1"]
    assert written[-1] == "Ten eleven twelve.\n"


def test_the_place_is_kept_and_reading_goes_on_there(speaker: Speaker, tmp_path: Path) -> None:
    library = Library.in_memory()
    text = text_of(NUMBERS)

    def shelf() -> Shelf:
        return Shelf(library, library.documents.remember(text))

    written: list[str] = []
    slow = Speaker(speaker.narrator, Player(SilentOutput(speedup=5)))
    reader_of(NUMBERS, slow, written, shelf=shelf()).run(Typist(written, ["right", "right", "q"]))
    slow.player.stop()
    written.clear()
    reader_of(NUMBERS, slow, written, shelf=shelf()).run(Typist(written, ["q"]))
    slow.player.close()
    assert written == ["Seven eight nine.\n"]


def test_who_reads_from_the_queue_goes_on_with_the_next(speaker: Speaker) -> None:
    library = Library.in_memory()
    first = library.documents.remember(text_of(NUMBERS))
    second = library.documents.add(Addition("/books/another.txt", "Another"))
    library.queue.add(second.id)
    unqueued = reader_of(NUMBERS, speaker, [], shelf=Shelf(library, first))
    unqueued.run(None)
    assert unqueued.wanted is None
    library.queue.add(first.id, first=True)
    reader = reader_of(NUMBERS, speaker, [], shelf=Shelf(library, library.documents.entry(first.id)))
    reader.run(None)
    assert reader.wanted == "/books/another.txt"


def test_bookmarks_are_listed_and_gone_to(speaker: Speaker) -> None:
    library = Library.in_memory()
    shelf = Shelf(library, library.documents.remember(text_of(NUMBERS)))
    written: list[str] = []
    told: list[str] = []
    slow = Speaker(speaker.narrator, Player(SilentOutput(speedup=5)))
    reader = reader_of(NUMBERS, slow, written, shelf=shelf)
    reader.tell = told.append
    keys = Typist(written, ["right"], [])
    keys.keys += ["q"]
    original = reader._obey

    def obey(key: str) -> None:
        original(key)
        if key == "right":
            reader.do("bookmark")

    reader._obey = obey  # type: ignore[method-assign]
    reader.run(keys)
    reader.keyboard = Typist([], [], ["1"])
    reader.do("marks")
    slow.player.close()
    assert told == ["bookmark", "1 bookmark: Four five six. Seven eight nine. Ten eleven twelve."]


def test_a_document_is_not_read_by_the_voice_of_the_one_before(speaker: Speaker) -> None:
    narrator = speaker.narrator
    default, other = narrator.voice, narrator.engine.voices()[-1]
    assert other != default
    reader_of(NUMBERS, speaker, [], voice=other.id)
    assert narrator.voice == other
    reader_of(NUMBERS, speaker, [])
    assert narrator.voice == default


def test_a_voice_that_is_not_there_any_more_does_not_stop_the_reading(speaker: Speaker) -> None:
    told: list[str] = []
    opened = Opened(text_of(NUMBERS), voice="gone")
    plain_reader(opened, speaker, lambda line: None, keymap=keymap(), tell=told.append).run(None)
    assert "has no voice 'gone'" in told[0]


def test_the_word_that_is_said_otherwise_is_the_one_that_was_heard_when_that_was_asked(
    speaker: Speaker,
) -> None:
    document = written(*PARTS)
    library = Library.in_memory()
    staged = StagedPlayer()
    opened = Opened(document, shelf=Shelf(library, library.documents.remember(document)))
    reader = plain_reader(opened, Speaker(speaker.narrator, staged), lambda line: None, keymap=keymap())
    told: list[str] = []
    reader.tell = told.append
    *_, route = routes(document, (), Hearing, speaker.narrator.chunk_chars)
    reader.desk.grow(route)
    staged.hear()
    staged.hear_word(1)

    class Slow(Typist):
        def ask(self, question: str) -> str | None:
            staged.hear()
            return super().ask(question)

    reader.keyboard = Slow([], [], ["light house"])
    reader.do("pronounce")
    assert told == ["lighthouse", "lighthouse is said: light house"]
    assert [rule.pattern for rule in library.rules.all()] == ["lighthouse"]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b[D\x1b[1;5C", ["left", "ctrl+right"]),
        ("\x1bOC\x1b[5~\x1b[6;5~", ["right", "pageup", "ctrl+pagedown"]),
        ("q \x7f\r\t", ["q", "space", "backspace", "enter", "tab"]),
        ("\x0e\x1b[1;2D\x1b[1;3D\x1bb", ["ctrl+n", "shift+left", "alt+left", "alt+b"]),
        ("[é]", ["[", "é", "]"]),
        ("\x1b[99z", []),
    ],
)
def test_keys_have_the_names_of_the_settings(sent: str, keys: list[str]) -> None:
    assert names(sent) == keys


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
