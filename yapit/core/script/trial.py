"""What a listener needs who changes a rule: the one that holds at a place, and how its sentence sounds."""

from __future__ import annotations

from dataclasses import replace

from yapit.core.rules import Find
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


def find_at(script: Script, place: int) -> Find | None:
    """What the script's rules find at a place of the document; None where no rule holds there."""
    block = script.document.blocks[script.document.block_at(place)].span
    for find in script.rules.find(block.of(script.document.text)):
        span = find.span.shift(block.start)
        if span.start <= place < span.end:
            return replace(find, span=span)
    return None
