"""MathML of web pages, EPUBs and Word is understood as LaTeX is."""

from __future__ import annotations

import pytest

from yapit.core.math import said, shown

_TABLE = "<mtr><mtd><mn>1</mn></mtd><mtd>{0}</mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd>{1}</mtd></mtr>"
SAME = [
    (
        "<mi>x</mi><mo>=</mo><mfrac><mrow><mo>-</mo><mi>b</mi><mo>±</mo><msqrt><msup><mrow><mi>b</mi></mrow><mrow>"
        "<mn>2</mn></mrow></msup><mo>-</mo><mn>4</mn><mi>a</mi><mi>c</mi></msqrt></mrow><mrow><mn>2</mn><mi>a</mi>"
        "</mrow></mfrac>",
        r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}",
    ),
    (
        "<munderover><mo>&sum;</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
        "<msub><mi>x</mi><mi>i</mi></msub>",
        r"\sum_{i=1}^n x_i",
    ),
    ("<mi>f</mi><mo>&ApplyFunction;</mo><mfenced><mi>x</mi></mfenced>", "f(x)"),
    ("<mi>f</mi><mrow><mo>(</mo><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mo>)</mo></mrow>", "f(x+1)"),
    ("<munder><mi>lim</mi><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder><mi>x</mi>", r"\lim_{x\to0} x"),
    (
        "<mover><mi>x</mi><mo>&#x302;</mo></mover><mo>+</mo><mover><mi>v</mi><mo>→</mo></mover>",
        r"\hat x+\vec v",
    ),
    ("<mrow><mo>|</mo><mi>x</mi><mo>|</mo></mrow><mo>≤</mo><mn>1</mn>", r"|x| \le 1"),
    (
        "<mi>P</mi><mrow><mo>(</mo><mrow><mi>A</mi><mo>∣</mo><mi>B</mi></mrow><mo>)</mo></mrow>",
        r"P(A \mid B)",
    ),
    ("<mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac>", r"\binom nk"),
    ("<mroot><mi>x</mi><mn>3</mn></mroot>", r"\sqrt[3]x"),
    ("<msup><mi>sin</mi><mn>2</mn></msup><mo>&#x2061;</mo><mi>x</mi>", r"\sin^2 x"),
    ("<msup><mi>f</mi><mo>′</mo></msup><mo>(</mo><mi>x</mi><mo>)</mo>", "f'(x)"),
    (
        "<mfrac><mrow><mo>∂</mo><mi>f</mi></mrow><mrow><mo>∂</mo><mi>x</mi></mrow></mfrac>",
        r"\frac{\partial f}{\partial x}",
    ),
    (
        "<mo>{</mo><mtable>"
        + _TABLE.format("<mi>x</mi><mo>&gt;</mo><mn>0</mn>", "<mtext>otherwise</mtext>")
        + "</mtable>",
        r"\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}",
    ),
    (
        "<mfenced open='[' close=']'><mtable>"
        + _TABLE.format("<mn>2</mn>", "<mn>3</mn>")
        + "</mtable></mfenced>",
        r"\begin{bmatrix} 1 & 2 \\ 0 & 3 \end{bmatrix}",
    ),
    (
        "<mmultiscripts><mi>C</mi><mi>k</mi><none/><mprescripts/><mi>n</mi><none/></mmultiscripts>",
        "{}_n C_k",
    ),
    ("<mi mathvariant='double-struck'>R</mi>", r"\mathbb R"),
    (
        "<mi mathvariant='normal'>V</mi><mi mathvariant='normal'>a</mi><mi mathvariant='normal'>r</mi>",
        r"\mathrm{Var}",
    ),
    ("<munder><mi>arg max</mi><mi>x</mi></munder><mi>f</mi>", r"\operatorname*{arg\,max}_x f"),
]


@pytest.mark.parametrize(("mathml", "latex"), SAME)
def test_mathml_is_said_and_shown_as_the_same_formula_in_latex(mathml: str, latex: str) -> None:
    whole = f'<math xmlns="http://www.w3.org/1998/Math/MathML">{mathml}</math>'
    assert said(whole) == said(latex)
    assert shown(whole) == shown(latex)


def test_elements_with_a_prefix_are_read() -> None:
    word = '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi><mml:mo>=</mml:mo></mml:math>'
    assert said(word) == "x equals"


def test_a_tex_annotation_says_what_was_meant() -> None:
    source = (
        "<math><semantics><mrow><mi>E</mi></mrow>"
        '<annotation encoding="application/x-tex">{\\displaystyle E=mc^{2}}</annotation></semantics></math>'
    )
    assert said(source) == "E equals m c squared"


def test_damaged_markup_is_read_as_far_as_it_goes() -> None:
    assert said("<math><mi>x</mi><mo>+<mn>1</mn>") == "x plus 1"
    assert said("<math><mfrac><mi>x</mi></mfrac></math>") == "x over"
