"""The measures of a document's running text, taken from some of its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from yapit.core.parse.pdf.page import Line, Page


@dataclass(frozen=True, slots=True)
class Measures:
    body: float
    """The size of the running text, in points."""

    leading: float
    """From one line of it to the next, in points."""

    mono: bool = False
    """Whether all text is as if typewritten: then listings do not stand out."""


def measures_of(pages: Iterable[Page]) -> Measures:
    lines = [line for page in pages for line in page.lines if not line.aside]
    body = _body_size(lines)
    steps = sorted(_steps([line for line in lines if not line.text.isdigit()], body))
    mono = sum(len(line.text) for line in lines if line.mono)
    return Measures(
        body,
        median(steps) if steps else 1.2 * body,
        mono=2 * mono > sum(len(line.text) for line in lines),
    )


def _body_size(lines: list[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    if not sizes:
        return 10.0
    # References and notes may outweigh a short text, and are smaller; nothing large has as many letters.
    most = max(sizes.values())
    return max(size for size, letters in sizes.items() if letters > 0.6 * most)


def _steps(lines: list[Line], body: float) -> Iterator[float]:
    for upper, lower in pairwise(lines):
        step = lower.foot - upper.foot
        alike = abs(upper.size - body) < 0.6 and abs(lower.size - body) < 0.6
        below = lower.page == upper.page and abs(lower.box.x0 - upper.box.x0) < 4 * body
        if alike and below and 0.5 * body < step < 4 * body:
            yield step
