"""Sources named in running text: `[12]`, `(Smith et al., 2020)`, the year of `Smith (2020)`, `[Kop18]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yapit.core.document import BlockKind, Document, Span

_ENOUGH = 3
"""Bracketed numbers, in a text without a list of references, that make them citations."""

_PAGES = (
    r"(?:,\s(?:(?:pp?|ch(?:ap)?|sec|no|vol|fig|eq|S|art)\.?\s?|§\s?|Theorem\s|Section\s|Chapter\s)"
    r"[^\],;)]{1,20})?"
)
_PAGES_OF = re.compile(_PAGES.removesuffix("?"))
_NUMBER = r"[1-9]\d{0,2}"
_NUMERIC = re.compile(
    rf"\[(?:see\s|cf\.\s|e\.g\.,?\s)?{_NUMBER}{_PAGES}(?:\s?[,;–—-]\s?{_NUMBER}{_PAGES})*\]"
    rf"(?:\s?[,–—-]\s?\[{_NUMBER}\])*"
)
_KEY = r"(?:[A-Z][A-Za-z]{1,8}\+?(?:19|20)?\d{2}[a-z]?|[A-Z]{2,5}\+?\d{2}[a-z]?)"
_KEYED = re.compile(rf"\[{_KEY}{_PAGES}(?:[,;]\s?{_KEY}{_PAGES})*\]")

_SMALL = (
    r"(?:(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|ter|ten|zu|zur|af|al|el|bin|ibn)[\s-]"
    r"|[dDlLO]['’])"
)
_NAME = rf"(?:{_SMALL}){{0,3}}[^\W\d_a-zß-öø-ÿ][\w'’‐-]*\.?"
_INITIALS = r"(?:(?:[A-Z]\.[\s-]?){1,3}\s?)?"
_AUTHOR = rf"{_INITIALS}{_NAME}(?:\s{_NAME}){{0,3}}(?:,\s(?:[A-Z]\.\s?-?){{1,3}}(?=[,;&\s]))?"
_AND = r"(?:,?\s(?:and|&|und|et|y|e|och|en)\s)"
_ET_AL = r"(?:,?\s(?:et\.?\sal\.?|and\s(?:others|colleagues)|u\.\s?a\.))"
_AUTHORS = rf"{_AUTHOR}(?:,\s{_AUTHOR}){{0,6}}(?:{_AND}{_AUTHOR})?{_ET_AL}?(?:['’]s)?"
_YEAR = (
    r"(?:(?:1[5-9]|20)\d{2}[a-z]?(?:[–-](?:\d{2}|\d{4}))?"
    r"|n\.\s?d\.|in\spress|forthcoming|to\sappear|submitted)"
)
_YEARS = rf"(?:\[{_YEAR}\]\s?|{_YEAR}/)?{_YEAR}(?:,\s(?:{_YEAR}|[a-z]\b))*"
_WHERE = (
    r"(?:[,:]\s?(?:(?:pp?|chaps?|chapters?|ch|secs?|sections?|vol|figs?|figures?|eqs?|tables?|footnote|n|S)"
    r"\.?\s?|§§?\s?|\d)[^();]{0,24})?"
)
_LEAD = (
    r"(?:(?:(?:but\s|and\s)?(?:see|cf\.|e\.\s?g\.|i\.\s?e\.|compare|following|after|from|adapted\sfrom|"
    r"reviewed\s(?:in|by)|quoted\sin|cited\sin|as\scited\sin|in|viz\.|vgl\.|siehe|z\.\s?B\.|voir|p\.\s?ex\.)"
    r"(?:\s(?:also|e\.\s?g\.|for\s(?:example|instance)|in))?,?\s)"
    r"|for\s(?:an?|more|further)\s[a-z\s]{3,30},\s(?:see\s)?)"
)
_CITED = re.compile(rf"{_LEAD}?{_AUTHORS},?\s(?P<years>{_YEARS}){_WHERE}")
_MORE_YEARS = re.compile(rf"{_YEARS}{_WHERE}")
_PARENTHESIS = re.compile(r"\([^()]{6,400}\)")
_BRACKETED = re.compile(r"\[[^\[\]]{6,300}\]")
_NARRATIVE = re.compile(
    rf"(?P<authors>{_NAME}(?:['’]s)?(?P<more>{_ET_AL}|{_AND}{_AUTHOR})?)\s?(?P<years>\({_YEARS}{_WHERE}\))"
)
_KNOWN = re.compile(
    rf"{_LEAD}?(?P<names>[^;]{{2,100}}?),?\s\(?(?P<years>{_YEARS}){_WHERE}\)?(?:\s[a-z\s]{{3,30}})?"
)
_LONG_WORD = re.compile(r"[^\W\d_][\w'’‐-]+")
_FOUR_DIGITS = re.compile(r"(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)")

_NAMES_WITHIN = 160
"""Characters: where an entry names its authors."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What the document's list of references tells about its citations."""

    count: int = 0
    """Entries of the list."""

    named: frozenset[tuple[str, str]] = frozenset()
    """Each word that an entry begins with, and each year in it; small letters."""

    has_numbers: bool = False
    """Bracketed numbers are citations: there is a list, or they are many."""

    @classmethod
    def of(cls, document: Document) -> Bibliography:
        text = document.text
        entries = [block.span.of(text) for block in document.blocks if block.kind is BlockKind.REFERENCE]
        named = frozenset(
            (name.lower(), year)
            for entry in entries
            for year in _FOUR_DIGITS.findall(entry)
            for name in _LONG_WORD.findall(entry, 0, _NAMES_WITHIN)
        )
        numbers = bool(entries) or sum(1 for _ in _NUMERIC.finditer(text)) >= _ENOUGH
        return cls(len(entries), named, numbers)

    def knows(self, names: str, years: str) -> bool:
        """Whether the list has an entry that begins with one of these words and holds one of these years."""
        found = _FOUR_DIGITS.findall(years)
        return any((name.lower(), year) in self.named for name in _LONG_WORD.findall(names) for year in found)


def find_citations(text: str, bibliography: Bibliography) -> Iterator[Span]:
    """Citations of one block, in no particular order."""
    if "[" in text:
        yield from (_span(match) for match in _KEYED.finditer(text))
        if bibliography.has_numbers:
            yield from (_span(match) for match in _NUMERIC.finditer(text) if _is_number(match, bibliography))
    if not re.search(r"\d{4}|n\.\s?d\.|in\spress|forthcoming|to\sappear", text):
        return
    for pattern in (_PARENTHESIS, _BRACKETED):
        yield from (_span(match) for match in pattern.finditer(text) if _cites(match[0][1:-1], bibliography))
    for match in _NARRATIVE.finditer(text):
        if match["more"] or bibliography.knows(match["authors"], match["years"]):
            yield Span(*match.span("years"))


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())


def _is_number(match: re.Match[str], bibliography: Bibliography) -> bool:
    """Not the `[3]` of `a[3]`, nor a number beyond the list."""
    before = match.string[max(match.start() - 2, 0) : match.start()]
    if before and before[-1].isalpha() and not before.isalpha():
        return False  # one letter: an index
    numbers = map(int, re.findall(r"\d+", _PAGES_OF.sub("", match[0])))
    return not bibliography.count or max(numbers) <= bibliography.count * 1.1 + 2


def _cites(inside: str, bibliography: Bibliography) -> bool:
    """Whether every part between semicolons is a citation."""
    parts = [part.strip() for part in inside.split(";")]
    if all(_is_known(part, bibliography) for part in parts):
        return True
    first = _CITED.fullmatch(parts[0])
    if first is None or not _is_credible(first, len(parts), bibliography):
        return False
    return all(_CITED.fullmatch(part) or _MORE_YEARS.fullmatch(part) for part in parts[1:])


def _is_known(part: str, bibliography: Bibliography) -> bool:
    """A part that the list of references has, whatever its author is called: `HPC development team, 2021`."""
    match = _KNOWN.fullmatch(part) if bibliography.named else None
    return match is not None and bibliography.knows(match["names"], match["years"])


def _is_credible(match: re.Match[str], parts: int, bibliography: Bibliography) -> bool:
    """A name and a year may be a place and a date: `(Paris, 1998)`."""
    names = match[0][: match.start("years") - match.start()]
    if re.search(rf"{_ET_AL}|&", names):
        return True
    if bibliography.named and _FOUR_DIGITS.search(match["years"]):
        return bibliography.knows(names, match["years"])
    return parts > 1 or re.search(_AND, names) is not None or _is_surname(names)


def _is_surname(names: str) -> bool:
    name = re.fullmatch(rf"{_LEAD}?({_NAME}),\s?", names)
    return name is not None and name[1].lower() not in _NO_NAMES


_NO_NAMES = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "spring", "summer", "autumn", "fall", "winter", "since", "until", "before"),
        *(
            "after",
            "circa",
            "in",
            "by",
            "from",
            "early",
            "late",
            "mid",
            "around",
            "about",
            "founded",
            "built",
        ),
    )
)
