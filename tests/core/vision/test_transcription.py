"""A page that a model read is taken only where it lost no words and made none up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.core.vision.chat_server import ChatServer, chat_server
from yapit.core.document import Block, BlockKind, Chapter, Document, Mark, MarkKind, Span, fill_gaps
from yapit.core.vision.endpoint import Endpoint, Picture
from yapit.core.vision.transcription import Transcribed, hard_pages, transcribe

PARTS = (
    (BlockKind.HEADING, 1, "One"),
    (BlockKind.PARAGRAPH, 1, "Here the sum of all the snow is told in full."),
    (BlockKind.HEADING, 2, "Two"),
    (BlockKind.EQUATION, 2, "x = ∑ n i=1 2 (1)"),
    (BlockKind.PARAGRAPH, 2, "It holds for every winter that anyone remembers here."),
    (BlockKind.PAGE_NUMBER, 2, "2"),
    (BlockKind.HEADING, 3, "Three"),
)
GOOD = "# Two\n\n| n | x |\n|---|---|\n| 1 | 2 |\n\nIt holds for every winter that anyone *remembers* here."


def document() -> Document:
    text, blocks = "", []
    for kind, page, part in PARTS:
        blocks.append(Block(Span(len(text), len(text) + len(part)), kind, page=page))
        text += part + "\n\n"
    chapters = tuple(Chapter(title, 1, block) for title, block in (("One", 0), ("Two", 2), ("Three", 6)))
    mark = Mark(Span(text.index("sum"), text.index("sum") + 3), MarkKind.CODE)
    return Document(text, tuple(blocks), fill_gaps(text, blocks), (mark,), chapters=chapters, source="a.pdf")


@pytest.fixture
def read_as() -> Iterator[Callable[[str], Transcribed]]:
    with chat_server() as server:
        yield lambda answer: _ask(server, answer)


def _ask(server: ChatServer, answer: str) -> Transcribed:
    server.answer = lambda text: answer
    page = document()
    pictures = {number: Picture(b"png", "image/png") for number in hard_pages(page)}
    return transcribe(page, pictures, Endpoint(server.url, "eye"))


def texts(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def test_pages_with_formulas_that_nobody_can_read_are_hard() -> None:
    assert hard_pages(document()) == [2]


@pytest.mark.parametrize("fence", ["{}", "```markdown\n{}\n```"])
def test_a_faithful_transcription_takes_the_place_of_its_page(
    read_as: Callable[[str], Transcribed], fence: str
) -> None:
    done = read_as(fence.replace("{}", GOOD))
    assert done.rejected == ()
    kinds = [(block.kind, block.page) for block in done.document.blocks]
    assert (BlockKind.TABLE, 2) in kinds
    assert (BlockKind.EQUATION, 2) not in kinds
    assert (BlockKind.PAGE_NUMBER, 2) in kinds
    assert texts(done.document)[:2] == texts(document())[:2]
    assert done.document.marks[0].span.of(done.document.text) == "sum"


def test_chapters_still_begin_where_they_did(read_as: Callable[[str], Transcribed]) -> None:
    done = read_as(GOOD).document
    assert [texts(done)[chapter.block] for chapter in done.chapters] == ["One", "Two", "Three"]
    assert done.source == "a.pdf"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("# Two\n\nIt holds.", "left out"),
        (GOOD + "\n\nAnd then the whole village went to sea in a boat.", "is not on it"),
        ("I cannot read this page, sorry.", "left out"),
        ("***", "read nothing"),
    ],
)
def test_a_page_that_lost_or_gained_words_stays_as_it_was(
    read_as: Callable[[str], Transcribed], answer: str, reason: str
) -> None:
    done = read_as(answer)
    assert done.document == document()
    (rejected,) = done.rejected
    assert rejected.page == 2
    assert reason in rejected.reason
