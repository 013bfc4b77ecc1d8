"""Rules as files: our own JSON, and the speech dictionaries of NVDA (`.dic`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from yapit.core.errors import RuleError
from yapit.core.rules.rule import Action, Match, Rule, Scope

_NVDA_MATCH = {"0": Match.ANYWHERE, "1": Match.REGEX, "2": Match.WORD}
_CURE = "Give it what `yapit rules list --json` prints, or a speech dictionary of NVDA (.dic)."


def as_fields(rule: Rule) -> dict[str, str | bool]:
    """A rule as plain values, for JSON."""
    return {
        "pattern": rule.pattern,
        "action": rule.action.value,
        "says": rule.says,
        "match": rule.match.value,
        "case": rule.case,
        "language": rule.scope.language,
        "document": rule.scope.document,
    }


def rules_in(text: str) -> tuple[Rule, ...]:
    """The rules in a file; whether each can be used is not looked at (`check`).

    Raises:
        RuleError: It is no such file.
    """
    rules = tuple(_from_json(text) if text.lstrip().startswith("[") else _from_nvda(text.splitlines()))
    if not rules:
        raise RuleError("there are no rules in it", cure=_CURE)
    return rules


def _from_json(text: str) -> Iterator[Rule]:
    try:
        for fields in json.loads(text):
            yield _from_fields(fields)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise RuleError(f"these are no rules: {error}", cure=_CURE) from error


def _from_fields(fields: Mapping[str, object]) -> Rule:
    scope = Scope(str(fields.get("document", "")), str(fields.get("language", "")))
    return Rule(
        str(fields["pattern"]),
        Action(str(fields.get("action", "say"))),
        str(fields.get("says", "")),
        Match(str(fields.get("match", "word"))),
        bool(fields.get("case", False)),
        scope,
    )


def _from_nvda(lines: Iterable[str]) -> Iterator[Rule]:
    """A pattern, what is said for it, whether capitals matter and a kind, apart by tabs; `#` comments."""
    for line in lines:
        fields = line.removeprefix("\ufeff").split("\t")
        if line.startswith("#") or len(fields) != 4 or fields[3].strip() not in _NVDA_MATCH:
            continue
        pattern, says = (field.replace("\\#", "#") for field in fields[:2])
        action = Action.SAY if says.strip() else Action.SKIP
        yield Rule(pattern, action, says.strip(), _NVDA_MATCH[fields[3].strip()], fields[2].strip() == "1")
