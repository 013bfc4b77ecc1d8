"""The listener's rules, kept in their order."""

from __future__ import annotations

from yapit.core.library.store import Row, Store
from yapit.core.rules import Action, Match, Rule, Scope, holds

_COLUMNS = 'pattern, match, document, language, action, says, "case"'
_KEY = "pattern = ? AND match = ? AND document = ? AND language = ?"


class Dictionary:
    """Rules of the same pattern, match and scope are one: the last that was put."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Rule, ...]:
        """Every rule, in order."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM rules ORDER BY position, rowid")
        return tuple(_rule(row) for row in rows if row[1] in list(Match) and row[4] in list(Action))

    def rules_for(self, document: str, language: str) -> tuple[Rule, ...]:
        """Those that hold in a document: its own before those of its language before those for everywhere."""
        rules = [rule for rule in self.all() if holds(rule.scope, document, language)]
        return tuple(sorted(rules, key=lambda rule: (not rule.scope.document, not rule.scope.language)))

    def put(self, rule: Rule) -> None:
        """Add a rule at the end, or change what the same one does and leave it where it is."""
        self._store.write(
            f"""
            INSERT INTO rules ({_COLUMNS}, position)
            VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM rules))
            ON CONFLICT (pattern, match, document, language) DO UPDATE SET
            action = excluded.action, says = excluded.says, "case" = excluded."case"
            """,
            *(*_key(rule), rule.action.value, rule.says, int(rule.case)),
        )

    def replace(self, old: Rule, new: Rule) -> None:
        """Put `new` where `old` is; at the end where there is no such rule any more."""
        with self._store.transaction():
            found = self._store.row(f"SELECT position FROM rules WHERE {_KEY}", *_key(old))
            if found is not None and old.key != new.key:
                self.remove(old)
            self.put(new)
            if found is not None:
                self._store.write(f"UPDATE rules SET position = ? WHERE {_KEY}", found[0], *_key(new))

    def remove(self, rule: Rule) -> None:
        self._store.write(f"DELETE FROM rules WHERE {_KEY}", *_key(rule))


def _key(rule: Rule) -> tuple[str, str, str, str]:
    return rule.pattern, rule.match.value, rule.scope.document, rule.scope.language


def _rule(row: Row) -> Rule:
    pattern, match, document, language, action, says, case = row
    return Rule(pattern, Action(action), says, Match(match), bool(case), Scope(document, language))
