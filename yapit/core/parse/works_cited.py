"""The list of works cited: which heading announces it, and what of a document belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from yapit.core.document import Block, BlockKind

_TITLE = re.compile(
    r"(?:\W|\d|\b[IVX]+\b\.?|\b[A-Z]\b\.?)*(?:"
    r"(?:(?:list of|selected|further|cited|general|normative|informative) )?"
    r"(?:references?|bibliography|literature|works)(?: cited| list| and notes| and further reading)?|"
    r"literatur(?:verzeichnis|angaben)?|quellen(?:verzeichnis)?|einzelnachweise|"
    r"références(?: bibliographiques)?|bibliographie|"
    r"(?:referencias|referências)(?: bibliográficas)?|bibliograf[ií]a|riferimenti(?: bibliografici)?|"
    r"referenties|literatuur|källor|referenser|"
    r"литература|список (?:использованной )?литературы|参考文献|參考文獻|참고 ?문헌"
    r")\W*",
    re.IGNORECASE,
)
_LONGEST_TITLE = 60


def heads_works_cited(heading: str) -> bool:
    """Whether a heading says that what stands below it names the works cited."""
    words = " ".join(heading.split())
    return len(words) < _LONGEST_TITLE and _TITLE.fullmatch(words) is not None


_ENTRY_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_ENTRY = re.compile(
    r"\b(?:1[5-9]|20)\d{2}[a-z]?\b|^\W*\d{1,3}\W|^\[|https?://|\bdoi\b|\barXiv\b|\bISBN\b|\bet al\b",
    re.IGNORECASE,
)


def with_references(blocks: Sequence[Block], text: str) -> Iterator[Block]:
    """The blocks, with what stands below the heading of the works cited as entries where most look so."""
    below: list[Block] = []
    cited = False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            yield from _typed(below, text)
            below = []
            cited = heads_works_cited(block.span.of(text))
            yield block
        elif cited:
            below.append(block)
        else:
            yield block
    yield from _typed(below, text)


def _typed(below: list[Block], text: str) -> Iterable[Block]:
    entries = [block for block in below if block.kind in _ENTRY_KINDS]
    alike = sum(_ENTRY.search(block.span.of(text)) is not None for block in entries)
    if 2 * alike <= len(entries):
        return below
    return [replace(b, kind=BlockKind.REFERENCE, level=0) if b.kind in _ENTRY_KINDS else b for b in below]
