"""Citations by raised numbers that are letters of the text: `whales⁵, seals⁶,⁷ and birds⁸–¹²`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yapit.core.document import Span

_RAISED = re.compile(
    r"(?:(?<=[^\W\dA-Z_]{3})|(?<=[a-zß-ÿ]{2}[.,;:!?”\"’)\]])|(?<=[\d%][.,;])|(?<=[.,][”\"’]))"
    r"[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2}(?:[,⁻–-]\s?[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2}){0,12}(?![\w⁰⁺⁻])"
)
_HINT_OF_RAISED = re.compile("[¹²³⁴-⁹]")
_HINT_OF_GLUED = re.compile(r"[1-9](?<=[^\W\d_].)|[1-9](?<=[^\W\d_]\..)")
_WORD = re.compile(r"[^\W\d_]+\Z")
_SQUARED_WORDS = """
    metre metres meter meters kilometre kilometres kilometer kilometers inch inches feet foot yard yards
    mile miles metro metros mètre mètres mol rad sin cos tan log exp sec det chi sinh cosh tanh
"""
_SQUARED = frozenset(_SQUARED_WORDS.split())

_GLUED = re.compile(
    r"(?:(?<=[a-zß-ÿ]{4})[1-9]\d{0,2}(?:[,–][1-9]\d{0,2}){1,8}|(?<=[a-zß-ÿ]{4}\.)[1-9]\d{0,2})(?=[.,;:)]?(?:\s|\Z))"
)
"""The same where the raising was lost: `as in clays3,4 and sands5–7.`"""


def find_raised(text: str) -> Iterator[Span]:
    """In no particular order; no powers: those stand after letters, units and functions."""
    if _HINT_OF_GLUED.search(text):
        yield from (Span(*match.span()) for match in _GLUED.finditer(text))
    for match in _RAISED.finditer(text) if _HINT_OF_RAISED.search(text) else ():
        word = _WORD.search(text, max(match.start() - 20, 0), match.start())
        if word is None or word[0].lower() not in _SQUARED:
            yield Span(*match.span())
