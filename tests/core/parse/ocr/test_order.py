"""Reading order of lines that come in none."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import Box
from yapit.core.parse.ocr.order import in_order
from yapit.core.parse.ocr.recognize import Written


def line(x: float, y: float, text: str, width: float = 200) -> Written:
    return Written(Box(x, y, x + width, y + 12), text, 1.0)


def column(x: float, y: float, name: str, lines: int = 6, width: float = 200) -> list[Written]:
    return [line(x, y + 15 * n, f"{name}, line number {n}", width) for n in range(lines)]


def shuffled(lines: Iterable[Written]) -> list[Written]:
    mixed = list(lines)
    random.Random(3).shuffle(mixed)
    return mixed


def texts(lines: Iterable[Written]) -> list[str]:
    return [line.text for line in lines]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_another(columns: int) -> None:
    page = [li for n in range(columns) for li in column(40 + 230 * n, 100, f"column {n}")]
    assert texts(in_order(shuffled(page))) == texts(page)


def test_a_title_and_a_caption_across_the_columns_stand_where_they_stand() -> None:
    page = [
        line(40, 40, "A title that goes across both columns", 430),
        *column(40, 80, "upper left"),
        *column(270, 80, "upper right"),
        line(40, 190, "A caption that goes across both columns", 430),
        *column(40, 230, "lower left"),
        *column(270, 230, "lower right"),
    ]
    assert texts(in_order(shuffled(page))) == texts(page)


def test_a_short_heading_stays_with_the_wide_text_below_it() -> None:
    page = [
        *column(40, 80, "left"),
        *column(270, 80, "right"),
        line(40, 195, "More of it", 80),
        line(40, 209, "Text that goes across both columns", 430),
        line(40, 224, "and goes on in a second line.", 430),
    ]
    assert texts(in_order(shuffled(page))) == texts(page)


def test_numbers_at_the_right_of_a_contents_page_stay_in_their_rows() -> None:
    page = [
        piece
        for n in range(8)
        for piece in (
            line(40, 40 + 15 * n, f"The chapter of that name {n}"),
            line(450, 40 + 15 * n, "17", 12),
        )
    ]
    assert texts(in_order(shuffled(page))) == texts(page)


def test_pieces_of_a_line_are_joined() -> None:
    pieces = [line(100, 51, "went down", 60), line(40, 50, "The sun", 52)]
    (whole,) = in_order(pieces)
    assert (whole.text, whole.box) == ("The sun went down", Box(40, 50, 160, 63))


def test_line_numbers_stay_out_of_the_lines() -> None:
    page = [
        piece
        for n in range(8)
        for piece in (line(28, 40 + 15 * n, str(20 + n), 10), line(45, 40 + 15 * n, "Text of the line", 300))
    ]
    assert texts(in_order(shuffled(page))) == texts(page)


def test_line_numbers_that_were_taken_into_the_lines_are_parted_from_them() -> None:
    misread = {3: "2s", 6: "»"}
    page = [line(28, 40 + 15 * n, f"{misread.get(n, 20 + n)} Text of the line", 300) for n in range(12)]
    wanted = [text for n in range(12) for text in (str(20 + n), "Text of the line")]
    assert texts(in_order(shuffled(page))) == wanted


def test_a_list_keeps_its_numbers() -> None:
    page = [line(28, 40 + 15 * n, f"{n}. An item of the list", 150 + 90 * (n % 3)) for n in range(1, 12)]
    assert texts(in_order(shuffled(page))) == texts(page)


def test_arabic_columns_are_read_from_the_right() -> None:
    right = [line(270, 80 + 15 * n, "غادرت العبّارة الرصيف") for n in range(6)]
    left = [line(40, 80 + 15 * n, "ولم ينم أحد على متنها") for n in range(6)]
    assert texts(in_order(shuffled([*left, *right]))) == texts([*right, *left])


@given(
    st.lists(
        st.tuples(st.integers(0, 500), st.integers(0, 700), st.integers(1, 400), st.text("ab ", max_size=30)),
        max_size=40,
    )
)
def test_no_word_is_lost_or_doubled(places: list[tuple[int, int, int, str]]) -> None:
    lines = [line(x, y, text, width) for x, y, width, text in places]
    before = sorted(word for li in lines for word in li.text.split())
    assert sorted(word for li in in_order(lines) for word in li.text.split()) == before
