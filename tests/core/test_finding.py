"""What a listener types is found wherever a reader would say that it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core import finding
from yapit.core.document import Span
from yapit.core.finding import Finder

letters = st.text("abAB éÉe\u0301\u00ad\n ’'", max_size=60)


def found(text: str, query: str) -> list[str]:
    return [span.of(text) for span in Finder(text).find(query)]


@pytest.mark.parametrize(
    ("text", "query", "spans"),
    [
        ("The lamp. A Lamp.", "lamp", ["lamp", "Lamp"]),
        ("The lamp. A Lamp.", "Lamp", ["Lamp"]),
        ("Café, cafe\u0301, CAFE", "cafe", ["Café", "cafe\u0301", "CAFE"]),
        ("naive naïve", "naïve", ["naive", "naïve"]),
        ("light\u00adhouse", "lighthouse", ["light\u00adhouse"]),
        ("the old\n  lamp", "old lamp", ["old\n  lamp"]),
        ("it’s so", "it's", ["it’s"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("nothing", "", []),
        ("nothing", "lamp", []),
        ("שָׁלוֹם", "שלום", ["שָׁלוֹם"]),
    ],
)
def test_case_accents_hyphens_and_line_ends_do_not_matter(text: str, query: str, spans: list[str]) -> None:
    assert found(text, query) == spans
    assert Finder(text).find(query).count == len(spans)


@given(letters, st.text("abe ", min_size=1, max_size=3))
def test_what_is_counted_is_what_is_found_and_each_is_reached(text: str, query: str) -> None:
    results = Finder(text).find(query)
    spans = list(results)
    assert results.count == len(spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for number, span in enumerate(spans, 1):
        assert results.after(span.start) == span
        assert results.number_of(span) == number
        assert span in results.within(Span(span.start, span.start + 1))


@given(letters, letters)
def test_a_text_that_grew_is_searched_as_if_it_had_been_whole(first: str, rest: str) -> None:
    grown = Finder(first)
    grown.extend(first + rest)
    assert list(grown.find("a e")) == list(Finder(first + rest).find("a e"))
    assert list(grown.find("b")) == list(Finder(first + rest).find("b"))


def test_going_on_goes_round() -> None:
    text = "lamp and lamp"
    results = Finder(text).find("lamp")
    assert results.after(1) == Span(9, 13)
    assert results.after(10) == Span(0, 4)
    assert results.before(9) == Span(0, 4)
    assert results.before(0) == Span(9, 13)


def test_what_lies_on_the_border_of_two_slices_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The light-\nhouse  kee\u00adper's  café:\u200b  LIGHT, light."
    whole = Finder(text)
    monkeypatch.setattr(finding, "_SLICE", 1)
    sliced = Finder(text)
    for query in ("light", "house kee", "keeper's cafe", "LIGHT"):
        assert list(sliced.find(query)) == list(whole.find(query)) != []
