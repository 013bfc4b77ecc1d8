"""Where a number in brackets stands among the words of its sentence: as a citation, or as what it says."""

from __future__ import annotations

import re

from yapit.core.skips.citations.bibliography import Bibliography
from yapit.core.skips.citations.no_authors import NO_AUTHORS, NOT_PAGED
from yapit.core.skips.citations.told import REPORTS
from yapit.core.skips.citations.words import AFTER_COLLEAGUES

BEFORE = 40
"""Characters before a bracket that are looked at."""

_COUNTED_WORDS = """
    range ranges interval intervals list lists array arrays vector vectors code codes bit bits set sets index
    indices element elements segment segments domain domains scale scales tuple tuples pair pairs matrix shape
    tensor sequence value values register point points box window band plane direction axis key along
    Intervall Liste Feld intervalle liste intervalo lista
"""
_COUNTED = re.compile(rf"\b(?:{'|'.join(map(re.escape, _COUNTED_WORDS.split()))})\s\Z", re.IGNORECASE)
"""Words after which several numbers in brackets are what they say: `the range [1, 5]`."""

_COUNTED_ALONE = re.compile(
    r"\b(?:values?|ranges?|scales?|domains?|sets?|sequence|codes?|points?|window|band|plane|direction|axis|along)\s\Z",
    re.IGNORECASE,
)
"""Those of them that a lone number does not belong to: `the accepted value [22]`."""

_ONE_OF_MANY = re.compile(
    r"\b(?:button|row|column|pin|bit|port|slot|stage|byte|line|channel|option|step|cell|field|exit|floor|gate|page|chapter|verse|folio|number|item|question|volume|lot|day|year|act|scene)\s\Z",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:references?|refs?\.|eqs?\.|equations?|figs?\.|secs?\.|tab\.)\s\Z", re.IGNORECASE)
"""Words that are said with the number: `Reference [5]`."""

_ATTACHED = re.compile(r"(?<![^\W\d_])[^\W\dA-Z_]+\Z")
_IDENTIFIER = re.compile(r"(?:(?<![^\W_])\w|\w[._]\w+|\[)\Z")
ENDS_CLAUSE = re.compile(r"\s?(?:[.,;:)](?!\w)|[–—-]\s?\[|\Z)")
_CLAUSE_FOLLOWS = re.compile(r"\s(?:and|but|or|while|whereas|although|which|und|aber|et|mais|y|pero)\b")
_PLAIN_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{2,}|[.,;)\]”\"]|\]\s?[–—-])\s?\Z")
_FIGURE_BEFORE = re.compile(
    r"(?:\b(?:1[5-9]|20)\d{2}|\b[A-Z][\w.]*\s\d+|\d\.\d[\d.]*|[\d)]\s?(?:%|°C|[A-Za-zµΩÅ]{1,2}))\s\Z"
)
"""A year, what carries a number, a quantity: `in 2012 [3]`, `RFC 1071 [4]`, `at 92 K [14]`."""

_COUNTED_UP = re.compile(r"1,\s?2,\s?3")

_AFTER_STOP = re.compile(r"(?:[^\s.][.,;!?][”\"’]?|[.,;!?][”\"’]?(?:\[\w{1,3}\])+)\Z")
_GOES_ON_AFTER_STOP = re.compile(r"\[|\s|\Z")
_POINTING = re.compile(
    r"\b(?:in|by|of|from|to|see|with|than|following|both|unlike|like|using|against|via|per|cf\.|"
    r"(?:base|buil|rel[yi]|improv|draw|expand|focus|depend)\w*\s(?:up)?on|siehe|vgl\.|bei|nach|von|"
    r"voir|dans|selon|par|véase|según|por)\s\Z",
    re.IGNORECASE,
)
_BETWEEN_BOUNDS = re.compile(
    r"(?:\b(?:values?|weights?|numbers?|integers?|probabilit(?:y|ies)|parameters?|lies?|lying|falls?|uniform(?:ly)?|"
    r"drawn|chosen|sampled|scaled|rescaled|normali[sz]ed|clipped|bounded|restricted|[^\W\d_])|∈)"
    r"(?:\s\w+)?\s(?:in|from|to|between|within|on|over|into)\s\Z|∈\s?\Z"
)
_TWO_NUMBERS = re.compile(r"\d+,\s?\d+")
_SAID_BEFORE = re.compile(
    r"\b(?:ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|"
    r"press|type|enter|dial|the|a|an|these|those|his|her|its|their|our|my|"
    r"January|February|March|April|June|July|August|September|October|November|December)\s\Z",
    re.IGNORECASE,
)
"""A number in figures that was said in words, or corrected: `thirty [30] days`."""

_DATE_AROUND = re.compile(
    r"\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_BEGINS = re.compile(r"(?:\A|[.!?:][”\")]?\s)\Z")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w'’+-]+)\s\Z")
_VERB_FOLLOWS = re.compile(
    r"\s(?:is|are|was|were|has|have|had|can|cannot|do|does|did|will|would|may|might|must|should|could)\b"
)
_DOES = re.compile(r"\s(?:was|were|has|had|[^\W\dA-Z_]{3,}(?:s|ed))\b")
_WORD_FOLLOWS = re.compile(r"\s[^\W\dA-Z_]{2,}")
_NO_NOUNS_WORDS = """
    press type enter dial hit click push choose select add delete insert write print returns return gives
    give yields becomes equals produces prints outputs is are was were be been has have had the a an this
    these that those his her its their our my your some all each every any no not and or but nor for with
    without on at about one two three four five six seven eight nine ten eleven twelve twenty thirty forty
    fifty sixty seventy eighty ninety hundred thousand million billion then when if while because so as only
    over under between within through along across near around toward towards after before during into onto
    january february march april june july august september october november december
"""
_NO_NOUNS = frozenset(_NO_NOUNS_WORDS.split())
"""A number in brackets after one of these is part of the sentence: `press [1]`, `thirty [30] days`."""


def is_among_words(match: re.Match[str], bibliography: Bibliography) -> bool:
    """Not the `[3]` of `a[3]` or of `the interval [3, 5]`; a lone one stands where citations do."""
    before = match.string[max(match.start() - BEFORE, 0) : match.start()]
    if _is_part_of_something(match, before):
        return False
    is_several = not match[1].isdecimal()
    if _counts(before, is_several=is_several, has_numbers=bibliography.has_numbers):
        return False
    if (
        bibliography.has_space
        and _ATTACHED.search(before)
        and not stands_at_end(match, is_several=is_several)
    ):
        return False
    if match[1].isdecimal() and _SAID_BEFORE.search(before):
        return False
    if _TWO_NUMBERS.fullmatch(match[1]) and _BETWEEN_BOUNDS.search(before):
        return False
    if bibliography.has_numbers:
        return True
    return not bibliography.labels and _is_as_citations_are(match, before, is_several=is_several)


def _is_part_of_something(match: re.Match[str], before: str) -> bool:
    following = match.string[match.end() : match.end() + 1]
    if following == "]" or (following.isalnum() and before[-1:].isalnum()):
        return True
    if _IDENTIFIER.search(before) or _CALLED.search(before):
        return True
    return match[1].isdecimal() and _DATE_AROUND.match(match.string, match.end()) is not None


def _counts(before: str, *, is_several: bool, has_numbers: bool) -> bool:
    if _ONE_OF_MANY.search(before) and not is_several:
        return True
    counted = _COUNTED.search(before)
    if counted is None or (not is_several and _COUNTED_ALONE.search(before)):
        return False
    if not has_numbers:
        return True
    return is_several and (not counted[0].rstrip().endswith("s") or counted[0].startswith("axis"))


def _is_as_citations_are(match: re.Match[str], before: str, *, is_several: bool) -> bool:
    """In a text that tells nothing else about its citations."""
    text, end = match.string, match.end()
    if _POINTING.search(before) or AFTER_COLLEAGUES.search(before):
        return True
    if _BEGINS.search(before):
        return REPORTS.match(text, end) is not None
    if _AFTER_STOP.search(before) and _GOES_ON_AFTER_STOP.match(text, end):
        return True
    if not _PLAIN_WORD_BEFORE.search(before):
        return _FIGURE_BEFORE.search(before) is not None and stands_at_end(match, is_several=is_several)
    return stands_at_end(match, is_several=is_several) or _follows_what_is_cited(
        match, before, is_several=is_several
    )


def _follows_what_is_cited(match: re.Match[str], before: str, *, is_several: bool) -> bool:
    """In the middle of a clause, after a noun or a name: `the transformer [14] was`."""
    last = _WORD_BEFORE.search(before)
    if last is None or last["word"].lower() in _NO_NOUNS:
        return False
    after = match.string, match.end()
    if last["word"][0].isupper():
        is_named = last["word"].lower() not in NOT_PAGED | NO_AUTHORS
        return is_named and (
            _begins_no_sentence(before, last.start("word")) or _DOES.match(*after) is not None
        )
    if _VERB_FOLLOWS.match(*after) or REPORTS.match(*after):
        return True
    if is_several and "–" not in match[1]:
        return _DOES.match(*after) is not None and not _COUNTED_UP.match(match[1])
    return len(last["word"]) > 3 and _WORD_FOLLOWS.match(*after) is not None


def _begins_no_sentence(before: str, start: int) -> bool:
    return start > 0 and not before[:start].rstrip().endswith((".", "!", "?", ":"))


def stands_at_end(match: re.Match[str], *, is_several: bool) -> bool:
    """Whether a clause ends with it."""
    after = match.string, match.end()
    return bool(ENDS_CLAUSE.match(*after) or (is_several and _CLAUSE_FOLLOWS.match(*after)))


def is_pointed_at(before: str) -> bool:
    """Whether a word stands before that needs another: `as in`."""
    return _POINTING.search(before) is not None


def is_counted(before: str) -> bool:
    """Whether a word stands before that several numbers may belong to."""
    last = _WORD_BEFORE.search(before)
    return _COUNTED.search(before) is not None or (last is not None and last["word"].lower() in _NO_NOUNS)
