"""A formula as the words a person would say."""

from __future__ import annotations

import re

from yapit.core.hearing import Detail
from yapit.core.math.speech import atoms, fences, fractions, grids, rows, scripts
from yapit.core.math.speech.teller import Teller
from yapit.core.math.tree import Node
from yapit.core.math.words import vocabulary

_WAYS = {**atoms.WAYS, **rows.WAYS, **fractions.WAYS, **scripts.WAYS, **fences.WAYS, **grids.WAYS}
_NOT_SAID = re.compile(
    r"[\\{}^_$&#|<>~`*\"()\[\]\x00-\x1f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]+"
)
_NO_QUANTITY = re.compile(r"(?<![\w.,])[0-9]+(?:\.[0-9]+)?(?= (?:[^\W\d_]|in)\b)")
_SPACE = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+(?=[,;:?]|\.(?!\d))")
_MARKS = re.compile(r"[,;:][\s,;:]*(?=[,;:.?])")
_EDGES = " ,;:"


def in_words(tree: Node, language: str, detail: Detail) -> str:
    """The formula as it is said; empty where there is nothing to say."""
    words = vocabulary(language)
    spoken = tidied(Teller(words, detail, _WAYS).say(tree))
    return _NO_QUANTITY.sub(lambda match: words.cardinal(match[0]), spoken)


def tidied(said: str) -> str:
    """Words and pauses only: no sign that a voice would name, no two pauses in a row, none at the ends."""
    text = _SPACE.sub(" ", _NOT_SAID.sub(" ", said))
    return _MARKS.sub("", _BEFORE_MARK.sub("", text)).strip(_EDGES)
