"""Text to sentences and chunks: cut, never changed; every piece is a span of the page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from yapit.core.document import Span
from yapit.core.prepare import Rewrite, claim


class Boundary(StrEnum):
    """What ends where a chunk ends; it decides the pause after it."""

    WORD = "word"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    HEADING = "heading"


WITHIN_SENTENCE = frozenset((Boundary.WORD, Boundary.CLAUSE))
"""What a chunk ends with that is not the last of its sentence."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is spoken in one go: the unit of synthesis, cache, seeking and playing.

    A sentence, or a part of one that is too long for the engine.
    """

    block: int
    """Index of its block."""

    span: Span
    """Where it stands in `Document.text`."""

    text: str
    """The text there, as on the page."""

    ends: Boundary = Boundary.SENTENCE
    language: str = "en"
    rewrites: tuple[Rewrite, ...] = ()
    """What of `text` is skipped or said otherwise, in order; offsets are those of `text`."""


def sentences(text: str, span: Span, language: str = "en") -> list[Span]:
    """The sentences of one block, without white space at their ends. Offsets are those of `text`."""
    found: list[Span] = []
    for start, end in _boundaries(span.of(text), language):
        sentence = Span(span.start + start, span.start + end).trimmed(text)
        if found and _goes_on(found[-1].of(text), sentence.of(text)):
            found[-1] = Span(found[-1].start, sentence.end)
        elif sentence:
            found.append(sentence)
    return found


_ENUMERATOR = re.compile(r"\(?(?:(?:\d{1,3}|[A-Za-z])(?:\.\d{1,3})*|[ivx]{1,5}|[IVX]{1,5})[.)]")
"""The `1.`, `(b)` or `2.1.` of a list or heading: no sentence of its own."""

_UNIT_AT_END = re.compile(r"\d\s?[A-Za-z]{1,4}\.\Z")
"""The `5 lbs.` that small letters follow: its dot ends no sentence."""


def _goes_on(before: str, after: str) -> bool:
    if _ENUMERATOR.fullmatch(before):
        return True
    return after[:1].islower() and _UNIT_AT_END.search(before) is not None


def cut(chunk: Chunk, limit: int) -> Iterator[Chunk]:
    """The chunk in pieces of at most `limit` characters: at clauses, else at words, else anywhere."""
    if len(chunk.span) <= limit:
        yield chunk
        return
    text = claim(chunk.text, chunk.rewrites)
    rest = Span(0, len(text)).trimmed(chunk.text)
    while len(rest) > limit:
        at, boundary = _best_cut(text, rest.start, limit, _FILL)
        yield _piece(chunk, Span(rest.start, at).trimmed(chunk.text), boundary)
        rest = _from_ink(chunk.text, Span(at, rest.end))
    yield _piece(chunk, rest, chunk.ends)


_FILL = 0.35
"""A clause shorter than this share of the limit is no place to cut."""


def cut_once(chunk: Chunk, limit: int, *, fill: float = _FILL) -> tuple[Chunk, Chunk]:
    """The first piece of at most `limit` characters and what remains; nothing but white space is lost.

    The chunk must be longer than `limit`, and `limit` at least 1.
    """
    at, boundary = _best_cut(claim(chunk.text, chunk.rewrites), 0, limit, fill)
    first = Span(0, at).trimmed(chunk.text)
    rest = Span(at, len(chunk.text)).trimmed(chunk.text)
    return _piece(chunk, first, boundary), _piece(chunk, rest, chunk.ends)


def _from_ink(text: str, span: Span) -> Span:
    ink = _INK.search(text, span.start, span.end)
    return Span(ink.start() if ink else span.end, span.end)


LEAD_CHARS = 24
"""What a listener waits for at first: about 1.4 s of speech."""

HEARD_PER_CHAR = 0.058
MADE_PER_CHUNK, MADE_PER_CHAR = 0.30, 0.031
"""Seconds, Kokoro on two cores: what a character is heard for; what a chunk and its characters take."""

_LEAD_FILL = 0.45  # short pieces cost time to make and are heard as broken speech


def lead_in(chunk: Chunk, limit: int = LEAD_CHARS) -> Iterator[Chunk]:
    """The chunk in growing pieces, so that its beginning can be heard long before all of it is made.

    The first has at most `limit` characters, each other what can be made while the one before it is heard.
    """
    rest = chunk
    while len(rest.span) > limit * 1.4:
        first, rest = cut_once(rest, limit, fill=_LEAD_FILL)
        yield first
        limit = max(limit, chars_made_within(HEARD_PER_CHAR * len(first.span)))
    yield rest


def chars_made_within(seconds: float) -> int:
    """How long a chunk may be to be made in that time."""
    return round((seconds - MADE_PER_CHUNK) / MADE_PER_CHAR)


def _piece(chunk: Chunk, span: Span, ends: Boundary) -> Chunk:
    rewrites = tuple(_clipped(chunk.rewrites, span))
    place = span.shift(chunk.span.start)
    return Chunk(chunk.block, place, span.of(chunk.text), ends, chunk.language, rewrites)


def _clipped(rewrites: Sequence[Rewrite], piece: Span) -> Iterator[Rewrite]:
    """The rewrites of a piece; one that was cut through is said where it begins."""
    first = bisect_right(rewrites, piece.start, key=lambda rewrite: rewrite.source.end)
    for rewrite in rewrites[first : bisect_left(rewrites, piece.end, key=lambda r: r.source.start)]:
        start, end = max(rewrite.source.start, piece.start), min(rewrite.source.end, piece.end)
        spoken = rewrite.spoken if start == rewrite.source.start else ""
        yield replace(rewrite, source=Span(start - piece.start, end - piece.start), spoken=spoken)


# A full stop within a sentence belongs to an abbreviation; "March 12, 2024" is one date.
_CLAUSE_END = re.compile(r"[,;:!?…、，；：。！？)\]”—–]+[\"'”’)\]]*(?=\s(?!\d))|[、，；：。！？—–](?=\S)")
# Words that open a phrase: the voice may take a breath before them.
_PHRASE_START = re.compile(
    r"(?<![\d.])\s(?=(?:and|or|but|nor|because|which|who|that|when|where|while|if|as|than|then|so|for|of|to|in|on|at|"
    r"by|with|from|into|through|between|under|over|after|before|without)\s)",
    re.IGNORECASE,
)
# What is spoken together stays together: "3 March 1891", "$2.5 million", "Dr. Smith", "the end".
_BETWEEN_WORDS = re.compile(
    r"(?<![\d.%])(?<!\bthe)(?<!\ba)(?<!\ban)(?<!\bof)(?<!\bto)(?<!\bin)\s(?![\d$€£])", re.IGNORECASE
)
_SPACE = re.compile(r"\s")
_INK = re.compile(r"\S")
_LOOK_AHEAD = 16
"""Characters after a place that say whether it is one: `because` and white space are the most."""

# Plain spaces only: sentencex 1.0.32 panics on a name's initial before U+2028, and takes no lone surrogates.
_NOT_FOR_SENTENCEX = re.compile(r"[\s\ud800-\udfff]")


def _best_cut(text: str, begin: int, limit: int, fill: float) -> tuple[int, Boundary]:
    """Where to cut a text from `begin` on: the last clause end that leaves no stub, else phrase, word."""
    near = text[begin : begin + limit + _LOOK_AHEAD]
    for pattern, boundary, least in (
        (_CLAUSE_END, Boundary.CLAUSE, fill),
        (_PHRASE_START, Boundary.WORD, fill + 0.15),
        (_BETWEEN_WORDS, Boundary.WORD, 0.2),
        (_SPACE, Boundary.WORD, 0.0),
    ):
        places = [match.end() for match in pattern.finditer(near) if limit * least < match.end() <= limit]
        if places and near[: places[-1]].strip() and _INK.search(text, begin + places[-1]):
            return begin + places[-1], boundary
    return begin + limit, Boundary.WORD


def _boundaries(text: str, language: str) -> list[tuple[int, int]]:
    return _segment(text, language.partition("-")[0]) if text.strip() else []


@lru_cache(maxsize=1024)
def _segment(text: str, language: str) -> list[tuple[int, int]]:
    import sentencex  # noqa: PLC0415 - 20 ms, and `yapit --help` needs none of it

    # One block at a time: an unclosed quote or bracket swallows what follows it.
    plain = _NOT_FOR_SENTENCEX.sub(" ", text)
    return [(b["start_index"], b["end_index"]) for b in sentencex.get_sentence_boundaries(language, plain)]
