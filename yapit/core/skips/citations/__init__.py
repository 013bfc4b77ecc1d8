"""Sources named in running text: `[12]`, `(Smith et al., 2020)`, the year of `Smith (2020)`, `[Kop18]`."""

from __future__ import annotations

from yapit.core.document import Span
from yapit.core.skips.citations.author_year import find_author_years
from yapit.core.skips.citations.bibliography import Bibliography
from yapit.core.skips.citations.cases import find_cases
from yapit.core.skips.citations.nouns import joined, nouns
from yapit.core.skips.citations.numeric import find_numbers
from yapit.core.skips.citations.pages import find_pages
from yapit.core.skips.citations.raised import find_raised
from yapit.core.skips.citations.round_numbers import find_round_numbers

__all__ = ["Bibliography", "find_citations", "joined", "nouns"]


def find_citations(text: str, bibliography: Bibliography) -> list[Span]:
    """Citations of one block, in order; of two that overlap, the outer one counts."""
    found: list[Span] = []
    several = [
        *find_numbers(text, bibliography),
        *find_round_numbers(text, bibliography),
        *find_author_years(text, bibliography),
        *find_pages(text, bibliography),
        *find_raised(text),
        *find_cases(text),
    ]
    for span in sorted(several, key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found
