"""Whatever stands where a formula should: it is shown and said, and nobody waits for it."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.core.hearing import Detail
from yapit.core.math import said, shown

_COMMANDS = r"""
    \frac \sqrt \sum \int \lim \left \right \begin{pmatrix} \end{pmatrix} \begin{cases} \end{cases}
    \begin{array}{cc} \end{array} \begin{aligned} \end{aligned} \binom \hat \vec \overline \underbrace \mathbb
    \mathrm \operatorname \text{if} \text \not \over \choose \limits \color{red} \label{a} \SI{3}{m/s} \SI
    \ce{H2O} \ce \num \xrightarrow \mid \langle \rangle \| \{ \} \, \\ & _ ^ ' { } ( ) [ ] | . , : ; ! $ # ~ %
    " < > = + - * / \ 1 23 4.5 a b x n i A B \alpha \Omega \infty \partial \nabla \forall \exists \to \arg
    \max \min d dx ° é ∑ ∫ √ ½ 𝔼 ℝ 𝐱 中 \unknown ⟨ ⟩ ‖ \stackrel \overset \pmod \mathbf \sqrt[3] \substack
    \middle \operatorname*{arg\,max}
"""
_ELEMENTS = """
    math mrow mi mn mo mtext mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts
    mtable mtr mtd mfenced menclose mspace semantics annotation mstyle mprescripts none mphantom
"""
latex = st.lists(st.sampled_from(_COMMANDS.split()) | st.text(max_size=2), max_size=25).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda between: between.join(parts))
)
_tags = st.sampled_from(_ELEMENTS.split()).flatmap(
    lambda name: st.sampled_from([f"<{name}>", f"</{name}>", f"<{name}/>", f"<{name} open='|' close=''>"])
)
_leaves = st.sampled_from(
    ["<mi>x</mi>", "<mo>(</mo>", "<mo>)</mo>", "<mo>|</mo>", "<mn>2</mn>", "<mo>&sum;</mo>"]
)
mathml = st.lists(_tags | _leaves | st.text(max_size=2), max_size=25).map(
    lambda parts: "<math>" + "".join(parts)
)
formulas = latex | mathml | st.text(max_size=40)
_RAW = re.compile(r"[\\{}^_$&<>|#~]")


@settings(max_examples=400, deadline=None)
@given(
    formulas,
    st.sampled_from(["en", "en-GB", "de", "fr", "es", "it", "pt-BR", "ja", ""]),
    st.sampled_from(Detail),
)
def test_no_sign_of_markup_is_ever_said(source: str, language: str, detail: Detail) -> None:
    spoken = said(source, language, detail)
    assert spoken
    assert not _RAW.search(spoken)
    assert spoken == " ".join(spoken.split())


@settings(max_examples=400, deadline=None)
@given(formulas)
def test_any_formula_is_shown_on_one_line(source: str) -> None:
    assert len(shown(source).splitlines()) <= 1


@pytest.mark.parametrize(
    "source",
    [
        "{" * 10_000 + "x" + "}" * 10_000,
        r"\frac{" * 10_000,
        r"\left(" * 10_000,
        "(" * 7_000,
        "|" * 7_000,
        "⟨" * 7_000 + "|" * 900,
        "x^" * 4_000,
        "x'" * 4_000,
        "_" * 7_000,
        r"\sqrt[" * 1_300,
        r"\text{" * 1_300,
        r"\not" * 2_000,
        r"a\over " * 1_000,
        r"f(x)" * 2_000,
        r"\overset{a}" * 700,
        r"\hat" * 2_000,
        r"\begin{matrix}" * 500,
        r"\sum_i " * 1_100,
        "x+" * 500_000,
        "<math>" + "<mrow>" * 20_000,
        "<math><msup>" * 100,
        "<math><mrow><mo>(</mo>" * 120,
        "<math>" + "<mi>x</mi>" * 30_000,
        "<math>" + "<mo>|</mo>" * 30_000,
        "<math>" + "x" * 1_000_000,
        '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">' + "|" * 300_000,
        " " * 1_000_000,
        '<!DOCTYPE math [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><math><mi>&b;</mi></math>',
    ],
)
def test_a_hostile_formula_takes_no_time(source: str) -> None:
    began = time.monotonic()
    assert said(source)
    assert shown(source) is not None
    assert time.monotonic() - began < 5


def test_a_formula_nobody_can_follow_is_called_long() -> None:
    assert said("x+" * 500_000) == "a long formula"
    assert said("+".join("x" * 1_000)) == "a long formula"
    assert said("{" * 10_000 + "x" + "}" * 10_000, "fr") == "une longue formule"


def test_a_formula_without_anything_to_say_is_called_a_formula() -> None:
    assert said("") == "a formula"
    assert said(r"\,\label{eq:1}") == "a formula"
    assert said("<math></math>", "de") == "eine Formel"
