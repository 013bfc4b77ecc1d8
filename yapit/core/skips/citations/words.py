"""Words that stand around or within a citation: "see also", "et al.", "p. 12", and what is no author."""

from __future__ import annotations

import re

_SIGNALS = (
    r"see|cf\.|cfr\.|conf\.|e\.\s?g\.|i\.\s?e\.|compare|contrast|contra|pace|viz\.|sensu",
    r"(?:adapted|modified|taken|translated|data)\sfrom|based\son|building\son|drawing\son",
    r"(?:as\s)?(?:quoted|qtd\.|cited|discussed|described|reviewed|summari[sz]ed|shown|reported)\s(?:in|by)",
    r"vgl\.|siehe|so|anders|z\.\s?B\.|zit(?:iert)?\.?\snach",
    r"voir|p\.\s?ex\.|par\sexemple|cité\s(?:dans|par)",
    r"véase|ver|por\sejemplo|citad[oa]\s(?:en|por)",
)
_ALSO = (
    r"also|esp\.|especially|generally|particularly|e\.\s?g\.|inter\salia|in\sparticular|most\srecently|"
    r"for\s(?:example|instance|details|more)|in|auch|dazu|hierzu|aussi|notamment|también"
)
_SIGNAL = rf"(?:but\s|and\s)?(?:{'|'.join(_SIGNALS)})(?:,?\s(?:{_ALSO})){{0,2}},?\s"
_FOR_MORE = (
    r"for\s(?:(?:an?|the|more|further)\s)?[a-z\s]{3,40},?\s(?:see|cf\.)\s(?:also\s)?|"
    r"for\s(?:an?|the|more|further)\s[a-z\s]{3,30},\s|"
    r"on\s[a-z\s]{3,40},?\s(?:see|cf\.)\s(?:also\s)?"
)
LEAD = re.compile(rf"(?:{_SIGNAL}|{_FOR_MORE})", re.IGNORECASE)
"""What stands before a source in brackets and says how it is meant."""

WEAK_LEAD = re.compile(
    r"(?:after|from|following|in|per|also|both|most\srecently|originally|notably|including|"
    r"among\sothers|inter\salia|for\s(?:example|instance)),?\s",
    re.IGNORECASE,
)
"""The same, where it as well begins a date: `(in May 2016)`."""

VIA = re.compile(
    r",?\s(?:as\s)?(?:cited|quoted|reprinted|translated|zitiert|citée?|citad[oa])\s(?:in|by|nach|dans|par|en|por)\s"
)
"""Between a source and the one that it was found in."""

_LOCATORS = """
    abb alg algorithm app appendix art article bd bk book cap capítulo ch chap chapitre chaps chapter
    chapters chs cor corollary def definition eq eqn eqs equation ex example examples fig figs figure
    figures footnote kap l lem lemma lemmas line lines ll n nn no nos note notes p para paragraph paras
    part pp prop proposition pág págs rem remark s satz sec secs sect section sections tab tabelle table
    tables theorem theorems thm vol vols
"""
_LOCATOR = re.compile(
    rf"(?:(?:{'|'.join(_LOCATORS.split())})\b\.?\s?|§§?\s?)[^;]{{0,40}}|\(?\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}\)?|\(\d{{1,3}}\)",
    re.IGNORECASE,
)
PAGES = re.compile(
    r"(?:at\s)?(?:\d[\d\s.:,nab–-]{0,20}|[ivxlc]{1,8}(?:[–-][ivxlc]{1,8})?)(?:\s(?:and|&|und|et|y)\s\d{1,5})?"
    r"(?:\s?(?:ff?|sqq?|ss)\.?|\set\ssuiv\.)?"
    r"|[AB]\s?\d{1,3}(?:[–-]\d{1,3})?(?:/[AB]\s?\d{1,3}(?:[–-]\d{1,3})?)?"
)


def is_locator(text: str) -> bool:
    """Whether it is a place in a source: `p. 12`, `Theorem 7`, `§3.1`."""
    return _LOCATOR.fullmatch(text) is not None


def is_aside(text: str) -> bool:
    """What stands between semicolons beside a source: `emphasis added`."""
    return text in _TAILS


def is_place_in_source(text: str) -> bool:
    """The same after a year, where a page needs no "p.": `45–52`, `2:44`."""
    return all(
        is_locator(part) or PAGES.fullmatch(part) or part in _TAILS
        for part in re.split(r"\s?,\s", text)
        if part
    )


_TAIL_PHRASES = """
    passim; u. ö.; emphasis added; original emphasis; emphasis in original; emphasis in the original;
    italics added; italics in original; italics mine; my emphasis; my translation; author's translation; our
    translation; inter alia; among others; among many others; for example; e.g.; in particular; this volume;
    this issue; and elsewhere; unpublished; in this volume
"""
_TAILS = frozenset(phrase.strip() for phrase in _TAIL_PHRASES.split(";"))
TAIL = re.compile(
    r"\s(?:and|with)\s(?:the\s)?references\s(?:therein|there|within)|\sff?\.|\spassim|\sfor\s[a-z\s]{3,30}"
)
"""What may follow a year and is no place in the source."""

AFTER_COLLEAGUES = re.compile(
    r"(?:\bet\.?\sal\.?|\b(?:and|&)\s(?:others|colleagues|co-?workers)|\bu\.\s?a\.)\s?\Z"
)
IBIDEM = re.compile(
    r"(?:ibid(?:em)?|ebd|ebenda|ídem|idem|id(?=\.)|op\.\s?cit|loc\.\s?cit|a\.\s?a\.\s?O)\b\.?"
    r"(?:,\s[^();]{1,30}|(?::|\sat)?\s?\d[^();]{0,30})?",
    re.IGNORECASE,
)
"""The same source again."""

UNPUBLISHED = re.compile(
    r"\b(?:personal\s(?:communication|observation)|pers\.\s?(?:comm|obs)\.|"
    r"unpublished\s(?:data|results|manuscript)|unpubl\.|in\slitt\.|"
    r"(?:interview|conversation|correspondence|e-?mail|letter)\s(?:with|to)\s(?:the\s)?author\b|"
    r"author['’]s\s(?:interview|field\s?notes|observations?)|field\s?notes,\s)"
)
