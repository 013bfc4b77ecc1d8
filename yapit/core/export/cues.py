"""Words with their times to the cues of subtitles, within the limits that viewers are used to.

At most two lines of 42 columns and seven seconds, about a second at the
least; cut at sentences, else at clauses, else between words. Every word is in
exactly one cue, and no two cues overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from yapit.core.audio import Speech
from yapit.core.export.shown import MAX_WIDTH, ShownWord, shown_words, width
from yapit.core.split import Boundary, Chunk

MAX_MS = 7_000
MIN_MS = 1_000
_LINES = 2

Line = tuple[ShownWord, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown at a time; milliseconds from the first sample."""

    start: int
    end: int
    lines: tuple[Line, ...]

    @property
    def words(self) -> Line:
        return tuple(word for line in self.lines for word in line)


def text_of(line: Line) -> str:
    """A line as it is read."""
    return "".join(" " * (word.is_apart and number > 0) + word.text for number, word in enumerate(line))


class Cueing:
    """Takes chunks as they are spoken and gives the cues that are certain."""

    def __init__(self) -> None:
        self._words: list[ShownWord] = []
        self._last: tuple[Line, ...] = ()
        """The lines of a cue that waits for the next one, to know how long it may stay."""

        self._shown_until = 0

    def add(self, chunk: Chunk, speech: Speech, start: float) -> list[Cue]:
        """The cues that are certain with a chunk that is heard from `start` seconds on."""
        self._words += shown_words(chunk, speech, start)
        return self.settle() if self._words and self._may_end(self._words[-1].ends) else []

    def settle(self) -> list[Cue]:
        """The cues of all that was added save the last, which waits."""
        words, self._words = self._words, []
        return [cue for lines in cut(words) for cue in self._next(lines)]

    def finish(self) -> list[Cue]:
        """The cues that are left."""
        return [*self.settle(), *self._next(())]

    def _may_end(self, boundary: Boundary) -> bool:
        if boundary in (Boundary.PARAGRAPH, Boundary.HEADING):
            return True
        return len(self._words) > _MANY and (boundary is Boundary.SENTENCE or len(self._words) > 10 * _MANY)

    def _next(self, lines: tuple[Line, ...]) -> list[Cue]:
        last, self._last = self._last, lines
        if not last:
            return []
        first_word, last_word = last[0][0], last[-1][-1]
        start = max(first_word.start, self._shown_until)
        until = lines[0][0].start if lines else start + MAX_MS
        end = min(max(last_word.end, start + MIN_MS), until, start + MAX_MS)
        self._shown_until = max(end, start + 1)
        return [Cue(start, self._shown_until, last)]


_MANY = 200
"""Words of a paragraph after which the next end of a sentence counts as its end, to bound memory."""


def cut(words: Sequence[ShownWord]) -> list[tuple[Line, ...]]:
    """The lines of each cue: the cheapest way through, by what is cut through and how long it is shown."""
    edges = list(accumulate((width(w.text) + w.is_apart for w in words), initial=0))
    costs, froms = [0.0], [0]
    for end in range(1, len(words) + 1):
        best, begin = min(
            (costs[begin] + _cost(words, edges, begin, end), begin) for begin in _begins(words, edges, end)
        )
        costs.append(best)
        froms.append(begin)
    cues: list[tuple[Line, ...]] = []
    end = len(words)
    while end:
        cues.append(_lines(words, edges, froms[end], end))
        end = froms[end]
    return cues[::-1]


def _begins(words: Sequence[ShownWord], edges: Sequence[int], end: int) -> list[int]:
    """Where a cue that ends there may begin; one word always fits."""
    found = [end - 1]
    for begin in range(end - 2, -1, -1):
        if words[end - 1].end - words[begin].start > MAX_MS or not _fits(words, edges, begin, end):
            break
        found.append(begin)
    return found


def _fits(words: Sequence[ShownWord], edges: Sequence[int], begin: int, end: int) -> bool:
    return _columns(words, edges, begin, end) <= MAX_WIDTH or bool(_middles(words, edges, begin, end))


def _middles(words: Sequence[ShownWord], edges: Sequence[int], begin: int, end: int) -> list[int]:
    """Where the second of two lines may begin."""
    whole = _columns(words, edges, begin, end)
    if whole > _LINES * MAX_WIDTH + 1:
        return []
    return [
        middle
        for middle in range(begin + 1, end)
        if _columns(words, edges, begin, middle) <= MAX_WIDTH
        and _columns(words, edges, middle, end) <= MAX_WIDTH
    ]


def _columns(words: Sequence[ShownWord], edges: Sequence[int], begin: int, end: int) -> int:
    return edges[end] - edges[begin] - words[begin].is_apart


def _lines(words: Sequence[ShownWord], edges: Sequence[int], begin: int, end: int) -> tuple[Line, ...]:
    """One line where it fits, else two that are about as long, cut at a clause where one ends near."""
    if _columns(words, edges, begin, end) <= MAX_WIDTH:
        return (tuple(words[begin:end]),)

    def unevenness(middle: int) -> float:
        first, second = (_columns(words, edges, *ends) for ends in ((begin, middle), (middle, end)))
        return abs(first - second) / MAX_WIDTH + _cut_cost(words, middle) * _CUT_IN_CUE

    middle = min(_middles(words, edges, begin, end), key=unevenness)
    return tuple(words[begin:middle]), tuple(words[middle:end])


# Costs, in cuts at a clause.
_CUTS = {Boundary.WORD: 4.0, Boundary.CLAUSE: 1.0}
_CUT_THROUGH = 9.0
"""Between two pieces that no space parts."""

_CUT_IN_CUE = 0.12
_TWO_SENTENCES = 1.5
_SHORT = 6.0
"""For a cue that is not shown at all; in proportion for one that is shown for less than a second."""

_SLACK = 0.5


def _cost(words: Sequence[ShownWord], edges: Sequence[int], begin: int, end: int) -> float:
    until = words[end].start if end < len(words) else words[end - 1].end + MIN_MS // 2
    shown = min(until - words[begin].start, MIN_MS)
    slack = 1 - _columns(words, edges, begin, end) / (_LINES * MAX_WIDTH)
    within = sum(w.ends not in _CUTS for w in words[begin : end - 1])
    cut_cost = _cut_cost(words, end) if end < len(words) else 0.0
    return cut_cost + _TWO_SENTENCES * within + _SHORT * (1 - shown / MIN_MS) + _SLACK * slack**2


def _cut_cost(words: Sequence[ShownWord], at: int) -> float:
    """Of a cut before the word there."""
    if words[at].is_apart or words[at - 1].ends not in _CUTS:
        return _CUTS.get(words[at - 1].ends, 0.0)
    return _CUT_THROUGH
