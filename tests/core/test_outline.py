"""A document's chapters are where a reader would look for them, and say how long they take."""

from __future__ import annotations

import pytest

from yapit.core.document import Block, BlockKind, Chapter, Document, Span, fill_gaps
from yapit.core.outline import current, outline

PARTS = (
    (BlockKind.HEADING, 2, "One"),
    (BlockKind.PARAGRAPH, 0, "text of one"),
    (BlockKind.HEADING, 3, "One\n and a half"),
    (BlockKind.PARAGRAPH, 0, "more of it"),
    (BlockKind.HEADING, 2, "Two"),
    (BlockKind.PARAGRAPH, 0, "the end"),
)


def written(chapters: tuple[Chapter, ...] = ()) -> Document:
    text, blocks = "", []
    for kind, level, body in PARTS:
        start = len(text) + 2 if text else 0
        text += ("\n\n" if text else "") + body
        blocks.append(Block(Span(start, len(text)), kind, level))
    return Document(text, tuple(blocks), fill_gaps(text, blocks), chapters=chapters)


def test_headings_make_an_outline_where_the_source_has_none() -> None:
    entries = outline(written())
    assert [(entry.title, entry.level) for entry in entries] == [
        ("One", 1),
        ("One and a half", 2),
        ("Two", 1),
    ]


def test_the_chapters_that_the_source_names_come_first() -> None:
    (entry,) = outline(written((Chapter("The second", 1, 4),)))
    assert entry.title == "The second"
    assert entry.span.start == written().text.index("Two")


def test_a_chapter_ends_where_the_next_of_its_level_begins() -> None:
    document = written()
    one, half, two = outline(document)
    assert one.span.end == half.span.end == two.span.start
    assert two.span.end == len(document.text)


def test_its_share_is_that_of_what_is_spoken() -> None:
    document = written()
    two = document.text.index("Two")
    one, _, other = outline(document, lambda place: 0 if place < two else 10 if place == two else 40)
    assert one.share == pytest.approx(0.25)
    assert other.share == pytest.approx(0.75)


def test_a_place_is_in_the_innermost_chapter() -> None:
    document = written()
    entries = outline(document)
    assert entries[current(entries, document.text.index("more"))].title == "One and a half"
    assert current(entries, 0) == 0
    assert current((), 5) == -1
