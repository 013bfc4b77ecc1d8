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
    | <?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?                 # jane@example.org
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_OF_IT = ".,;:!?'\"”’)]}"


def find_addresses(text: str) -> Iterator[Span]:
    """Each address without the punctuation after it; with the brackets that hold nothing else."""
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        while text[end - 1] in _NOT_OF_IT and not _closes(text[start:end]):
            end -= 1
        if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            start, end = start - 1, end + 1
        yield Span(start, end)


def _closes(address: str) -> bool:
    """Whether a bracket at the end belongs to the address: `wiki/Mercury_(planet)`."""
    return address[-1] == ")" and address.count("(") >= address.count(")")
