"""Numbers of lists look as on the page, and nothing makes them long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.parse.numerals import Numeral, numeral


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (4, Numeral.DECIMAL, "4"),
        (4, Numeral.TWO_DIGITS, "04"),
        (28, Numeral.LOWER_LETTER, "bb"),
        (26, Numeral.UPPER_LETTER, "Z"),
        (1994, Numeral.LOWER_ROMAN, "mcmxciv"),
        (9, Numeral.UPPER_ROMAN, "IX"),
        (0, Numeral.UPPER_ROMAN, "0"),
        (7, Numeral.NONE, ""),
    ],
)
def test_numbers_are_written_as_on_the_page(number: int, style: Numeral, written: str) -> None:
    assert numeral(number, style) == written


@given(st.integers(0, 10**9), st.sampled_from(Numeral))
def test_no_number_is_long(number: int, style: Numeral) -> None:
    assert len(numeral(number, style)) <= 20
