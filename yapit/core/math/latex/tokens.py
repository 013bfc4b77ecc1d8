"""LaTeX as tokens, and a place among them."""

from __future__ import annotations

import re

from yapit.core.math.tree import MAX_DEPTH, FormulaTooLarge

_TOKEN = re.compile(
    r"(?P<comment>(?<!\\)%[^\n]*)|(?P<space>\s+)|\\(?:begin|end)\s*\{[^{}]{0,40}\}|\\[A-Za-z@]+\*?|\\."
    r"|\d{1,3}(?:(?:,|\{,\}|\\,)\d{3})+(?![\d,])(?:\.\d+)?|\d+\.(?=\\(?:overline|bar|dot))"
    r"|\d+(?:\.\d+)?|\.\d+|.",
    re.DOTALL,
)


def tokens_of(source: str) -> list[str]:
    """Commands, numbers and single characters; one space for white space, nothing for comments."""
    matches = (match for match in _TOKEN.finditer(source) if match["comment"] is None)
    return [" " if match["space"] else match[0] for match in matches]


class Tokens:
    """A place among tokens, and how deep in groups it is."""

    def __init__(self, source: str) -> None:
        self._tokens = tokens_of(source)
        self._at = 0
        self._depth = 0

    def peek(self) -> str | None:
        """The next token that is no white space; None at the end."""
        while self._at < len(self._tokens) and self._tokens[self._at] == " ":
            self._at += 1
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def take(self) -> str:
        token = self.peek()
        self._at += 1
        return token or ""

    def take_if(self, *wanted: str) -> str | None:
        return self.take() if self.peek() in wanted else None

    def put_back(self, rest: str) -> None:
        """What remains of the token taken last."""
        self._at -= 1
        self._tokens[self._at] = rest

    def enter(self) -> None:
        """Into a group.

        Raises:
            FormulaTooLarge: There are too many around it already.
        """
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise FormulaTooLarge

    def leave(self) -> None:
        self._depth -= 1

    def raw_group(self) -> str:
        """A group as it is written, without its braces; else the next token."""
        if self.peek() != "{":
            return self.take() if self.peek() not in (None, "}") else ""
        self.take()
        return self._until("{", "}")

    def raw_option(self) -> str:
        """An option as it is written, without its brackets; empty where there is none."""
        if self.peek() != "[":
            return ""
        self.take()
        return self._until("[", "]")

    def _until(self, opening: str, closing: str) -> str:
        start, depth = self._at, 1
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            depth += (token == opening) - (token == closing)
            self._at += 1
            if depth == 0:
                return "".join(self._tokens[start : self._at - 1])
        return "".join(self._tokens[start:])
