"""What a listener gets: letters that are letters, pauses, words of his language, a formula to write down."""

from __future__ import annotations

import string

import pytest

from yapit.core.hearing import Detail
from yapit.core.math import said
from yapit.core.math.words import vocabulary
from yapit.core.math.words.en import LETTER_A
from yapit.core.prepare import prepare
from yapit.engines.kokoro.g2p import phonemize

FULL = [
    (r"\frac{a+b}{2}", "the fraction with numerator Ā plus b and denominator 2, end fraction"),
    (r"\sqrt{x+1}-1", "the square root of x plus 1, end root, minus 1"),
    (r"x^{n+1}", "x to the power n plus 1, end power"),
    (r"x_{n+1}", "x sub n plus 1, end sub"),
    (r"(x+1)y", "open paren x plus 1 close paren y"),
    (r"f(x+1)", "f of open paren x plus 1 close paren"),
    (r"\mathbb{R}", "the real numbers"),
    (r"\mathbf{x} = \mathcal{L}", "bold x equals calligraphic capital L"),
    (r"|a-b|", "the absolute value of Ā minus b, end absolute value"),
]
LANGUAGES = [
    ("de", "das Integral von 0 bis 1 von x Quadrat, d x, gleich ein Drittel"),
    ("fr-CA", "l'intégrale de 0 à 1 de x au carré, d x, égale un tiers"),
    ("es", "la integral desde 0 hasta 1 de x al cuadrado, d x, igual a un tercio"),
    ("it", "l'integrale da 0 a 1 di x al quadrato, d x, uguale a un terzo"),
    ("pt-BR", "a integral de 0 até 1 de x ao quadrado, d x, igual a um terço"),
    ("ja", "the integral from 0 to 1 of x squared, d x, equals one third"),
]


@pytest.mark.parametrize(("formula", "words"), FULL)
def test_in_full_a_formula_can_be_written_down(formula: str, words: str) -> None:
    assert said(formula, detail=Detail.FULL) == words


@pytest.mark.parametrize(("language", "words"), LANGUAGES)
def test_a_formula_is_said_in_the_language_of_its_page(language: str, words: str) -> None:
    assert said(r"\int_0^1 x^2\,dx = \frac13", language) == words


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt"])
def test_a_language_lacks_no_phrase_and_no_common_sign(language: str) -> None:
    english, own = vocabulary("en"), vocabulary(language)
    translated = {key for key, words in own.phrases.items() if words != english.phrases[key]}
    templates = {key for key, words in english.phrases.items() if not words.strip("{}012,; ").strip()}
    same = {
        "blackboard",
        "ket",
        "bra",
        "plus above",
        "sub",
        "sub, apart",
        "dimension",
        "fraktur",
        "prime",
        "minus above",
        "inverse",
    }
    assert set(english.phrases) - translated - templates - same == {"case"} - templates
    assert {"+", "−", "=", "<", "≤", "∈", "→", "∞", "given"} <= set(own.signs)


@pytest.mark.parametrize("dialect", ["en-US", "en-GB"])
@pytest.mark.parametrize(
    "formula", ["{0}+1", "2{0}", "{0}^2", r"{0}_i", r"\hat {0}", r"\frac{{{0}}}{{2}}", "x={0}"]
)
def test_a_letter_is_heard_by_its_name(formula: str, dialect: str) -> None:
    for letter in string.ascii_letters:
        heard = _sounds(prepare(said(formula.format(letter))).text, dialect)
        assert _sounds(LETTER_A if letter in "aA" else letter.upper(), dialect) <= heard


def _sounds(text: str, dialect: str) -> set[str]:
    return {token.phonemes.strip("ˈˌ") for token in phonemize(text, dialect)}


def test_a_long_formula_has_pauses_to_be_cut_at() -> None:
    spoken = said(r"\sum_{k=0}^{n} \binom{n}{k} x^k y^{n-k} = (x+y)^n \le \frac{a_1+a_2+a_3}{b} + c_1 + c_2")
    assert max(len(part.split()) for part in spoken.split(",")) <= 24
