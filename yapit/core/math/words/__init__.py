"""The words for formulas, a module a language; what a language lacks is said in English."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from yapit.core.math.words.vocabulary import Vocabulary

_LANGUAGES = frozenset(("de", "fr", "es", "it", "pt"))


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language, named by a BCP 47 tag."""
    english: Vocabulary = import_module("yapit.core.math.words.en").WORDS
    name = language.partition("-")[0].lower()
    if name not in _LANGUAGES:
        return english
    own: Vocabulary = import_module(f"yapit.core.math.words.{name}").WORDS
    return own.over(english)
