"""How whole a text comes out of each format, and how many of its paragraphs and headings.

    python -m benchmarks.formats [corpus]

One text in six formats, with its blocks as gold, from the corpus beside the
repository. F1 counts words in their order: titles, headings, paragraphs and
items must be there, captions, tables and notes may be, anything else is noise.
"Whole" is the share of paragraphs that came back as one block. The gold has
neither formulas, nor listings, nor the numbers of items: they are left out here, too.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from yapit.core.document import PAGE_FURNITURE, Block, BlockKind, Document, MarkKind
from yapit.core.parse import read

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
FORMATS = ("epub2.epub", "epub3.epub", "docx", "html", "md", "txt")
GOLD = "gold.json"
UNSCORED = PAGE_FURNITURE | {BlockKind.CODE, BlockKind.EQUATION}
UNSCORED_MARKS = (MarkKind.MATH, MarkKind.NOTE)
ITEM_NUMBER = re.compile(r"^\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)] ")


@dataclass(frozen=True, slots=True)
class Score:
    f1: float
    whole: float
    headings: float
    seconds: float


def scorer(corpus: Path) -> ModuleType:
    """The corpus's own `score.py`."""
    spec = spec_from_file_location("score", corpus / "score.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    """The blocks of some kinds, else all that are of the text and not of the page."""
    wanted = [b for b in document.blocks if (b.kind in kinds if kinds else b.kind not in UNSCORED)]
    return [scored(document, block) for block in wanted]


def scored(document: Document, block: Block) -> str:
    text = block.span.of(document.text)
    for mark in reversed(document.marks):
        if mark.kind in UNSCORED_MARKS and block.span.start <= mark.span.start < block.span.end:
            at = mark.span.shift(-block.span.start)
            text = text[: at.start] + " " + text[at.end :]
    return ITEM_NUMBER.sub("", text) if block.kind is BlockKind.LIST_ITEM else text


def score(scoring: ModuleType, path: Path, gold: Path) -> Score:
    expected = json.loads(gold.read_text(encoding="utf-8"))
    start = time.perf_counter()
    document = read(path)
    seconds = time.perf_counter() - start
    blocks = texts(document)
    listened = scoring.listen_score(expected, "\n\n".join(blocks), True)
    whole, _ = scoring.block_score(expected, blocks)
    _, _, headings = scoring.heading_score(expected, texts(document, BlockKind.HEADING))
    return Score(listened["F1"], whole, headings, seconds)


def row(scores: list[Score]) -> str:
    f1 = statistics.mean(score.f1 for score in scores)
    whole = statistics.mean(score.whole for score in scores)
    headings = statistics.mean(score.headings for score in scores)
    seconds = statistics.mean(score.seconds for score in scores)
    return f"{f1:8.4f}{whole:8.3f}{headings:10.3f}{seconds:10.3f}"


def main() -> None:
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    folder = corpus / "formats"
    if not folder.is_dir():
        sys.exit(f"the corpus is missing: expected it at {corpus}")
    scoring = scorer(corpus)
    print(f"{'format':12}{'files':>6}{'F1':>8}{'whole':>8}{'headings':>10}{'s a file':>10}")
    for suffix in FORMATS:
        found = sorted(folder.glob(f"*.{suffix}"))
        scores = [score(scoring, path, path.with_name(path.name.replace(suffix, GOLD))) for path in found]
        print(f"{suffix:12}{len(found):6}{row(scores)}")


if __name__ == "__main__":
    main()
