"""What is left around a skip reads as a sentence."""

from __future__ import annotations

import time

import pytest

from yapit.core.document import Block, BlockKind, Document, Mark, MarkKind, Span, fill_gaps
from yapit.core.hearing import Reason
from yapit.core.skips import find, skips

CITATIONS = frozenset((Reason.CITATIONS,))


def document(text: str, *marked: str) -> Document:
    """A paragraph above a list of nine works."""
    whole, blocks = text, [Block(Span(0, len(text)))]
    for number in range(1, 10):
        entry = f"[{number}] Somebody. Something. 1999."
        blocks.append(Block(Span(len(whole) + 1, len(whole) + 1 + len(entry)), BlockKind.REFERENCE))
        whole += "\n" + entry
    marks = tuple(Mark(Span(text.index(m), text.index(m) + len(m)), MarkKind.CITATION) for m in marked)
    return Document(whole, tuple(blocks), fill_gaps(whole, blocks), marks=marks)


def left(page: Document, wanted: frozenset[Reason] = CITATIONS) -> str:
    """What of the paragraph is not skipped."""
    text, at = "", 0
    body = page.blocks[0].span
    for skip in skips(page, wanted):
        if skip.span.start < body.end:
            text += page.text[at : skip.span.start]
            at = skip.span.end
    return text + page.text[at : body.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It works [3].", "It works."),
        ("It works [3] , they say.", "It works, they say."),
        ("It works [1], [2] and [4].", "It works."),
        ("It works [1]–[3], and well.", "It works, and well."),
        ("It works (see [3]; cf. [4]).", "It works."),
        ("It works ( see [3] ).", "It works."),
        ("It works (Fig. 2, [3]).", "It works (Fig. 2)."),
        ("It works (n = 3; Smith & Bell, 2010).", "It works (n = 3)."),
        ("It works (Smith & Bell, 2010; see Table 2).", "It works (see Table 2)."),
        ("It works (Ito et al., 2010; Lee et al., 2011; see Table 2).", "It works (see Table 2)."),
        ("It works (Table 2; Ito et al., 2010; Lee et al., 2011).", "It works (Table 2)."),
        ("It works.[3] It is so.", "It works. It is so."),
        ("So did Rao et al. [3].", "So did Rao et al."),
        ("[3] It is so.", "It is so."),
        ("A word [3]next", "A word next"),
    ],
)
def test_no_bracket_comma_or_space_is_left_over(text: str, expected: str) -> None:
    assert left(document(text)) == expected


def test_brackets_around_what_the_source_marks_go_with_it() -> None:
    assert left(document("It works [3, 5].", "3", "5")) == "It works."
    assert left(document("It works (Smith 2010).", "Smith 2010")) == "It works."


def test_an_address_takes_the_words_along_that_only_lead_to_it() -> None:
    wanted = frozenset((Reason.ADDRESSES,))
    assert left(document("It is free (see https://example.org)."), wanted) == "It is free."
    text = "It is free (available at https://example.org/b, accessed 3 May 2020)."
    assert left(document(text), wanted) == "It is free."


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("It is shown in [3] that it works.", ["[3]"]),
        ("as shown by [3] and [5], it works [4].", ["[3] and [5]"]),
        ("[4] shows it. For example, [5] notes it.", ["[4]", "[5]"]),
        ("In contrast to (Smith & Bell, 2010), it works.", ["(Smith & Bell, 2010)"]),
        ("Harms et al. [8] were first; it works [3]; so it is [1].", ["[1]"]),
    ],
)
def test_a_citation_that_its_sentence_needs_is_not_skipped(text: str, needed: list[str]) -> None:
    found = find(document(text), CITATIONS)
    assert [span.of(text) for span in found.references] == needed


def test_a_bracket_that_never_closes_hides_no_parenthesis_after_it() -> None:
    wanted = frozenset((Reason.PARENTHESES,))
    assert left(document("A sad face :( and more (much more)."), wanted) == "A sad face :( and more."


@pytest.mark.parametrize("unit", ["a.", "((", "()", "https://a.b/))))", "(see [3]; ", "[3] and ", "in [3], "])
def test_no_text_takes_long(unit: str) -> None:
    page = document(unit * (200_000 // len(unit)))
    begun = time.process_time()
    find(page, frozenset(Reason))
    assert time.process_time() - begun < 5
