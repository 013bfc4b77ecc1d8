"""The words that are said light up the page word they stand for."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from yapit.core.document import Span
from yapit.core.prepare import prepare


def lit(page: str) -> list[tuple[str, str]]:
    """Each spoken word with the page text that lights up for it."""
    said = prepare(page)
    words = (Span(*word.span()) for word in re.finditer(r"[\w'’-]+", said.text))
    return [(word.of(said.text), said.source_of(word).of(page)) for word in words]


@pytest.mark.parametrize(
    ("page", "token"),
    [
        ("It cost $1,250.50 today", "$1,250.50"),
        ("cats, e.g. this one", "e.g."),
        ("in 2019-2021 alone", "2019-2021"),
        ("the FBI came", "FBI"),
        ("at 20°C now", "20°C"),
        ("see https://example.org/a now", "https://example.org/a"),
        ("by jane@example.org today", "jane@example.org"),
        ("about 80% of it", "80%"),
    ],
)
def test_all_words_of_a_rewritten_token_light_up_that_token(page: str, token: str) -> None:
    before, _, after = page.partition(token)
    places = [place for _, place in lit(page)]
    expected = [
        *before.split(),
        *[token] * (len(places) - len(before.split() + after.split())),
        *after.split(),
    ]
    assert places == [word.strip(",") for word in expected]


def test_in_a_date_the_light_follows_the_voice() -> None:
    assert lit("Mar. 12, 2024") == [
        ("March", "Mar."),
        ("twelfth", "12"),
        ("twenty", "2024"),
        ("twenty-four", "2024"),
    ]


def test_a_sum_of_millions_lights_up_in_two_words() -> None:
    assert lit("$2.5 million") == [
        ("two", "$2.5"),
        ("point", "$2.5"),
        ("five", "$2.5"),
        ("million", "million"),
        ("dollars", "million"),
    ]


def test_a_unit_lights_up_when_it_is_said() -> None:
    assert lit("5 km") == [("five", "5"), ("kilometers", "km")]


def test_a_number_that_is_part_of_a_word_lights_up_with_it() -> None:
    assert lit("a 5-year-old") == [("a", "a"), ("five-year-old", "5-year-old")]


def test_the_dot_that_ends_the_sentence_stays_a_dot() -> None:
    assert prepare("He works for Acme Inc.").text.endswith("Incorporated.")
    assert prepare("They met at 5 p.m.").text.endswith("P M.")


def test_a_ligature_stays_inside_its_word() -> None:
    assert lit("speciﬁc") == [("specific", "speciﬁc")]


def test_preparing_loads_no_rules_before_there_is_something_to_say() -> None:
    program = "import sys, yapit.core.prepare; print(any('prepare.english' in name for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
