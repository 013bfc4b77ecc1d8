"""The chapters of an export: what is spoken, by the highest level of the outline that has more than one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from yapit.core.document import Document, Span
from yapit.core.errors import ExportError
from yapit.core.outline import chapters_of, outline
from yapit.core.split import Chunk


@dataclass(frozen=True, slots=True)
class Section:
    number: int
    """From 1 as the outline counts; 0 for what stands before the first chapter."""

    title: str
    span: Span
    chunks: tuple[Chunk, ...]


def sections_of(document: Document, chunks: Sequence[Chunk]) -> tuple[Section, ...]:
    """All of a document in chapters; without chapters it is one, with the number 1."""
    chapters = chapters_of(outline(document))
    end = len(document.text)
    if not chapters:
        return (Section(1, document.title, Span(0, end), tuple(chunks)),)
    starts = [chapter.span.start for chapter in chapters]
    heads = [(number, chapter.title) for number, chapter in enumerate(chapters, 1)]
    if starts[0] > 0:
        starts, heads = [0, *starts], [(0, document.title), *heads]
    spans = [Span(*ends) for ends in zip(starts, [*starts[1:], end], strict=True)]
    return tuple(
        Section(number, title, span, _within(chunks, span))
        for (number, title), span in zip(heads, spans, strict=True)
    )


def chosen(sections: Sequence[Section], numbers: Collection[int] | None) -> tuple[Section, ...]:
    """Those of which something is spoken, and which are wanted.

    Raises:
        ExportError: There is no chapter of a number that is wanted, or nothing to hear.
    """
    last = sections[-1].number if sections else 0
    if numbers is not None and not all(any(s.number == wanted for s in sections) for wanted in numbers):
        raise ExportError(
            f"the document has {last} chapter{'s' if last != 1 else ''}",
            cure="Choose among them; look at them with: yapit text --json",
        )
    wanted = [s for s in sections if numbers is None or s.number in numbers]
    spoken = tuple(section for section in wanted if section.chunks)
    if not spoken:
        raise nothing_spoken()
    return spoken


def nothing_spoken() -> ExportError:
    return ExportError(
        "nothing in the document is spoken, so there is no sound to write",
        cure="It holds only what is skipped, such as code; look at it with: yapit read",
    )


def _within(chunks: Sequence[Chunk], span: Span) -> tuple[Chunk, ...]:
    first, end = (
        bisect_left(chunks, at, key=lambda chunk: chunk.span.start) for at in (span.start, span.end)
    )
    return tuple(chunks[first:end])
