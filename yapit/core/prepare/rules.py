"""Ordered rules that find what a text says otherwise than it is written.

Earlier rules win: what one has claimed, later ones do not see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from yapit.core.document import Span
from yapit.core.prepare.utterance import Rewrite

Manner = TypeVar("Manner")
"""What a language's rules must know of how it is spoken where, such as American or British."""

Said = str | Mapping[str, str] | None
"""What a match is said as: all of it, or some of its named groups, or None where the rule does not apply.

Groups that touch each other on the page become one rewrite, so that they
light up as the one word they are; what no group holds is left to later rules.
"""

_CLAIMED = "\0"
# Stands for each claimed character while later rules look: no letter, no digit, no sign, no white space.


@dataclass(frozen=True, slots=True)
class Rule(Generic[Manner]):
    """How one kind of thing is found and said."""

    name: str
    pattern: str
    """Compiled when a text first needs it: all of a language's patterns take some 60 ms."""

    say: Callable[[re.Match[str], Manner], Said]
    needs: str = ""
    """A text in which this is not found is not searched: a cheap way past most rules for plain words.

    It is cheap where it begins with a character or a class of them.
    """

    joined: bool = False
    """What is said is part of the word around it."""


def find_rewrites(text: str, rules: Iterable[Rule[Manner]], manner: Manner) -> list[Rewrite]:
    """What the rules say otherwise, in no particular order; no two overlap."""
    found: list[Rewrite] = []
    open_text = text
    needed: dict[str, bool] = {"": True}
    for rule in rules:
        if rule.needs not in needed:
            needed[rule.needs] = _compiled(rule.needs).search(text) is not None
        if not needed[rule.needs]:
            continue
        matches = _compiled(rule.pattern).finditer(open_text)
        new = [rewrite for match in matches for rewrite in _rewrites(rule, match, manner)]
        if new:
            open_text = claim(open_text, new)
            found += (r for r in new if r.spoken != r.source.of(text))
    return found


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _rewrites(rule: Rule[Manner], match: re.Match[str], manner: Manner) -> list[Rewrite]:
    if match.start() == match.end() or _CLAIMED in match[0]:
        return []
    said = rule.say(match, manner)
    if said is None:
        return []
    if isinstance(said, str):
        return [Rewrite(Span(*match.span()), said, rule.joined)]
    return _merged(Rewrite(Span(*match.span(group)), spoken, rule.joined) for group, spoken in said.items())


def _merged(parts: Iterable[Rewrite]) -> list[Rewrite]:
    merged: list[Rewrite] = []
    for part in sorted(parts, key=lambda p: p.source):
        if merged and merged[-1].source.end == part.source.start:
            before = merged.pop()
            whole = Span(before.source.start, part.source.end)
            part = Rewrite(whole, f"{before.spoken} {part.spoken}".strip(), part.joined)
        merged.append(part)
    return [part for part in merged if part.source]


def claim(text: str, rewrites: Iterable[Rewrite]) -> str:
    """The text with what is rewritten hidden from the rules."""
    kept: list[str] = []
    at = 0
    for source in sorted(rewrite.source for rewrite in rewrites):
        if source.end > at:
            start = max(source.start, at)
            kept += (text[at:start], _CLAIMED * (source.end - start))
            at = source.end
    return "".join((*kept, text[at:]))
