"""Words and other characters that rules look for: all of them in one pass over a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from yapit.core.errors import RuleError
from yapit.core.rules.rule import Match, Rule
from yapit.core.rules.seen import seen
from yapit.core.rules.words import is_unspaced, stands_alone, word_pattern

_LONGEST = 500
_SPACE = r"[^\S\t]+"
"""What stands for white space in a pattern: any, save the tab between two cells of a table."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A rule that looks for characters."""

    rule: Rule
    needle: str
    """Its longest part without white space, folded: where this is missing, the rule is not found."""

    pattern: re.Pattern[str]
    """Of the folded text."""

    exact: re.Pattern[str] | None
    """What is found must be this, too, where capitals and small letters are told apart."""


class Literals:
    """Rules that match words or anything, together."""

    def __init__(self) -> None:
        self._by_head: dict[str, list[tuple[int, Literal]]] = {}
        """Rules by their first word, with the characters before it."""

        self._by_beginning: dict[str, list[Literal]] = {}
        """Rules that are found anywhere, by how their needle begins."""

        self._short: list[Literal] = []
        """Those whose needle is shorter."""

    def add(self, rule: Rule) -> None:
        """Raises RuleError where there is nothing to look for."""
        found = literal(rule)
        folded = _folded(rule)
        head = word_pattern(folded).search(folded)
        if rule.match is Match.WORD and head is not None and not is_unspaced(folded):
            self._by_head.setdefault(head[0], []).append((head.start(), found))
        elif len(found.needle) < _BEGINNING:
            self._short.append(found)
        else:
            self._by_beginning.setdefault(found.needle[:_BEGINNING], []).append(found)

    def finds(self, source: str) -> Iterator[tuple[int, int, Rule]]:
        """Where rules are found; places are those of the source."""
        if not self._by_head and not self._by_beginning and not self._short:
            return
        text = seen(source, fold=True)
        for start, end, found in (*self._words(text.text), *self._others(text.text)):
            span = text.source(start, end)
            if found.exact is None or found.exact.fullmatch(seen(span.of(source), fold=False).text):
                yield span.start, span.end, found.rule

    def _words(self, text: str) -> Iterator[tuple[int, int, Literal]]:
        if not self._by_head:
            return
        for head in self._by_head.keys() & set(word_pattern(text).findall(text)):
            for offset, found in self._by_head[head]:
                yield from _as_words(text, head, offset, found)

    def _others(self, text: str) -> Iterator[tuple[int, int, Literal]]:
        for found in (*self._short, *self._begun(text)):
            if found.needle in text:
                for match in found.pattern.finditer(text):
                    if not unicodedata.combining(text[match.end() : match.end() + 1] or " "):
                        yield match.start(), match.end(), found

    def _begun(self, text: str) -> Iterator[Literal]:
        """Those of which the beginning is in the text."""
        beginnings = self._by_beginning
        if len(beginnings) < _MANY:
            present = {beginning for beginning in beginnings if beginning in text}
        else:
            present = beginnings.keys() & _runs_of_four(text)
        for beginning in present:
            yield from beginnings[beginning]


_BEGINNING = 4
_MANY = 200
"""So many are looked for in a block one by one as fast as its runs of four characters are gathered."""


def _runs_of_four(text: str) -> set[str]:
    return set(map("".join, zip(text, text[1:], text[2:], text[3:], strict=False)))


def _as_words(text: str, head: str, offset: int, found: Literal) -> Iterator[tuple[int, int, Literal]]:
    """Where a rule whose first word is `head`, after so many other characters, stands as words of its own."""
    at = text.find(head)
    while at >= 0:
        match = found.pattern.match(text, at - offset) if at >= offset else None
        if match is not None and stands_alone(text, match.start(), match.end()):
            yield match.start(), match.end(), found
        at = text.find(head, at + len(head))


def literal(rule: Rule) -> Literal:
    """Raises RuleError where there is nothing to look for, or too much."""
    folded = _folded(rule)
    if not folded:
        raise RuleError("the rule has no pattern", cure="Say what is to be looked for.")
    if len(folded) > _LONGEST:
        raise RuleError(f"{len(folded)} characters are too many for a rule", cure="Look for its first words.")
    exact = _spaced(seen(rule.pattern, fold=False).text.split()) if rule.case else None
    return Literal(rule, max(folded.split(), key=len), _spaced(folded.split()), exact)


def _folded(rule: Rule) -> str:
    return " ".join(seen(rule.pattern, fold=True).text.split())


def _spaced(parts: list[str]) -> re.Pattern[str]:
    return re.compile(_SPACE.join(map(re.escape, parts)))
