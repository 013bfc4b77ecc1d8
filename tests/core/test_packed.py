"""A document that is kept comes back as it was, and damage is told from it."""

from __future__ import annotations

import contextlib
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import Block, BlockKind, Box, Chapter, Document, Gap, Mark, MarkKind, Span
from yapit.core.errors import CacheError
from yapit.core.packed import begins_with, pack, unpack

texts = st.text(st.characters(), min_size=1, max_size=8)
boxes = st.lists(st.builds(Box, *[st.floats(allow_nan=False)] * 4), max_size=3).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text, blocks, gaps, marks, chapters = "", [], [], [], []
    for body in draw(st.lists(texts, max_size=6)):
        span = Span(len(text), len(text) + len(body))
        text += body
        if draw(st.booleans()):
            gaps.append(Gap(span, draw(texts)))
            continue
        page = draw(st.none() | st.integers(1, 9999))
        kind = draw(st.sampled_from(BlockKind))
        blocks.append(Block(span, kind, draw(st.integers(0, 9)), page, draw(boxes)))
        if draw(st.booleans()):
            marks.append(Mark(span, draw(st.sampled_from(MarkKind)), draw(st.just("") | texts)))
            chapters.append(Chapter(draw(texts), 1, len(blocks) - 1))
    title, author, language, source = (draw(texts) for _ in range(4))
    return Document(
        text,
        tuple(blocks),
        tuple(gaps),
        tuple(marks),
        title=title,
        author=author,
        language=language,
        source=source,
        chapters=tuple(chapters),
        seams=tuple(span.start + 1 for span in (block.span for block in blocks) if len(span) > 1),
    )


@given(documents())
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    assert unpack(pack(document)) == document


@given(documents(), documents())
def test_what_a_longer_one_adds_is_all_it_takes(before: Document, more: Document) -> None:
    at, first = len(before.text), len(before.blocks)
    longer = Document(
        before.text + more.text,
        (*before.blocks, *(replace(block, span=block.span.shift(at)) for block in more.blocks)),
        (*before.gaps, *(Gap(gap.span.shift(at), gap.reason) for gap in more.gaps)),
        (*before.marks, *(mark.shift(at) for mark in more.marks)),
        title=more.title,
        chapters=tuple(replace(chapter, block=chapter.block + first) for chapter in more.chapters),
        seams=(*before.seams, *(seam + at for seam in more.seams)),
    )
    assert begins_with(longer, before)
    assert unpack(pack(longer, before, level=0), before) == longer


@given(documents(), st.data())
def test_whatever_became_of_its_bytes_is_an_error_or_a_document(
    document: Document, data: st.DataObject
) -> None:
    whole = bytearray(zlib.decompress(pack(document)))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] = data.draw(st.integers(0, 255))
    with contextlib.suppress(CacheError):
        assert isinstance(unpack(zlib.compress(bytes(whole))), Document)


@given(st.binary())
def test_any_other_bytes_are_an_error(data: bytes) -> None:
    with pytest.raises(CacheError):
        unpack(data)


def test_half_of_it_is_an_error() -> None:
    data = pack(Document("One.", (Block(Span(0, 4)),)))
    with pytest.raises(CacheError):
        unpack(data[: len(data) // 2])
