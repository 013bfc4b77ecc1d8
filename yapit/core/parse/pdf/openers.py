"""Lines that open a chapter, which look like the running heads of its pages: `Chapter 3`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from yapit.core.parse.pdf.measures import Measures
from yapit.core.parse.pdf.page import Line, Page

OPENER = re.compile(
    r"(?:chapter|part|book|section|kapitel|teil|buch|chapitre|partie|livre|capítulo|parte|глава|часть)\s+"
    r"(?:\d{1,3}|[IVXLC]+|[^\W\d_]+)(?:\s*[.:–—-].*)?|第.{1,4}[章部回]",
    re.IGNORECASE,
)
"""`Chapter 3`, `Part Two: The Flood`."""


def openers_of(pages: Iterable[Page], measures: Measures) -> Iterator[Line]:
    """Each is the first to say what it says, or the larger one, and it or the title below it is large."""
    found = [line for page in pages for line in page.lines if OPENER.fullmatch(line.text)]
    told = Counter(line.text.lower() for line in found)
    below = {line: after for page in pages for line, after in _followed(page)}
    for line in found:
        is_alone = told[line.text.lower()] == 1 or line.size > measures.body + 0.9
        after = below.get(line)
        if is_alone and (_is_large(line, measures) or (after is not None and _is_large(after, measures))):
            yield line


def _followed(page: Page) -> Iterator[tuple[Line, Line]]:
    lines = sorted(page.lines, key=lambda line: line.box.y0)
    return pairwise(lines)


def _is_large(line: Line, measures: Measures) -> bool:
    return line.size > measures.body + 0.9 and any(map(str.isalpha, line.text))
