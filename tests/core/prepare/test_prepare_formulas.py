"""Formulas among words, written with Unicode's signs, are said as formulas."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.core.math.words.en import LETTER_A
from yapit.core.prepare import prepare

FORMULAS = [
    ("x ∈ ℝ and v ∈ ℝⁿ", "x in R and v in R n"),
    ("x₁ + xₙ and aᵢⱼ", "x one plus x sub n and a sub i j"),
    ("xₙ₊₁ = 2xₙ", "x sub n plus one equals two x sub n"),
    ("xⁿ⁺¹ and eˣ", "x to the n plus one and e to the x"),
    ("10²³ of 6 × 10⁻³⁴", "ten to the twenty-third of six times ten to the minus thirty-four"),
    ("Aᵀ times A", "a transpose times A"),
    ("x² + 2x + 1 = 0", "x squared plus two x plus one equals zero"),
    ("f(x) = 3x", "f of x equals three x"),
    ("f′(x) is positive", "f prime of x is positive"),
    ("in O(n log n) time", "in big O of n log n time"),
    ("P(A|B) is small", "the probability of a given B is small"),
    ("P(X ≤ x)", "the probability that X is less than or equal to x"),
    ("f(the thing)", "f(the thing)"),
    ("|x − y| < 1", "the absolute value of x minus y less than one"),
    ("⌊x⌋ and ‖v‖", "the floor of x and the norm of v"),
    ("x̄ = 5, ŷ and θ̂", "x bar equals five, y hat and theta hat"),
    (
        "∂f/∂x and dy/dx",
        "the partial derivative of f with respect to x and the derivative of y with respect to x",
    ),
    ("∫₀¹ x dx", "the integral from zero to one of x dx"),
    ("√(a + b) and ∛8", "square root of (a plus b) and cube root of eight"),
    ("x ↦ x²", "x maps to x squared"),
    ("a ⊥ b", "a is perpendicular to b"),
    ("𝛼 and ℏω", "alpha and h bar omega"),
    ("the 5′ end and 3′-UTR", "the five prime end and three prime-U T R"),
    ("a 5′ board", "a five feet board"),
]
CHEMISTRY = [
    ("Ca²⁺ and SO₄²⁻", "C a two plus and S O four two minus"),
    ("Cl⁻ and NH₄⁺", "C L minus and N H four plus"),
    ("NaCl in water", "N a C L in water"),
    ("2H₂ + O₂ → 2H₂O", "two H two plus O two yields two H two O"),
    ("C₆H₁₂O₆", "C six H twelve O six"),
]
_SIGNS = "ⁿ⁺⁻¹²ₓₙ₁ₐ∂∫∑√∈ℝ⊥↦′|‖⌊⌋()x̂ŷyfPO=+−2 "
texts = st.text(alphabet=_SIGNS, max_size=14)


@pytest.mark.parametrize(("page", "spoken"), [*FORMULAS, *CHEMISTRY])
def test_a_formula_among_words_is_said_as_a_formula(page: str, spoken: str) -> None:
    assert prepare(page).text.replace(LETTER_A, "a") == spoken


@settings(max_examples=300, deadline=None)
@given(texts)
def test_no_small_digit_or_sign_of_a_formula_is_left(text: str) -> None:
    assert not re.search(r"[\d⁰¹²³⁴-⁹₀-₉∂∫∑√∈ℝ⊥↦=+/]", prepare(text).text)
