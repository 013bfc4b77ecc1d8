from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import Block, Document, Gap, Span, fill_gaps, word_spans


def test_a_document_with_a_character_in_no_block_and_no_gap_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="in no block and no gap"):
        Document("ab cd", (Block(Span(0, 2)), Block(Span(3, 5))))


def test_a_document_with_a_character_in_two_blocks_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="or in two"):
        Document("abcd", (Block(Span(0, 3)), Block(Span(2, 4))))


def test_text_after_the_last_block_must_be_named() -> None:
    with pytest.raises(ValueError, match="4 characters, blocks and gaps hold 2"):
        Document("abcd", (Block(Span(0, 2)),))


def test_gaps_of_white_space_and_of_markup_are_told_apart() -> None:
    blocks = [Block(Span(2, 4)), Block(Span(6, 8))]
    assert fill_gaps("# ab\n\ncd--", blocks) == (
        Gap(Span(0, 2), "markup"),
        Gap(Span(4, 6), "space"),
        Gap(Span(8, 10), "markup"),
    )


@given(st.text(), st.data())
def test_blocks_and_their_gaps_always_make_a_document(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)))))
    spans = [Span(a, b) for a, b in pairwise(cuts)]
    blocks = tuple(Block(span) for span in spans[::2])
    document = Document(text, blocks, fill_gaps(text, blocks))
    parts = sorted([b.span for b in document.blocks] + [g.span for g in document.gaps])
    assert "".join(span.of(text) for span in parts) == text


def test_the_digest_is_of_the_text_whatever_the_file_is_called() -> None:
    one = Document("same", (Block(Span(0, 4)),), title="a", source="a.txt")
    two = Document("same", (Block(Span(0, 4)),), title="b", source="b.md")
    assert one.digest == two.digest
    assert one.digest != Document("other", (Block(Span(0, 5)),)).digest


def test_a_character_between_blocks_belongs_to_the_block_before_it() -> None:
    blocks = (Block(Span(0, 2)), Block(Span(4, 6)))
    document = Document("ab  cd", blocks, fill_gaps("ab  cd", blocks))
    assert [document.block_at(offset) for offset in range(6)] == [0, 0, 0, 0, 1, 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said, "well-known" (twice).', ["He", "said", "well-known", "twice"]),
        ("don’t—can't – won't", ["don’t", "can't", "won't"]),
        ("It cost $1,250.50 *** or 5%!", ["It", "cost", "$1,250.50", "or", "5%"]),
        ("C++ and C# & R", ["C++", "and", "C#", "&", "R"]),
        ("… — …", []),
    ],
)
def test_words_are_what_a_reader_calls_words(text: str, words: list[str]) -> None:
    assert [span.of(text) for span in word_spans(text)] == words


@given(st.text())
def test_every_letter_and_digit_is_in_exactly_one_word(text: str) -> None:
    inside = [i for span in word_spans(text) for i in range(span.start, span.end)]
    assert len(inside) == len(set(inside))
    assert {i for i, c in enumerate(text) if c.isalnum()} <= set(inside)
