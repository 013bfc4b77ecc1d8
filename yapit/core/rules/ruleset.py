"""The rules that hold in a document, together: what they find in a text, and which of two goes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from yapit.core.document import Span
from yapit.core.errors import RuleError
from yapit.core.ipa import plain_ipa
from yapit.core.rules.find import Find
from yapit.core.rules.literals import Literals, literal
from yapit.core.rules.regexes import Expression, expression
from yapit.core.rules.rule import Action, Match, Rule
from yapit.core.rules.seen import seen


def check(rule: Rule) -> None:
    """Raises RuleError, with what to do about it, where a rule cannot be used."""
    if rule.action is Action.IPA:
        plain_ipa(rule.says)
    elif rule.action is Action.SAY and not rule.says.strip():
        raise RuleError("the rule says nothing", cure="Say how it sounds, or skip it.")
    if rule.match is Match.REGEX:
        expression(rule)
    else:
        literal(rule)


class Ruleset:
    """Rules ready to be looked for. Of two finds that overlap, the one of the narrower scope counts (the
    document's, the language's, all), then the longer, then the one whose rule was made first."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._left_out: dict[Rule, RuleError] = {}
        self._rank: dict[Rule, tuple[int, int]] = {}
        self._literals = Literals()
        self._expressions: dict[Rule, Expression] = {}
        for rule in rules:
            self._add(rule)

    @property
    def left_out(self) -> Mapping[Rule, RuleError]:
        """Rules that cannot be used, and why; one that takes too long joins them when that is found out."""
        return MappingProxyType(self._left_out)

    def __bool__(self) -> bool:
        return bool(self._rank)

    def find(self, text: str) -> tuple[Find, ...]:
        """What is found in a block, in order; no two overlap, and none is white space alone."""
        if not self._rank or not text:
            return ()
        found = [find for find in self._all(text) if find.span]
        found.sort(key=lambda find: (self._rank[find.rule][0], -len(find.span), *self._order(find)))
        return tuple(sorted(_apart(found, len(text)), key=lambda find: find.span))

    def _add(self, rule: Rule) -> None:
        if rule in self._rank:
            return
        try:
            check(rule)
        except RuleError as error:
            self._left_out[rule] = error
            return
        self._rank[rule] = (_breadth(rule), len(self._rank))
        if rule.match is Match.REGEX:
            self._expressions[rule] = expression(rule)
        else:
            self._literals.add(rule)

    def _order(self, find: Find) -> tuple[int, int]:
        return self._rank[find.rule][1], find.span.start

    def _all(self, text: str) -> Iterator[Find]:
        for start, end, rule in self._literals.finds(text):
            yield _find(text, Span(start, end), rule, rule.says)
        if self._expressions:
            yield from self._expressed(text)

    def _expressed(self, text: str) -> Iterator[Find]:
        shown = seen(text, fold=False)
        for rule, compiled in list(self._expressions.items()):
            try:
                for start, end, says in compiled.finds(shown):
                    if start < end:
                        yield _find(text, shown.source(start, end), rule, says)
            except RuleError as error:
                del self._expressions[rule]
                self._left_out[rule] = error


@lru_cache(maxsize=8)
def ruleset(rules: Sequence[Rule]) -> Ruleset:
    """The rules of a tuple, compiled once."""
    return Ruleset(rules)


def _find(text: str, span: Span, rule: Rule, says: str) -> Find:
    silent = rule.action is Action.SKIP
    return Find(span.trimmed(text), rule, "" if silent else says.replace("\0", "").strip())


def _breadth(rule: Rule) -> int:
    if rule.scope.document:
        return 0
    return 1 if rule.scope.language else 2


def _apart(found: Iterable[Find], length: int) -> Iterator[Find]:
    """Those that share no character with one before them."""
    taken = bytearray(length)
    for find in found:
        start, end = find.span.start, find.span.end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            yield find
