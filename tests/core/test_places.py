"""Steps through a document go by what the ear takes for a sentence, whatever pieces it is spoken in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.staged import written
from yapit.core.document import BlockKind
from yapit.core.hearing import LEVELS, Hearing, Level
from yapit.core.places import Places
from yapit.core.script import Script
from yapit.core.split import Chunk

LONG = "one two three, four five six, seven eight nine, ten eleven twelve, and so on to the end of it"
DOCUMENT = written(
    (BlockKind.HEADING, 1, None, "Head"),
    (BlockKind.PARAGRAPH, 0, None, f"First. {LONG}. Last one."),
    (BlockKind.CODE, 0, None, "silent()"),
    (BlockKind.PARAGRAPH, 0, None, "Another block."),
)
TEXT = DOCUMENT.text
HEARING = Hearing(skip=LEVELS[Level.ACADEMIC])
PLACES = Places(Script(DOCUMENT, HEARING).chunks(40))


def test_a_sentence_spoken_in_pieces_is_one_sentence() -> None:
    place = TEXT.index("seven")
    assert PLACES.sentence_at(place).of(TEXT) == f"{LONG}."
    assert PLACES.chunks[PLACES.chunk_from(place)].text != f"{LONG}."


def test_the_next_sentence_follows_the_whole_of_this_one() -> None:
    assert PLACES.sentence_after(TEXT.index("one two")) == TEXT.index("Last")
    assert PLACES.sentence_after(TEXT.index("nine")) == TEXT.index("Last")


def test_steps_beyond_the_ends_stay_at_the_ends() -> None:
    assert PLACES.sentence_after(0, -1) == 0
    assert PLACES.sentence_after(len(TEXT)) == TEXT.index("Another")


def test_whether_a_place_is_reached_is_known_before_it_is_played() -> None:
    beginning = Places(PLACES.chunks[:2])
    assert beginning.reaches(TEXT.index("First"))
    assert not beginning.reaches(TEXT.index("Last"))
    assert PLACES.reaches(TEXT.index("Another"))
    assert not Places(()).reaches(0)


def test_a_place_that_is_not_spoken_stands_for_what_is_spoken_after_it() -> None:
    assert PLACES.sentence_at(TEXT.index("silent")).of(TEXT) == "Another block."


def test_the_next_block_is_the_next_that_is_spoken() -> None:
    assert PLACES.block_after(TEXT.index("First")) == TEXT.index("Another")
    assert PLACES.block_after(TEXT.index("Another")) == TEXT.index("Another")


def test_one_block_back_is_its_beginning_and_then_the_block_before() -> None:
    assert PLACES.block_before(TEXT.index("Last")) == TEXT.index("First")
    assert PLACES.block_before(TEXT.index("First")) == 0
    assert PLACES.block_before(0) == 0


@given(st.lists(st.integers(0, len(TEXT))).map(sorted))
def test_what_has_been_read_only_grows(order: list[int]) -> None:
    read = [PLACES.chars_before(place) for place in order]
    assert read == sorted(read)
    assert all(0 <= chars <= PLACES.total_chars for chars in read)


def test_a_single_chunk_is_a_way_of_one_step() -> None:
    only = Chunk(0, PLACES.chunks[0].span, PLACES.chunks[0].text)
    assert Places([only]).sentence_after(0) == 0
