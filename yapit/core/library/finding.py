"""From an anchor back to a place: by its text where that is still there, else by what stood around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from yapit.core.document import Document
from yapit.core.library.anchors import Anchor, fingerprint

_WINDOWS = (
    ((80, 80), (40, 40)),
    ((20, 20), (60, 0), (0, 60), (8, 40), (40, 8)),
    ((10, 10), (25, 0), (0, 25)),
)
"""Characters before and after that are looked for, the surest first."""

_ENOUGH = 48
"""Letters in common with what stood there: shorter matches need not be looked for."""

_FEWEST = 14
"""With fewer, a place is a guess."""

_SLACK = 6
"""Letters that two places can have in common by chance."""

_MOST = 300
"""Places that are compared: a refrain has fewer."""

_GAP = r"[\W_]{0,400}+"
_WORDS = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?…。！？]|\n\s*\n")


def find(document: Document, anchor: Anchor, *, whole: bool = True) -> int | None:
    """The offset of the place; None where it is not there yet and the document, not being whole, may grow.

    In a whole document that lacks the place and all that was near it, this is the same share of it.
    """
    text = document.text
    if _is_unchanged(text, anchor):
        return anchor.offset
    found = _best(document, anchor)
    if found is not None:
        return found
    near = _near(text, anchor)
    if near is not None or not whole:
        return near
    return _word_at(text, round(anchor.share * len(text)))


def is_in(document: Document, anchor: Anchor) -> bool:
    """Whether the very text of the place is there."""
    return _is_unchanged(document.text, anchor) or _best(document, anchor) is not None


def _is_unchanged(text: str, anchor: Anchor) -> bool:
    at = anchor.offset
    around = anchor.before + anchor.after
    return bool(around) and text.startswith(around, at - len(anchor.before)) and len(text) >= anchor.length


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    score: int
    """Letters around it that are as they were."""

    distance: int
    """From where it was, counted from the beginning or from the end, whichever is closer."""


def _best(document: Document, anchor: Anchor) -> int | None:
    text = document.text
    found: dict[int, _Candidate] = {}
    for tier in (*_WINDOWS, (_sentence(anchor),)):
        for before, after in tier:
            for at in _places(text, anchor, before, after):
                if at not in found:
                    found[at] = _judged(document, anchor, at)
        if found and max(candidate.score for candidate in found.values()) >= _ENOUGH:
            break
    return _nearest_of_the_best(list(found.values()), anchor)


def _nearest_of_the_best(found: list[_Candidate], anchor: Anchor) -> int | None:
    if not found:
        return None
    best = max(candidate.score for candidate in found)
    letters = len(_letters(_cut_sentence(anchor)))
    if best < min(_FEWEST, max(letters, 1)):
        return None
    slack = _SLACK if best < _whole_score(anchor) else 0
    close = [candidate for candidate in found if candidate.score >= best - slack]
    return min(close, key=lambda candidate: (candidate.distance, -candidate.score)).at


def _judged(document: Document, anchor: Anchor, at: int) -> _Candidate:
    text = document.text
    reach = 2 * max(len(anchor.before), len(anchor.after), 1)
    before = _letters(text[max(0, at - reach) : at])[::-1]
    after = _letters(text[at : at + reach])
    score = _common(before, _letters(anchor.before)[::-1]) + _common(after, _letters(anchor.after))
    if fingerprint(document, document.block_at(at)) == anchor.fingerprint:
        score += _SLACK
    from_end = len(text) - (anchor.length - anchor.offset)
    return _Candidate(at, score, min(abs(at - anchor.offset), abs(at - from_end)))


def _whole_score(anchor: Anchor) -> int:
    return len(_letters(anchor.before)) + len(_letters(anchor.after)) + _SLACK


def _common(one: str, other: str) -> int:
    for count, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return count
    return min(len(one), len(other))


def _letters(text: str) -> str:
    return "".join(_WORDS.findall(text)).casefold()


def _sentence(anchor: Anchor) -> tuple[int, int]:
    """Characters before and after the place that belong to its sentence."""
    ends = [match.end() for match in _SENTENCE_END.finditer(anchor.before.rstrip())]
    before = len(anchor.before) - (ends[-1] if ends else 0)
    end = _SENTENCE_END.search(anchor.after)
    return before, end.start() if end else len(anchor.after)


def _cut_sentence(anchor: Anchor) -> str:
    before, after = _sentence(anchor)
    return anchor.before[len(anchor.before) - before :] + anchor.after[:after]


def _places(text: str, anchor: Anchor, before: int, after: int) -> Iterator[int]:
    """Where what stood around the place is found, whatever its white space and marks are now."""
    head = anchor.before[max(0, len(anchor.before) - before) :] if before else ""
    tail = anchor.after[:after]
    pattern = _pattern(head, tail, starts_word=_WORDS.match(anchor.after) is not None)
    if pattern is None:
        return
    for match in islice(pattern.finditer(text), _MOST):
        yield match.start(1)


def _pattern(head: str, tail: str, *, starts_word: bool) -> re.Pattern[str] | None:
    before, after = (_GAP.join(map(re.escape, _WORDS.findall(part))) for part in (head, tail))
    if not before and not after:
        return None
    touching = bool(head and tail and _WORDS.match(head[-1]) and _WORDS.match(tail))
    gap = "" if touching or not before else _GAP
    middle = f"{gap}()" if starts_word else f"(){gap}"
    return re.compile(before + middle + after)


def _near(text: str, anchor: Anchor) -> int | None:
    """As far from its neighbours as it was, where they are still there."""
    for size in (60, 30):
        for part, by in ((anchor.before[:size], len(anchor.before)), (anchor.after[-size:], 0)):
            pattern = _pattern("", part, starts_word=True)
            if pattern is None or len(_letters(part)) < _FEWEST:
                continue
            at = by if part and by else size - len(anchor.after)
            places = [match.start() + at for match in islice(pattern.finditer(text), _MOST)]
            if places:
                return _word_at(text, min(places, key=lambda place: abs(place - anchor.offset)))
    return None


def _word_at(text: str, offset: int) -> int:
    """Where the word at an offset begins."""
    at = max(0, min(offset, len(text)))
    low = max(0, at - 60)
    spaces = [match.end() for match in re.finditer(r"\s+", text[low:at])]
    return low + spaces[-1] if spaces else at if low else 0
