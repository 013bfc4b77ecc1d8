"""What is worked out while a document grows is what would be worked out of it as a whole."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import Block, BlockKind, Document, Mark, MarkKind, Span, fill_gaps
from yapit.core.growth import growing
from yapit.core.hearing import LEVELS, Hearing, Level
from yapit.core.places import Places
from yapit.core.script import Script

SENTENCES = (
    "It was so [3].",
    "The sum is x.",
    "As Holt (2019) shows, it rained (Holt, 2019).",
    "Two came [4, 5] and one (6) stayed (2, 3).",
    "See https://example.org/a for more",
    "[3] Holt, A. (2019). On rain.",
    "* * *",
    "one two three, four five six, seven eight nine, ten eleven twelve, and so on to the end of it.",
)
KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.REFERENCE, BlockKind.CODE, BlockKind.FURNITURE)
parts = st.lists(
    st.tuples(
        st.sampled_from(KINDS), st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
    ),
    min_size=1,
    max_size=12,
)
hearings = st.sampled_from([Hearing(skip=LEVELS[level]) for level in Level])


def written(*parts: tuple[BlockKind, str]) -> Document:
    text, blocks, marks = "", [], []
    for kind, body in parts:
        start = len(text) + 2 if text else 0
        text += ("\n\n" if text else "") + body
        blocks.append(Block(Span(start, len(text)), kind))
        if (at := body.find("x.")) >= 0:
            marks.append(Mark(Span(start + at, start + at + 1), MarkKind.MATH, "x^2"))
    return Document(text, tuple(blocks), fill_gaps(text, blocks), tuple(marks))


def paragraphs(count: int) -> Document:
    return written(*[(BlockKind.PARAGRAPH, f"Paragraph number {at}. And more of it.") for at in range(count)])


@given(parts, st.lists(st.integers(1, 12)).map(sorted), hearings, st.integers(20, 100))
def test_however_a_document_grew_the_same_is_heard(
    whole: list[tuple[BlockKind, str]], cuts: list[int], hearing: Hearing, limit: int
) -> None:
    documents = [written(*whole[:cut]) for cut in [*cuts, len(whole)]]
    *_, last = growing(documents, lambda: hearing, limit)
    script = Script(documents[-1], hearing)
    assert last.places.chunks == script.chunks(limit)
    assert last.skips == script.skips
    assert steps(last.places) == steps(Places(script.chunks(limit)))


def steps(places: Places) -> list[object]:
    """All that can be asked of each place."""
    if not places.chunks:
        return []
    return [
        (places.sentence_at(at), places.sentence_after(at), places.block_after(at), places.chars_before(at))
        for at in range(places.chunks[-1].span.end)
    ]


@given(parts, parts, hearings)
def test_what_was_known_of_another_document_is_not_taken_for_this_one(
    one: list[tuple[BlockKind, str]], other: list[tuple[BlockKind, str]], hearing: Hearing
) -> None:
    before = Script(written(*one), hearing)
    before.chunks(60)
    document = written(*other)
    assert Script(document, hearing, before=before).chunks(60) == Script(document, hearing).chunks(60)


def test_a_last_paragraph_that_goes_on_is_heard_to_its_end() -> None:
    one = written((BlockKind.PARAGRAPH, "First."), (BlockKind.PARAGRAPH, "The end is"))
    other = written((BlockKind.PARAGRAPH, "First."), (BlockKind.PARAGRAPH, "The end is near. Run."))
    *_, last = growing([one, other], lambda: Hearing(), 100)
    assert [chunk.text for chunk in last.places.chunks] == ["First.", "The end is near.", "Run."]


def test_the_beginning_of_a_long_document_is_there_before_the_rest() -> None:
    document = paragraphs(3000)
    known = list(growing([document], lambda: Hearing(), 100))
    counts = [len(each.places.chunks) for each in known]
    assert counts[0] <= 500
    assert counts == sorted(counts)
    assert counts[-1] == 6000
    assert len(known) < 8


def test_what_is_known_is_not_worked_out_again() -> None:
    *_, before, whole = growing([paragraphs(300), paragraphs(400)], lambda: Hearing(), 100)
    assert len(before.places.chunks) == 600
    assert all(one is other for one, other in zip(before.places.chunks, whole.places.chunks, strict=False))


def test_another_language_is_read_by_its_own_rules() -> None:
    english = paragraphs(3)
    german = replace(english, language="de")
    script = Script(german, before=Script(english))
    assert {chunk.language for chunk in script.chunks(100)} == {"de"}
