from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import Span
from yapit.core.prepare import Rewrite
from yapit.core.split import Boundary, Chunk, cut, lead_in, sentences

unicode_text = st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list(" .!?,;:\n\u2028aA1“”()。"))))


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith met Mrs. Jones at 5 p.m. on Monday.",
        "It costs $1.50, e.g. at the U.S. embassy.",
        "Well... I am not so sure.",
        "See Fig. 3 and Sec. 2.1 for more.",
        "Pi is 3.14159, or so.",
        "A. B. Smith Jr. wrote it.",
        "It weighs 5 lbs. and costs little.",
    ],
)
def test_these_dots_end_no_sentence(text: str) -> None:
    assert split(text) == [text]


def test_sentences_end_where_a_reader_says_they_end() -> None:
    assert split("“Stop!” he said. “Why?” She left.  Then?") == [
        "“Stop!” he said.",
        "“Why?”",
        "She left.",
        "Then?",
    ]


def test_the_number_of_a_list_item_is_no_sentence_of_its_own() -> None:
    assert split("1. The first item. 2. The second.") == ["1. The first item.", "2. The second."]
    assert split("2.1. People around it") == ["2.1. People around it"]
    assert split("II. A GAME OF CHESS") == ["II. A GAME OF CHESS"]


def test_a_names_initial_before_a_line_separator_is_survived() -> None:
    assert split("Written by A.\u2028B. Smith.")


@given(unicode_text)
def test_every_character_but_white_space_is_in_exactly_one_sentence(text: str) -> None:
    found = sentences(text, Span(0, len(text)))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(unicode_text, st.integers(1, 60))
def test_cutting_loses_nothing_and_keeps_to_the_limit(text: str, limit: int) -> None:
    body = Span(0, len(text)).trimmed(text)
    whole = Chunk(0, body, body.of(text), Boundary.PARAGRAPH)
    pieces = list(cut(whole, limit))
    assert "".join("".join(p.text.split()) for p in pieces) == "".join(text.split())
    assert all(len(p.text) <= limit for p in pieces)
    assert all(p.span.of(text) == p.text for p in pieces)
    assert pieces[-1].ends is Boundary.PARAGRAPH


def test_a_long_sentence_is_cut_at_a_clause_before_it_is_cut_at_a_word() -> None:
    text = "When the rain had stopped, the two of them walked down to the river, slowly and without a word."
    pieces = list(cut(Chunk(0, Span(0, len(text)), text), 70))
    assert [p.text for p in pieces] == [
        "When the rain had stopped, the two of them walked down to the river,",
        "slowly and without a word.",
    ]
    assert [p.ends for p in pieces] == [Boundary.CLAUSE, Boundary.SENTENCE]


@pytest.mark.parametrize(
    "together",
    ["3 March 1891", "March 12, 2024", "$2.5 million", "Dr. Smith", "5 km", "the harbour"],
)
def test_what_is_spoken_together_is_not_cut_apart(together: str) -> None:
    for before in ("He said", "Nobody knew why", "Somebody who lived there told them quietly", "As"):
        text = f"{before} that {together} would never be forgotten by anyone who had been there at all."
        for limit in range(24, 70):
            pieces = [p.text for p in cut(Chunk(0, Span(0, len(text)), text), limit)]
            assert any(together in piece for piece in pieces), pieces


def test_a_lead_in_starts_short_and_grows() -> None:
    text = (
        "The old man, who had lived by the harbour for most of his life, said that the sea gives "
        "nothing away for free, and that those who forget it are the ones it remembers."
    )
    pieces = list(lead_in(Chunk(0, Span(0, len(text)), text)))
    assert pieces[0].text == "The old man,"
    assert len(pieces) >= 3
    assert len(pieces[-1].text) > len(pieces[0].text)
    assert " ".join(p.text for p in pieces) == text


def test_what_is_said_otherwise_is_said_once_however_it_is_cut() -> None:
    text = "The sum of all of it is E equals mc2 and nothing else, as everybody knows by now."
    start = text.index("E equals")
    rewrites = (Rewrite(Span(start, start + 12), "energy"),)
    for limit in range(1, len(text)):
        pieces = list(cut(Chunk(0, Span(0, len(text)), text, rewrites=rewrites), limit))
        assert [r.spoken for piece in pieces for r in piece.rewrites if r.spoken] == ["energy"]
        assert all(r.source.end <= len(piece.text) for piece in pieces for r in piece.rewrites)


def test_a_line_that_never_ends_is_cut_without_delay() -> None:
    """Encoded data in a text, say: each cut looks only at what is near it."""
    text = "x" * 300_000
    begun = time.monotonic()
    pieces = list(cut(Chunk(0, Span(0, len(text)), text), 200))
    assert sum(len(piece.span) for piece in pieces) == len(text)
    assert time.monotonic() - begun < 10
