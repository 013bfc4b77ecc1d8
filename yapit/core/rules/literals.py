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

        self._anywhere: list[Literal] = []

    def add(self, rule: Rule) -> None:
        """Raises RuleError where there is nothing to look for."""
        found = literal(rule)
        folded = _folded(rule)
        head = word_pattern(folded).search(folded)
        if rule.match is Match.ANYWHERE or head is None or is_unspaced(folded):
            self._anywhere.append(found)
        else:
            self._by_head.setdefault(head[0], []).append((head.start(), found))

    def finds(self, source: str) -> Iterator[tuple[int, int, Rule]]:
        """Where rules are found; places are those of the source."""
        if not self._by_head and not self._anywhere:
            return
        text = seen(source, fold=True)
        for start, end, found in (*self._words(text.text), *self._others(text.text)):
            span = text.source(start, end)
            if found.exact is None or found.exact.fullmatch(seen(span.of(source), fold=False).text):
                yield span.start, span.end, found.rule

    def _words(self, text: str) -> Iterator[tuple[int, int, Literal]]:
        heads = self._by_head
        if not heads or heads.keys().isdisjoint(word_pattern(text).findall(text)):
            return
        for word in word_pattern(text).finditer(text):
            for offset, found in heads.get(word[0], ()):
                start = word.start() - offset
                match = found.pattern.match(text, start) if start >= 0 else None
                if match is not None and stands_alone(text, start, match.end()):
                    yield start, match.end(), found

    def _others(self, text: str) -> Iterator[tuple[int, int, Literal]]:
        for found in self._anywhere:
            if found.needle not in text:
                continue
            for match in found.pattern.finditer(text):
                if not unicodedata.combining(text[match.end() : match.end() + 1] or " "):
                    yield match.start(), match.end(), found


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
