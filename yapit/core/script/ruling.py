"""What the listener's rules make of a block: they go before what is otherwise said or left out there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from yapit.core.document import Skip, Span
from yapit.core.ipa import plain_ipa
from yapit.core.prepare import Rewrite, claim
from yapit.core.rules import Action, Find, Ruleset
from yapit.core.rules.words import in_word
from yapit.core.skips.surroundings import with_spaces


@dataclass(frozen=True, slots=True)
class Ruling:
    """Of one block; places are those of the document, in order. No two skips overlap, no two rewrites."""

    skips: Sequence[Skip]
    rewrites: Sequence[Rewrite]
    """With one, of nothing, for each of the skips."""


def ruled(
    text: str, parts: Iterable[Span], rules: Ruleset, before: Ruling, references: Sequence[Span] = ()
) -> Ruling:
    """What rules make of what was found in one block before; `references` are the citations it tells.

    Rules look through each of the parts (the block, or its lines) and do not see what is skipped in it.
    None cuts through a formula, a reference or what parts two cells; one that takes in the whole of it
    goes before it.
    """
    silent = [skip.span for skip in before.skips]
    hidden = set(silent)
    told = [rewrite for rewrite in before.rewrites if rewrite.source not in hidden]
    whole = (references, [rewrite.source for rewrite in told])
    finds = [
        find
        for part in parts
        for find in _finds(text, part, rules, silent)
        if all(_spares(spans, find.span) for spans in whole)
    ]
    if not finds:
        return before
    taken = [find.span for find in finds]
    left = [skip for skip in before.skips if not touching(taken, skip.span)]
    others = [rewrite for rewrite in told if not touching(taken, rewrite.source)]
    apart = sorted([*taken, *(skip.span for skip in left), *(rewrite.source for rewrite in others)])
    own = [_skip(text, find, apart) for find in finds if find.action is Action.SKIP]
    said = [_rewrite(text, find) for find in finds if find.action is not Action.SKIP]
    every = sorted([*left, *own], key=lambda skip: skip.span)
    told_now = [*(Rewrite(skip.span, "") for skip in every), *said, *others]
    return Ruling(every, sorted(told_now, key=lambda rewrite: rewrite.source))


def touching(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of `spans`, which are in order and apart, that share a character with one."""
    first = bisect_left(spans, span.start + 1, key=lambda other: other.end)
    return spans[first : bisect_left(spans, span.end, key=lambda other: other.start)]


def _spares(told: Sequence[Span], span: Span) -> bool:
    """Whether each of those it shares a character with lies within it."""
    return all(span.start <= other.start and other.end <= span.end for other in touching(told, span))


_HIDDEN = "\0 \t\n"


def _finds(text: str, part: Span, rules: Ruleset, silent: Sequence[Span]) -> Iterator[Find]:
    """What is found in a part, less what is skipped at its ends."""
    body = part.of(text)
    hidden = [_clipped(span, part).shift(-part.start) for span in touching(silent, part)]
    shown = claim(body, [Rewrite(span, "") for span in hidden]) if hidden else body
    for find in rules.find(shown):
        found = find.span.of(shown)
        start = find.span.start + len(found) - len(found.lstrip(_HIDDEN))
        if bare := found.strip(_HIDDEN):
            yield replace(find, span=Span(start, start + len(bare)).shift(part.start))


def _clipped(span: Span, part: Span) -> Span:
    return Span(max(span.start, part.start), min(span.end, part.end))


def _skip(text: str, find: Find, apart: Sequence[Span]) -> Skip:
    """With the space that would be left over, unless that belongs to something else."""
    line = _line(text, find.span)
    wide = with_spaces(line.of(text), find.span.shift(-line.start)).shift(line.start)
    free = len(touching(apart, wide)) == 1
    return Skip(wide if free else find.span, f"rule: {find.rule.pattern}")


_FAR = 4
"""Characters around a skip that are looked at."""


def _line(text: str, span: Span) -> Span:
    """The surroundings of a span, as far as the ends of its line and cell."""
    start, end = max(span.start - _FAR, 0), span.end + _FAR
    before, after = text[start : span.start], text[span.end : end]
    for edge in "\n\t":
        before, after = before.rpartition(edge)[2], after.partition(edge)[0]
    return Span(span.start - len(before), span.end + len(after))


def _rewrite(text: str, find: Find) -> Rewrite:
    """What is said, as words of their own; as part of a word where it stands within one."""
    span, page = find.span, " ".join(find.span.of(text).replace("\0", "").split())
    is_ipa = find.action is Action.IPA
    said, ipa = (page, plain_ipa(find.says)) if is_ipa else (find.says, "")
    before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    begins, ends = _binds(before, text[span.start]), _binds(text[span.end - 1], after)
    if not begins and not ends:
        return Rewrite(span, said, ipa=ipa, transparent=True)
    left = " " * (not begins and before.isalnum() and said[0].isalnum())
    right = " " * (not ends and after.isalnum() and said[-1].isalnum())
    return Rewrite(span, left + said + right, joined=True, ipa=ipa, transparent=True)


def _binds(one: str, other: str) -> bool:
    """Whether two neighbours belong to one word: letters do, a letter and a digit do not."""
    return in_word(one) and in_word(other) and not (one.isdigit() or other.isdigit())
