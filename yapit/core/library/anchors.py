"""A place in a document as its surroundings: it is found again after the file was edited or parsed anew."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from yapit.core.document import Document, Span, word_spans

CONTEXT = 160
"""Characters kept on either side: two sentences, so that one may be edited."""

_FINGERPRINTED = 4096
"""Characters of a block that are looked at, however long it is."""


@dataclass(frozen=True, slots=True)
class Anchor:
    offset: int
    """Where it was, in characters of `Document.text`."""

    length: int
    """Characters the document had; while one grows, those that were known."""

    block: int
    """Index of its block."""

    word: int
    """Index of its word in the block."""

    fingerprint: str
    """Of the block's text: the same wherever its lines break."""

    before: str
    """What stands before the place, as it stands there."""

    after: str

    @property
    def share(self) -> float:
        """How much of the document's characters lies before it, from 0 to 1."""
        return min(self.offset / max(self.length, 1), 1.0)

    def to_json(self) -> str:
        return json.dumps(asdict(self))


def from_json(text: str) -> Anchor:
    """Raises ValueError where the text is no anchor."""
    fields = json.loads(text)
    try:
        anchor = Anchor(**fields)
    except TypeError as error:
        raise ValueError(f"no anchor: {error}") from error
    numbers = (anchor.offset, anchor.length, anchor.block, anchor.word)
    texts = (anchor.fingerprint, anchor.before, anchor.after)
    if not all(isinstance(n, int) and n >= 0 for n in numbers) or not all(isinstance(t, str) for t in texts):
        raise ValueError("no anchor: a field is of another kind")
    return anchor


def anchor(document: Document, offset: int) -> Anchor:
    """What it takes to find a place again; an offset beyond the text is taken as its end."""
    text = document.text
    at = max(0, min(offset, len(text)))
    block = document.block_at(at)
    start = document.blocks[block].span.start if document.blocks else 0
    return Anchor(
        offset=at,
        length=len(text),
        block=block,
        word=len(word_spans(text, Span(start, at))) if start < at else 0,
        fingerprint=fingerprint(document, block),
        before=text[max(0, at - CONTEXT) : at],
        after=text[at : at + CONTEXT],
    )


def fingerprint(document: Document, block: int) -> str:
    """Of a block's words; of none, empty."""
    if not document.blocks:
        return ""
    span = document.blocks[block].span
    words = document.text[span.start : min(span.end, span.start + _FINGERPRINTED)].split()
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:16]
