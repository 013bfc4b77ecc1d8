"""Regular expressions of the listener's own: checked when they are made, bounded when they are searched."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yapit.core.errors import RuleError
from yapit.core.rules.rule import Rule
from yapit.core.rules.seen import Seen, seen

SECONDS = 0.1
"""For one search of one block, where a thousandth is usual: who needs more will need it everywhere."""

_LONGEST = 500
_MOST_REPEATED = 1000
"""As many copies of its parts a pattern may ask for: `(?:a{9999}){9999}` takes gigabytes to compile."""

_COUNT = re.compile(r"\{(\d*)(?:,(\d*))?\}")
_REFERENCE = re.compile(r"\\(?:(\d{1,2})|g<(\w+)>)")


@dataclass(frozen=True, slots=True)
class Expression:
    """A rule of this kind, compiled."""

    pattern: Any
    says: str

    def finds(self, text: Seen) -> Iterator[tuple[int, int, str]]:
        """Where it is found and what is said for it; places are those of the seen text.

        Raises:
            RuleError: It takes too long.
        """
        try:
            for match in self.pattern.finditer(text.text, timeout=SECONDS):
                yield match.start(), match.end(), self._said(match)
        except (TimeoutError, MemoryError, RecursionError) as error:
            raise RuleError(
                f"the regular expression {self.pattern.pattern} takes too long",
                cure="Leave out repetitions within repetitions, such as (a+)+.",
            ) from error

    def _said(self, match: Any) -> str:
        """What is said, with `\\1` and `\\g<name>` filled in; a group that took no part is nothing."""
        return _REFERENCE.sub(lambda reference: match[_group(reference)] or "", self.says)


def expression(rule: Rule) -> Expression:
    """A rule's regular expression, in the syntax of Python's `re`.

    Raises:
        RuleError: It is none, or asks for too much, or what is said names a group that it has not.
    """
    written = seen(rule.pattern, fold=False).text
    groups = _checked(written)
    for reference in _REFERENCE.finditer(rule.says):
        _check_group(reference, groups)
    import regex  # noqa: PLC0415 - 15 ms, for rules of this kind only

    flags = regex.VERSION0 | (0 if rule.case else regex.IGNORECASE)
    try:
        with warnings.catch_warnings(action="ignore"):
            return Expression(regex.compile(written, flags), rule.says)
    except (regex.error, RecursionError, MemoryError, OverflowError) as error:
        raise _no_expression(written, str(error)) from error


def _checked(written: str) -> re.Pattern[str]:
    """The pattern as Python's own library reads it, which knows no recursion and tells what is wrong best."""
    if len(written) > _LONGEST:
        raise RuleError(
            f"{len(written)} characters are too many for a regular expression", cure="Make two rules of it."
        )
    copies = 1
    for count in _COUNT.finditer(written):
        copies *= max(*(int(number[:9]) for number in count.groups() if number), 1, 1)
    if copies > _MOST_REPEATED:
        raise RuleError(f"{written} repeats its parts {copies:,} times", cure="Use + or * instead of {…}.")
    try:
        with warnings.catch_warnings(action="ignore"):  # of what a later Python may read otherwise
            return re.compile(written)
    except (re.error, RecursionError, OverflowError) as error:
        raise _no_expression(written, str(error)) from error


def _no_expression(written: str, why: str) -> RuleError:
    return RuleError(
        f"{written} is no regular expression: {why}",
        cure="Put a backslash before signs that stand for themselves, or match it as a word or anywhere.",
    )


def _check_group(reference: re.Match[str], pattern: re.Pattern[str]) -> None:
    group = _group(reference)
    known = group <= pattern.groups if isinstance(group, int) else group in pattern.groupindex
    if not known:
        raise RuleError(
            f"{reference[0]} names a group that the regular expression has not",
            cure=f"It has {pattern.groups}: put what is to be said again in brackets.",
        )


def _group(reference: re.Match[str]) -> int | str:
    number, name = reference[1] or reference[2], reference[2]
    return int(number) if number.isdecimal() else str(name)
