"""reStructuredText: heard as the page that is made of it, and no file is opened for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.errors import YapitError
from yapit.core.parse import read_bytes

Kind = BlockKind


def outcome(reading: Callable[[], Document]) -> object:
    """What was read, or the cure where it was refused; nothing else may happen."""
    try:
        return reading()
    except YapitError as error:
        return error.cure


def parsed(text: str, name: str = "a.rst") -> Document:
    return read_bytes(text.encode(), name)


def blocks(text: str) -> list[tuple[BlockKind, int, str]]:
    document = parsed(text)
    return [(block.kind, block.level, block.span.of(document.text)) for block in document.blocks]


def test_title_authors_and_depths_of_sections() -> None:
    text = (
        "River\n=====\n\n:Author: Ida Marsh\n\nOne\n---\n\nRose.\n\nTwo\n~~~\n\nFell.\n\n"
        "Three\n-----\n\nEnd.\n"
    )
    document = parsed(text)
    assert (document.title, document.author) == ("River", "Ida Marsh")
    assert [(c.title, c.level) for c in document.chapters] == [("One", 1), ("Two", 2), ("Three", 1)]


def test_running_text_has_its_marks() -> None:
    text = (
        "It rose [1]_ as :math:`a_1` says [Reed]_ with ``x``.\n\n.. [1] For days.\n.. [Reed] Reed, Boats.\n"
    )
    document = parsed(text)
    assert [(mark.kind, mark.span.of(document.text), mark.source) for mark in document.marks] == [
        (MarkKind.NOTE, "[1]", ""),
        (MarkKind.MATH, "a₁", "a_1"),
        (MarkKind.CITATION, "[Reed]", ""),
        (MarkKind.CODE, "x", ""),
    ]
    assert blocks(text)[1:] == [(Kind.FOOTNOTE, 0, "For days."), (Kind.REFERENCE, 0, "Reed, Boats.")]


def test_lists_code_formulas_tables_and_pictures_are_told_apart() -> None:
    text = (
        "1. one\n\n   - two\n\nSo::\n\n   x = 1\n\n.. math::\n\n   x^2\n\n"
        "==== ====\nYear Snow\n==== ====\n1891 deep\n==== ====\n\n.. figure:: a.png\n   :alt: "
        "Boat\n\n   Caption.\n"
    )
    assert blocks(text) == [
        (Kind.LIST_ITEM, 1, "1. one"),
        (Kind.LIST_ITEM, 2, "two"),
        (Kind.PARAGRAPH, 0, "So:"),
        (Kind.CODE, 0, "x = 1"),
        (Kind.EQUATION, 0, "x²"),
        (Kind.TABLE, 1, "Year\tSnow\n1891\tdeep"),
        (Kind.CAPTION, 0, "Boat"),
        (Kind.CAPTION, 0, "Caption."),
    ]


def test_roles_and_directives_of_sphinx_lose_their_signs_and_keep_their_text() -> None:
    text = (
        "See :ref:`the page <x>` and :py:func:`~a.boat`.\n\n.. toctree::\n\n   other\n\n"
        ".. strange:: Title\n   :opt: 3\n\n   Its *content*.\n"
    )
    assert [found[2] for found in blocks(text)] == ["See the page and boat.", "Title", "Its content."]


def test_no_file_is_opened_and_nothing_raw_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    text = (
        f"Word.\n\n.. include:: {secret}\n\n.. raw:: html\n   :file: {secret}\n\n.. "
        f"csv-table::\n   :file: {secret}\n"
    )
    assert "secret" not in parsed(text).text


def test_rst_from_a_pipe_is_known_by_its_signs() -> None:
    text = "River\n=====\n\n.. note:: Mind *it*.\n"
    assert parsed(text, "").text == "River\n\nMind it."


@pytest.mark.parametrize("piece", ["a_ ", "[1]_ ", "`a <", "+--", "lost_\n"])
def test_a_paragraph_that_would_take_hours_is_read_as_it_stands(piece: str) -> None:
    began = time.process_time()
    document = parsed(f"Words.\n\n{piece * (100_000 // len(piece))}")
    assert document.text.startswith("Words.")
    assert piece.strip() in document.text
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "piece", ["* ", "`", "|", ".. x::\n\n   ", "[1]_ ", "``", ":a:`", "=\n", "> ", "+-+\n"]
)
def test_a_long_row_of_anything_is_read_soon_or_refused(piece: str) -> None:
    assert outcome(lambda: parsed("word " + piece * (20_000 // len(piece))))


def test_depth_without_end_is_refused() -> None:
    text = "".join(f"{'  ' * depth}- a\n\n" for depth in range(400))
    with pytest.raises(YapitError, match="nested too deeply"):
        parsed(text)


PIECES = st.lists(
    st.sampled_from([
        "word ", "\n", "\n\n", "=====\n", "- ", "  ", ".. note:: ", ".. x:: ", "[1]_", ".. [1] ", "``",
        "`a`_", "|a|",
        ":math:`x`", "::\n\n   code\n", "== ==\n", "+--+\n", "| ", ":a: b\n", ".. image:: x\n", "*a*",
        "`", "_", "..\n",
    ]),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(text=PIECES)
def test_any_text_is_read_or_refused(text: str) -> None:
    assert outcome(lambda: parsed("word\n\n" + text))
