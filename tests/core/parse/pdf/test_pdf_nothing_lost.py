"""Every letter that stands on a page is in some block, however strange the page."""

from __future__ import annotations

from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.core.parse.documents_made import PdfMaker
from tests.core.parse.pdf.reading_made import parsed
from yapit.core.parse.pdf.garbled import is_garbled

SIGNS = "aeiouaeiouaeiouabcdefghijklmnoprstuvwxyzABCDE0123456789.,:()[]=•"
WORDS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=9)
LINES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
PLACED = st.tuples(st.integers(0, 12), st.integers(0, 36), LINES, st.sampled_from([6, 8, 10, 10, 10, 14, 20]))
PAGES = st.lists(st.lists(PLACED, max_size=25, unique_by=lambda line: line[1]), min_size=1, max_size=5)


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


@settings(max_examples=80, deadline=None)
@given(pages=PAGES)
def test_every_letter_of_a_page_is_in_a_block(pages: list[list[tuple[int, int, str, int]]]) -> None:
    # A page that means nothing is taken for one whose font lies, and is read by its looks.
    assume(not any(is_garbled("\n".join(text for _, _, text, _ in lines)) for lines in pages))
    made = PdfMaker(width=1700, height=1000)
    wanted: Counter[str] = Counter(letters("something to read"))
    for lines in pages:
        made.page()
        for column, row, text, size in lines:
            made.line(20 + 20 * column, 30 + 24 * row, text, size=size, font="cour" if size == 8 else "tiro")
            wanted += letters(text)
    made.page().line(50, 100, "something to read")
    assert letters(parsed(made).text) == wanted
