"""Web and mail addresses, DOIs and the like in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yapit.core.document import Span

_ADDRESS = re.compile(
    r"""
    <?\b(?:https?://|ftp://|www\.)[^\s<>"“”]+>?          # https://example.org/a, <https://example.org>
    | \b(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/[^\s<>"“”]+
    | \barXiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]+/\d{7})(?:v\d+)?
    | <?(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+>?                 # jane@example.org
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LEADING = "see|available|online|at|from|via|website|cf\\.|e\\.g\\.,?|siehe|unter|voir|disponible|en|sur"
_LEAD = re.compile(rf"\((?:(?:{_LEADING})[:,]?\s){{0,4}}\Z", re.IGNORECASE)
_ACCESSED = re.compile(
    r"(?:,\s(?:last\s)?(?:accessed|retrieved|visited|abgerufen|consulté|consultado)[^()]{0,40})?\)",
    re.IGNORECASE,
)
_HINT = re.compile(r"://|www\.|@|10\.\d|arxiv", re.IGNORECASE)
_NOT_OF_IT = ".,;:!?'\"”’)]}"


def find_addresses(text: str) -> Iterator[Span]:
    """Each address without the punctuation after it; with brackets that hold nothing else."""
    if not _HINT.search(text):
        return
    for match in _ADDRESS.finditer(text):
        start = match.start()
        end = start + _length(match[0])
        opening, closing = _LEAD.search(text, max(start - 40, 0), start), _ACCESSED.match(text, end)
        yield Span(opening.start(), closing.end()) if opening and closing else Span(start, end)


def _length(address: str) -> int:
    """Without the punctuation after it, of which a bracket may belong to it: `wiki/Mercury_(planet)`."""
    end = len(address)
    unopened = address.count(")") - address.count("(")
    while address[end - 1] in _NOT_OF_IT and (address[end - 1] != ")" or unopened > 0):
        unopened -= address[end - 1] == ")"
        end -= 1
    return end
