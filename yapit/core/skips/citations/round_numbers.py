"""Citations by number in round brackets: `(refs. 2,3)`, and `(4,9)` where a text cites so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yapit.core.document import Span
from yapit.core.skips.citations.among_words import BEFORE, is_counted, is_pointed_at, stands_at_end
from yapit.core.skips.citations.bibliography import Bibliography
from yapit.core.skips.citations.words import AFTER_COLLEAGUES

_NUMBER = r"[1-9]\d{0,2}"
_ROUND = re.compile(
    rf"\((?:(refs?\.?|references?|réfs?\.)\s)?"
    rf"({_NUMBER}(?:(?:\s?[,–-]\s?|\s(?:and|und|et)\s){_NUMBER}){{0,15}})\)",
    re.IGNORECASE,
)
_AFTER_WORD = re.compile(r"[^\W\d_A-Z][^\W\d_]\s\Z")
_AFTER_LONG_WORD = re.compile(r"(?:[^\W\d_A-Z]{3,}|\d\s?%)\s\Z")
_IN_CLAUSE = re.compile(
    r"\s(?:before|after|in|at|on|for|with|by|to|from|during|among|is|are|was|were|has|have|had)\s"
)
_SPANNING_WORDS = """
    won win wins lost lose loss losses lead leads drew draw draws beat score scores result results ahead
    home away games game matches match tie points grade grades age ages aged years year days months weeks
    hours minutes pages page verses verse chapters chapter morning evening afternoon night noon size sizes
    steps step items item levels level types type odds ratio players rooms floors lanes stages phases parts
"""
_SPANNING = frozenset(_SPANNING_WORDS.split())
"""Words after which a range is what it says: `ages (9–12)`."""

_PLACED_WORDS = "cell cells coordinates position positions row rows column columns number numbers square"
_PLACED = frozenset(_PLACED_WORDS.split())
"""Words after which several numbers are what they say."""


def find_round_numbers(text: str, bibliography: Bibliography) -> Iterator[Span]:
    """In order. Never the `(3)` of `Equation (3)`, nor the `(1)` that counts what follows."""
    if "(" not in text:
        return
    matches = list(_ROUND.finditer(text))
    groups = [match for match in matches if _is_group(match)]
    alone = [match for match in groups if _is_alone(match, groups, bibliography)]
    for match in matches:
        if (
            match[1]
            or _is_listed(match, bibliography)
            or match in alone
            or (alone and _is_single(match) and _stands_in_clause(match))
        ):
            yield Span(*match.span())


def _numbers(match: re.Match[str]) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", match[2])]


def _before(match: re.Match[str]) -> str:
    return match.string[max(match.start() - BEFORE, 0) : match.start()]


def _is_listed(match: re.Match[str], bibliography: Bibliography) -> bool:
    if not bibliography.has_round_numbers or not bibliography.has_entries(_numbers(match)):
        return False
    before = _before(match)
    if AFTER_COLLEAGUES.search(before):
        return True
    if not _AFTER_WORD.search(before) or is_pointed_at(before):
        return False
    return stands_at_end(match, is_several=True) or (_is_single(match) and _stands_in_clause(match))


def _stands_in_clause(match: re.Match[str]) -> bool:
    """At its end, or before a word that goes on with it."""
    return stands_at_end(match, is_several=True) or _IN_CLAUSE.match(match.string, match.end()) is not None


def _is_single(match: re.Match[str]) -> bool:
    """One number after a word that it does not count."""
    before = _before(match)
    if not match[2].isdecimal() or not _AFTER_LONG_WORD.search(before):
        return False
    return not (is_pointed_at(before) or is_counted(before) or before.split()[-1].lower() in _PLACED)


def _is_group(match: re.Match[str]) -> bool:
    """Several numbers that rise, where a clause ends, after a word that counts nothing."""
    before, numbers = _before(match), _numbers(match)
    rising = len(numbers) > 1 and all(a < b for a, b in pairwise(numbers))
    if not rising or not _AFTER_LONG_WORD.search(before) or is_pointed_at(before) or is_counted(before):
        return False
    word = before.split()[-1].lower()
    if word in _PLACED or (word in _SPANNING and re.search("[–-]", match[2])):
        return False
    return stands_at_end(match, is_several=True)


def _is_alone(match: re.Match[str], groups: list[re.Match[str]], bibliography: Bibliography) -> bool:
    """Without a list to look into: a lone range may as well be hours or a score."""
    if bibliography.count or bibliography.has_numbers:
        return False
    return len(groups) > 1 or re.search("[–-]", match[2]) is None
