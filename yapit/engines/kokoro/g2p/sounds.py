"""What English does to phonemes: stress that comes and goes, and the endings -s, -ed and -ing."""

from __future__ import annotations

from typing import Final

PRIMARY: Final = "ˈ"
SECONDARY: Final = "ˌ"
VOWELS: Final = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ")
CONSONANTS: Final = frozenset("bdfhjklmnpstvwzðŋɡɹɾʃʒʤʧθ")
_LONG: Final = frozenset("AIOQWYʤʧ")
_FLAPS_AFTER: Final = frozenset("AIOWYiuæɑəɛɪɹʊʌ")
"""An American t between one of these and a vowel is tapped: writing."""


def has_stress(phonemes: str) -> bool:
    return PRIMARY in phonemes or SECONDARY in phonemes


def weight(phonemes: str) -> int:
    """How long a word is to the ear, in symbols; diphthongs and affricates count twice."""
    return sum(2 if symbol in _LONG else 1 for symbol in phonemes)


def stressed(phonemes: str, stress: float | None) -> str:
    """Phonemes with stress none (-2), secondary at most (-1), some (0.5), primary (2); None: as they are.

    The steps are those of the dictionaries' own makers, so that the voice
    hears what it was trained on.
    """
    if stress is None:
        return phonemes
    if stress < -1:
        return phonemes.replace(PRIMARY, "").replace(SECONDARY, "")
    if stress == -1 or (stress in (0, -0.5) and PRIMARY in phonemes):
        return phonemes.replace(SECONDARY, "").replace(PRIMARY, SECONDARY)
    return _raised(phonemes, stress)


def _raised(phonemes: str, stress: float) -> str:
    if has_stress(phonemes):
        if stress >= 1 and PRIMARY not in phonemes:
            return phonemes.replace(SECONDARY, PRIMARY)
        return phonemes
    if stress < 0:
        return phonemes
    return _before_vowel(PRIMARY if stress > 1 else SECONDARY, phonemes)


def _before_vowel(mark: str, phonemes: str) -> str:
    for place, symbol in enumerate(phonemes):
        if symbol in VOWELS:
            return phonemes[:place] + mark + phonemes[place:]
    return phonemes


def with_s(stem: str, dialect: str) -> str:
    if not stem:
        return ""
    if stem[-1] in "ptkfθ":
        return stem + "s"
    if stem[-1] in "szʃʒʧʤ":
        return stem + _weak_vowel(dialect) + "z"
    return stem + "z"


def with_ed(stem: str, dialect: str) -> str:
    if not stem:
        return ""
    if stem[-1] in "pkfθʃsʧ":
        return stem + "t"
    if stem[-1] == "d":
        return stem + _weak_vowel(dialect) + "d"
    if stem[-1] != "t":
        return stem + "d"
    if dialect == "en-GB" or len(stem) < 2:
        return stem + "ɪd"
    return (stem[:-1] + "ɾ" if stem[-2] in _FLAPS_AFTER else stem) + "ᵻd"


def with_ing(stem: str, dialect: str, *, after_r: bool) -> str:
    """`after_r`: the word is written with an r there, which British English says only before a vowel."""
    if not stem:
        return ""
    if dialect == "en-GB":
        return stem + ("ɹɪŋ" if after_r and stem[-1] in "əː" else "ɪŋ")
    if len(stem) > 1 and stem[-1] == "t" and stem[-2] in _FLAPS_AFTER:
        return stem[:-1] + "ɾɪŋ"
    return stem + "ɪŋ"


def _weak_vowel(dialect: str) -> str:
    return "ɪ" if dialect == "en-GB" else "ᵻ"
