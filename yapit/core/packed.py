"""A document as bytes, and back: plain numbers and text, so that what is read can do no harm."""

from __future__ import annotations

import gc
import json
import struct
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yapit.core.document import Block, BlockKind, Box, Chapter, Document, Gap, Mark, MarkKind, Span
from yapit.core.errors import CacheError

_BLOCK, _BOX, _GAP, _MARK = 6, 4, 3, 3
"""Numbers that each takes."""

_LENGTHS = struct.Struct("<6q")
_LARGEST = 1 << 30
"""Bytes that a document unpacks to, at most."""


_NOTHING = Document("", ())


def pack(document: Document, after: Document = _NOTHING, *, level: int = 1) -> bytes:
    """The document in some percent of its size; its numbers are in the order of this machine's bytes.

    What it has in common with the one `after` which it is unpacked is left out. `level` 0 packs nothing
    more tightly, and takes no time.
    """
    kinds, marks = list(BlockKind), list(MarkKind)
    reasons = sorted({gap.reason for gap in document.gaps})
    blocks, boxes, gaps, places = array("q"), array("d"), array("q"), array("q")
    for block in document.blocks[len(after.blocks) :]:
        numbers = (kinds.index(block.kind), block.level, block.page or 0, len(block.boxes))
        blocks.extend((block.span.start, block.span.end, *numbers))
        for box in block.boxes:
            boxes.extend((box.x0, box.y0, box.x1, box.y1))
    for gap in document.gaps[len(after.gaps) :]:
        gaps.extend((gap.span.start, gap.span.end, reasons.index(gap.reason)))
    new_marks = document.marks[len(after.marks) :]
    for mark in new_marks:
        places.extend((mark.span.start, mark.span.end, marks.index(mark.kind)))
    head = {
        "kinds": kinds,
        "marks": marks,
        "reasons": reasons,
        "sources": {str(at): mark.source for at, mark in enumerate(new_marks) if mark.source},
        "chapters": [(chapter.title, chapter.level, chapter.block) for chapter in document.chapters],
        "seams": document.seams[len(after.seams) :],
        "named": [document.title, document.author, document.language, document.source],
    }
    text = document.text[len(after.text) :]
    parts = [json.dumps(head).encode(), text.encode("utf-8", "surrogatepass")]
    parts += [numbers.tobytes() for numbers in (blocks, boxes, gaps, places)]
    return zlib.compress(_LENGTHS.pack(*map(len, parts)) + b"".join(parts), level)


def begins_with(document: Document, before: Document) -> bool:
    """Whether one of the two can be packed after the other."""
    return (
        document.text.startswith(before.text)
        and document.blocks[: len(before.blocks)] == before.blocks
        and document.gaps[: len(before.gaps)] == before.gaps
        and document.marks[: len(before.marks)] == before.marks
        and document.seams[: len(before.seams)] == before.seams
    )


def unpack(data: bytes, after: Document = _NOTHING) -> Document:
    """The document that was packed after that one.

    Raises:
        CacheError: They are no document, or damaged.
    """
    collects = gc.isenabled()
    gc.disable()  # 200,000 values that make no cycle: looking for some takes twice as long as making them
    try:
        return _Packed(*_parts(data)).document(after)
    except (
        zlib.error,
        struct.error,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
    ) as error:
        raise CacheError(f"a kept document is damaged: {error}", cure="Read it again.") from error
    finally:
        if collects:
            gc.enable()


def _parts(data: bytes) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    whole = unpacker.decompress(data, _LARGEST)
    if not unpacker.eof:
        raise ValueError("it has no end")
    at = _LENGTHS.size
    for length in _LENGTHS.unpack_from(whole):
        if not 0 <= length <= len(whole) - at:
            raise ValueError("a part is cut short")
        yield whole[at : at + length]
        at += length


@dataclass(frozen=True, slots=True)
class _Packed:
    head: bytes
    text: bytes
    blocks: bytes
    boxes: bytes
    gaps: bytes
    marks: bytes

    def document(self, after: Document) -> Document:
        head = json.loads(self.head)
        title, author, language, source = map(str, head["named"])
        return Document(
            after.text + self.text.decode("utf-8", "surrogatepass"),
            (*after.blocks, *self._blocks([BlockKind(kind) for kind in head["kinds"]])),
            (*after.gaps, *self._gaps([str(reason) for reason in head["reasons"]])),
            (*after.marks, *self._marks([MarkKind(kind) for kind in head["marks"]], head["sources"])),
            title=title,
            author=author,
            language=language,
            source=source,
            chapters=tuple(Chapter(str(name), int(level), int(at)) for name, level, at in head["chapters"]),
            seams=(*after.seams, *map(int, head["seams"])),
        )

    def _blocks(self, kinds: Sequence[BlockKind]) -> Iterator[Block]:
        boxes = array("d", self.boxes)
        at = 0
        for start, end, kind, level, page, count in _rows(self.blocks, _BLOCK):
            shown = tuple(Box(*boxes[i : i + _BOX]) for i in range(at, at + _BOX * count, _BOX))
            at += _BOX * count
            yield Block(Span(start, end), kinds[kind], level, page or None, shown)

    def _gaps(self, reasons: Sequence[str]) -> Iterator[Gap]:
        for start, end, reason in _rows(self.gaps, _GAP):
            yield Gap(Span(start, end), reasons[reason])

    def _marks(self, kinds: Sequence[MarkKind], sources: dict[str, str]) -> Iterator[Mark]:
        for at, (start, end, kind) in enumerate(_rows(self.marks, _MARK)):
            yield Mark(Span(start, end), kinds[kind], str(sources.get(str(at), "")))


def _rows(data: bytes, width: int) -> Iterator[tuple[int, ...]]:
    numbers = iter(array("q", data))
    return zip(*[numbers] * width, strict=True)
