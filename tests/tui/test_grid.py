"""A table looks like one, at any width, and each of its characters is where it can be pointed at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import Block, BlockKind, Document, Span
from yapit.tui.grid import fit
from yapit.tui.items import Items
from yapit.tui.layout import Layout
from yapit.tui.sheet import Format

SHIPS = "Ship\tHarbour it came from\tTons\nAurora\tA small place in the north\t1,200\nBoreas\tHull\t85"
cell = st.text("abc déf漢12.,%$", max_size=12)
tables = st.lists(st.lists(cell, min_size=1, max_size=6), min_size=1, max_size=8)


def table(text: str, width: int, heads: int = 1) -> Layout:
    document = Document(text, (Block(Span(0, len(text)), BlockKind.TABLE, heads),))
    return Layout(Items(document), Format(width))


def shown(layout: Layout) -> list[str]:
    return [(line.lead + line.text).rstrip() for line in layout.lines()][1:]  # the first is blank


def test_columns_are_aligned_and_numbers_stand_to_the_right() -> None:
    assert shown(table(SHIPS, 60)) == [
        "Ship    Harbour it came from         Tons",
        "─────────────────────────────────────────",
        "Aurora  A small place in the north  1,200",
        "Boreas  Hull                           85",
    ]


def test_a_cell_too_wide_for_its_column_is_wrapped_within_it() -> None:
    assert shown(table(SHIPS, 32)) == [
        "Ship    Harbour it came     Tons",
        "        from",
        "────────────────────────────────",
        "Aurora  A small place in   1,200",
        "        the north",
        "Boreas  Hull                  85",
    ]


def test_where_columns_would_be_too_narrow_the_cells_stand_below_one_another() -> None:
    assert shown(table(SHIPS, 18)) == [
        "Ship",
        "  Harbour it came",
        "  from",
        "  Tons",
        "Aurora",
        "  A small place in",
        "  the north",
        "  Tons: 1,200",
        "Boreas",
        "  Hull",
        "  Tons: 85",
    ]


def test_the_heads_are_set_off() -> None:
    lines = list(table(SHIPS, 60).lines())
    assert [line.is_head for line in lines] == [False, True, True, False, False]


def test_a_word_is_found_in_the_wrapped_part_of_its_cell() -> None:
    layout = table(SHIPS, 32)
    at = SHIPS.index("north")
    x, y = layout.position_of(at)
    assert layout.line(y).text[layout.line(y).index_of(at) :].startswith("north")
    assert layout.offset_at(x, y) == at
    assert layout.line_at(SHIPS.index("1,200")) == y - 1


def test_all_lines_of_a_row_are_drawn_again_when_any_of_it_is_lit() -> None:
    layout = table(SHIPS, 32)
    start = SHIPS.index("Aurora")
    assert len(layout.lines_of(Span(start, start + 6))) == 2


@given(tables, st.integers(10, 60), st.integers(0, 2))
def test_every_character_of_a_table_is_on_the_page_once(
    rows: list[list[str]], width: int, heads: int
) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    if not text.strip():
        return
    layout = table(text, width, heads)
    drawn = sorted(
        offset
        for line in layout.lines()
        for offset, character in zip(line.offsets, line.text, strict=False)
        if not character.isspace()
    )
    assert drawn == [i for i, character in enumerate(text) if not character.isspace()]
    for offset in drawn:
        assert layout.offset_at(*layout.position_of(offset)) == offset


@given(st.lists(st.integers(2, 80), min_size=1, max_size=8), st.integers(10, 120))
def test_columns_never_take_more_than_there_is(natural: list[int], room: int) -> None:
    fitted = fit(natural, room)
    assert sum(fitted) <= room or not fitted
    if sum(natural) <= room:
        assert fitted == tuple(natural)
