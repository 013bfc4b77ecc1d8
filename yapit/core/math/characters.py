"""Characters of formulas: which are relations, which letters wear another alphabet, which can be raised."""

from __future__ import annotations

import unicodedata

from yapit.core.math.tree import Letter, Style

RELATIONS = frozenset("=≠<>≤≥≪≫≈≃≅≡∼∝∈∉∋⊂⊃⊆⊇⊄⊊⊢⊨⊥∥→←↔⇒⇐⇔⟶↦≺≻≼≽≜≔↪↠↗↘⇌≍≐⊑⊏⟹⇝↛∣≮≯≰≱⋉")
ADDITIONS = frozenset("+−±∓∪∩∖∧∨⊕⊗⊎⊖△⊔⊓")
PRODUCTS = frozenset("×⋅÷/∗∘⊙⋆•")
LARGE = frozenset("∑∏∫∬∭∮∐⋃⋂⨁⨂⋁⋀⨆")
INTEGRALS = frozenset("∫∬∭∮")
LARGE_NAMES = frozenset(
    ("lim", "max", "min", "sup", "inf", "argmax", "argmin", "limsup", "liminf", "esssup", "plim", "colim")
)
OPENING = frozenset("([{⌊⌈⟨⟦")
CLOSING = frozenset(")]}⌋⌉⟩⟧")
PAUSE = "\u2003"
"""A wide space: what stands apart is heard apart."""

_SUPERSCRIPTS = dict(
    zip(
        "0123456789+−-=()nabcdefghijklmoprstuvwxyzTβγδθφχ′∗∘⊤†",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵝᵞᵟᶿᵠᵡ′*°ᵀ†",
        strict=True,
    )
)
_SUBSCRIPTS = dict(
    zip("0123456789+−-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True)
)
_UNRAISED = {high: plain for plain, high in _SUPERSCRIPTS.items() if plain not in "-∗∘⊤†"}
_UNLOWERED = {low: plain for plain, low in _SUBSCRIPTS.items() if plain != "-"}
_STYLES = (
    ("DOUBLE-STRUCK", Style.BLACKBOARD),
    ("SCRIPT", Style.CALLIGRAPHIC),
    ("FRAKTUR", Style.FRAKTUR),
    ("BLACK-LETTER", Style.FRAKTUR),
    ("BOLD", Style.BOLD),
)
_VARIANTS = {
    "ϵ": "ε",
    "ϑ": "θ",
    "ϕ": "φ",
    "ϖ": "π",
    "ϱ": "ρ",
    "ς": "σ",
    "ϰ": "κ",
    "µ": "μ",
    "ı": "i",
    "ȷ": "j",
}
_BLACKBOARD = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))


def raised(text: str) -> str:
    """As superscripts; empty where one of the characters has none."""
    return _all_of(text, _SUPERSCRIPTS)


def lowered(text: str) -> str:
    """As subscripts; empty where one of the characters has none."""
    return _all_of(text, _SUBSCRIPTS)


def unraised(text: str) -> str:
    """Superscripts as plain characters."""
    return "".join(_UNRAISED.get(character, character) for character in text)


def unlowered(text: str) -> str:
    """Subscripts as plain characters."""
    return "".join(_UNLOWERED.get(character, character) for character in text)


def _all_of(text: str, table: dict[str, str]) -> str:
    changed = [table.get(character, "") for character in text]
    return "".join(changed) if all(changed) else ""


def letter(character: str) -> Letter:
    """A letter of any alphabet of formulas: `𝔼`, `ℝ`, `𝐱`, `ϵ`, `x`."""
    if character in _VARIANTS:
        return Letter(_VARIANTS[character])
    plain = unicodedata.normalize("NFKC", character)
    if plain == character or len(plain) != 1:
        return Letter(character)
    name = unicodedata.name(character, "")
    style = next((style for word, style in _STYLES if word in name), Style.PLAIN)
    return Letter(_VARIANTS.get(plain, plain), style)


def on_page(written: Letter) -> str:
    """A letter as any font of a terminal has it."""
    if written.style is Style.BLACKBOARD:
        return _BLACKBOARD.get(written.text, written.text)
    return written.text
