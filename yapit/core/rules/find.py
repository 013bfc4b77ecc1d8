"""What a rule found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from yapit.core.document import Span
from yapit.core.rules.rule import Action, Rule


@dataclass(frozen=True, slots=True)
class Find:
    span: Span
    rule: Rule
    says: str = ""
    """What is said for it, words or IPA; empty where it is skipped."""

    @property
    def action(self) -> Action:
        """What becomes of it: a replacement that comes out empty is a skip."""
        return self.rule.action if self.says else Action.SKIP
