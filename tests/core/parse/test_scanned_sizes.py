"""Sizes of scanned lines: one for the running text, a larger one for headings, a smaller one for notes."""

from __future__ import annotations

from yapit.core.document import Box
from yapit.core.parse.pdf.page import Line, Page
from yapit.core.parse.pdf.sizes import settled

BODY = "the ferry left the quay at seven in the morning and nobody"


def line(y: float, text: str, size: float, *, stretched: float = 1.0, right: float | None = None) -> Line:
    """A line as a detector boxes it: heights tell nothing, widths are those of its letters."""
    width = right - 30 if right else 0.46 * size * len(text) * stretched + 6
    return Line(page=1, box=Box(30, y, 30 + width, y + 12), text=text, size=0.0)


def sizes(*lines: Line) -> list[float]:
    (page,) = settled([Page(1, 400, 600, lines, recognized=True)])
    return [line.size for line in page.lines]


def test_running_text_has_one_size_though_its_lines_differ_a_little() -> None:
    lines = [line(20 * n, BODY, 10, stretched=1 + 0.02 * (n % 3)) for n in range(9)]
    assert len(set(sizes(*lines))) == 1


def test_headings_are_larger_and_notes_smaller() -> None:
    body = [line(100 + 14 * n, BODY, 10) for n in range(6)]
    heading, *_, running, note = sizes(
        line(40, "The early crossing", 15), *body, line(300, BODY, 8, stretched=0.98)
    )
    assert heading > 1.3 * running
    assert note < 0.9 * running


def test_a_line_spaced_out_to_fill_its_measure_is_no_heading() -> None:
    first = line(14, BODY, 10)
    loose = line(28, "whatever they call it in the capital", 10, right=first.box.x1)
    assert len(set(sizes(first, loose, line(42, BODY, 10)))) == 1


def test_a_loose_line_of_an_item_or_with_a_broken_word_is_no_heading() -> None:
    loose = [line(28, "• bread and salt and what", 12), line(56, "they carried from the ship-", 12)]
    assert len(set(sizes(line(0, BODY, 10), loose[0], line(42, BODY, 10), loose[1], line(70, BODY, 10)))) == 1


def test_code_in_a_wide_face_is_no_heap_of_headings() -> None:
    body = [line(14 * n, BODY, 10) for n in range(8)]
    code = [line(200 + 14 * n, f"total = add(total, values[{n}])" + "1" * n, 12.5) for n in range(4)]
    assert len(set(sizes(*body, *code))) == 1


def test_typed_pages_are_left_alone() -> None:
    typed = Page(1, 400, 600, (Line(1, Box(0, 0, 100, 10), "typed", 9.5),))
    assert settled([typed]) == [typed]
