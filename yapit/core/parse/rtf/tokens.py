"""Rich Text in tokens: groups, control words with their numbers, bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(
    rb"\\(?:(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|'(?P<hex>[0-9A-Fa-f]{2})|(?P<symbol>[^A-Za-z']))"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)


class Kind(Enum):
    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    word: str = ""
    """Of a control word or symbol, without its backslash."""

    number: int | None = None
    data: bytes = b""
    """Of text, in a code page that the file tells elsewhere."""


def tokens(data: bytes) -> Iterator[Token]:
    """All that is in a file; raw bytes of pictures are passed over."""
    at = 0
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:  # a stray sign at the end of a file cut short
            at += 1
            continue
        at = match.end()
        token = _token(match)
        if token is None:
            continue
        if token.word == "bin":
            at += max(token.number or 0, 0)
            continue
        yield token


def _token(match: re.Match[bytes]) -> Token | None:
    found = match.lastgroup
    if found in ("word", "number"):
        number = match["number"]
        return Token(Kind.WORD, match["word"].decode("ascii"), None if number is None else int(number))
    if found == "hex":
        return Token(Kind.TEXT, data=bytes.fromhex(match["hex"].decode("ascii")))
    if found == "symbol":
        return Token(Kind.SYMBOL, match["symbol"].decode("latin-1"))
    if found == "brace":
        return Token(Kind.OPEN if match["brace"] == b"{" else Kind.CLOSE)
    return Token(Kind.TEXT, data=match["text"]) if found == "text" else None
