"""A text as words and runs of punctuation, and a word as the parts that a dictionary may know."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from yapit.core.document import Span
from yapit.core.ipa import OPEN, RUN

SIGNS = {
    "%": "percent",
    "&": "and",
    "+": "plus",
    "@": "at",
    "=": "equals",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "°": "degrees",
    "§": "section",
    "#": "number",
}
"""Signs that are said, should one be left in the text."""

_APOSTROPHES = "'’‘ʼ＇"
_HYPHENS = "-‐‑"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a run of punctuation."""

    span: Span
    text: str
    is_word: bool
    space: bool
    """White space follows."""

    ipa: str = ""
    """How a word is to be said, where the text tells."""


# Letters stand for what a character is; the patterns run over these letters.
_WORD = re.compile(
    r"""
    Ii+ |                            # a run with its IPA, and the s of a possessive
    (?:(?<![lds])a(?=l))?            # 'em, ’tis: checked against _CLIPPED below
    [lds]+
    (?:
        [ah./]+ (?=[lds]) [lds]+     # don't, well-known, e.g, and/or
      | (?<=d) [,:] (?=d) [lds]+     # 1,000 and 10:30
    )*
    """,
    re.VERBOSE,
)
_CLIPPED = re.compile(
    r"(?:em|tis|twas|twere|twill|til|cause|bout|round|n|neath|gainst|cept|tude)$", re.IGNORECASE
)


def _kind(character: str) -> str:
    """What a character is: l(etter), d(igit), s(ign), a(postrophe), h(yphen), p(unctuation) or itself."""
    for kind, members in (("a", _APOSTROPHES), ("h", _HYPHENS), ("s", SIGNS), ("/", "/_\\"), (".", ".·")):
        if character in members:
            return kind
    if character.isspace():
        return " "
    if character.isdecimal():
        return "d"
    if character.isalnum() or unicodedata.category(character) in _PART_OF_WORD:
        return "l"
    return character if character in ",:" else "p"


_PART_OF_WORD = frozenset({"Mn", "Mc", "Me", "Cf"})
"""Accents, vowel signs, soft hyphens and joiners, which stand inside words and are no letters."""


def pieces(text: str) -> list[Piece]:
    """Every character that is not white space, once and in order."""
    kinds = _kinds(text)
    found: list[Piece] = []
    at = 0
    for match in _WORD.finditer(kinds):
        start = match.start()
        if kinds[start] == "I":
            found += [*_marks(text, kinds, at, start), *_run(text, start, match.end())]
            at = match.end()
            continue
        if kinds[start] == "a" and not _CLIPPED.match(text[start + 1 : match.end()]):
            start += 1
        found += _marks(text, kinds, at, start)
        found.append(_piece(text, start, match.end(), is_word=True))
        at = match.end()
    return found + _marks(text, kinds, at, len(text))


_SAID_BY_IPA = re.compile(rf"{RUN.pattern}(?P<ending>[{_APOSTROPHES}][sS](?!\w))?")


def _kinds(text: str) -> str:
    kinds = "".join(map(_kind, text))
    if OPEN not in text:
        return kinds
    parts, at = [], 0
    for run in _SAID_BY_IPA.finditer(text):
        parts += [kinds[at : run.start()], "I", "i" * (len(run[0]) - 1)]
        at = run.end()
    return "".join([*parts, kinds[at:]])


def _run(text: str, start: int, end: int) -> list[Piece]:
    """A word with its IPA; the sign before it stands apart, so that the word begins where it is seen."""
    run = _SAID_BY_IPA.match(text, start)
    word, ipa, ending = run.groups() if run else ("", "", None)
    sign = Piece(Span(start, start + 1), text[start], is_word=False, space=False)
    shown = (word.replace("_", " ").strip() or " ") + ("'s" if ending else "")
    space = text[end : end + 1].isspace()
    return [sign, Piece(Span(start + 1, end), shown, is_word=True, space=space, ipa=ipa)]


def _marks(text: str, kinds: str, start: int, end: int) -> list[Piece]:
    """The runs of punctuation between two words."""
    runs = re.finditer(r"[^ ]+", kinds[start:end])
    return [_piece(text, start + run.start(), start + run.end(), is_word=False) for run in runs]


def _piece(text: str, start: int, end: int, *, is_word: bool) -> Piece:
    space = text[end : end + 1].isspace()
    return Piece(Span(start, end), text[start:end], is_word, space)


_PART = re.compile(
    r"""
    ['’]+(?=\W)                                  # stray apostrophes
  | [^\W\d_]*?(?:'[^\W\d_])*?[a-z](?=[A-Z])      # Camel of CamelCase
  | [A-Z]+(?=[A-Z][a-z])                         # HTML of HTMLParser
  | [^\W\d_]+(?:'[^\W\d_]+)*                     # don't
  | \d+(?:[.,:]\d+)*(?:(?:'?s|st|nd|rd|th)(?!\w))?   # 3.5, 5th, 1990s
  | .
    """,
    re.VERBOSE | re.DOTALL,
)


def parts(word: str) -> list[str]:
    """A plain word as itself; a compound cut at hyphens, signs, digits and inner capitals."""
    return _PART.findall(word)


def plain(word: str) -> str:
    """A word as a dictionary writes it: straight apostrophes and hyphens, no joiners, no wide letters."""
    composed = unicodedata.normalize("NFKC", word)
    return "".join(_PLAIN.get(c, c) for c in composed if unicodedata.category(c) != "Cf")


_PLAIN = {**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_HYPHENS, "-")}
