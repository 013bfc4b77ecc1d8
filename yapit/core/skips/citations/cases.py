"""Decisions, statutes and papers of archives in brackets of their own: `(Miller v. Port of Hull, 1961)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yapit.core.document import Span
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

_SHELF_MARK = re.compile(
    r"\((?:[A-Z][A-Za-z]{0,5}\.?,?\s){1,3}(?:[^();]{0,40},?\s)?(?:[A-Z]{1,5}\s?\d{1,4}/\d{1,4}|fols?\.\s?\d{1,4}|MSS?\.?\s[A-Z0-9])[^()]{0,60}\)|"
    r"\([A-Z]{2,6}(?:,\s[^();,]{1,30}){0,4},\s(?:leg(?:ajo)?|caja|box|bundle|carton|doc|vol|exp|f|ff|fols?|no)\.?\s\d[^()]{0,40}\)|"
    r"[(\[](?:fols?|ff?)\.\s?\d{1,4}[rv]?(?:[–-]\d{1,4}[rv]?)?[)\]]"
)
"""A paper in an archive: `(TNA, SP 89/18, fol. 23)`."""


def find_cases(text: str) -> Iterator[Span]:
    """In no particular order. A case that is named in its sentence is part of it."""
    if "(" in text or "[" in text:
        yield from (
            Span(*match.span()) for pattern in (_CASE, _SHELF_MARK) for match in pattern.finditer(text)
        )
