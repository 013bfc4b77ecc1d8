"""What the list of works cited, and the text as a whole, tell about the citations of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yapit.core.document import BlockKind, Document

ENOUGH = 3
"""So many citations of one manner, in a text without a list of works, make it the manner of the text."""

_NUMBERED = re.compile(r"\[[1-9]\d{0,2}(?:\s?[,;–—-]\s?[1-9]\d{0,2}){0,30}\]")
# Each begins with a sign that is rare in prose, and looks back from there: all of the text is searched.
_APART = re.compile(r"\[(?<=[^\W\d_]\s\[)\d")
_ATTACHED = re.compile(r"\[(?<=[^\W\d_]\[)\d")
_NUMBERED_ROUND = re.compile(
    r"\((?<=[^\W\d_][^\W\d_]\s\()[1-9]\d{0,2}(?:\s?[,–-]\s?[1-9]\d{0,2}){1,9}\)(?=[.,;]?\s|[.]?$)"
)
_YEAR_FOLLOWS = r",?\s\(?(?:19|20)\d{2}\b"
_SURE = (
    re.compile(rf"al(?<=\set\sal|et\.\sal)\.?{_YEAR_FOLLOWS}"),
    re.compile(rf"&\s[^\W\d_a-z][\w'’-]{{1,30}}{_YEAR_FOLLOWS}"),
)
_LABEL = re.compile(r"\s*(?:\[([^\[\]\s]{1,20})\]|\(?(\d{1,3})[.)](?=\s))")
_LONG_WORD = re.compile(r"[^\W\d_][\w'’‐-]+")
_OWNED = re.compile(r"['’]s?\Z")
_FOUR_DIGITS = re.compile(r"(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)")

_PAGED = re.compile(
    r"\(([^\W\d_a-z][\w'’-]+)(?:\s(?:and|et|und)\s[^\W\d_a-z][\w'’-]+)?\s\d{1,4}(?:[–-]\d{1,4})?[);,]"
)

_NAMES_WITHIN = 160
"""Characters: where an entry names its authors."""

_AUTHORS_END = re.compile(
    r"(?<=\w\W\W)[“\"„«‘]|\(?(?:1[5-9]|20)\d{2}|(?<=[^\W\d_]{3})[.:]\s|(?<=[^\W\d_a-z]{2})[.:]\s|(?<=\.):\s"
)
"""Where a title begins, or a year: with a quotation mark, or after a word that is no initial."""

_ANYBODY = frozenset(
    ("the", "of", "and", "for", "in", "on", "et", "al", "von", "van", "de", "der", "und", "la")
)
"""Words that two sources share without being the same."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    count: int = 0
    """Entries of the list."""

    labels: frozenset[str] = frozenset()
    """What the entries are called where they are numbered or have keys: `12`, `Kop18`."""

    named: frozenset[tuple[str, str]] = frozenset()
    """Each word of the authors of an entry, or their short form, and each year in it; small letters."""

    authors: frozenset[str] = frozenset()
    """The words that entries begin with; small letters."""

    has_numbers: bool = False
    """Numbers in square brackets are citations: there is a list for them, or they are many."""

    has_space: bool = False
    """Between a word and a number in square brackets: without it, as in `regs[3]`, it is no citation."""

    has_round_numbers: bool = False
    """Numbers in round brackets are citations."""

    has_years: bool = False
    """Names with years in brackets are citations: they are many."""

    has_pages: bool = False
    """Names with pages in brackets are citations: `(Austen 24)`."""

    @classmethod
    def of(cls, document: Document) -> Bibliography:
        text = document.text
        entries = [block.span.of(text) for block in document.blocks if block.kind is BlockKind.REFERENCE]
        labels = frozenset(m[1] or m[2] for entry in entries if (m := _LABEL.match(entry)))
        is_numbered = any(map(str.isdecimal, labels))
        is_keyed = sum(not label.isdecimal() for label in labels) * 2 > len(entries)
        square = _count(_NUMBERED, text)
        authors = frozenset(word[0].lower() for entry in entries if (word := _first_word(entry)))
        return cls(
            count=len(entries),
            labels=labels,
            named=_named(entries),
            authors=authors,
            has_numbers=not is_keyed and (bool(entries) or square >= ENOUGH),
            has_space=_count(_APART, text) > 2 * _count(_ATTACHED, text),
            has_round_numbers=is_numbered and not _has_equations(document) and _prefers_round(text, square),
            has_years=sum(_count(sure, text) for sure in _SURE) >= ENOUGH,
            has_pages=not labels and any(match[1].lower() in authors for match in _PAGED.finditer(text)),
        )

    def has_entries(self, numbers: Sequence[int]) -> bool:
        """Not beyond the list; some entries may have been missed when it was read, unless none is lacking."""
        if not self.count:
            return True
        is_whole = self.labels == frozenset(map(str, range(1, self.count + 1)))
        return max(numbers) <= (self.count if is_whole else self.count * 1.1 + 2)

    def knows(self, names: str, years: str) -> bool:
        """Whether the list has an entry that begins with one of these words and holds one of these years."""
        found = _FOUR_DIGITS.findall(years)
        words = [_OWNED.sub("", word).lower() for word in _LONG_WORD.findall(names)]
        return any((word, year) in self.named for word in words if word not in _ANYBODY for year in found)

    def knows_all(self, names: str, years: str) -> bool:
        """Whether it has, for one of these years, every word of the name: `pandas development team`."""
        words = [word.lower() for word in _LONG_WORD.findall(names)]
        return bool(words) and any(
            all((word, year) in self.named for word in words) for year in _FOUR_DIGITS.findall(years)
        )


def _named(entries: Sequence[str]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (name.lower(), year)
        for entry in entries
        for year in _FOUR_DIGITS.findall(entry)
        for name in _author_words(entry)
    )


def _author_words(entry: str) -> list[str]:
    """The words before the title or the year, and what their first letters make: WHO."""
    begun = _LABEL.match(entry)
    start = begun.end() if begun else 0
    ends = _AUTHORS_END.search(entry, start, start + _NAMES_WITHIN)
    authors = entry[start : ends.start() if ends else start + _NAMES_WITHIN]
    words = _LONG_WORD.findall(authors)
    short = "".join(word[0] for word in words if word[0].isupper())
    return [*words, short] if len(short) > 2 and "," not in authors else words


def _first_word(entry: str) -> re.Match[str] | None:
    begun = _LABEL.match(entry)
    return _LONG_WORD.search(entry, begun.end() if begun else 0)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _prefers_round(text: str, square: int) -> bool:
    """Several numbers at once, as no formula has them, and more often than in square brackets."""
    return _count(_NUMBERED_ROUND, text) > square


def _has_equations(document: Document) -> bool:
    return any(block.kind is BlockKind.EQUATION for block in document.blocks)
