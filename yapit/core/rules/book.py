"""Where rules are kept: what a dictionary can do."""

from __future__ import annotations

from typing import Protocol

from yapit.core.rules.rule import Rule, Scope


class RuleBook(Protocol):
    """Rules in the order in which they were made. Those of one pattern, match and scope are one."""

    def all(self) -> tuple[Rule, ...]: ...

    def rules_for(self, document: str, language: str) -> tuple[Rule, ...]:
        """Those that hold in a document of that id and language (a BCP 47 tag)."""
        ...

    def put(self, rule: Rule) -> None:
        """Add a rule, or change what the same one does."""
        ...

    def replace(self, old: Rule, new: Rule) -> None:
        """Put `new` in the place of `old`."""
        ...

    def remove(self, rule: Rule) -> None:
        """Forget a rule; nothing happens where there is no such one."""
        ...


def holds(scope: Scope, document: str, language: str) -> bool:
    """Whether a rule of that scope holds in a document of that id and language."""
    first = (scope.language.partition("-")[0].lower(), language.partition("-")[0].lower())
    return scope.document in ("", document) and first[0] in ("", first[1])
