"""A place in a document as its surroundings: it is found again after the file was edited or parsed anew."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from yapit.core.document import Document

CONTEXT = 240
"""Characters kept on either side: some sentences, so that one may be edited."""

_FARTHEST = 10**12
_COUNTED = 50_000
"""Characters in which words are counted: a place is kept every few seconds, and this takes 1 ms."""


@dataclass(frozen=True, slots=True)
class Anchor:
    offset: int
    """Where it was, in characters of `Document.text`."""

    length: int
    """Characters the document had; while one grows, those that were known."""

    block: int
    """Index of its block."""

    word: int
    """Index of its word in the block, as white space parts them; 0 beyond 50,000 characters."""

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
    texts = (anchor.before, anchor.after)
    if not all(isinstance(n, int) and 0 <= n < _FARTHEST for n in numbers) or not all(
        isinstance(t, str) for t in texts
    ):
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
        word=_words_before(text, start, at),
        before=text[max(0, at - CONTEXT) : at],
        after=text[at : at + CONTEXT],
    )


def _words_before(text: str, start: int, at: int) -> int:
    """Words between the beginning of a block and a place in it, the one the place is in not counted."""
    if at - start > _COUNTED:
        return 0
    within = text[start:at]
    return len(within.split()) - (within[-1:].strip() != "")
