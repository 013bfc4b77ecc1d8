"""How much of a page's article is read, and how little else: Yapit, trafilatura and readability-lxml.

The measure is that of the article extraction benchmark: shares of four words in a row, each page counting
the same. The pages and their articles are looked for beside the repository, in ../shared/corpus.

    python benchmarks/web_pages.py [folder]
"""

from __future__ import annotations

import gzip
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from yapit.core.document import Block, BlockKind, Document, MarkKind
from yapit.core.errors import YapitError
from yapit.core.parse import read_bytes

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
NOT_BODY = {BlockKind.TITLE, BlockKind.AUTHOR, BlockKind.CAPTION, BlockKind.FURNITURE}
"""The articles are given without title, byline and captions."""

WORDS_IN_A_ROW = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    data: bytes
    article: str


@dataclass(frozen=True, slots=True)
class Found:
    right: float
    too_much: float
    missing: float


def articles(folder: Path) -> Iterator[Page]:
    for path in sorted(folder.glob("web-article/*.html.gz")):
        text = path.with_name(path.name.removesuffix(".html.gz") + ".txt").read_text(encoding="utf-8")
        yield Page(gzip.decompress(path.read_bytes()), text)


def other_pages(folder: Path) -> Iterator[Page]:
    from lxml import html  # noqa: PLC0415 - only for these

    for path in sorted(folder.glob("web-readability/*.expected.html")):
        root = html.fromstring(path.read_text(encoding="utf-8"))
        for element in root.iter("br", "p", "div", "li", "td", "th", "h1", "h2", "h3", "pre"):
            element.tail = f"\n{element.tail or ''}"
        page = path.with_name(path.name.replace(".expected", ""))
        yield Page(page.read_bytes(), "".join(map(str, root.itertext())))


def compared(found: str, wanted: str) -> Found:
    left, right = _shingles(found), _shingles(wanted)
    common = sum((left & right).values())
    extra, missing = left.total() - common, right.total() - common
    whole = (common + extra + missing) or 1
    return Found(common / whole, extra / whole, missing / whole)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    count = max(1, len(words) - WORDS_IN_A_ROW + 1)
    return Counter(tuple(words[i : i + WORDS_IN_A_ROW]) for i in range(count))


def body_of(document: Document) -> str:
    return "\n".join(_as_written(document, b) for b in document.blocks if b.kind not in NOT_BODY)


def _as_written(document: Document, block: Block) -> str:
    """The block with each formula by the characters of its source, as the other readers have it."""
    parts, at = [], block.span.start
    for mark in document.marks_in(block.span):
        if mark.kind is MarkKind.MATH and mark.source:
            parts += [document.text[at : mark.span.start], re.sub(r"<[^>]*>", " ", mark.source)]
            at = mark.span.end
    return "".join([*parts, document.text[at : block.span.end]])


def yapit(data: bytes) -> str:
    try:
        return body_of(read_bytes(data, "page.html"))
    except YapitError as error:
        print(f"  refused: {error}")
        return ""


def by_trafilatura(*, precision: bool) -> Callable[[bytes], str]:
    from trafilatura import extract  # noqa: PLC0415 - 0.4 s

    return lambda data: (
        extract(data, favor_precision=precision, include_comments=False, include_tables=True) or ""
    )


def by_readability() -> Callable[[bytes], str] | None:
    try:
        from readability import Document as Page_  # noqa: PLC0415 - may be missing
    except ImportError:
        return None
    from lxml import html  # noqa: PLC0415 - only here

    def read(data: bytes) -> str:
        summary = Page_(data.decode("utf-8", "replace")).summary()
        return "\n".join(str(text) for text in html.fromstring(summary).itertext())

    return read


def score(name: str, read: Callable[[bytes], str], pages: list[Page]) -> None:
    begun = time.perf_counter()
    texts = [read(page.data) for page in pages]
    seconds = time.perf_counter() - begun
    found = [compared(text, page.article) for text, page in zip(texts, pages, strict=True)]
    precision = statistics.mean(_share(f.right, f.too_much) for f in found if f.right + f.too_much)
    recall = statistics.mean(_share(f.right, f.missing) for f in found if f.right + f.missing)
    f1 = 2 * precision * recall / (precision + recall)
    exact = statistics.mean(f.too_much == f.missing == 0 for f in found)
    print(f"{name:26} {f1:.3f}  {precision:.3f}  {recall:.3f}  {exact:.3f}  {len(pages) / seconds:7.1f}")


def _share(right: float, wrong: float) -> float:
    return right / (right + wrong)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    if not folder.is_dir():
        sys.exit(f"There are no pages at {folder}: put web-article and web-readability there.")
    readers = {"Yapit": yapit, "trafilatura, precision": by_trafilatura(precision=True)}
    readers["trafilatura"] = by_trafilatura(precision=False)
    readability = by_readability()
    if readability is not None:
        readers["readability-lxml"] = readability
    for title, pages in (("articles", list(articles(folder))), ("other pages", list(other_pages(folder)))):
        print(f"\n{title}: {len(pages)}\n{'':26} F1     P      R      exact  pages/s")
        for name, read in readers.items():
            score(name, read, pages)


if __name__ == "__main__":
    main()
