"""Words that stand around or within a citation: "see also", "et al.", "p. 12", and what is no author."""

from __future__ import annotations

import re

_SIGNALS = (
    r"see|cf\.|cfr\.|e\.\s?g\.|i\.\s?e\.|compare|contra|pace|viz\.|(?:adapted|modified|data)\sfrom|based\son",
    r"(?:as\s)?(?:quoted|cited|discussed|described|reviewed|shown|reported)\s(?:in|by)",
    r"vgl\.|siehe|so|anders|z\.\s?B\.|zit(?:iert)?\.?\snach",
    r"voir|p\.\s?ex\.|par\sexemple|cité\s(?:dans|par)",
    r"véase|ver|por\sejemplo|citad[oa]\s(?:en|por)",
)
_ALSO = (
    r"also|esp\.|especially|generally|e\.\s?g\.|for\s(?:example|instance)|in|auch|dazu|hierzu|aussi|notamment|"
    r"también"
)
_SIGNAL = rf"(?:but\s|and\s)?(?:{'|'.join(_SIGNALS)})(?:\s(?:{_ALSO})){{0,2}},?(?:\se\.\s?g\.,?)?\s"
_FOR_MORE = r"for\s(?:an?|the|more|further)\s[a-z\s]{3,30},\s(?:see\s(?:also\s)?)?"
LEAD = re.compile(rf"(?:{_SIGNAL}|{_FOR_MORE})", re.IGNORECASE)
"""What stands before a source in brackets and says how it is meant."""

WEAK_LEAD = re.compile(r"(?:after|from|following|in)\s", re.IGNORECASE)
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
_LOCATOR = re.compile(rf"(?:(?:{'|'.join(_LOCATORS.split())})\b\.?\s?|§§?\s?)[^;]{{0,40}}", re.IGNORECASE)
_PAGES = re.compile(r"\d[\d\s.:,n–-]{0,20}(?:\s?ff?\.?)?")


def is_locator(text: str) -> bool:
    """Whether it is a place in a source: `p. 12`, `Theorem 7`, `§3.1`."""
    return _LOCATOR.fullmatch(text) is not None


def is_place_in_source(text: str) -> bool:
    """The same after a year, where a page needs no "p.": `45–52`, `2:44`."""
    return all(
        is_locator(part) or _PAGES.fullmatch(part) or part in _TAILS
        for part in re.split(r"\s?,\s", text)
        if part
    )


_TAILS = frozenset(("passim", "emphasis added", "original emphasis", "my translation", "u. ö."))
TAIL = re.compile(
    r"\s(?:and|with)\s(?:the\s)?references\s(?:therein|there|within)|\sff?\.|\spassim|\sfor\s[a-z\s]{3,30}"
)
"""What may follow a year and is no place in the source."""

AFTER_COLLEAGUES = re.compile(
    r"(?:\bet\.?\sal\.?|\b(?:and|&)\s(?:others|colleagues|co-?workers)|\bu\.\s?a\.)\s?\Z"
)
IBIDEM = re.compile(
    r"(?:ibid(?:em)?|ebd|ebenda|ídem|idem|op\.\s?cit|loc\.\s?cit|a\.\s?a\.\s?O)\b\.?(?:,\s[^();]{1,30})?",
    re.IGNORECASE,
)
"""The same source again."""

UNPUBLISHED = re.compile(
    r"\b(?:personal\s(?:communication|observation)|pers\.\s?(?:comm|obs)\.|"
    r"unpublished\s(?:data|results|manuscript))"
)

_REPORTS = """
    show argu find found note noting report suggest claim propos demonstrat describ observ state stating
    writ wrote hold held conclud introduc develop defin explain point examin discuss identif compar
    estimat call list sees saw count reject deny denie doubt advis recommend review used uses emphasi
    maintain analy investigat ask interview zeigt schreibt nennt betont argumentiert hält sieht montre
    soutient affirme muestra sostiene señala defiende
"""
REPORTS = re.compile(
    rf"\s(?:l[ae]\s)?(?:(?:have|has|had|also|first|later|then|further)\s)?(?:{'|'.join(_REPORTS.split())})"
)
"""How a sentence goes on whose subject is an author."""

ACCORDING = re.compile(
    r"\b(?:according\sto|see(?:\salso)?|cf\.|laut|siehe|vgl\.|selon|voir|según|véase)\s\S+\Z", re.IGNORECASE
)
"""What stands before an author, and hardly before a title; with the one word of the name."""

_NO_AUTHORS = """
    january february march april may june july august september october november december januar februar
    märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre
    novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre spring summer autumn fall winter easter christmas monday tuesday wednesday thursday friday
    saturday sunday since until before circa early late mid around about founded built born died act part
    chapter section figure table version release edition season series episode grant case rule resolution
    directive convention treaty agreement olympics euro windows office labour conservative conservatives
    liberal democrat democrats republican republicans usa uk us ussr eu gdr un ddr brd frg uae england
    scotland wales ireland britain france germany austria switzerland italy spain portugal belgium
    netherlands denmark sweden norway finland poland russia ukraine greece turkey egypt israel iran iraq
    india china japan korea taiwan vietnam thailand indonesia australia canada mexico brazil argentina
    chile peru nigeria kenya ghana america africa asia europe texas california florida london paris berlin
    munich münchen hamburg cologne köln frankfurt vienna wien zürich zurich geneva bern basel rome rom
    milan venice florence naples madrid barcelona seville lisbon brussels antwerp amsterdam rotterdam
    leiden copenhagen stockholm oslo helsinki warsaw kraków prague budapest moscow kyiv athens istanbul
    cairo jerusalem baghdad tehran delhi mumbai calcutta beijing shanghai tokyo kyoto osaka seoul sydney
    melbourne toronto montreal vancouver boston chicago philadelphia washington seattle atlanta detroit
    dublin edinburgh glasgow manchester liverpool oxford cambridge york leeds cannes lyon marseille
    nairobi lagos dresden leipzig
"""
NO_AUTHORS = frozenset(_NO_AUTHORS.split())
"""What stands before a year in brackets and is no author: months, places, parties; small letters."""

_BODIES = """
    organization organisation office bureau agency committee commission council department ministry
    institute association society team foundation bank nations network consortium centre center
    collaboration authority service group union academy board inc ministerium bundesamt institut amt
    ministère ministerio instituto
"""
BODIES = frozenset(_BODIES.split())
"""The word that tells that an author is a body: `Environment Bureau, 2011`."""
