"""LaTeX read from left to right: tokens, and the arguments of commands, in time that grows with the text."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"\\begin[ \t]*\{(?P<begin>[^{}\n]{1,60})\}|\\end[ \t]*\{(?P<end>[^{}\n]{1,60})\}"
    r"|\\verb\*?(?P<bar>[^\sA-Za-z*])(?P<verb>[^\n]*?)(?P=bar)"
    r"|\\(?P<command>[A-Za-z@]+)(?P<star>\*?)(?:[ \t]*\n?[ \t]*(?=\S)|[ \t]+)?"
    r"|\\(?P<symbol>.)(?:(?<=\\\\)\*?(?:\[[^\]\n]{0,20}\])?)?"
    r"|(?P<math>\$\$?)"
    r"|(?P<par>\n[ \t]*\n\s*)"
    r"|(?P<ligature>---?|``|''|,,|[`'~])"
    r"|(?P<brace>[{}])|(?P<cell>&)"
    r"|(?P<text>[^\\{}$~&\n`',-]+|.|\n)",
    re.S,
)
_BRACE = re.compile(r"\\.|[{}]", re.S)
_LONGEST_UNCLOSED = 4000
_LONGEST_OPTION = 1000
_LONGEST_FORMULA = 5000


class Scanner:
    """A place in a text. An argument that is never closed ends with its paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._closing = _matching_braces(text)

    def next(self) -> re.Match[str] | None:
        match = _TOKEN.match(self.text, self.at)
        if match is not None:
            self.at = match.end()
        return match

    def argument(self) -> str:
        """What stands in the braces that follow; without braces, the next sign or command."""
        start = self._after_space()
        if not self.text.startswith("{", start):
            return self._undelimited(start)
        close = self._closing.get(start)
        if close is None:
            paragraph = self.text.find("\n\n", start)
            close = min(paragraph if paragraph >= 0 else len(self.text), start + _LONGEST_UNCLOSED)
        self.at = min(close + 1, len(self.text))
        return self.text[start + 1 : close]

    def has_argument(self) -> bool:
        return self.text.startswith("{", self._after_space())

    def option(self) -> str | None:
        """What stands in the square brackets that follow, None where there are none."""
        start = self._after_space()
        if not self.text.startswith("[", start):
            return None
        at, last = start + 1, min(len(self.text), start + _LONGEST_OPTION)
        if self.text.find("]", at, last) < 0:
            return None
        while at < last:
            if self.text[at] == "]":
                self.at = at + 1
                return self.text[start + 1 : at]
            at = self._closing.get(at, at) + 1
        return None

    def until_end(self, name: str) -> str:
        """The body of an environment whose beginning was just read, and go on after it."""
        depth = 1
        bounds = re.compile(rf"\\(begin|end)[ \t]*\{{{re.escape(name)}\}}")
        for match in bounds.finditer(self.text, self.at):
            depth += 1 if match.group(1) == "begin" else -1
            if not depth:
                return self._take(match.start(), match.end())
        return self._take(len(self.text), len(self.text))

    def until_close(self, close: str) -> str | None:
        """A formula up to the sign that ends it; None where a paragraph ends before."""
        at, last = self.at, min(len(self.text), self.at + _LONGEST_FORMULA)
        if self.text.find(close, at, last) < 0:
            return None
        while at < last:
            if self.text.startswith(close, at):
                return self._take(at, at + len(close))
            if self.text[at] == "\n" and self.text[at + 1 : at + 40].lstrip(" \t").startswith("\n"):
                return None
            at += 2 if self.text[at] == "\\" else 1
        return None

    def _take(self, end: int, after: int) -> str:
        taken = self.text[self.at : end]
        self.at = min(after, len(self.text))
        return taken

    def _undelimited(self, start: int) -> str:
        match = re.compile(r"\\[A-Za-z@]+|\\.|[^\s\\{}]", re.S).match(self.text, start)
        if match is None:
            return ""
        self.at = match.end()
        return match.group()

    def _after_space(self) -> int:
        at = self.at
        while at < len(self.text) and self.text[at] in " \t":
            at += 1
        if self.text.startswith("\n", at):
            line = at + 1
            while line < len(self.text) and self.text[line] in " \t":
                line += 1
            if self.text[line : line + 1] in ("{", "["):
                return line
        return at


def _matching_braces(text: str) -> dict[int, int]:
    closing: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(text):
        if match.group() == "{":
            opened.append(match.start())
        elif match.group() == "}" and opened:
            closing[opened.pop()] = match.start()
    return closing
