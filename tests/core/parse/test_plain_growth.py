"""A long plain text can be heard from its beginning on, and what was told once stays so."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import BlockKind, Document
from yapit.core.parse import read_bytes
from yapit.core.parse.plain import grow
from yapit.core.parse.plain.growth import Growth
from yapit.core.parse.plain.windows import windows
from yapit.core.parse.source import Source


def novel(chapters: int) -> str:
    """Chapters of some 12,000 characters each."""
    sentence = (
        "The keeper of the light wrote down the weather[3] and\nwent up the stairs once more, number {}. "
    )
    texts = []
    for chapter in range(chapters):
        body = "\n\n".join(
            "".join(sentence.format(f"{chapter}-{part}-{at}") for at in range(4)) for part in range(30)
        )
        texts.append(f"CHAPTER {chapter + 1}\n\n{body}")
    return "\n\n".join(texts)


def grown(text: str) -> list[Document]:
    return list(grow(Source(text.encode(), "long.txt"), lambda done, total: None))


def test_the_first_page_is_told_before_the_others_are_read() -> None:
    done: list[int] = []
    documents = grow(Source(novel(200).encode(), "long.txt"), lambda part, total: done.append(part))
    first = next(documents)
    assert len(first.text) < 160_000
    assert done == [len(first.text)]


def test_each_document_begins_with_the_one_before() -> None:
    documents = grown(novel(100))
    assert 2 < len(documents) < 12
    for before, after in pairwise(documents):
        assert after.text.startswith(before.text)
        assert after.blocks[: len(before.blocks)] == before.blocks
        assert after.marks[: len(before.marks)] == before.marks
        assert after.chapters[: len(before.chapters)] == before.chapters


def test_the_last_is_the_whole_text_as_it_stands() -> None:
    text = novel(100)
    last = grown(text)[-1]
    assert last.text == text
    assert [chapter.title for chapter in last.chapters] == [f"CHAPTER {number + 1}" for number in range(100)]
    assert len(last.blocks) == 100 * 31
    assert read_bytes(text.encode(), "long.txt").blocks == last.blocks


def test_a_list_of_works_goes_on_over_all_parts() -> None:
    works = "\n\n".join(f"{number}. Holt, A. (1998). On rain, volume {number}." for number in range(9000))
    document = grown(f"{novel(1)}\n\nREFERENCES\n\n{works}")[-1]
    assert sum(block.kind is BlockKind.REFERENCE for block in document.blocks) == 9000


def test_a_licence_behind_a_long_book_is_no_part_of_it() -> None:
    head = "Light\n\nTitle: Light\n\n*** START OF THE PROJECT GUTENBERG EBOOK ***\n\n"
    foot = "\n\n*** END OF THE PROJECT GUTENBERG EBOOK ***\n\nThis eBook is for the use of anyone.\n"
    document = grown(f"{head}{novel(60)}{foot}")[-1]
    assert document.title == "Light"
    assert document.blocks[-1].kind is BlockKind.FURNITURE
    assert document.blocks[0].kind is BlockKind.FURNITURE


def test_the_headings_of_a_list_of_contents_are_found_far_below() -> None:
    titles = [f"of {word} and rain" for word in ("fog", "hail", "sleet")]
    contents = "Contents\n\n" + "\n".join(f"{title} ..... {at}" for at, title in enumerate(titles, 1))
    text = "\n\n".join([contents, *(f"{title}\n\n{novel(20)}" for title in titles)])
    found = [chapter.title for chapter in grown(text)[-1].chapters if not chapter.title.startswith("CHAPTER")]
    assert found[-3:] == titles


@pytest.mark.parametrize("text", ["\n", " ", "a\n", "x" * 79 + "\n", ".\n", "\t\n", "\r\n", "a\r", "- "])
def test_any_text_is_cut_at_once_and_whole(text: str) -> None:
    whole = text * (900_000 // len(text))
    begun = time.process_time()
    assert "".join(windows(whole)) == whole
    assert time.process_time() - begun < 5


ROWS = (
    "One two.\n", "\n", "CHAPTER 1\n", "    x = f(1);\n", "> cited\n", "a  b\tc\n", "- one\n", "im-\n",
    "portant\n", "[1]\n", "It ends[1].\n", "\f", "12\n", "| a | b |\n", "References\n",
)  # fmt: skip
texts = st.lists(st.sampled_from(ROWS), max_size=12).map("".join)


@given(st.lists(texts, min_size=1, max_size=4))
def test_however_a_text_is_cut_its_parts_make_a_document(parts: list[str]) -> None:
    growth = Growth()
    before = growth.document()
    for part in parts:
        growth.add(part)
        document = growth.document()
        assert document.text.startswith(before.text)
        assert document.blocks[: len(before.blocks)] == before.blocks
        before = document
