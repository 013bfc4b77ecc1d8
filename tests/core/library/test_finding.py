"""A place is found again on its word, whatever was changed around its sentence."""

from __future__ import annotations

import random
import re
import time
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.library.texts import FACTS, document, story
from yapit.core.document import Block, Document, Span, fill_gaps
from yapit.core.library import anchor, find
from yapit.core.library.anchors import from_json

WORDS = re.findall(
    r"\w+",
    "ship lamp fog harbour keeper letter winter boat stone tide rope gull bread candle ledger storm north "
    "paper window ladder morning brother island signal grey slow quiet broken early small",
)


def sentence(rng: random.Random) -> str:
    words = [rng.choice(WORDS) for _ in range(rng.randint(3, 14))]
    mark = rng.choice([".", ".", ".", "?", "!"])
    comma = rng.randrange(len(words))
    words[comma] += rng.choice(["", ",", " –", ";"])
    quote = rng.random() < 0.15
    said = f"The {' '.join(words).rstrip(',;– ')}{mark}"
    return f"“{said}”" if quote else said


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    is_the_one: bool = False


Paragraphs = list[list[Sentence]]


def made(rng: random.Random, paragraphs: int = 25) -> Paragraphs:
    return [[Sentence(sentence(rng)) for _ in range(rng.randint(1, 6))] for _ in range(paragraphs)]


def laid_out(paragraphs: Paragraphs, word: int, width: int = 0, newline: str = "\n") -> tuple[Document, int]:
    """The document, its lines at most `width` long, and where the word of the one sentence is in it."""
    blocks, text, place = [], "", -1
    for paragraph in paragraphs:
        start, line = len(text), 0
        for each in paragraph:
            for number, said in enumerate(each.text.split(" ")):
                wraps = bool(width) and line + len(said) > width
                text += (newline if wraps else " ") if len(text) > start else ""
                line = 0 if wraps else line
                if each.is_the_one and number == word:
                    place = len(text)
                text += said
                line += len(said) + 1
        if len(text) > start:
            blocks.append(Block(Span(start, len(text))))
            text += newline * 2
    return Document(text, tuple(blocks), fill_gaps(text, blocks)), place


def edit(paragraphs: Paragraphs, rng: random.Random) -> None:
    """One edit, near by or elsewhere, that leaves the one sentence as it is."""
    ours = next(i for i, each in enumerate(paragraphs) if any(s.is_the_one for s in each))
    near = min(max(ours + rng.randint(-1, 1), 0), len(paragraphs) - 1)
    at = near if rng.random() < 0.6 else rng.randrange(len(paragraphs))
    others = [i for i, each in enumerate(paragraphs[at]) if not each.is_the_one]
    kind = rng.choice(["add", "add", "remove", "replace", "add paragraph", "remove paragraph", "join"])
    if kind == "add":
        paragraphs[at].insert(rng.randint(0, len(paragraphs[at])), Sentence(sentence(rng)))
    elif kind == "remove" and others:
        del paragraphs[at][rng.choice(others)]
    elif kind == "replace" and others:
        paragraphs[at][rng.choice(others)] = Sentence(sentence(rng))
    elif kind == "add paragraph":
        paragraphs.insert(at, [Sentence(sentence(rng)) for _ in range(rng.randint(1, 5))])
    elif kind == "remove paragraph" and at != ours:
        del paragraphs[at]
    elif kind == "join" and at + 1 < len(paragraphs):
        paragraphs[at : at + 2] = [paragraphs[at] + paragraphs[at + 1]]


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
            edit(paragraphs, rng)
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
