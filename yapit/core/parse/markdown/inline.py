"""Inline tokens to running text with its marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from yapit.core.document import Mark, MarkKind, Span
from yapit.core.parse.prose import Prose

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_KEY = re.compile(r"-?@\{?([\w][\w:.#$%&+?<>~/-]*\w|\w)\}?")


class InlineReader:
    """Reads what a token of running text shows; knows how works are cited."""

    def __init__(self, works: Mapping[str, str]) -> None:
        self._works = works
        self._prose = Prose()
        self._open = 0
        """Round brackets that are not closed yet."""

    def read(self, token: Token) -> tuple[str, tuple[Mark, ...]]:
        self._open = 0
        for child in token.children or ():
            self._add(child)
        text, marks = self._prose.take()
        return text, tuple(_with_brackets(text, marks))

    def _add(self, child: Token) -> None:
        match child.type:
            case "softbreak":
                self._prose.add(" ")
            case "hardbreak":
                self._prose.end_line()
            case "html_inline" if _BREAK.fullmatch(child.content):
                self._prose.end_line()
            case "html_inline" | "footnote_anchor":
                pass
            case "math_inline" | "math_inline_double":
                self._prose.add_formula(" ".join(child.content.split()))
            case "code_inline" | "footnote_ref" | "citation":
                self._prose.add_marked(*self._marked(child))
            case _:
                self._open += child.content.count("(") - child.content.count(")")
                self._prose.add(child.content)

    def _marked(self, child: Token) -> tuple[str, MarkKind]:
        """What is shown, and what it is."""
        if child.type == "code_inline":
            return child.content, MarkKind.CODE
        if child.type == "footnote_ref":
            return f"[{int(child.meta['id']) + 1}]", MarkKind.NOTE
        return self._cited(child.content), MarkKind.CITATION

    def _cited(self, keys: str) -> str:
        """Names and years where the text has its list of works, else the keys as they stand."""
        found = _KEY.findall(keys)
        if not found or any(key not in self._works for key in found):
            return f"[{keys}]"
        said = _KEY.sub(self._work, keys)
        return said if self._open > 0 else f"({said})"

    def _work(self, match: re.Match[str]) -> str:
        work = self._works[match.group(1)]
        return work.rpartition(", ")[2] if match.group().startswith("-") else work


_BETWEEN = re.compile(r"[\s;,]*")


def _with_brackets(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks, with the round brackets in which nothing but citations stands as part of these."""
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if last is not None and _go_together(text, last, mark):
            joined[-1] = replace(last, span=Span(last.span.start, mark.span.end))
        else:
            joined.append(mark)
    return [_bracketed(text, mark) if mark.kind is MarkKind.CITATION else mark for mark in joined]


def _go_together(text: str, mark: Mark, after: Mark) -> bool:
    between = _BETWEEN.fullmatch(text, mark.span.end, after.span.start)
    return mark.kind is after.kind is MarkKind.CITATION and between is not None


def _bracketed(text: str, mark: Mark) -> Mark:
    start, end = mark.span.start, mark.span.end
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return replace(mark, span=Span(start - 1, end + 1))
    return mark
