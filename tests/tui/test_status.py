"""The status line says what matters most in the room there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from yapit.core.listening.telling import duration
from yapit.tui.status import Part, compose

PARTS = (Part(9, ("⏸ paused", "⏸")), Part(5, ("page 2 of 3", "p. 2/3", "")), Part(1, ("Heart", "")))


def test_all_is_said_where_there_is_room() -> None:
    assert compose(PARTS, 80) == "⏸ paused  page 2 of 3  Heart"


@pytest.mark.parametrize(
    ("width", "line"),
    [(24, "⏸ paused  page 2 of 3"), (16, "⏸ paused  p. 2/3"), (9, "⏸ paused"), (3, "⏸")],
)
def test_what_matters_least_gives_way_first(width: int, line: str) -> None:
    assert compose(PARTS, width) == line


@given(st.lists(st.lists(st.text(max_size=30), min_size=1, max_size=3), max_size=5), st.integers(0, 60))
def test_it_never_takes_more_room_than_there_is(forms: list[list[str]], width: int) -> None:
    parts = tuple(Part(i, tuple(form)) for i, form in enumerate(forms))
    assert cell_len(compose(parts, width)) <= width


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(-1, "0 s"), (41.7, "42 s"), (59.8, "60 s"), (90, "2 min"), (3599, "1 h 0 min"), (11_100, "3 h 5 min")],
)
def test_durations_are_told_as_a_person_would(seconds: float, said: str) -> None:
    assert duration(seconds) == said
