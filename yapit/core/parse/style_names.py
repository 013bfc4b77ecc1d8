"""What paragraph styles and fonts of word processors say about a text, by the names they all use."""

from __future__ import annotations

import re

from yapit.core.document import BlockKind

Kind = BlockKind

LONGEST_CHAIN = 32
"""Styles that are based on each other; Word itself allows eleven."""

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik)[ _]?([1-9])")
_CONTENTS = re.compile(
    r"(?:toc|contents|index|user index|illustration index|table index)[ _]?(?:\d|heading|title)"
    r"|table of (?:figures|authorities)|toc heading|contents heading|index heading"
)
_KINDS = {
    Kind.TITLE: ("title", "subtitle", "document title"),
    Kind.AUTHOR: ("author", "authors", "affiliation", "affiliations"),
    Kind.ABSTRACT: ("abstract", "abstract title"),
    Kind.CAPTION: (
        "caption", "image caption", "table caption", "figure caption", "illustration", "figure", "table",
        "drawing",
    ),
    Kind.QUOTE: ("quote", "intense quote", "block text", "block quotation", "quotations", "quotation"),
    Kind.FOOTNOTE: ("footnote", "footnote text", "footnote block text", "endnote", "endnote text"),
    Kind.CODE: (
        "source code", "html preformatted", "preformatted text", "macro text", "macro", "code", "code block",
        "listing",
    ),
    Kind.REFERENCE: (
        "bibliography", "endnote bibliography", "bibliography 1", "citavi bibliography entry", "references",
    ),
}  # fmt: skip
_BY_NAME = {name.replace(" ", ""): kind for kind, names in _KINDS.items() for name in names}

_MONOSPACED = re.compile(
    r"courier|consolas|menlo|monaco|\bmono\b|monospace|typewriter|lucida console|source code"
    r"|fira code|inconsolata|cascadia|jetbrains|fixedsys|andale",
    re.IGNORECASE,
)


def kind_of_style(name: str) -> tuple[BlockKind, int] | None:
    """Kind and level that a style's name promises; None for a name of one's own and for body text."""
    plain = " ".join(name.lower().replace("_20_", " ").split())
    heading = _HEADING.fullmatch(plain)
    if heading:
        return Kind.HEADING, int(heading.group(1))
    if _CONTENTS.fullmatch(plain):
        return Kind.FURNITURE, 0
    kind = _BY_NAME.get(plain.replace(" ", ""))
    return None if kind is None else (kind, 0)


def is_code_style(name: str) -> bool:
    """Whether a style of characters is one for program text."""
    plain = " ".join(name.lower().replace("_20_", " ").split())
    return plain in ("verbatim char", "source text", "html code", "html keyboard", "html sample", "code")


def is_monospaced(font: str) -> bool:
    return _MONOSPACED.search(font) is not None


_SIGN_OF_CODE = re.compile(r"[{}=<>\\|_;]|\(\)|\s{4}|^\s*[$>#@]", re.MULTILINE)
_LONG_SENTENCE = re.compile(r"[“\"‘'«(—–-]?\s?[^\W\d_].*[.!?…:,”\"’')»]")
_SENTENCE = re.compile(r"[“\"‘«(—–-]?\s?[^\W\d_a-z].*[.!?…][”\"’')»]*")
_WORDS_OF_A_LONG_ONE = 7


def is_prose(text: str) -> bool:
    """Whether a paragraph in a typewriter's font is a text that someone typed, not a program."""
    words = text.split()
    if len(words) < 2 or _SIGN_OF_CODE.search(text):
        return False
    sentence = _LONG_SENTENCE if len(words) >= _WORDS_OF_A_LONG_ONE else _SENTENCE
    return sentence.fullmatch(" ".join(words)) is not None
