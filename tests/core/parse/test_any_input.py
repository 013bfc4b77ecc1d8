"""Promises that hold for every text and for any bytes at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.parse import documents_made as made
from yapit.core.document import BlockKind, Document, MarkKind, word_spans
from yapit.core.errors import YapitError
from yapit.core.parse import read, read_bytes
from yapit.core.skips import BLOCK_REASONS

SAMPLES = Path(__file__).resolve().parents[3] / "docs" / "samples"

TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
        st.sampled_from("\n\n\n \t\f\r#*_-`>|[]()<&;.=1a\u00ad\u2028"),
    ),
    max_size=300,
)
PIECES = st.lists(st.sampled_from([
    "# ", "- ", "1. ", "> ", "\n", "\n\n", "    ", "```\n", "|a|b|\n|-|-|\n",
    "[^1]", "[^1]: ", "---\n", "<b>", "</b>", "<!--", "-->", "word ", "two words. ",
    "*", "**", "<p>", "<li>", "<ul>", "</ul>", "<table><tr><td>", "</table>", "<br>",
    "&amp;", "&nbsp;", "<sup><a href='#1'>", "<pre>", "</pre>", "<h2>", "</h2>", "<img alt='x'>",
    "CHAPTER I\n",
]), max_size=40).map("".join)  # fmt: skip


def outcome(data: bytes, name: str = "") -> Document | str:
    """What was read, or the cure where it was refused; nothing else may happen."""
    try:
        return read_bytes(data, name)
    except YapitError as error:
        return error.cure


def spoken(document: Document) -> list[str]:
    said = (b for b in document.blocks if b.kind not in BLOCK_REASONS or b.kind is BlockKind.TABLE)
    text = document.text.lower()
    for mark in document.marks:
        if mark.kind is MarkKind.NOTE:
            text = text[: mark.span.start] + " " * len(mark.span) + text[mark.span.end :]
    return [word.of(text) for block in said for word in word_spans(text, block.span)]


@pytest.mark.parametrize("name", ["", "a.txt", "a.md", "a.html"])
@settings(max_examples=60, deadline=None)
@given(text=TEXTS | PIECES)
def test_any_text_becomes_a_whole_document_or_is_refused(name: str, text: str) -> None:
    found = outcome(text.encode(), name)
    assert found, "a refusal says what to do"
    if isinstance(found, Document):
        assert found.blocks
        assert all(block.span.of(found.text).strip() for block in found.blocks)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS.filter(lambda text: any(map(str.isalnum, text)) and not {*"\x1b\b"} & {*text}))
def test_every_character_of_a_plain_text_is_in_a_block(text: str) -> None:
    found = outcome(text.encode(), "a.txt")
    if isinstance(found, Document):  # else it has too many control characters for a text
        assert Counter(filter(str.isalnum, found.text)) == Counter(filter(str.isalnum, text))
        assert not any(gap.span.of(found.text).strip() for gap in found.gaps)


@pytest.mark.parametrize("start", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe"])
@settings(max_examples=25, deadline=None)
@given(data=st.binary(min_size=1, max_size=400), name=st.sampled_from(["", "a.pdf", "a.epub", "a.html"]))
def test_any_bytes_are_read_or_refused(start: bytes, data: bytes, name: str) -> None:
    assert outcome(start + data, name)


@pytest.mark.parametrize("make", [made.epub, made.pdf_of_text])
@settings(max_examples=25, deadline=None)
@given(at=st.floats(0, 1), junk=st.binary(min_size=1, max_size=30))
def test_a_damaged_file_is_read_or_refused(make: Callable[[], bytes], at: float, junk: bytes) -> None:
    data = bytearray(make())
    place = int(at * (len(data) - 1))
    data[place : place + len(junk)] = junk
    assert outcome(bytes(data))


def test_one_text_is_spoken_alike_from_every_format() -> None:
    makers = (made.plain, made.markdown, made.html, made.epub, made.pdf_of_text)
    said = [spoken(read_bytes(make())) for make in makers]
    assert len(said[0]) > 50
    assert all(words == said[0] for words in said)


def test_the_sample_is_spoken_alike_from_the_page_and_from_markdown() -> None:
    page, source = read(SAMPLES / "listening.pdf"), read(SAMPLES / "listening.md")
    assert spoken(page) == spoken(source)
    assert [b.kind for b in page.blocks if b.kind is BlockKind.FOOTNOTE] == [BlockKind.FOOTNOTE]
    assert (page.title, page.author, page.language) == (source.title, source.author, source.language)
    assert [c.title for c in page.chapters] == [c.title for c in source.chapters]
    assert (SAMPLES / "listening.pdf").stat().st_size < 100_000
