"""Texts too long for one run of the model are cut where it is heard least, and no phoneme is lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import Span
from yapit.engines.kokoro.g2p import Token
from yapit.engines.kokoro.passages import MAX_PHONEMES, passages

SAID = st.text("abdefghi ", max_size=30).map(lambda text: " ".join(text.split()))
MARKS = st.sampled_from([",", ".", "—", ""])


@st.composite
def utterances(draw: st.DrawFn) -> list[Token]:
    parts = draw(st.lists(st.tuples(st.one_of(SAID, MARKS), st.booleans()), max_size=40))
    tokens, at = [], 0
    for phonemes, space in parts:
        length = draw(st.integers(1, 8))
        tokens.append(Token(Span(at, at + length), phonemes, space))
        at += length + space
    return tokens


def squeezed(tokens: list[Token]) -> str:
    return "".join(token.phonemes for token in tokens).replace(" ", "")


def words(*counts: int, end: str = "") -> list[Token]:
    """Tokens of so many phonemes each, with spaces after them; `end` is a mark behind the second last."""
    tokens = []
    for place, count in enumerate(counts):
        tokens.append(Token(Span(place * 10, place * 10 + 9), "a" * count, space=True))
    return tokens


@given(utterances(), st.integers(5, 40))
def test_every_passage_fits_and_no_phoneme_is_lost(tokens: list[Token], limit: int) -> None:
    found = list(passages(tokens, limit))
    assert all(0 < len(passage.phonemes) <= limit for passage in found)
    said = "".join(passage.phonemes for passage in found).replace(" ", "")
    letters = [symbol for symbol in squeezed(tokens) if symbol.isalpha()]
    assert [symbol for symbol in said if symbol.isalpha()] == letters


@given(utterances(), st.integers(5, 40))
def test_passages_stand_in_the_order_of_the_text(tokens: list[Token], limit: int) -> None:
    found = list(passages(tokens, limit))
    assert all(one.start <= other.start for one, other in pairwise(found))


def test_what_fits_is_one_passage() -> None:
    assert [passage.phonemes for passage in passages(words(4, 5))] == ["aaaa aaaaa"]


def test_a_long_text_is_cut_between_words() -> None:
    found = list(passages(words(4, 4, 4), limit=10))
    assert [passage.phonemes for passage in found] == ["aaaa aaaa", "aaaa"]


def test_a_long_text_is_rather_cut_at_a_comma() -> None:
    one, two, three = words(4, 3, 4)
    comma = Token(Span(4, 5), ",", space=True)
    tokens = [Token(one.span, "aaaa", space=False), comma, two, three]
    assert [passage.phonemes for passage in passages(tokens, limit=10)] == ["aaaa,", "aaa aaaa"]


def test_a_word_longer_than_the_model_takes_is_cut_itself() -> None:
    (word,) = words(MAX_PHONEMES + 100)
    first, second = passages([word])
    assert (len(first.phonemes), len(second.phonemes)) == (MAX_PHONEMES, 100)
    assert first.tokens[0].span == word.span
    assert len(second.tokens[0].span) == 0


def test_marks_with_nothing_to_say_are_no_passage() -> None:
    assert not list(passages([Token(Span(0, 3), "…", space=False)]))
    assert not list(passages([]))
