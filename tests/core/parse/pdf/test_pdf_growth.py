"""A long document can be heard from its first pages on, and what was told once stays so."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.core.parse.pdf.reading_made import book
from yapit.core.document import Document
from yapit.core.parse.pdf import grow, parse
from yapit.core.parse.source import Source


def grown(pages: int) -> tuple[list[Document], list[int]]:
    """The documents, and how many pages had been read when each was told."""
    read = 0

    def count(done: int, total: int | None) -> None:
        nonlocal read
        read = done + 1

    maker = book(pages)
    for number in range(pages):
        maker.file[number].insert_text((50, 470), f"Here ends the part that has the number {number}.")
    found = [(document, read) for document in grow(Source(maker.bytes(), "long.pdf"), count)]
    return [document for document, _ in found], [done for _, done in found]


def test_the_first_pages_are_told_before_the_others_are_read() -> None:
    documents, read = grown(200)
    assert read[0] < 20
    assert documents[0].blocks[-1].page is not None
    assert read[-1] == 200


def test_each_document_begins_with_the_one_before() -> None:
    documents, _ = grown(200)
    assert len(documents) > 2
    for before, after in pairwise(documents):
        assert after.text.startswith(before.text)
        assert after.blocks[: len(before.blocks)] == before.blocks
        assert after.marks[: len(before.marks)] == before.marks


def test_the_last_is_the_whole_and_always_the_same() -> None:
    data = Source(book(120).bytes(), "long.pdf")
    last = list(grow(data, lambda done, total: None))[-1]
    assert parse(data, lambda done, total: None) == last
    assert {block.page for block in last.blocks} == set(range(1, 121))


@pytest.mark.parametrize("pages", [1, 40, 41])
def test_no_page_is_lost_between_windows(pages: int) -> None:
    documents, _ = grown(pages)
    for number in range(pages):
        assert f"the number {number}." in documents[-1].text
