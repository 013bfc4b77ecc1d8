"""How are documents read that look as other publishers make them?

    python -m benchmarks.publishers [--corpus ../shared/corpus] [--kept FOLDER]

The documents are typeset here, from sentences written for the purpose (`publishers.txt`), so every word of
them is known: what should be heard, and in which order. Measured as in `pdf_documents`, whose corpus holds
the `score.py` that compares words. With `--kept` the PDFs stay in a folder, to be looked at.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.pdf_documents import CORPUS, Figures, Scorer, by_yapit, precision, share
from benchmarks.typeset import Sheets
from benchmarks.typeset_others import book, magazine, newsletter, thesis, word
from benchmarks.typeset_papers import acm, elsevier, ieee, lncs

LAYOUTS: dict[str, Callable[[], Sheets]] = {
    made.__name__: made for made in (acm, ieee, lncs, elsevier, word, magazine, thesis, book, newsletter)
}


def measured(scorer: Scorer, folder: Path, names: Sequence[str]) -> Iterator[tuple[str, Figures]]:
    for name in names:
        sheets = LAYOUTS[name]()
        path = folder / f"{name}.pdf"
        sheets.save(path)
        begun = time.perf_counter()
        reading = by_yapit(path)
        yield name, scorer.figures(sheets.gold, reading, sheets.number, time.perf_counter() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--only", default=",".join(LAYOUTS))
    arguments = parser.parse_args()
    if not (arguments.corpus / "score.py").is_file():
        sys.exit(f"there is no corpus at {arguments.corpus}; name its folder with --corpus")
    sys.path.insert(0, str(arguments.corpus))
    scorer = Scorer(importlib.import_module("score"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.kept or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        print(
            f"{'layout':12} {'F1':>7} {'recall':>7} {'paragraphs':>10} {'headings':>8} {'furniture P/R':>15}"
        )
        for name, found in measured(scorer, folder, arguments.only.split(",")):
            furniture = list(found.furniture)
            shares = f"{precision(furniture):.3f} / {share(furniture[0], furniture[2]):.3f}"
            figures = f"{found.f1:7.3f} {found.recall:7.3f} {found.paragraphs:10.3f} {found.headings:8.3f}"
            print(f"{name:12} {figures} {shares:>15}")


if __name__ == "__main__":
    main()
