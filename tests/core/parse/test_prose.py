"""Text gathered from pieces keeps its marks in their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import MarkKind
from yapit.core.parse.characters import one_line
from yapit.core.parse.prose import Prose

PIECES = st.lists(st.tuples(st.booleans(), st.text(alphabet="ab \n\tﬁ.")))


@given(PIECES)
def test_a_mark_holds_the_words_that_were_marked(pieces: list[tuple[bool, str]]) -> None:
    prose = Prose()
    wanted = []
    for number, (marked, text) in enumerate(pieces):
        if marked:
            prose.add_marked(text, MarkKind.MATH, str(number))
            if text.strip():
                wanted.append((one_line(text), str(number)))
        else:
            prose.add(text)
    text, marks = prose.take()
    assert text == one_line("".join(piece for _, piece in pieces))
    assert [(mark.span.of(text), mark.source) for mark in marks] == wanted


def test_a_line_that_was_ended_stays_one() -> None:
    prose = Prose()
    prose.add(" one ")
    prose.end_line()
    prose.add(" two\nthree ")
    assert prose.take() == ("one\ntwo three", ())
    assert not prose
