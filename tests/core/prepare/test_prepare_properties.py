"""Whatever the page holds, it can be spoken and the way back to the page is exact."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.core.document import Span
from yapit.core.prepare import Utterance, prepare

SIGNS = set("&@#+=<>~%§°×±→©™•$€£¥‰÷*^|_/\\")

_PAGE = """
    $1,250.50 5 km 2019-2021 e.g. Dr. St. No. 10^-3 m² ½ 3/4 v2.0.1 2.0.1 Henry VIII Chapter IV World
    War II I p. pp. 12-15 et al. March 12, 2024 May 12 Mar. 2024-03-12 03/12/2024 10:05 a.m. p.m. 17:45
    1990s '90s 50¢ €5 $2.5 million -5 –5 .5 5-6 5% ‰ https://example.org/a?b=1 jane@example.org foo.py
    snake_case /etc/passwd #tag @me FBI PDFs U.S. U.K.'s AT&T C++ C# x86 H2O COVID-19 #1 (555) 123-4567
    1234567890123456789012345678901234567890 007 1e-5 3:1 24/7 20°C 5'10" 40°26′46″N ✓ 👍🏽 🇺🇸
    1\ufe0f\u20e3 α ﬁ ٣ ² ₂ Ⅳ ① … — – \u00ad \u200d \0 New York, NY 10001 w/o ISBN 978-3-16-148410-0
    10.1145/3411764.3445 192.168.0.1 don’t A. B. etc. . 1.250,50 € 3 Mio. z. B. 3. März 14h30 1er XIXe
    Ludwig XIV.
    n.º 1.ª 12.03.2024 R$ 5,50 p. ex. J.-C. 1’000 ½
    👩‍💻 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️‍🔥 2.º Sig.ra 3-5 km/h M€ Hauptstr.
"""
_TOKENS = _PAGE.split()
mixed = st.lists(st.sampled_from(_TOKENS) | st.text(max_size=3), max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " ", " ", "\n"]).map(lambda between: between.join(parts))
)
texts = st.text(max_size=60) | mixed
languages = st.sampled_from(["en", "en-GB", "de", "fr", "fr-CH", "es", "it", "pt-BR", "pt-PT"])


def check_pieces(text: str, said: Utterance) -> None:
    at = page = 0
    for piece in said.pieces:
        assert piece.spoken.start == at < piece.spoken.end
        assert page <= piece.source.start < piece.source.end <= len(text)
        if piece.verbatim:
            assert piece.spoken.of(said.text) == piece.source.of(text)
        at, page = piece.spoken.end, piece.source.end
    assert at == len(said.text)


@settings(max_examples=150, deadline=None)
@given(texts, languages)
def test_every_spoken_character_has_its_place_on_the_page(text: str, language: str) -> None:
    check_pieces(text, prepare(text, language))


@settings(max_examples=150, deadline=None)
@given(texts, languages)
def test_no_digit_and_no_sign_is_left_to_the_voice(text: str, language: str) -> None:
    said = prepare(text, language).text
    assert not re.search(r"\d", said)
    assert not SIGNS & set(said)


@settings(max_examples=150, deadline=None)
@given(texts, languages)
def test_every_letter_and_digit_of_the_page_is_spoken(text: str, language: str) -> None:
    spoken = {
        i for piece in prepare(text, language).pieces for i in range(piece.source.start, piece.source.end)
    }
    assert [c for i, c in enumerate(text) if c.isalnum() and i not in spoken] == []


@settings(max_examples=100, deadline=None)
@given(texts, languages)
def test_every_spoken_word_points_at_the_page(text: str, language: str) -> None:
    said = prepare(text, language)
    for word in re.finditer(r"\S+", said.text):
        source = said.source_of(Span(*word.span()))
        assert 0 <= source.start < source.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(texts, st.sampled_from(["nl", "ru", "zh", "ja", ""]))
def test_a_language_without_rules_is_said_as_written(text: str, language: str) -> None:
    assert prepare(text, language).text == text


@pytest.mark.parametrize("size", [5_000, 50_000])
def test_a_huge_number_does_not_stop_the_reading(size: int) -> None:
    assert prepare("9" * size).text.startswith("nine nine nine")


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt"])
@pytest.mark.parametrize(
    "unit", ["1", "a", ".", "1.", "1,", "A.", "1 ", "1-", "1/", "-", "X", "a_", "@a", "🎉", "¹", "€1"]
)
def test_a_page_of_nothing_but_one_thing_is_prepared_in_time(unit: str, language: str) -> None:
    """A rule that looks at everything again for each character would take minutes for 50,000 of them."""
    prepare(unit, language)
    text = unit * (50_000 // len(unit))
    began = time.monotonic()
    check_pieces(text, prepare(text, language))
    assert time.monotonic() - began < 10
