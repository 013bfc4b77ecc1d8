"""The rule that a listener begins with, for the word that is lit."""

from __future__ import annotations

from collections.abc import Sequence

from yapit.core.document import word_spans
from yapit.core.rules.rule import Rule
from yapit.core.rules.seen import seen


def draft_for(word: str) -> Rule:
    """A new rule for a word of the page, which says nothing yet: for `Siobhan` where `Siobhan's` is lit."""
    shown = " ".join(seen(word, fold=False).text.split())
    words = word_spans(shown)
    name = shown[words[0].start : words[-1].end] if words else shown
    return Rule(name[:-2] if name.lower().endswith("'s") and len(name) > 2 else name)


def with_draft(kept: Sequence[Rule], draft: Rule) -> tuple[Rule, ...]:
    """The rules as they would be with a draft among them: what a try is spoken by."""
    return tuple({rule.key: rule for rule in (*kept, draft)}.values())
