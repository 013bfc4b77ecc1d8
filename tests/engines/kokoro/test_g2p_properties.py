from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from yapit.core.ipa import marked
from yapit.engines.kokoro.g2p import VOCABULARY, phonemize

NAME, PLACE = marked("Yapit", "ˈjæpɪt"), marked("New York", "nuː ˈjɔːk")
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=string.printable + "’‘“”—–…éö№½漢\u0301\u200b\u00ad", max_size=80),
    st.lists(
        st.sampled_from(
            ["the", "read", "live", "don't", "U.S.", "1,250", "(a)", "--", "A's", "x-y/z", "$5", "E=mc"]
        )
    ).map(" ".join),
    st.lists(st.sampled_from(["the", " ", "'s", "’", "s", "-", ".", "1", NAME, PLACE])).map("".join),
)
DIALECTS = st.sampled_from(["en-US", "en-GB"])


@given(TEXTS, DIALECTS)
def test_every_character_but_white_space_is_in_exactly_one_token(text: str, dialect: str) -> None:
    covered = [place for t in phonemize(text, dialect) for place in range(t.span.start, t.span.end)]
    assert covered == [place for place, character in enumerate(text) if not character.isspace()]


@given(TEXTS, DIALECTS)
def test_only_symbols_that_the_voice_knows_are_used(text: str, dialect: str) -> None:
    assert all(set(token.phonemes) <= VOCABULARY.keys() for token in phonemize(text, dialect))


@given(TEXTS, DIALECTS)
def test_whatever_holds_a_letter_or_digit_is_heard(text: str, dialect: str) -> None:
    for token in phonemize(text, dialect):
        if any(character.isalnum() for character in token.span.of(text)):
            assert token.phonemes.strip()


@given(TEXTS)
def test_space_tells_whether_white_space_follows(text: str) -> None:
    for token in phonemize(text, "en-US"):
        assert token.space == text[token.span.end : token.span.end + 1].isspace()
