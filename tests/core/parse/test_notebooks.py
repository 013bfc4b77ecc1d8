"""Notebooks: text is read, programs are shown."""

from __future__ import annotations

import json

import pytest

from yapit.core.document import BlockKind, MarkKind
from yapit.core.errors import YapitError
from yapit.core.parse import read_bytes

Kind = BlockKind


def blocks(notebook: object, name: str = "a.ipynb") -> list[tuple[BlockKind, str]]:
    document = read_bytes(json.dumps(notebook).encode(), name)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


OUTPUTS = [
    {"output_type": "stream", "text": ["\x1b[31m1\x1b[0m\n", "2\n"]},
    {"output_type": "execute_result", "data": {"text/latex": "$x^2$", "text/plain": "x"}},
    {"output_type": "error", "ename": "ValueError", "evalue": "no boat"},
]
NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "source": ["# River\n", "\n", "It *rose* by $a_1$."]},
        {"cell_type": "code", "source": "print(1)", "outputs": OUTPUTS},
        {"cell_type": "raw", "source": "raw"},
    ],
    "metadata": {"title": "Boats", "authors": [{"name": "Ida Marsh"}]},
    "nbformat": 4,
}


@pytest.mark.parametrize("name", ["a.ipynb", ""])
def test_text_cells_are_read_and_programs_and_their_output_are_code(name: str) -> None:
    assert blocks(NOTEBOOK, name) == [
        (Kind.HEADING, "River"),
        (Kind.PARAGRAPH, "It rose by a₁."),
        (Kind.CODE, "print(1)"),
        (Kind.CODE, "1\n2"),
        (Kind.EQUATION, "x²"),
        (Kind.CODE, "ValueError: no boat"),
    ]


def test_a_notebook_says_who_wrote_it() -> None:
    document = read_bytes(json.dumps(NOTEBOOK).encode(), "a.ipynb")
    assert (document.title, document.author) == ("Boats", "Ida Marsh")
    assert [mark.kind for mark in document.marks] == [MarkKind.MATH, MarkKind.MATH]


def test_version_3_is_read() -> None:
    cells = [{"cell_type": "heading", "level": 2, "source": "River"}, {"cell_type": "code", "input": "x = 1"}]
    assert blocks({"worksheets": [{"cells": cells}], "nbformat": 3}) == [
        (Kind.HEADING, "River"),
        (Kind.CODE, "x = 1"),
    ]


@pytest.mark.parametrize(
    "data", [b"[" * 100_000, b"{}", b"[1]", b'{"cells": 3}', b'{"cells": [1, {}]}', b"{"]
)
def test_what_is_no_notebook_is_refused(data: bytes) -> None:
    with pytest.raises(YapitError) as error:
        read_bytes(data, "a.ipynb")
    assert error.value.cure
