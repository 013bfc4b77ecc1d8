"""How much of a PDF is heard as it should be: words, order, paragraphs, headings; and what should not be.

    python -m benchmarks.pdf_documents [--corpus ../shared/corpus] [--readers yapit,pymupdf]

The corpus holds papers in several layouts, each with its text as typed blocks, and `score.py`, which
says how the words are compared: those of titles, abstracts, headings, paragraphs and items must be
there, in order; captions, tables, notes and formulas may be; running heads, page numbers and
references are noise. Peers that do not type their blocks are scored on all they give. A layout is the
mean over its files; furniture and references are shares of all their words. pymupdf4llm comes with
`pymupdf`, which cannot stand beside `pymupdf-lite`: measure it in an environment of its own.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from yapit.core.document import PAGE_FURNITURE, Block, BlockKind, Document, MarkKind
from yapit.core.parse.pdf import parse
from yapit.core.parse.source import Source

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
LAYOUTS = ("pdf-jose", "pdf-twocol", "pdf-book", "pdf-lineno")
HEARD = frozenset(
    (
        BlockKind.TITLE,
        BlockKind.ABSTRACT,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
    )
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a file."""

    heard: tuple[str, ...]
    headings: tuple[str, ...]
    furniture: tuple[str, ...] | None = None
    """None where the reader does not tell it from the text."""

    references: tuple[str, ...] | None = None


def by_yapit(path: Path) -> Reading:
    document = parse(Source(path.read_bytes(), path.name), lambda done, total: None)

    def said(kinds: Iterable[BlockKind]) -> tuple[str, ...]:
        return tuple(without_marks(document, block) for block in document.blocks if block.kind in kinds)

    return Reading(said(HEARD), said({BlockKind.HEADING}), said(PAGE_FURNITURE), said({BlockKind.REFERENCE}))


def without_marks(document: Document, block: Block) -> str:
    """The text of a block as it is heard by default: note marks are silent."""
    said, at = "", block.span.start
    for mark in document.marks:
        if mark.kind is MarkKind.NOTE and block.span.start <= mark.span.start < block.span.end:
            said, at = said + document.text[at : mark.span.start], mark.span.end
    return said + document.text[at : block.span.end]


def by_pymupdf(path: Path) -> Reading:
    pymupdf = importlib.import_module("pymupdf")
    with pymupdf.open(path) as file:
        return _untyped("\n\n".join(page.get_text() for page in file))


def by_pymupdf4llm(path: Path) -> Reading:
    markdown = str(_pymupdf4llm().to_markdown(str(path), header=False, footer=False, use_ocr=False))
    plain = importlib.import_module("score").strip_md(markdown)
    headings = tuple(
        re.sub(r"[#*_]+", "", line).strip() for line in re.findall(r"^#{1,6} .*$", markdown, re.M)
    )
    return Reading(_untyped(plain).heard, headings)


def _pymupdf4llm() -> Any:
    """Part of PyMuPDF since its version 2, and not of pymupdf-lite, whose place it would take."""
    return getattr(importlib.import_module("pymupdf"), "pymupdf4llm", None)


def by_pdftotext(path: Path) -> Reading:
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return _untyped(done.stdout.decode("utf-8", "replace").replace("\f", "\n\n"))


def _untyped(text: str) -> Reading:
    return Reading(tuple(block for block in re.split(r"\n\s*\n", text) if block.strip()), ())


READERS: dict[str, Callable[[Path], Reading]] = {
    "yapit": by_yapit,
    "pymupdf": by_pymupdf,
    "pymupdf4llm": by_pymupdf4llm,
    "pdftotext": by_pdftotext,
}


def is_installed(reader: str) -> bool:
    if reader == "pdftotext":
        return shutil.which(reader) is not None
    return reader != "pymupdf4llm" or _pymupdf4llm() is not None


@dataclass(frozen=True, slots=True)
class Figures:
    f1: float
    recall: float
    paragraphs: float
    headings: float
    furniture: tuple[int, int, int]
    """Words typed so, words of the text among them, words of furniture that are heard."""

    references: tuple[int, int, int]
    """Words typed so, words of the text among them, words of the `cited` that are heard."""

    cited: int
    pages: int
    seconds: float


Gold = list[tuple[str, str]]


class Scorer:
    """The measures of `score.py`, and two that it lacks."""

    def __init__(self, score: ModuleType) -> None:
        self._score = score

    def figures(self, gold: Gold, reading: Reading, pages: int, seconds: float) -> Figures:
        words = self._score.listen_score(gold, "\n\n".join(reading.heard))
        paragraphs, _ = self._score.block_score(gold, reading.heard)
        _, _, headings = self._score.heading_score(gold, reading.headings)
        must = self._words(
            text.replace(self._score.MATH, " ") for kind, text in gold if kind in self._score.MUST
        )
        cited = self._words(text for kind, text in gold if kind == "reference")
        lost = must - self._words(reading.heard)
        noise = self._words(reading.heard) - self._words(text for _, text in gold if text)
        typed = self._words(reading.furniture or ())
        entries = self._words(reading.references or ())
        heard_entries = (self._words(reading.heard) - must) & (cited - entries)
        return Figures(
            words["F1"],
            words["R"],
            paragraphs or 0.0,
            headings,
            (typed.total(), (lost & typed).total(), self._noise_blocks(reading, noise)),
            (entries.total(), (lost & entries).total(), heard_entries.total()),
            cited.total(),
            pages,
            seconds,
        )

    def _noise_blocks(self, reading: Reading, noise: Counter[str]) -> int:
        """Words of heard blocks that are for the most part in no block of the gold."""
        found = 0
        for block in reading.heard:
            words = self._words((block,))
            if 2 * (words & noise).total() > words.total():
                found += words.total()
        return found

    def _words(self, texts: Iterable[str]) -> Counter[str]:
        words: Counter[str] = Counter()
        for text in texts:
            words.update(self._score.toks(text))
        return words


def measured(reader: str, layout: Path, scorer: Scorer) -> Iterator[Figures]:
    pymupdf = importlib.import_module("pymupdf")
    for gold_path in sorted(layout.glob("*.gold.json")):
        path = gold_path.with_name(gold_path.name.replace(".gold.json", ".pdf"))
        gold: Gold = [(kind, text) for kind, text in json.loads(gold_path.read_text(encoding="utf-8"))]
        with pymupdf.open(path) as file:
            pages = file.page_count
        start = time.perf_counter()
        reading = READERS[reader](path)
        yield scorer.figures(gold, reading, pages, time.perf_counter() - start)


def row(reader: str, layout: str, found: list[Figures]) -> str:
    count = len(found)
    means = [
        sum(values) / count
        for values in zip(*((f.f1, f.recall, f.paragraphs, f.headings) for f in found), strict=True)
    ]
    typed = reader == "yapit"
    furniture = [sum(f.furniture[index] for f in found) for index in range(3)]
    references = [sum(f.references[index] for f in found) for index in range(3)]
    cited = sum(f.cited for f in found)
    shares = (
        f"{precision(furniture):.3f} / {share(furniture[0], furniture[2]):.3f}" if typed else "-",
        f"{precision(references):.3f} / {1 - references[2] / max(cited, 1):.3f}" if typed else "-",
    )
    speed = sum(f.pages for f in found) / sum(f.seconds for f in found)
    figures = " ".join(f"{mean:10.3f}" for mean in means)
    return f"{layout:12} {reader:12} {figures} {shares[0]:>15} {shares[1]:>15} {speed:8.0f}"


def precision(typed: list[int]) -> float:
    return 1 - typed[1] / max(typed[0], 1)


def share(found: int, missed: int) -> float:
    return found / max(found + missed, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--readers", default=",".join(READERS))
    arguments = parser.parse_args()
    if not (arguments.corpus / "score.py").is_file():
        sys.exit(f"there is no corpus at {arguments.corpus}; name its folder with --corpus")
    sys.path.insert(0, str(arguments.corpus))
    scorer = Scorer(importlib.import_module("score"))
    titles = ("F1", "recall", "paragraphs", "headings")
    print(f"{'layout':12} {'reader':12} {' '.join(f'{title:>10}' for title in titles)}", end=" ")
    print(f"{'furniture P/R':>15} {'references P/R':>15} {'pages/s':>8}")
    for layout in LAYOUTS:
        for reader in arguments.readers.split(","):
            if is_installed(reader):
                print(
                    row(reader, layout, list(measured(reader, arguments.corpus / layout, scorer))), flush=True
                )
            else:
                print(f"{layout:12} {reader:12} is not installed")


if __name__ == "__main__":
    main()
