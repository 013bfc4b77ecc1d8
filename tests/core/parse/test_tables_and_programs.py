"""Tables and programs as files of their own: one block, which is announced."""

from __future__ import annotations

import pytest

from yapit.core.document import BlockKind
from yapit.core.errors import YapitError
from yapit.core.parse import read_bytes


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", 'Year,Snow\n1891,"deep, and\nlong"\n'),
        ("a.csv", 'Year;Snow\n1891;"deep, and long"\n'),
        ("a.tsv", "Year\tSnow\n1891\tdeep, and long\n"),
    ],
)
def test_a_table_is_rows_and_cells_with_its_head(name: str, data: str) -> None:
    document = read_bytes(data.encode(), name)
    (block,) = document.blocks
    assert (block.kind, block.level) == (BlockKind.TABLE, 1)
    assert document.text == "Year\tSnow\n1891\tdeep, and long"
    assert document.title == "a"


def test_a_first_row_with_numbers_is_no_head() -> None:
    assert read_bytes(b"1891,deep\n1892,none\n", "a.csv").blocks[0].level == 0


def test_a_program_is_one_block_of_code() -> None:
    document = read_bytes(b"def boat():\n\n    return 1\n", "boat.py")
    assert [block.kind for block in document.blocks] == [BlockKind.CODE]
    assert (document.text, document.title) == ("def boat():\n\n    return 1", "boat.py")


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(YapitError) as error:
        read_bytes(b'a,"' + b"x" * 200_000, "a.csv")
    assert error.value.cure
