"""Chunks with word times made for the purpose, and hypothesis strategies for them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from yapit.core.audio import Speech, Word
from yapit.core.document import Block, Document, Span, fill_gaps, word_spans
from yapit.core.export.coverage import coverage
from yapit.core.export.part import PartFile
from yapit.core.export.writer import Book, OpenWriter, Voiced
from yapit.core.hearing import Hearing
from yapit.core.script import Script
from yapit.core.split import Chunk

RATE = 1_000
VOICED = Voiced("tone", "tone-1", "beep")


@dataclass(frozen=True)
class Spoken:
    document: Document
    told: tuple[tuple[Chunk, Speech, float], ...]
    """Each with its start in seconds."""

    duration: float

    @property
    def words(self) -> list[tuple[str, float, float]]:
        """Each word with its times from the first sample."""
        return [
            (word.span.of(self.document.text), start + word.start, start + word.end)
            for _, speech, start in self.told
            for word in speech.words
        ]

    def into(self, part: PartFile, open_writer: OpenWriter, book: Book | None = None) -> None:
        """Written and committed."""
        writer = open_writer(part, book or Book(self.document, VOICED), RATE)
        for chunk, speech, start in self.told:
            writer.write(chunk, speech, start)
        spoken = [chunk for chunk, _, _ in self.told]
        writer.finish(coverage(Script(self.document), spoken), self.duration)
        writer.close()
        part.commit()


def of_paragraphs(*paragraphs: str) -> Document:
    text, blocks = "\n\n".join(paragraphs), []
    at = 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Document(text, tuple(blocks), fill_gaps(text, blocks))


ALL = Hearing(skip=frozenset())


def speak(
    document: Document, seconds: list[float] | None = None, pause: float = 0.3, hearing: Hearing | None = None
) -> Spoken:
    """Each word takes the next of `seconds`, again from the first when they are used up."""
    lengths = seconds or [0.35]
    told, at, count = [], 0.0, 0
    for chunk in Script(document, hearing).chunks(240):
        words, inside = [], 0.0
        for span in word_spans(chunk.text):
            length = lengths[count % len(lengths)]
            words.append(Word(span.shift(chunk.span.start), inside, inside + length))
            inside, count = inside + length, count + 1
        samples = np.zeros(round((inside + pause) * RATE), np.float32)
        speech = Speech(samples, RATE, tuple(words))
        told.append((chunk, speech, at))
        at += speech.duration
    return Spoken(document, tuple(told), at)


_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=14) | st.sampled_from(
    [
        "It",
        "rained.",
        "Nobody",
        "minded,",
        "of",
        "course;",
        "“Why?”",
        "—",
        "***",
        "well—known",
        "雨が降った。",
        "a" * 90,
    ]
)
PARAGRAPHS = st.lists(
    st.lists(_WORDS, min_size=1, max_size=40).map(" ".join).filter(lambda text: bool(text.strip())),
    min_size=1,
    max_size=4,
).map(lambda parts: of_paragraphs(*(" ".join(part.split()) for part in parts)))
SECONDS = st.lists(st.floats(0.02, 3.0), min_size=1, max_size=20)
SPOKEN = st.builds(speak, PARAGRAPHS, SECONDS, st.floats(0.0, 1.0), st.just(ALL))
