"""A listener goes where they say, in the words they would use."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.staged import PARTS, written
from tests.staged_session import route_of
from yapit.core.document import BlockKind
from yapit.core.errors import YapitError
from yapit.core.listening.rewinding import rewind
from yapit.core.listening.route import Route
from yapit.core.listening.sleeping import End, parse_sleep
from yapit.core.listening.targets import target

BOOK = written(
    (BlockKind.TITLE, 0, None, "A book"),
    (BlockKind.HEADING, 1, None, "The sea"),
    (BlockKind.PARAGRAPH, 0, None, "It was wide. " * 20),
    (BlockKind.HEADING, 1, None, "The land"),
    (BlockKind.PARAGRAPH, 0, None, "It was dry. " * 20),
)


@pytest.fixture(scope="module")
def book() -> Route:
    return route_of(BOOK)


@pytest.fixture(scope="module")
def pages() -> Route:
    return route_of(written(*PARTS))


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("chapter 2", "The land"),
        ("ch2", "The land"),
        ("c 1", "The sea"),
        ("land", "The land"),
        ("0%", "A book"),
        ("100 %", "It was dry."),
        ("100", "It was dry."),
    ],
)
def test_chapters_shares_and_names(typed: str, begins: str, book: Route) -> None:
    assert BOOK.text[target(typed, book) :].startswith(begins)


def test_half_is_half_of_what_is_spoken(book: Route) -> None:
    place = target("50%", book)
    assert book.places.chars_before(place) == pytest.approx(book.places.total_chars / 2, abs=15)


@pytest.mark.parametrize("typed", ["page 2", "p2", "p. 2", "2"])
def test_pages(typed: str, pages: Route) -> None:
    assert pages.document.text[target(typed, pages) :].startswith("Morning")


@pytest.mark.parametrize("typed", ["page 9", "chapter 7", "120%", "nowhere at all", "", "p0"])
def test_a_place_that_is_not_there_is_refused_with_those_that_are(typed: str, pages: Route) -> None:
    with pytest.raises(YapitError) as refused:
        target(typed, pages)
    assert refused.value.cure


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_place_or_refused(typed: str) -> None:
    with suppress(YapitError):
        assert 0 <= target(typed, route_of(BOOK)) <= len(BOOK.text)


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("10", 10),
        ("2.5 min", 2.5),
        ("30m", 30),
        ("chapter", End.CHAPTER),
        (" Paragraph ", End.PARAGRAPH),
        ("off", None),
        ("", None),
    ],
)
def test_sleep_is_said_in_minutes_or_by_what_ends(typed: str, end: float | End | None) -> None:
    assert parse_sleep(typed) == end


def test_sleep_that_is_no_time_is_refused() -> None:
    with pytest.raises(YapitError, match="no time to sleep"):
        parse_sleep("soon")


@given(st.floats(0, 10**7), st.floats(0, 10**7))
def test_the_way_back_grows_with_the_pause(one: float, other: float) -> None:
    short, long = sorted((one, other))
    assert rewind(short) <= rewind(long) <= 30
