"""One entry of the listener's dictionary, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Match(StrEnum):
    """How the pattern of a rule is looked for."""

    WORD = "word"
    """As a word, or several, of its own: `read` is not found in `already`."""

    ANYWHERE = "anywhere"
    REGEX = "regex"


class Action(StrEnum):
    """What becomes of what is found."""

    SAY = "say"
    """Other words are said, spelled so that they sound right."""

    IPA = "ipa"
    """It is said as written in the International Phonetic Alphabet."""

    SKIP = "skip"
    """It is shown and not said."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a rule holds: in one document, in one language, or, where neither is named, everywhere."""

    document: str = ""
    """The library's id of the document."""

    language: str = ""
    """The first part of a BCP 47 tag: `en` holds in `en-GB`, too."""


EVERYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: str
    action: Action = Action.SAY
    says: str = ""
    """What is said for it: words, IPA, or nothing where it is skipped."""

    match: Match = Match.WORD
    case: bool = False
    """Capitals and small letters are told apart."""

    scope: Scope = EVERYWHERE

    @property
    def key(self) -> tuple[str, Match, Scope]:
        """Rules in which this is the same are one."""
        return self.pattern, self.match, self.scope
