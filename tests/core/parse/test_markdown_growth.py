"""A long Markdown text can be heard from its first sections on, and what was told once stays so."""

from __future__ import annotations

from itertools import pairwise

from yapit.core.document import BlockKind, Document
from yapit.core.parse.markdown import grow, parse
from yapit.core.parse.markdown.sections import sections
from yapit.core.parse.source import Source


def manual(sections: int) -> str:
    """Sections of some 2,000 characters each, with a program that has a comment after a blank line."""
    body = "It is *said* in [the book][book], and `x` is so. " * 20
    program = "```python\nx = 1\n\n# no heading\n```"
    comment = "<!-- hidden\n\n# no heading either\n-->"
    return "\n\n".join(
        f"## Section {number}\n\n{body}\n\n- one\n- two\n\n{program}\n\n{comment}"
        for number in range(sections)
    )


def grown(text: str) -> list[Document]:
    return list(grow(Source(text.encode(), "long.md"), lambda done, total: None))


TEXT = f"# Manual\n\n{manual(300)}\n\n[book]: https://example.org/book\n"


def test_the_first_page_is_told_before_the_others_are_read() -> None:
    done: list[int] = []
    first = next(grow(Source(TEXT.encode(), "long.md"), lambda part, total: done.append(part)))
    assert done[0] < 60_000
    assert len(done) == 1
    assert "in the book, and x" in first.text, "where a link leads is told at the very end"


def test_each_document_begins_with_the_one_before() -> None:
    documents = grown(TEXT)
    assert 3 < len(documents) < 12
    for before, after in pairwise(documents):
        assert after.text.startswith(before.text)
        assert after.blocks[: len(before.blocks)] == before.blocks
        assert after.marks[: len(before.marks)] == before.marks


def test_no_section_is_lost_and_no_comment_read() -> None:
    last = grown(TEXT)[-1]
    headings = [block.span.of(last.text) for block in last.blocks if block.kind is BlockKind.HEADING]
    assert headings == ["Manual", *(f"Section {number}" for number in range(300))]
    assert sum(block.kind is BlockKind.CODE for block in last.blocks) == 300
    assert "no heading either" not in last.text
    assert parse(Source(TEXT.encode(), "long.md"), lambda done, total: None) == last


def test_a_text_with_notes_is_read_in_one_go() -> None:
    assert len(list(sections(f"A word[^1].\n\n{TEXT}\n\n[^1]: A note."))) == 1


def test_parts_make_up_the_whole() -> None:
    assert "".join(sections(TEXT)) == TEXT
    assert len(list(sections(TEXT))) > 3
    assert "".join(sections(TEXT.replace("\n", "\r\n"))) == TEXT.replace("\n", "\r\n")
    assert len(list(sections(TEXT.replace("\n", "\r\n")))) > 3
