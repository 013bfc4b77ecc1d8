"""A formula is shown on one line as it would be typed with Unicode's signs."""

from __future__ import annotations

import pytest

from yapit.core.math import shown

FORMULAS = [
    ("E=mc^2", "E = mc²"),
    (r"\sum_{i=1}^n x_i", "∑_{i=1}^n xᵢ"),
    (r"\frac{a+b}{2}", "(a+b)/2"),
    (r"\sqrt 2 + \sqrt{a+b}", "√2 + √(a+b)"),
    (r"\frac{1}{1-x}", "1/(1−x)"),
    (r"\frac{-b \pm \sqrt{b^2-4ac}}{2a}", "(−b±√(b²−4ac))/(2a)"),
    (r"\int_0^\infty e^{-x^2}\,dx", "∫_0^∞ e^{−x²} dx"),
    (r"e^{i\pi}+1=0", "e^{iπ} + 1 = 0"),
    (r"x_{i,j}^{n+1}", "x_{i,j}ⁿ⁺¹"),
    (r"\lim_{x\to0}\frac{\sin x}{x}", "lim_{x→0} (sin x)/x"),
    (r"\hat x \in \mathbb{R}^n", "x̂ ∈ ℝⁿ"),
    (r"P(A \mid B) \le 0.05", "P(A ∣ B) ≤ 0.05"),
    (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "[a, b; c, d]"),
    (r"f(x)=\begin{cases}1&x>0\\0&\text{otherwise}\end{cases}", "f(x) = {1, x > 0; 0, otherwise}"),
    (r"\begin{aligned}a&=b\\&=c\end{aligned}", "a = b; = c"),
    (r"\binom{n}{k}", "C(n, k)"),
    (r"O(n\log n)", "O(n log n)"),
    (r"\forall x\,\exists y: x<y", "∀x ∃y: x < y"),
    (r"\SI{9.8}{m/s^2}", "9.8 m/s²"),
    (r"\ce{2H2 + O2 -> 2H2O}", "2 H₂ + O₂ ⟶ 2 H₂O"),
    (r"A^{-1}B^\top", "A⁻¹Bᵀ"),
    (r"\sqrt[3]{x}", "∛x"),
    (r"\left.\frac{dy}{dx}\right|_{x=0}", "dy/dx|ₓ₌₀"),
    (r"x \label{eq:1} \tag{2}", "x"),
    (r"\text{speed} = \frac{\text{distance}}{\text{time}}", "speed = distance/time"),
    (r"3\frac12", "3 1/2"),
]


@pytest.mark.parametrize(("source", "line"), FORMULAS)
def test_a_formula_is_shown_as_it_would_be_typed(source: str, line: str) -> None:
    assert shown(source) == line


def test_of_a_formula_that_is_too_large_the_beginning_is_shown() -> None:
    assert shown("x + " * 100_000).startswith("x + x + x")
    assert shown("x + " * 100_000).endswith("…")
    assert len(shown("x + " * 100_000)) < 100
