"""Formulas for the eye and the ear: LaTeX and MathML as Unicode on one line, and as words.

Any string has a result, in bounded time: a formula that is too large to be
followed says so.
"""

from __future__ import annotations

from yapit.core.hearing import Detail
from yapit.core.math.page import on_one_line
from yapit.core.math.reading import read_formula
from yapit.core.math.speech import in_words
from yapit.core.math.tree import FormulaTooLarge
from yapit.core.math.words import vocabulary

__all__ = ["said", "shown"]

_MOST_SHOWN = 80
_MOST_WORDS = 400
"""A minute and a half to two minutes of listening: nobody follows a longer formula."""


def shown(source: str) -> str:
    """A formula as Unicode on one line: `E = mc²`, `(a+b)/2`, `√2`.

    `source` is LaTeX without its dollars, or MathML beginning with `<math`;
    of one that is too large, the beginning of its source.
    """
    try:
        return on_one_line(read_formula(source))
    except FormulaTooLarge:
        beginning = " ".join(source[:_MOST_SHOWN].split())
        return beginning + "…"


def said(source: str, language: str = "en", detail: Detail = Detail.BRIEF) -> str:
    """A formula in words: "E equals m c squared". Digits stay, signs do not.

    `language` is a BCP 47 tag; one without words of its own is said in
    English. A formula that is too large is "a long formula"; one without
    anything to say is "a formula".
    """
    words = vocabulary(language)
    try:
        spoken = in_words(read_formula(source), language, detail)
    except FormulaTooLarge:
        return words.phrases["a long formula"]
    if len(spoken.split()) > _MOST_WORDS:
        return words.phrases["a long formula"]
    return spoken or words.phrases["a formula"]
