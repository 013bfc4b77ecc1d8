"""What the listener wants said otherwise, or not at all: a dictionary of rules."""

from yapit.core.rules.book import RuleBook, holds
from yapit.core.rules.draft import draft_for, with_draft
from yapit.core.rules.find import Find
from yapit.core.rules.rule import EVERYWHERE, Action, Match, Rule, Scope
from yapit.core.rules.ruleset import Ruleset, check, ruleset

__all__ = [
    "EVERYWHERE",
    "Action",
    "Find",
    "Match",
    "Rule",
    "RuleBook",
    "Ruleset",
    "Scope",
    "check",
    "draft_for",
    "holds",
    "ruleset",
    "with_draft",
]
