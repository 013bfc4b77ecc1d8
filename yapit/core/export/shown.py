"""The words of a chunk as the page has them, without what is skipped, and when each is heard."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from yapit.core.audio import Speech, Word
from yapit.core.document import Span
from yapit.core.split import Boundary, Chunk

_INK = re.compile(r"\S+")
_CLAUSE_END = re.compile(r"[,;:!?.…)\]、，；：。！？—–][\"'”’»)\]]*\Z")
_OPENING = frozenset(("Ps", "Pi"))
_SEEN = re.compile("[^\0]+")
_UNWRITABLE = re.compile(r"[\0-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
MAX_WIDTH = 42
"""Columns of a shown word; a longer run of characters is cut."""


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A word with the punctuation around it; times in milliseconds."""

    text: str
    start: int
    end: int
    is_apart: bool = True
    """A space stands before it."""

    ends: Boundary = Boundary.WORD
    """What ends with it."""


def shown_words(chunk: Chunk, speech: Speech, begin: float) -> list[ShownWord]:
    """What a chunk that is heard from `begin` seconds on shows, in order; times never go back."""
    words = sorted(speech.words, key=lambda word: word.span) or [Word(chunk.span, 0.0, speech.duration)]
    places = [word.span.shift(-chunk.span.start) for word in words]
    timed = (
        _timed(chunk.text, part, is_apart, list(zip(places, words, strict=True)))
        for run in _runs(chunk)
        for part, is_apart in _parts(chunk.text, run, places)
    )
    shown = [piece for word in _joined(timed) for piece in _fitting(word)]
    if shown:
        shown[-1] = replace(shown[-1], ends=chunk.ends)
    return list(_from(shown, round(begin * 1000), round(speech.duration * 1000)))


def writable(text: str) -> str:
    """The text with a sign in place of each character that no file of text can hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def width(text: str) -> int:
    """Columns that a text takes: Chinese, Japanese and Korean characters are two wide."""
    return len(text) + sum(unicodedata.east_asian_width(character) in "WF" for character in text)


_HIDDEN = "\0"


def _runs(chunk: Chunk) -> Iterator[list[Span]]:
    """The runs without white space, each as the parts of it that are not skipped."""
    text = list(chunk.text)
    for rewrite in chunk.rewrites:
        if not rewrite.spoken and not rewrite.ipa:
            text[rewrite.source.start : rewrite.source.end] = _HIDDEN * len(rewrite.source)
    for run in _INK.finditer("".join(text)):
        parts = [Span(*part.span()).shift(run.start()) for part in _SEEN.finditer(run[0])]
        if parts:
            yield parts


def _parts(text: str, run: Sequence[Span], places: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """A run cut where a word begins in it, as in texts without spaces; and whether a space is before it."""
    is_apart = True
    for part in run:
        later = sorted(place.start for place in places if part.start <= place.start < part.end)[1:]
        starts = {_with_opening(text, part, at) for at in later}
        for start, end in pairwise(sorted({part.start, *starts, part.end})):
            yield Span(start, end), is_apart
            is_apart = False


def _with_opening(text: str, part: Span, at: int) -> int:
    """Where a word begins with the quotes and brackets that open before it."""
    while at > part.start and unicodedata.category(text[at - 1]) in _OPENING:
        at -= 1
    return at


@dataclass(frozen=True, slots=True)
class _Timed:
    """Text on its way; times in seconds from the beginning of its chunk."""

    text: str
    is_apart: bool
    start: float = -1.0
    """Below 0: nothing of it is said."""

    end: float = -1.0


def _timed(text: str, part: Span, is_apart: bool, words: Iterable[tuple[Span, Word]]) -> _Timed:
    """A part with the time of the words in it; one word on several parts is shared by their lengths."""
    times = [
        (_time_at(place, word, max(part.start, place.start)), _time_at(place, word, min(part.end, place.end)))
        for place, word in words
        if place.start < part.end and part.start < place.end
    ]
    if not times:
        return _Timed(part.of(text), is_apart)
    return _Timed(part.of(text), is_apart, min(s for s, _ in times), max(e for _, e in times))


def _time_at(place: Span, word: Word, at: int) -> float:
    return word.start + (word.end - word.start) * (at - place.start) / len(place)


def _joined(timed: Iterable[_Timed]) -> list[_Timed]:
    """What is not said, such as a dash, with the word before it; at the beginning, with the one after it."""
    joined: list[_Timed] = []
    for word in timed:
        before = joined[-1] if joined else None
        if before is None or (word.start >= 0 <= before.start):
            joined.append(word)
            continue
        text = before.text + " " * word.is_apart + word.text
        said = before if before.start >= 0 else word
        joined[-1] = _Timed(text, before.is_apart, said.start, said.end)
    return joined


def _fitting(word: _Timed) -> Iterator[ShownWord]:
    """A word as it is shown, in pieces where it is wider than a line."""
    text, at = writable(word.text), 0
    duration = word.end - word.start
    while at < len(text):
        end = at + _fit(text[at : at + MAX_WIDTH])
        piece = text[at:end]
        start, stop = (word.start + duration * place / len(text) for place in (at, end))
        ends = Boundary.CLAUSE if _CLAUSE_END.search(piece) else Boundary.WORD
        is_apart = word.is_apart if at == 0 else piece[0] == " "
        yield ShownWord(piece.strip(), round(start * 1000), round(stop * 1000), is_apart, ends)
        at = end + (text[end : end + 1] == " ")


def _fit(text: str) -> int:
    """How many characters of a text fit into a line."""
    taken = 0
    for count, character in enumerate(text):
        taken += width(character)
        if taken > MAX_WIDTH:
            return count
    return len(text)


def _from(words: Iterable[ShownWord], begin: int, most: int) -> Iterator[ShownWord]:
    at = 0
    for word in words:
        start = min(max(word.start, at), most)
        at = min(max(word.end, start), most)
        yield replace(word, start=begin + start, end=begin + at)
