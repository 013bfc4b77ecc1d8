"""From an anchor back to a place: by its text where that is still there, else by what stood around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from math import log2

from yapit.core.document import Document, Span
from yapit.core.library.anchors import Anchor

_WINDOWS = (
    ((80, 80), (40, 40)),
    ((20, 20), (60, 5), (0, 60), (8, 40), (40, 8)),
    ((10, 10), (25, 3), (0, 25)),
)
"""Characters before and after that are looked for, the surest first."""

_ENOUGH = 60
"""Letters and signs in common with what stood there: shorter matches need not be looked for."""

_SENTENCE = 40
"""What it counts for a place that its sentence is as it was."""

_PAIR = 4
"""What it counts that two words that followed one another near the place still do."""

_FEWEST = 14
"""With fewer, a place is a guess."""

_SLACK = 6
"""What two places can have in common by chance."""

_DOUBLING = 40
_NEAR = 200
"""Characters that edits near by can move a place."""

_MOST_TAKEN_OFF = 250
"""Far less than all that stood around a place counts for."""

_MOST = 150
"""Places that are compared: a refrain has fewer."""

_ELSEWHERE = 0.1
"""Share of the text by which a block has to be off to be another one."""

_AROUND = 8_000
_GAP = r"[\W_]{0,400}+"
_WORDS = re.compile(r"[^\W_]+")
_TRAILING = re.compile(r"[\W_]*$")
_LEADING = re.compile(r"[\W_]*")
_SENTENCE_END = re.compile(r"[.!?…。！？]|\n\s*\n")


def find(document: Document, anchor: Anchor, *, whole: bool = True) -> int | None:
    """The offset of the place; None where it is not there yet and the document, not being whole, may grow.

    In a whole document that lacks the place and all that was near it, this is the same word of the same
    block, or the same share of the text where that block is elsewhere.
    """
    text = document.text
    if _is_unchanged(text, anchor):
        return anchor.offset
    if not whole and len(text) <= anchor.offset:  # what is like it here would be a refrain
        return None
    least = _FEWEST if whole else _ENOUGH + _SENTENCE
    found = _Search(text, anchor).place(least)
    if found is not None:
        return found
    near = _near(text, anchor)
    if near is not None and (whole or near + len(anchor.after) < len(text)):
        return near
    return _same_word(document, anchor) if whole else None


def is_in(document: Document, anchor: Anchor) -> bool:
    """Whether the very text of the place is there."""
    search = _Search(document.text, anchor)
    return _is_unchanged(document.text, anchor) or search.place(_ENOUGH) is not None


def _is_unchanged(text: str, anchor: Anchor) -> bool:
    start = anchor.offset - len(anchor.before)
    return start >= 0 and text.startswith(anchor.before + anchor.after, start)


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    score: int
    """How much of what stood around it is as it was."""

    distance: int
    """From where it was, counted from the beginning or from the end, whichever is closer."""

    @property
    def likelihood(self) -> float:
        """The score, less what is taken off for each doubling of the distance.

        It tells the foot of this page from that of the next; a place that is all as it was is never outdone.
        """
        return self.score - min(_DOUBLING * log2(1 + self.distance / _NEAR), _MOST_TAKEN_OFF)


class _Search:
    """Looks through a text for the surroundings of an anchor."""

    def __init__(self, text: str, anchor: Anchor) -> None:
        self._text = text
        self._anchor = anchor
        self._before = _letters(anchor.before)[::-1]
        self._after = _letters(anchor.after)
        self._pairs = _pairs(anchor.before) | _pairs(anchor.after)
        first = _WORDS.search(anchor.after)
        self._word = len(_letters(first[0])) if first else 0
        self._window = _sentence(anchor)
        head, tail = self._window
        self._sentence = (
            len(_letters(anchor.before[len(anchor.before) - head :])),
            len(_letters(anchor.after[:tail])),
        )

    def place(self, least: int) -> int | None:
        """The best place, where it has at least such a score."""
        found: dict[int, _Candidate | None] = {}
        for windows in (*_WINDOWS, ()):
            for before, after in (self._window, *windows):
                for at in _places(self._text, self._anchor, before, after):
                    if at not in found:
                        found[at] = self._judged(at)
            candidates = [candidate for candidate in found.values() if candidate is not None]
            if max((candidate.score for candidate in candidates), default=0) >= _ENOUGH + _SENTENCE:
                break
        return self._nearest_of_the_best(candidates, least)

    def _nearest_of_the_best(self, candidates: list[_Candidate], least: int) -> int | None:
        possible = [candidate for candidate in candidates if candidate.score >= least]
        if not possible:
            return None
        best = max(candidate.likelihood for candidate in possible)
        close = [candidate for candidate in possible if candidate.likelihood >= best - _SLACK]
        return min(close, key=lambda candidate: candidate.distance).at

    def _judged(self, at: int) -> _Candidate | None:
        """None where another word stands there."""
        reach = 2 * max(len(self._anchor.before), len(self._anchor.after), 1)
        around = self._text[max(0, at - reach) : at], self._text[at : at + reach]
        before = _common(_letters(around[0])[::-1], self._before)
        after = _common(_letters(around[1]), self._after)
        if after < self._word:
            return None
        score = before + after + _PAIR * len(self._pairs & (_pairs(around[0]) | _pairs(around[1])))
        if before >= self._sentence[0] and after >= self._sentence[1]:
            score += _SENTENCE
        from_end = len(self._text) - (self._anchor.length - self._anchor.offset)
        distance = min(abs(at - self._anchor.offset), abs(at - from_end))
        return _Candidate(at, score, distance)


def _common(one: str, other: str) -> int:
    for count, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return count
    return min(len(one), len(other))


def _letters(text: str) -> str:
    return "".join(_WORDS.findall(text)).casefold()


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(_WORDS.findall(text)))


def _sentence(anchor: Anchor) -> tuple[int, int]:
    """Characters before and after the place that belong to its sentence."""
    ends = [match.end() for match in _SENTENCE_END.finditer(anchor.before)]
    end = _SENTENCE_END.search(anchor.after)
    return len(anchor.before) - (ends[-1] if ends else 0), end.start() if end else len(anchor.after)


def _places(text: str, anchor: Anchor, before: int, after: int) -> Iterator[int]:
    """Where what stood around the place is found, whatever its white space and marks are now."""
    head = anchor.before[max(0, len(anchor.before) - before) :] if before else ""
    tail = anchor.after[:after]
    pattern = _pattern(head, tail)
    if pattern is None:
        return
    left = _TRAILING.search(anchor.before)[0]  # type: ignore[index]  # it matches nothing, too
    right = _LEADING.match(anchor.after)[0]  # type: ignore[index]
    from_end = len(text) - (anchor.length - anchor.offset)
    for middle in (anchor.offset, from_end, 0):  # the likely ones first, for what comes again very often
        low, high = (max(middle - _AROUND, 0), middle + _AROUND) if middle else (0, len(text))
        for match in islice(pattern.finditer(text, low, max(low, high)), _MOST):
            yield _within(text, Span(*match.span("gap")), left, right)


def _within(text: str, gap: Span, left: str, right: str) -> int:
    """The place between two words that had `left` and `right` between them and itself."""
    if not left and len(gap):
        return gap.start
    if text.endswith(right, 0, gap.end):
        return gap.end - len(right)
    return gap.end - len(gap.of(text).lstrip())


def _pattern(head: str, tail: str) -> re.Pattern[str] | None:
    """What finds two texts that follow one another, and as its group `gap` what is between their words."""
    before, after = (_GAP.join(map(re.escape, _WORDS.findall(part))) for part in (head, tail))
    if not before and not after:
        return None
    within_word = head and tail and _WORDS.match(head[-1]) and _WORDS.match(tail)
    gap = "" if within_word or not before else _GAP
    return re.compile(f"{before}(?P<gap>{gap}){after}")


def _near(text: str, anchor: Anchor) -> int | None:
    """As far from its neighbours as it was, where they are still there."""
    for size in (60, 30):
        for part, by in ((anchor.before[:size], len(anchor.before)), (anchor.after[-size:], 0)):
            pattern = _pattern("", part)
            if pattern is None or len(_letters(part)) < _FEWEST:
                continue
            at = by if part and by else size - len(anchor.after)
            places = [match.start() + at for match in islice(pattern.finditer(text), _MOST)]
            if places:
                return _word_at(text, min(places, key=lambda place: abs(place - anchor.offset)))
    return None


def _same_word(document: Document, anchor: Anchor) -> int:
    expected = round(anchor.share * len(document.text))
    if anchor.block < len(document.blocks):
        span = document.blocks[anchor.block].span
        words = islice(re.finditer(r"\S+", span.of(document.text)), anchor.word, None)
        at = span.start + next((word.start() for word in words), 0)
        if abs(at - expected) <= _ELSEWHERE * len(document.text):
            return at
    return _word_at(document.text, expected)


def _word_at(text: str, offset: int) -> int:
    """Where the word at an offset begins."""
    at = max(0, min(offset, len(text)))
    low = max(0, at - 60)
    spaces = [match.end() for match in re.finditer(r"\s+", text[low:at])]
    return low + spaces[-1] if spaces else at if low else 0
