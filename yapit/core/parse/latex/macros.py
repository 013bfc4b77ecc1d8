"""Commands that the writer made: put in place of their names, as often and as deep as a text may need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from yapit.core.parse.latex.scanner import Scanner

_DEEPEST = 20
"""Commands within commands."""

_GROWTH = 4
"""How many times longer a text may become; what would go beyond is left out."""

_ROOM = 200_000
"""Characters that a short text may grow to in any case."""

_DEFINITION = re.compile(
    r"\\(?:(?P<new>(?:re|provide)?newcommand|providecommand|DeclareRobustCommand|DeclareMathOperator)\*?"
    r"|(?P<def>[gex]?def))\s*\{?\s*\\(?P<name>[A-Za-z@]+)\s*\}?(?P<pattern>[#\d]*)\s*"
)
_CALL = re.compile(r"\\([A-Za-z@]+)")
_VERBATIM = re.compile(
    r"\\begin\{(verbatim|lstlisting|minted|Verbatim|alltt)\*?\}.*?(?:\\end\{\1\*?\}|\Z)", re.S
)


@dataclass(frozen=True, slots=True)
class Macro:
    body: str
    arguments: int = 0
    default: str | None = None
    """Of the first argument, where it may be left out."""


def expanded(text: str) -> str:
    """The text without the definitions of commands, and with what they stand for."""
    text, macros = _definitions(text)
    return _Expansion(macros, max(_ROOM, len(text) * _GROWTH)).of(text) if macros else text


def _definitions(text: str) -> tuple[str, dict[str, Macro]]:
    macros: dict[str, Macro] = {}
    kept: list[str] = []
    scanner = Scanner(text)
    for match in _DEFINITION.finditer(text):
        if match.start() < scanner.at:
            continue
        kept.append(text[scanner.at : match.start()])
        scanner.at = match.end()
        count = scanner.option() if match["new"] else str(match["pattern"].count("#"))
        default = scanner.option() if match["new"] else None
        body = scanner.argument()
        if "DeclareMathOperator" in match.group():
            body = rf"\operatorname{{{body}}}"
        macros[match["name"]] = Macro(body, _count(count), default)
    kept.append(text[scanner.at :])
    return "".join(kept), macros


def _count(said: str | None) -> int:
    return min(int(said), 9) if said and said.strip().isdecimal() else 0


class _Expansion:
    def __init__(self, macros: Mapping[str, Macro], room: int) -> None:
        self._macros = macros
        self._room = room

    def of(self, text: str, depth: int = 0) -> str:
        pieces: list[str] = []
        scanner = Scanner(text)
        while match := _CALL.search(text, scanner.at):
            kept = _VERBATIM.match(text, match.start())
            macro = self._macros.get(match.group(1))
            end = kept.end() if kept else match.start() if macro else match.end()
            pieces.append(text[scanner.at : end])
            scanner.at = end
            if kept is None and macro is not None:
                scanner.at = match.end()
                pieces.append(self._call(macro, scanner, depth))
        pieces.append(text[scanner.at :])
        return "".join(pieces)

    def _call(self, macro: Macro, scanner: Scanner, depth: int) -> str:
        arguments = [_first(macro, scanner)] if macro.arguments else []
        arguments += [scanner.argument() for _ in range(macro.arguments - 1)]
        body = macro.body
        for number, argument in enumerate(arguments, 1):
            body = body.replace(f"#{number}", argument)
            if len(body) > self._room:
                return ""
        self._room -= len(body)
        if self._room < 0 or depth >= _DEEPEST:
            return ""
        return self.of(body, depth + 1)


def _first(macro: Macro, scanner: Scanner) -> str:
    if macro.default is None:
        return scanner.argument()
    said = scanner.option()
    return macro.default if said is None else said
