"""The order of reading: down one column after the other, whatever order the lines come in."""

from __future__ import annotations

import random
from itertools import chain

import pytest

from tests.core.parse.documents_made import PdfMaker
from tests.core.parse.pdf.reading_made import parsed, running, texts
from yapit.core.document import BlockKind, Box
from yapit.core.parse.pdf.columns import columns_of
from yapit.core.parse.pdf.order import ordered
from yapit.core.parse.pdf.page import Line, Page
from yapit.core.parse.pdf.rows import whole_lines


def column(name: str, rows: int = 12) -> list[str]:
    return [f"{name} row {number} of a column runs" for number in range(rows)]


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = column("left"), column("right")
    made = PdfMaker().page().lines(40, 100, *left).lines(220, 100, *right)
    assert " ".join(running(parsed(made))) == " ".join(left + right)


@pytest.mark.parametrize("count", [2, 3])
def test_columns_drawn_row_by_row_are_read_down_each_of_them(count: int) -> None:
    columns = [column(name) for name in ("left", "middle", "right")[:count]]
    made = PdfMaker(width=40 + 180 * count).page()
    for row in range(12):
        for place, lines in enumerate(columns):
            made.line(40 + 180 * place, 100 + 12 * row, lines[row])
    assert " ".join(running(parsed(made))) == " ".join(chain.from_iterable(columns))


def test_a_title_over_all_columns_comes_first_and_a_line_across_them_where_it_stands() -> None:
    made = PdfMaker().page()
    for top in (100, 300):
        for row in range(12):
            made.line(220, top + 12 * row, f"right {top} row {row} of a column runs")
            made.line(40, top + 12 * row, f"left {top} row {row} of a column runs")
    made.line(60, 270, "A heading that goes over both of the columns", size=14, font="tibo")
    document = parsed(made)
    said = " ".join(texts(document))
    places = [
        said.index(part) for part in ("left 100 row 0", "right 100 row 0", "A heading", "left 300 row 0")
    ]
    assert places == sorted(places)
    assert texts(document, BlockKind.HEADING, BlockKind.TITLE)


def recognised(texts_at: list[tuple[float, float, str]]) -> Page:
    lines = [Line(page=1, box=Box(x, y, x + 150, y + 10), text=text, size=9.5) for x, y, text in texts_at]
    random.Random(7).shuffle(lines)
    return Page(1, 420, 595, tuple(lines), unordered=True)


def test_lines_that_come_in_any_order_are_sorted_by_their_places() -> None:
    left = [(40.0, 100.0 + 12 * row, text) for row, text in enumerate(column("left"))]
    right = [(220.0, 100.0 + 12 * row, text) for row, text in enumerate(column("right"))]
    page = ordered(recognised([*left, *right]))
    assert [line.text for line in page.lines] == [text for _, _, text in left + right]
    assert not page.unordered


def test_one_column_without_order_is_read_from_the_top() -> None:
    rows = [(40.0, 100.0 + 12 * row, text) for row, text in enumerate(column("only"))]
    assert [line.text for line in ordered(recognised(rows)).lines] == [text for _, _, text in rows]


def test_the_cells_of_a_table_are_no_columns_of_text() -> None:
    lines = [
        Line(1, Box(x, 100.0 + 12 * row, x + 60, 110.0 + 12 * row), "12.5", 10)
        for row in range(10)
        for x in (40.0, 150.0, 260.0)
    ]
    assert len(columns_of(lines, 420)) == 1


def test_parts_of_a_line_that_runs_to_the_left_are_read_from_the_right() -> None:
    left = Line(1, Box(40, 100, 90, 110), "والحقوق", 10)
    right = Line(1, Box(93, 100, 200, 110), "يولد الناس", 10)
    assert [line.text for line in whole_lines([left, right])] == ["يولد الناس والحقوق"]
