"""What is said of a document: everything that is not skipped, in order, and what stands for the rest."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.core.document import Block, BlockKind, Document, Mark, MarkKind, Span, fill_gaps
from yapit.core.hearing import LEVELS, Detail, Hearing, Level, Reason, Telling
from yapit.core.prepare import prepare
from yapit.core.script import Script
from yapit.core.split import Boundary

unicode_text = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from(list(" .!?,;:\n\u2028aA1“”()。[]")))
)
OFF = Hearing(skip=LEVELS[Level.OFF])


def document(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(Span(len(text), len(text) + len(paragraph)), kind, level))
        text += paragraph + "\n\n"
    return Document(text, tuple(blocks), fill_gaps(text, blocks))


def marked(text: str, *marks: tuple[str, MarkKind]) -> Document:
    found = tuple(Mark(Span(text.index(part), text.index(part) + len(part)), kind) for part, kind in marks)
    return Document(text, (Block(Span(0, len(text))),), marks=found)


def said(document: Document, hearing: Hearing | None = None, limit: int = 240) -> list[str]:
    chunks = Script(document, hearing).chunks(limit)
    return [prepare(chunk.text, chunk.language, chunk.rewrites).text for chunk in chunks]


def test_pauses_know_sentences_paragraphs_and_headings_apart() -> None:
    ends = [c.ends for c in Script(document("One. Two.", "Three.")).chunks(100)]
    assert ends == [Boundary.SENTENCE, Boundary.PARAGRAPH, Boundary.PARAGRAPH]
    heading = document("Chapter", kind=BlockKind.HEADING)
    assert [c.ends for c in Script(heading).chunks(100)] == [Boundary.HEADING]


def test_page_furniture_is_not_spoken() -> None:
    for kind in (BlockKind.RUNNING_HEAD, BlockKind.PAGE_NUMBER, BlockKind.FURNITURE):
        assert said(document("page 1", kind=kind)) == []


def test_whoever_skips_nothing_hears_the_page_numbers_too() -> None:
    assert said(document("page 1", kind=BlockKind.PAGE_NUMBER), OFF) == ["page one"]


def test_a_line_of_stars_is_not_spoken() -> None:
    assert said(document("* * *")) == []


def test_a_note_mark_never_breaks_the_sentence() -> None:
    read = marked("The end came soon.3 Nobody wept.", ("3", MarkKind.NOTE))
    assert said(read) == ["The end came soon.", "Nobody wept."]


def test_a_skip_in_mid_sentence_leaves_no_double_space() -> None:
    read = marked("It was so [12], they said.", ("[12]", MarkKind.CITATION))
    assert said(read) == ["It was so, they said."]


def test_a_citation_that_its_sentence_needs_is_told() -> None:
    text = "We follow the method of [3]. It is shown in [1, eq. 4], [2]–[5] and [7] that it works [6]."
    found = ("[3]", "[1, eq. 4]", "[2]", "[5]", "[7]", "[6]")
    assert said(marked(text, *((mark, MarkKind.CITATION) for mark in found))) == [
        "We follow the method of reference three.",
        "It is shown in references one, equation four, two to five and seven that it works.",
    ]


def test_what_is_skipped_lights_up_nothing() -> None:
    read = marked("The end3 came.", ("3", MarkKind.NOTE))
    (chunk,) = Script(read).chunks(240)
    utterance = prepare(chunk.text, chunk.language, chunk.rewrites)
    came = utterance.text.index("came")
    assert utterance.source_of(Span(came, came + 4)).of(read.text) == "came"
    end = utterance.text.index("end")
    assert utterance.source_of(Span(end, end + 3)).of(read.text) == "end"


def test_a_paragraph_that_ends_in_what_is_skipped_still_ends() -> None:
    read = marked("It is so. [12]", ("[12]", MarkKind.CITATION))
    assert [chunk.ends for chunk in Script(read).chunks(240)] == [Boundary.PARAGRAPH]


def test_code_is_announced_and_read_only_on_request() -> None:
    read = document("x = 1\ny = 2", kind=BlockKind.CODE)
    assert said(read) == ["Code, two lines."]
    assert said(read, Hearing(code=Telling.READ)) == ["x equals one", "y equals two"]
    assert said(read, Hearing(skip=LEVELS[Level.ACADEMIC])) == []


def test_an_announcement_lights_up_the_first_line_and_shows_the_rest() -> None:
    script = Script(document("x = 1\ny = 2", kind=BlockKind.CODE))
    assert [chunk.text for chunk in script.chunks(240)] == ["x = 1"]
    assert [skip.reason for skip in script.shown_only] == ["code, only announced"]


def test_a_table_is_read_row_by_row_with_its_heads() -> None:
    table = document("Town\tPeople\tHeight\nUlm\t126,000\t478 m", kind=BlockKind.TABLE, level=1)
    assert said(table) == [
        "Town, People, Height",
        "Ulm, People: one hundred twenty-six thousand, Height: four hundred seventy-eight meters",
    ]


def test_the_heads_of_two_columns_are_said_once() -> None:
    table = document("Town\tPeople\nUlm\tmany", kind=BlockKind.TABLE, level=1)
    assert said(table) == ["Town, People", "Ulm, many"]


def test_a_cell_that_is_empty_keeps_the_heads_in_step() -> None:
    table = document("A\tB\tC\n1\t\t3", kind=BlockKind.TABLE, level=1)
    assert said(table)[1] == "one, C: three"


def test_a_large_table_is_announced() -> None:
    rows = "\n".join("\t".join("abcdefg") for _ in range(12))
    assert said(document(rows, kind=BlockKind.TABLE)) == ["Table with seven columns and twelve rows."]
    assert len(said(document(rows, kind=BlockKind.TABLE), Hearing(tables=Telling.READ))) == 12


def test_a_formula_without_a_source_is_announced_by_its_number() -> None:
    assert said(document("∫ f ( x ) dx = 3 (2.1)", kind=BlockKind.EQUATION)) == ["Equation two point one."]
    assert said(document("a = b", kind=BlockKind.EQUATION)) == ["Equation."]


def test_a_formula_is_said_in_words_and_lights_up_as_it_is_written() -> None:
    text = "So E = mc² holds."
    span = Span(3, 10)
    read = Document(text, (Block(Span(0, len(text))),), marks=(Mark(span, MarkKind.MATH, "E = mc^2"),))
    assert said(read) == ["So E equals m c squared holds."]
    (chunk,) = Script(read).chunks(240)
    utterance = prepare(chunk.text, chunk.language, chunk.rewrites)
    squared = utterance.text.index("squared")
    assert utterance.source_of(Span(squared, squared + 7)).of(text) == "E = mc²"


def test_a_displayed_formula_with_a_source_is_said_not_announced() -> None:
    text = "a/b"
    read = Document(
        text,
        (Block(Span(0, 3), BlockKind.EQUATION),),
        marks=(Mark(Span(0, 3), MarkKind.MATH, "\\frac{x}{2}"),),
    )
    assert said(read) == ["x over two"]
    full = said(read, Hearing(math=Detail.FULL))
    assert full == ["the fraction with numerator x and denominator two, end fraction"]


def test_footnotes_and_references_are_skipped_until_asked_for() -> None:
    note = document("3 See above.", kind=BlockKind.FOOTNOTE)
    assert said(note) == []
    without = Hearing(skip=LEVELS[Level.NORMAL] - {Reason.NOTES})
    assert said(note, without) == ["three See above."]


@given(st.lists(unicode_text.filter(str.strip), max_size=4), st.integers(1, 50))
@settings(deadline=None)
def test_every_word_of_a_document_is_in_a_chunk(paragraphs: list[str], limit: int) -> None:
    doc = document(*paragraphs)
    heard = "".join(c for chunk in Script(doc, OFF).chunks(limit) for c in chunk.text if c.isalnum())
    assert heard == "".join(c for c in doc.text if c.isalnum())


@given(
    st.lists(st.tuples(unicode_text.filter(str.strip), st.sampled_from(BlockKind)), max_size=5),
    st.integers(1, 50),
    st.sampled_from(Level),
)
@settings(deadline=None)
def test_chunks_stand_in_order_and_within_their_blocks(
    parts: list[tuple[str, BlockKind]], limit: int, level: Level
) -> None:
    text, blocks = "", []
    for part, kind in parts:
        blocks.append(Block(Span(len(text), len(text) + len(part)), kind))
        text += part + "\n\n"
    read = Document(text, tuple(blocks), fill_gaps(text, blocks))
    at = 0
    for chunk in Script(read, Hearing(skip=LEVELS[level])).chunks(limit):
        assert at <= chunk.span.start < chunk.span.end <= read.blocks[chunk.block].span.end
        assert chunk.text == chunk.span.of(text)
        assert len(chunk.text) <= limit
        at = chunk.span.end


def test_a_row_whose_first_cell_is_empty_still_tells_the_head_of_the_next() -> None:
    table = document("Name\tMen\tWomen\n\t5\t6\n\t\t9", kind=BlockKind.TABLE, level=1)
    assert said(table)[1:] == ["Men: five, Women: six", "Women: nine"]


def test_heads_without_a_word_are_no_heads() -> None:
    table = document("\t\nA\tB\tC\n1\t2\t3", kind=BlockKind.TABLE, level=1)
    assert said(table) == ["A, B, C", "one, two, three"]


def test_many_marks_in_one_paragraph_take_no_long_time() -> None:
    text = "a word and then " * 8000
    marks = tuple(Mark(Span(at, at + 1), MarkKind.NOTE) for at in range(0, len(text), 4))
    read = Document(text, (Block(Span(0, len(text))),), marks=marks)
    begun = time.process_time()
    assert Script(read).chunks(200)
    assert time.process_time() - begun < 5


def test_a_key_is_told_without_its_sign() -> None:
    read = marked("It was used by [@smith2020].", ("[@smith2020]", MarkKind.CITATION))
    assert said(read) == ["It was used by reference smith twenty twenty."]


def test_a_sentence_ends_where_the_text_was_told_and_went_on() -> None:
    text = "The answer is that it rains. So it is."
    document = Document(text, (Block(Span(0, len(text))),), seams=(13,))
    assert [chunk.text for chunk in Script(document).chunks(240)] == [
        "The answer is",
        "that it rains.",
        "So it is.",
    ]
