"""One sentence of a document, as a listener tries how a rule sounds in it."""

from __future__ import annotations

from yapit.core.script.script import Script
from yapit.core.split import WITHIN_SENTENCE, Chunk


def sentence_at(script: Script, place: int, limit: int) -> tuple[Chunk, ...]:
    """The chunks of the sentence at a place, or of the next in its block, of at most `limit` characters each.

    Empty where nothing of that is said.
    """
    sentence: list[Chunk] = []
    for chunk in script.block_chunks(script.document.block_at(place), limit):
        sentence.append(chunk)
        if chunk.ends in WITHIN_SENTENCE:
            continue
        if place < chunk.span.end:
            return tuple(sentence)
        sentence = []
    return tuple(sentence)
