"""Numbers have the words that people use for them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.prepare.continental import numbers as continental
from yapit.core.prepare.english.numbers import Numbers
from yapit.core.prepare.french.numbers import FrenchNumbers
from yapit.core.prepare.german.numbers import GermanNumbers
from yapit.core.prepare.italian.numbers import ItalianNumbers
from yapit.core.prepare.portuguese.numbers import PortugueseNumbers
from yapit.core.prepare.spanish.numbers import SpanishNumbers

AMERICAN = Numbers()
BRITISH = Numbers(british=True)
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (99, "ninety-nine"),
        (100, "one hundred"),
        (1001, "one thousand one"),
        (-7, "minus seven"),
        (10**18, "one quintillion"),
        (10**33 + 10**6, "one decillion one million"),
    ],
)
def test_cardinals(number: int, words: str) -> None:
    assert AMERICAN.cardinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(101, "one hundred and one"), (1001, "one thousand and one"), (1_100, "one thousand one hundred")],
)
def test_british_cardinals_say_and(number: int, words: str) -> None:
    assert BRITISH.cardinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "first"),
        (5, "fifth"),
        (12, "twelfth"),
        (20, "twentieth"),
        (22, "twenty-second"),
        (100, "one hundredth"),
        (1009, "one thousand ninth"),
    ],
)
def test_ordinals(number: int, words: str) -> None:
    assert AMERICAN.ordinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (476, "four hundred seventy-six"),
        (1000, "one thousand"),
        (1066, "ten sixty-six"),
        (1900, "nineteen hundred"),
        (1905, "nineteen oh five"),
        (2000, "two thousand"),
        (2005, "two thousand five"),
        (2019, "twenty nineteen"),
        (2100, "twenty-one hundred"),
    ],
)
def test_years(number: int, words: str) -> None:
    assert AMERICAN.year(number) == words


@given(st.integers(min_value=0, max_value=10**33))
def test_no_two_numbers_sound_the_same(number: int) -> None:
    assert AMERICAN.cardinal(number) != AMERICAN.cardinal(number + 1)
    assert AMERICAN.ordinal(number).replace("-", " ").replace(" ", "").isalpha()


@given(st.text("0123456789", min_size=1, max_size=60))
def test_digits_are_said_one_by_one(text: str) -> None:
    assert "".join(str(_DIGITS.index(word)) for word in AMERICAN.digits(text).split()) == text


CONTINENTAL: list[continental.Numbers] = [
    GermanNumbers(),
    FrenchNumbers(),
    FrenchNumbers("ch"),
    SpanishNumbers(),
    ItalianNumbers(),
    PortugueseNumbers(),
    PortugueseNumbers("pt"),
]


@pytest.mark.parametrize("numbers", CONTINENTAL, ids=lambda numbers: type(numbers).__name__)
def test_all_numbers_to_ten_thousand_sound_different(numbers: continental.Numbers) -> None:
    cardinals = {numbers.cardinal(number) for number in range(10_001)}
    assert len(cardinals) == 10_001
    assert all(re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)*", words) for words in cardinals)


@given(st.sampled_from(CONTINENTAL), st.integers(min_value=0, max_value=10**33 - 2))
def test_no_two_large_numbers_sound_the_same(numbers: continental.Numbers, number: int) -> None:
    assert numbers.cardinal(number) != numbers.cardinal(number + 1)


@given(
    st.sampled_from(CONTINENTAL),
    st.integers(min_value=1, max_value=999),
    st.integers(min_value=1, max_value=999),
)
def test_thousands_are_said_before_the_rest(numbers: continental.Numbers, thousands: int, rest: int) -> None:
    """A second way to the same words: the round number, then what is left."""
    whole = re.sub(r"[ -]", "", numbers.cardinal(thousands * 1000 + rest))
    assert whole.startswith(re.sub(r"[ -]", "", numbers.cardinal(thousands * 1000)))
    assert whole.endswith((re.sub(r"[ -]", "", numbers.cardinal(rest)), "tré"))


@pytest.mark.parametrize(
    ("numbers", "number", "words"),
    [
        (GermanNumbers(), 3, "dritte"),
        (GermanNumbers(), 21, "einundzwanzigste"),
        (GermanNumbers(), 112, "einhundertzwölfte"),
        (FrenchNumbers(), 1, "premier"),
        (FrenchNumbers(), 21, "vingt et unième"),
        (FrenchNumbers(), 80, "quatre-vingtième"),
        (FrenchNumbers(), 109, "cent neuvième"),
        (SpanishNumbers(), 13, "decimotercero"),
        (SpanishNumbers(), 28, "vigésimo octavo"),
        (ItalianNumbers(), 23, "ventitreesimo"),
        (ItalianNumbers(), 1000, "millesimo"),
        (PortugueseNumbers(), 42, "quadragésimo segundo"),
    ],
)
def test_ordinals_of_the_continent(numbers: continental.Numbers, number: int, words: str) -> None:
    assert numbers.ordinal(number) == words
