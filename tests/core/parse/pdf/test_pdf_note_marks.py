"""Raised numbers: those that point to notes are marked, those that are powers are part of what is said."""

from __future__ import annotations

import pytest

from yapit.core.document import Box
from yapit.core.parse.pdf.spans import Run, line_of

BOX = Box(0, 0, 100, 12)


def marks(*pieces: str) -> list[str]:
    """The note marks of a line whose every second piece is raised."""
    runs = [
        Run(text, 7.0 if index % 2 else 10.0, 96.0 if index % 2 else 100.0)
        for index, text in enumerate(pieces)
    ]
    line = line_of(1, BOX, runs)
    assert line is not None
    assert line.text == "".join(pieces)
    return [span.of(line.text) for span in line.notes]


@pytest.mark.parametrize(
    "pieces",
    [
        ("It was said before", "1", " and again."),
        ("It was said before.", "12", " And again."),
        ("as many have found,", "3–5", " it is so"),
        ("in the paper", "[7]", " of last year"),
        ("the ferryman", "∗", " said"),
        ("he “knew”", "4", " it"),
        ("in 1953.", "2", " Then"),
        ("as it is", "9", " now"),
    ],
)
def test_a_raised_number_after_a_word_is_a_note_mark(pieces: tuple[str, ...]) -> None:
    assert marks(*pieces) == [pieces[1]]


@pytest.mark.parametrize(
    "pieces",
    [
        ("an area of 12 m", "2", " and more"),
        ("an area of 12 km", "2", " and more"),
        ("about 10", "6", " of them"),
        ("where x", "2", " is small"),
        ("by (1 + b)", "2", " at most"),
        ("the 1", "st", " of May"),
        ("the sin", "2", " of it"),
    ],
)
def test_powers_and_units_are_no_note_marks(pieces: tuple[str, ...]) -> None:
    assert marks(*pieces) == []


def test_a_small_number_below_the_line_is_no_note_mark() -> None:
    line = line_of(1, BOX, [Run("carbon", 10.0, 100.0), Run("2", 7.0, 102.0)])
    assert line is not None
    assert line.notes == ()
