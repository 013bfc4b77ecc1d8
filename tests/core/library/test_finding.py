"""A place is found again on its word, whatever was changed around its sentence."""

from __future__ import annotations

import random
import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.library.edits import edit, laid_out, made, sentence
from tests.core.library.texts import FACTS, document, story
from yapit.core.document import Block, Document, Span
from yapit.core.library import anchor, find
from yapit.core.library.anchors import from_json


@pytest.mark.parametrize("seed", range(4))
def test_edits_that_leave_a_sentence_intact_leave_the_place_on_its_word(seed: int) -> None:
    rng = random.Random(seed)
    found, tries = 0, 100
    for _ in range(tries):
        paragraphs = made(rng)
        i = rng.randrange(len(paragraphs))
        j = rng.randrange(len(paragraphs[i]))
        paragraphs[i][j] = replace(paragraphs[i][j], is_the_one=True)
        word = rng.randrange(len(paragraphs[i][j].text.split(" ")))
        before, place = laid_out(paragraphs, word)
        kept = anchor(before, place)
        for _ in range(rng.randint(1, 6)):
            edit(paragraphs, rng, lambda: sentence(rng))
        width, newline = rng.choice([0, 0, 60, 78]), rng.choice(["\n", "\n", "\r\n"])
        after, expected = laid_out(paragraphs, word, width, newline)
        found += find(after, kept) == expected
    assert found >= 0.99 * tries


def test_of_a_line_that_comes_again_and_again_it_is_the_one_it_was() -> None:
    verses = [f"Verse {number} of the song of the sea.\n\nHeave away, haul away." for number in range(30)]
    song = document(*"\n\n".join(verses).split("\n\n"))
    places = [match.start() for match in re.finditer("haul away", song.text)]
    longer = document("A new song, in thirty verses.", *song.text.split("\n\n"))
    for place in places:
        found = find(longer, anchor(song, place))
        assert found == place + len("A new song, in thirty verses.\n\n")


def test_between_texts_that_differ_in_marks_and_white_space_only_it_is_the_same_word() -> None:
    before = document("“He’s here”, she said – at last.", "Nobody   knew, why.")
    after = document('"He\'s here," she said -- at last. Nobody knew why.')
    for word in ("here", "she", "last", "knew", "why"):
        assert find(after, anchor(before, before.text.index(word))) == after.text.index(word)


def test_where_its_sentence_is_gone_it_is_near_its_neighbours() -> None:
    before = story(6)
    place = before.text.index("Chapter 4, part 3")
    paragraphs = [p for p in before.text.split("\n\n") if not p.startswith("Chapter 4, part 3")]
    after = document(*paragraphs)
    found = find(after, anchor(before, place))
    assert found is not None
    assert abs(found - after.text.index("Chapter 4, part 4")) < 160


def test_in_a_text_that_has_nothing_in_common_it_is_the_same_share() -> None:
    before = document(*["Grey stones lay by the sea all winter."] * 40)
    after = document(*["Markets opened higher on Monday, then fell."] * 40)
    found = find(after, anchor(before, len(before.text) // 2))
    assert found is not None
    assert abs(found / len(after.text) - 0.5) < 0.05


def test_while_a_document_grows_a_place_that_is_still_to_come_is_not_guessed() -> None:
    whole = story(9)
    place = whole.text.index("Chapter 7, part 5")
    kept = anchor(whole, place)
    for chapters in range(1, 7):
        assert find(story(chapters), kept, whole=False) is None
    assert find(story(7), kept, whole=False) == place
    edited = document("A preface.", *story(9).text.split("\n\n"))
    assert find(edited, kept, whole=False) == place + len("A preface.\n\n")


@given(st.text(max_size=400), st.integers(0, 400), st.text(max_size=400))
def test_in_any_text_a_place_is_found_within_it(one: str, offset: int, other: str) -> None:
    before, after = (Document(text, (Block(Span(0, len(text))),) if text else ()) for text in (one, other))
    kept = anchor(before, offset)
    assert from_json(kept.to_json()) == kept
    assert find(before, kept) == min(offset, len(one))
    found = find(after, kept)
    assert found is not None
    assert 0 <= found <= len(other)


@pytest.mark.parametrize(
    "text", ["the " * 1_000_000, " ".join(FACTS * 11_000)], ids=["one word", "eight lines"]
)
def test_in_a_million_words_it_takes_no_time_that_a_listener_feels(text: str) -> None:
    document = Document(text, (Block(Span(0, len(text))),))
    kept = anchor(document, len(text) // 2)
    other = (
        text[: len(text) // 2 - 300] + "Something else was written here. " * 20 + text[len(text) // 2 + 300 :]
    )
    began = time.monotonic()
    assert find(Document(other, (Block(Span(0, len(other))),)), kept) is not None
    assert time.monotonic() - began < 5.0


@pytest.mark.parametrize("text", ["", "{}", "[]", "3", '{"offset": -1}', '{"offset": "x"}'])
def test_what_is_no_anchor_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own, too
        from_json(text)


def test_while_a_document_grows_a_refrain_is_not_taken_for_the_place() -> None:
    verse = [
        f"Heave away, haul away, {name} sails by the sea at the end of the day." for name in ("Ann", "Bo")
    ]
    whole = document(*verse * 30)
    place = whole.text.rindex("haul away")
    begun = document(*verse * 20)
    assert find(begun, anchor(whole, place), whole=False) is None
    assert find(whole, anchor(whole, place), whole=False) == place
