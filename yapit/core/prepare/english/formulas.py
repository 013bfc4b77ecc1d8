"""Formulas in running text, written with Unicode's signs alone: xⁿ⁺¹, ∂f/∂x, P(A|B), ŷ, Ca²⁺."""

from __future__ import annotations

import re
import unicodedata

from yapit.core.math import said
from yapit.core.math.characters import unlowered, unraised
from yapit.core.math.words import vocabulary
from yapit.core.math.words.en import LETTER_A
from yapit.core.prepare.english.fragments import words
from yapit.core.prepare.english.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said

_RAISED = "⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱᵃ-ᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵝᵞᵟᶿᵠᵡ"
_LOWERED = "₀-₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"
_LETTER = r"[A-Za-zΑ-Ωα-ω]"
_ALONE = r"(?<![^\W_])(?<!['’.])"
_SIGNS = "⊥∥↦⊗⊕⊖⊎∖∘⊙⊢⊨⇌⟶⟹⟺≢⊄⊈⊃⊇⊊∋∄≲≳≔≜≍≺≻∁⋃⋂∬∭∮∏↪↠⇀∣∤ℵ"
_SIGN_WORDS = {"⟹": "implies", "⟺": "if and only if", "∘": "composed with", "∏": "product of"}
_MARKS = {
    "\u0302": "hat",
    "\u0304": "bar",
    "\u0305": "bar",
    "\u0303": "tilde",
    "\u20d7": "vector",
    "\u0307": "dot",
}
_LETTERLIKE = {"ℝ": "R", "ℕ": "N", "ℤ": "Z", "ℚ": "Q", "ℂ": "C", "ℙ": "P", "ℓ": "l", "ℏ": "h bar", "ℒ": "L"}
_LARGE = {"∑": r"\sum", "∏": r"\prod", "∫": r"\int"}
_ELEMENTS = "|".join(
    words("""
    He Li Be Ne Na Mg Al Si Cl Ar Ca Sc Ti Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Zr Nb Mo Tc Ru Rh Pd
    Ag Cd In Sn Sb Te Xe Cs Ba La Ce Hf Ta Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Ra Ac Th Pa Np Pu Am H B C N
    O F P S K V Y I W U
    """)
)
_SALTS = "|".join(
    words("""
    NaCl KCl HCl LiCl AgCl NaOH KOH LiOH CaO MgO ZnO CuO FeO NaBr KBr NaI NaF KF HF HBr HCN NaCN KCN
    ZnS FeS PbS GaAs GaN SiC NaH LiH
    """)
)
_PRIMES = {1: " prime", 2: " double prime"}
_VALUE = rf"{_LETTER}(?:\s?[-−+]\s?(?:{_LETTER}|\d))?"
_BARS = rf"(?:\|{_VALUE}\||‖{_VALUE}‖|⌊{_VALUE}⌋|⌈{_VALUE}⌉)"
_DIGITS = re.compile(r"(\d+)(st|nd|rd|th)\b|\d+(?:\.\d+)?")


def in_words(latex: str, numbers: Numbers) -> str:
    """A formula as it is said, its numbers in words too."""
    return _DIGITS.sub(
        lambda match: numbers.ordinal(int(match[1])) if match[2] else numbers.number(match[0]), said(latex)
    )


def _raised(match: re.Match[str], numbers: Numbers) -> Said:
    return in_words(f"{match['base']}^{{{unraised(match['raised'])}}}", numbers)


def _lowered(match: re.Match[str], numbers: Numbers) -> Said:
    above = f"^{{{unraised(match['raised'])}}}" if match["raised"] else ""
    return in_words(f"{match['base']}_{{{unlowered(match['lowered'])}}}{above}", numbers)


def _bounds(match: re.Match[str], numbers: Numbers) -> Said:
    sup = f"^{{{unraised(match['to'])}}}" if match["to"] else ""
    whole = f"{_LARGE[match['sign']]}_{{{unlowered(match['from'])}}}{sup}"
    return in_words(whole, numbers) + " of"


def _derivative(match: re.Match[str], numbers: Numbers) -> Said:
    sign = r"\partial " if match["sign"] == "∂" else "d "
    order = f"^{{{unraised(match['order'])}}}" if match["order"] else ""
    top = f"{sign}{order} {match['of'] or ''}"
    words = in_words(rf"\frac{{{top}}}{{{sign}{match['by']}{order}}}", numbers)
    return words if match["of"] else words + " of"


def _applied(match: re.Match[str], numbers: Numbers) -> Said:
    argument = match["argument"]
    if any(len(word) > 1 and word not in _FUNCTIONS for word in re.findall(f"{_LETTER}+", argument)):
        return None
    for word in _FUNCTIONS:
        argument = re.sub(rf"\b{word}\b", rf"\\{word} ", argument)
    argument = re.sub(f"[{_RAISED}]+", lambda raised: f"^{{{unraised(raised[0])}}}", argument)
    return in_words(f"{match['function'].replace('′', chr(39))}({argument})", numbers)


_FUNCTIONS = ("log", "ln", "sin", "cos", "tan", "exp")


def _between(match: re.Match[str], numbers: Numbers) -> Said:
    return in_words(match[0], numbers)


def _decorated(match: re.Match[str], numbers: Numbers) -> Said:
    decomposed = unicodedata.normalize("NFD", match[0])
    mark = decomposed[1:2]
    if mark not in _MARKS:
        return None
    name = in_words(decomposed[0], numbers)
    return f"vector {name}" if _MARKS[mark] == "vector" else f"{name} {_MARKS[mark]}"


def _letterlike(match: re.Match[str], numbers: Numbers) -> Said:
    power = f" {in_words(unraised(match['power']), numbers)}" if match["power"] else ""
    return _LETTERLIKE[match["letter"]] + power


def _greek(match: re.Match[str], numbers: Numbers) -> Said:
    return in_words(unicodedata.normalize("NFKC", match[0]), numbers)


def _sign(match: re.Match[str], numbers: Numbers) -> Said:
    english = vocabulary("en")
    return _SIGN_WORDS.get(match[0]) or english.signs.get(match[0]) or f"{english.large[match[0]]} of"


def _ion(match: re.Match[str], numbers: Numbers) -> Said:
    size = unraised(match["size"])
    charge = f"{numbers.whole(size)} " if size else ""
    return f"{_substance(match['ion'], numbers)} {charge}{'plus' if match['sign'] == '⁺' else 'minus'}"


def _substance(written: str, numbers: Numbers) -> str:
    """Letter by letter, counts as numbers: "S O four"."""
    parts = re.findall(r"[A-Za-z]+|[₀-₉]+", written)
    return " ".join(_spelled(part) if part.isalpha() else numbers.whole(unlowered(part)) for part in parts)


def _spelled(symbols: str) -> str:
    return " ".join(LETTER_A if letter == "A" else letter for letter in symbols.upper())


def _strand(match: re.Match[str], numbers: Numbers) -> Said:
    return f"{numbers.number(match['count'])} prime"


def _term(match: re.Match[str], numbers: Numbers) -> Said:
    here = "" if match["count"] else "_"
    return {f"count{here}": numbers.number(match[f"count{here}"]), f"letter{here}": match[f"letter{here}"]}


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "ion",
        rf"(?<!\w)(?P<ion>(?:(?:{_ELEMENTS})[₀-₉]*){{1,6}})(?P<size>[²³⁴]?)(?P<sign>[⁺⁻])(?![{_RAISED}])",
        _ion,
        "[⁺⁻]",
    ),
    Rule(
        "term",
        r"(?:(?<=[-+−=±]\s)|(?<![\w.,]))(?P<count>\d+)(?P<letter>[xyz])(?=[²³]?\s?[-+−=±<>≤≥]\s)"
        r"|(?<=[-+−=±]\s)(?P<count_>\d+)(?P<letter_>[xyz])(?![\w(])",
        _term,
        r"\d[xyz]",
    ),
    Rule(
        "end of a strand",
        r"(?<![\w.])(?P<count>[35])′(?=-[A-Z35]|[ -](?:end|cap|untr|UTR|to)\b)",
        _strand,
        "[35]′",
    ),
    Rule("salt", rf"(?<!\w)(?:{_SALTS})(?!\w)", lambda match, _: _spelled(match[0]), "[A-Z][a-z]?[A-Z]"),
    Rule(
        "reaction",
        rf"(?<=[A-Za-z₀-₉)])\s[→⟶]\s(?=\d*(?:{_ELEMENTS})+[₀-₉])|(?<=[₀-₉])\s[→⟶]\s(?=\d*(?:{_ELEMENTS}))",
        lambda match, _: " yields ",
        "[→⟶]",
    ),
    Rule(
        "bounds",
        rf"(?P<sign>[∑∏∫])(?P<from>[{_LOWERED}]+)(?P<to>[{_RAISED}]*)",
        _bounds,
        "[∑∏∫]",
    ),
    Rule(
        "derivative",
        rf"{_ALONE}(?P<sign>[∂d])(?P<order>[²³ⁿ]?)(?P<of>{_LETTER}?)/(?P=sign)(?P<by>{_LETTER})(?P=order)(?!\w)",
        _derivative,
        "[∂d][²³ⁿ]?\\w?/[∂d]",
    ),
    Rule(
        "function",
        rf"{_ALONE}(?P<function>[fghFGφψΓζ]′{{0,3}}|[OΘΩPE])"
        rf"\((?P<argument>[\w\s+\-−·,=<>≤≥|∣;{_RAISED}]{{1,24}})\)(?![\w(])",
        _applied,
        r"[fghFGφψΓζ′OΘΩPE]\(",
    ),
    Rule(
        "value between bars",
        rf"(?<![\w|]){_BARS}(?![\w|])",
        _between,
        r"[|‖⌊⌈]\w",
    ),
    Rule(
        "decorated letter",
        rf"{_ALONE}(?:{_LETTER}[\u0302-\u0305\u0307\u20d7]|[ŷȳẑîâĝĥŝŵ])(?![^\W_])",
        _decorated,
        "[\u0302-\u0305\u0307\u20d7ŷȳẑîâĝĥŝŵ]",
    ),
    Rule(
        "index",
        rf"(?<![^\W\d_])(?P<base>{_LETTER})(?P<lowered>(?=[₀-₉]*[₊₋ₐ-ₜᵢⱼᵣᵤᵥᵦᵧᵨᵩᵪ])[{_LOWERED}]+)(?P<raised>[{_RAISED}]*)",
        _lowered,
        f"[{_LOWERED}]",
    ),
    Rule(
        "power",
        rf"(?:{_ALONE}(?P<base>{_LETTER}|\d+))(?P<raised>(?=[⁺⁻]?[⁰¹²³⁴-⁹]*[^⁰¹²³⁴-⁹⁺⁻ⁿⁱ\W]|[ⁿⁱ][⁺⁻ⁿⁱ])[{_RAISED}]+)",
        _raised,
        f"[{_RAISED}]",
    ),
    Rule(
        "power of ten",
        r"(?<![\w.,])(?P<base>10|2)(?P<raised>[⁰¹²³⁴-⁹]{2,4})(?![⁺⁻])",
        _raised,
        "[02][⁰¹²³⁴-⁹]",
    ),
    Rule(
        "letter-like sign",
        rf"(?P<letter>[{''.join(_LETTERLIKE)}])(?P<power>[{_RAISED}]*)",
        _letterlike,
        f"[{''.join(_LETTERLIKE)}]",
    ),
    Rule("Greek letter of formulas", "[\U0001d6a8-\U0001d7cb]", _greek, "[\U0001d6a8-\U0001d7cb]"),
    Rule(
        "prime",
        rf"(?<={_LETTER})′+(?![\d])",
        lambda match, _: _PRIMES.get(len(match[0]), " triple prime"),
        "′",
    ),
    Rule("sign of formulas", f"[{_SIGNS}]", _sign, f"[{_SIGNS}]"),
    Rule("root of brackets", r"√\s?(?=\()", lambda match, _: "square root of ", "√"),
    Rule(
        "higher root",
        "[∛∜]",
        lambda match, _: "cube root of" if match[0] == "∛" else "fourth root of",
        "[∛∜]",
    ),
)
"""Run before the rules for numbers and for single signs, which would take formulas apart."""
