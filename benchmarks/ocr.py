"""Scans and pictures: wrong characters and seconds a page, Yapit's way beside plain Tesseract, in one run.

The character error rate is the edit distance to the gold text over its length, white space folded (left out
in Chinese); it is that of the whole document, in its reading order. Files without gold are timed only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pymupdf

from yapit.core.errors import YapitError
from yapit.core.parse import read

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
LANGUAGES = {"en": "eng", "de": "deu", "fr": "fra", "zh": "chi_sim", "ja": "jpn", "ar": "ara", "hi": "hin"}
DPI = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    text: str
    seconds: float
    pages: int


def main() -> None:
    if not CORPUS.is_dir():
        sys.exit(f"The corpus is not there: {CORPUS}")
    tesseract = shutil.which("tesseract") is not None
    if not tesseract:
        print("tesseract is not installed: Yapit alone")
    print(f"{'':24}{'Yapit':>16}{'Tesseract':>18}\n{'':24}{'CER':>8}{'s/page':>8}{'CER':>10}{'s/page':>8}")
    for path in files():
        gold = path.with_suffix(".txt")
        meant = gold.read_text(encoding="utf-8") if gold.exists() else ""
        row = f"{path.name:24}{told(by_yapit(path), meant)}"
        print(row + (f"  {told(by_tesseract(path), meant)}" if tesseract else ""), flush=True)


def files() -> Iterator[Path]:
    yield from sorted((CORPUS / "images").glob("*.jpg"))
    yield from sorted((CORPUS / "pdf-scan").glob("*.pdf"))


def by_yapit(path: Path) -> Outcome:
    begun = time.monotonic()
    try:
        document = read(path)
    except YapitError as error:
        return Outcome(str(error), time.monotonic() - begun, 1)
    pages = max((block.page or 1 for block in document.blocks), default=1)
    return Outcome(document.text, time.monotonic() - begun, pages)


def by_tesseract(path: Path) -> Outcome:
    """Told the language, on one thread, as it is quickest; pages of a PDF drawn as Yapit draws them."""
    texts = []
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        pictures = list(drawn(path, Path(folder))) if path.suffix == ".pdf" else [path]
        for picture in pictures:
            command = ["tesseract", str(picture), "-", "-l", LANGUAGES.get(path.name[:2], "eng")]
            run = subprocess.run(
                command, capture_output=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}, check=True
            )
            texts.append(run.stdout.decode())
    return Outcome("\n".join(texts), time.monotonic() - begun, len(pictures))


def drawn(path: Path, folder: Path) -> Iterator[Path]:
    with pymupdf.open(path) as file:
        for number, page in enumerate(file):
            picture = folder / f"{number}.png"
            dpi = min(DPI, round(72 * 3400 / max(page.rect.width, page.rect.height)))
            page.get_pixmap(dpi=dpi).save(picture)
            yield picture


def told(outcome: Outcome, meant: str) -> str:
    rate = f"{error_rate(outcome.text, meant):8.4f}" if meant else f"{'-':>8}"
    return f"{rate}{outcome.seconds / outcome.pages:8.2f}"


def error_rate(text: str, meant: str) -> float:
    is_chinese = any("\u4e00" <= character <= "\u9fff" for character in meant)
    between = "" if is_chinese else " "
    read_, gold = (between.join(unicodedata.normalize("NFKC", each).split()) for each in (text, meant))
    return edits(read_, gold) / len(gold)


def edits(one: str, other: str) -> int:
    """The Levenshtein distance."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


if __name__ == "__main__":
    main()
