"""Decisions, statutes and papers of archives in brackets of their own: `(Miller v. Port of Hull, 1961)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yapit.core.document import Span
from yapit.core.skips.citations.no_authors import NOT_PAGED
from yapit.core.skips.citations.words import LEAD

_PARTY = r"(?:[^\W\d_a-z]|\d)[^()\[\]{};]{1,60}?"
_REPORTER = (
    r"\d{1,4}\s(?:[A-Z][A-Za-z.]{0,6}\s?){1,3}(?:[23]d|[45]th)?\s?(?:§§?\s?)?\d{1,5}[^();]{0,30}"
    r"(?:\([^()]{4,30}\))?"
)
_CASE = re.compile(
    rf"\((?:{LEAD.pattern})?(?:{_PARTY}\sv\.?\s{_PARTY},\s(?:\d{{4}}|{_REPORTER})|"
    rf"(?:\d{{1,4}}\s)(?:U\.S\.C?\.|F\.(?:\s?(?:[23]d|Supp\.))?|S\.\s?Ct\.|C\.F\.R\.|Cal\.|N\.Y\.|BGBl\.)[^();]{{1,40}})"
    r"(?:,\s[^();]{1,30})?\)",
)

_REPORTED = (
    r"\d{1,4}\s(?:[A-Z][A-Za-z]{0,4}\.\s?){1,3}(?:(?:[23]d|[45]th)\s)?\d{1,5}(?:,\s\d{1,4}(?:[–-]\d{1,4})?){0,3}"
    r"\s\((?:[^()]{1,24}\s)?(?:1[789]|20)\d{2}\)"
)
_AFTER_ITS_NAME = re.compile(rf",\s{_REPORTED}(?=[\s.,;:)]|\Z)")
"""Where the case is printed, after its name in a sentence: `Hall v. Moss, 457 U.S. 800, 818 (1982)`."""

_AS_SENTENCE = re.compile(
    r"(?:(?<=[.?!]\s)|\A)(?:See(?:\salso)?(?:,\se\.g\.,)?|Cf\.|Accord|But\ssee)\s"
    rf"{_PARTY}\sv\.\s{_PARTY},\s{_REPORTED}(?=\.(?:\s|\Z))"
)
"""`See Hall v. Moss, 5 F.3d 112 (9th Cir. 1993).`"""

_OLD_WORK = re.compile(
    r"\((?:[A-Z][\w’'.]{1,15}(?:\s(?:[A-Z]|of\s|the\s|on\s)[\w’'.]{1,15}){0,3},?\s)"
    r"(?:\d{1,2}\.)?\d{2,4}[a-e](?:[–-](?:\d{0,4}[a-e])?|\d{1,2}(?:[–-]\d{1,2})?)?\)|"
    r"\((?:[A-Z][\w’'.]{1,15}(?:\s(?:[A-Z]|of\s|the\s|and\s)[\w’'.]{1,15}){0,3},?\s)?"
    r"(?:\d\.\d{1,2}|[IVX]{1,4}\.[ivx]{1,4})\.\d{1,3}–\d{1,3}\)"
)
"""A place that all editions share: `(Republic 4.439d)`, lines of a play: `(3.1.56–60)`."""

_SHELF_MARK = re.compile(
    r"\((?:[A-Z][A-Za-z]{0,5}\.?,?\s){1,3}(?:[^();]{0,40},?\s)?(?:[A-Z]{1,5}\s?\d{1,4}/\d{1,4}|fols?\.\s?\d{1,4}|MSS?\.?\s[A-Z0-9])[^()]{0,60}\)|"
    r"\((?=[^()]{0,80}\b(?:Papers|Archives?|Collections?|Library|MSS?|RG)\b)[^()]{3,80},\s(?:box|folder|file|reel|carton|RG|vol\.|MSS?)\s\d[^()]{0,40}\)|"
    r"\([A-Z]{2,6}(?:,\s[^();,]{1,30}){0,4},\s(?:leg(?:ajo)?|caja|box|bundle|carton|doc|vol|exp|f|ff|fols?|no)\.?\s\d[^()]{0,40}\)|"
    r"[(\[](?:fols?|ff?)\.\s?\d{1,4}[rv]?(?:[–-]\d{1,4}[rv]?)?[)\]]"
)
"""A paper in an archive: `(TNA, SP 89/18, fol. 23)`."""


def find_cases(text: str) -> Iterator[Span]:
    """In no particular order. A case that is named in its sentence is part of it."""
    if "(" not in text and "[" not in text:
        return
    yield from (Span(*match.span()) for pattern in (_CASE, _SHELF_MARK) for match in pattern.finditer(text))
    for match in _OLD_WORK.finditer(text):
        if not NOT_PAGED & set(re.findall(r"\w+", match[0].lower())):
            yield Span(*match.span())
    if " v. " in text:
        yield from (Span(*match.span()) for match in _AFTER_ITS_NAME.finditer(text))
        yield from (Span(*match.span()) for match in _AS_SENTENCE.finditer(text))
