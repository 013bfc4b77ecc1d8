"""What the listener wants said otherwise, or not at all: a dictionary of rules."""

from yapit.core.rules.rule import EVERYWHERE, Action, Match, Rule, Scope

__all__ = ["EVERYWHERE", "Action", "Match", "Rule", "Scope"]
