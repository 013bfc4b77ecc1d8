"""What is skipped is a span with a reason, for every reason and every level."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import Block, BlockKind, Document, Mark, MarkKind, Span
from yapit.core.hearing import LEVELS, Level, Reason
from yapit.core.skips import skips, skips_in

ALL = frozenset(Reason)


def skipped(text: str, *wanted: Reason, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    page = Document(text, (Block(Span(0, len(text)), kind),))
    return [skip.span.of(text) for skip in skips(page, frozenset(wanted) or ALL)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a_b?c=d#e for more.", " https://example.org/a_b?c=d#e"),
        ("It is at https://example.org/a.", " https://example.org/a"),
        ("(https://example.org/wiki/Mercury_(planet)) is it", "(https://example.org/wiki/Mercury_(planet))"),
        ("Write to jane.doe@example.org, please.", " jane.doe@example.org"),
        ("doi:10.1145/3411764.3445 says so", "doi:10.1145/3411764.3445"),
        ("It is arXiv:1706.03762v5.", " arXiv:1706.03762v5"),
        ("See www.example.org/x!", " www.example.org/x"),
    ],
)
def test_addresses_are_skipped_without_the_punctuation_after_them(text: str, address: str) -> None:
    found = skipped(text, Reason.ADDRESSES)
    assert [part.strip() for part in found] == [address.strip()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came (late) and left.", ["(late)"]),
        ("He came (late (as ever)).", [" (late (as ever))"]),
        ("the word(s) of it", []),
        ("(a) one and (ii) two", []),
        ("an open ( one", []),
        ("a closed ) one (here)", [" (here)"]),
    ],
)
def test_parentheses_are_skipped_as_a_whole(text: str, expected: list[str]) -> None:
    assert [part.strip() for part in skipped(text, Reason.PARENTHESES)] == [part.strip() for part in expected]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (BlockKind.RUNNING_HEAD, Reason.FURNITURE),
        (BlockKind.PAGE_NUMBER, Reason.FURNITURE),
        (BlockKind.FOOTNOTE, Reason.NOTES),
        (BlockKind.REFERENCE, Reason.REFERENCES),
        (BlockKind.CODE, Reason.CODE),
        (BlockKind.TABLE, Reason.TABLES),
        (BlockKind.CAPTION, Reason.CAPTIONS),
        (BlockKind.EQUATION, Reason.EQUATIONS),
    ],
)
def test_a_kind_of_block_is_skipped_for_its_own_reason_alone(kind: BlockKind, reason: Reason) -> None:
    assert skipped("Some words.", reason, kind=kind) == ["Some words."]
    assert skipped("Some words.", *(ALL - {reason}), kind=kind) == []


def test_running_text_is_never_skipped_as_a_whole() -> None:
    for kind in (
        BlockKind.TITLE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
    ):
        assert skipped("Some words.", kind=kind) == []


def test_a_citation_in_a_footnote_is_part_of_the_footnote() -> None:
    text = "See (Smith et al., 2020)."
    page = Document(text, (Block(Span(0, len(text)), BlockKind.FOOTNOTE),))
    (only,) = skips(page, ALL)
    assert (only.span, only.reason) == (Span(0, len(text)), Reason.NOTES)


def test_a_place_is_asked_for_its_skips() -> None:
    text = "One (two) three (four)."
    found = skips(Document(text, (Block(Span(0, len(text))),)), frozenset((Reason.PARENTHESES,)))
    assert [skip.span.of(text).strip() for skip in skips_in(found, Span(0, len(text)))] == ["(two)", "(four)"]
    assert not skips_in(found, Span(10, 15))
    assert [skip.span.of(text).strip() for skip in skips_in(found, Span(18, 19))] == ["(four)"]


TEXTS = st.lists(
    st.sampled_from(["word ", "(", ")", "[3]", "https://a.bc/d", " ", "3", "Smith, ", "2020", "x@y.zz", "."])
).map("".join)


@given(TEXTS, st.sets(st.integers(0, 80)), st.sampled_from(Level))
def test_skips_stand_in_order_and_never_overlap(text: str, places: set[int], level: Level) -> None:
    if not text:
        return
    marks = tuple(Mark(Span(at, at + 1), MarkKind.NOTE) for at in sorted(places) if at < len(text))
    page = Document(text, (Block(Span(0, len(text))),), marks=marks)
    for wanted in (LEVELS[level], ALL):
        at = 0
        for skip in skips(page, wanted):
            assert at <= skip.span.start < skip.span.end <= len(text)
            assert skip.reason in wanted
            at = skip.span.end
