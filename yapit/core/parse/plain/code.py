"""Whether lines are a program's."""

from __future__ import annotations

import re

_SIGNS = re.compile(
    r"^(?:[$%#>] \S|>>> |\.\.\. |//|/\*|--\S|#include|@\w|</?\w[^@]*>)"  # prompts, comments, tags
    r"|[{};\\]\s*$"
    r"|\w\([^)]*\)\s*(?:$|[;:{.])"
    r"|(?:^|\s)(?:[-+*/]?=|==|!=|:=|->|=>|&&|\|\||::|<-|<<|>>)(?:\s|$)"
    r"|^(?:def|class|import|from|return|if|for|while|else|elif|function|var|let|const|public|static|void|int)\b.*[:({;]\s*$"
    r"|[\[{(]['\"]|['\"][\])}]|</\w+>"
    r"|^[\w./-]+\s+-{1,2}\w"
)
_WIDEST = 300
"""Characters of a line that are looked at."""

_DRAWING = re.compile(r"[-=+|/\\_<>^v*.:'`─│┌┐└┘├┤┬┴┼═║ \t]+")


def is_code(texts: list[str]) -> bool:
    """Whether half of the lines look like a program's or a shell's."""
    return sum(_SIGNS.search(text[:_WIDEST]) is not None for text in texts) * 2 >= len(texts)


def is_drawing(texts: list[str]) -> bool:
    """Whether lines make a picture: boxes and arrows with a few words in them."""
    framed = sum(text[0] in "+|/\\_-<>^│┌└├" and len(text) > 2 for text in texts)
    if len(texts) < 3 or framed * 2 < len(texts):
        return False
    signs = sum(len(piece) for text in texts for piece in _DRAWING.findall(text) if len(piece.strip()) > 1)
    return signs * 3 >= sum(map(len, texts))
