"""How often a place is found on its word after a text was edited, beside what readers usually keep.

    python -m benchmarks.places_found [DOCUMENT...] [--tries 300]

Of each document words are chosen by chance, and one to six edits made, most of them near by: sentences and
paragraphs added, removed or replaced, paragraphs joined, lines wrapped. The sentence of the word stays.
Without documents, some are looked for beside the repository, in ../shared/corpus.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.core.library.edits import Paragraphs, Sentence, edit, laid_out, sentence
from yapit.core.document import Document
from yapit.core.errors import YapitError
from yapit.core.library import anchor, find
from yapit.core.parse import read

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
SOME = ("epub/wasteland.epub", "pdf-jose/10.21105.jose.00198.pdf", "web-article/*.txt", "pdf-scripts/*.txt")
MOST_PARAGRAPHS = 400

Way = Callable[[Document, int, Document], int | None]


def by_anchor(before: Document, place: int, after: Document) -> int | None:
    return find(after, anchor(before, place))


def by_offset(before: Document, place: int, after: Document) -> int | None:
    return place


def by_share(before: Document, place: int, after: Document) -> int | None:
    return round(place / len(before.text) * len(after.text))


def by_block(before: Document, place: int, after: Document) -> int | None:
    """The same word of the block with the same text, whatever its lines."""
    block = before.blocks[before.block_at(place)].span
    word = len(before.text[block.start : place].split())
    wanted = block.of(before.text).split()
    for other in after.blocks:
        if other.span.of(after.text).split() == wanted:
            words = list(re.finditer(r"\S+", other.span.of(after.text)))
            return other.span.start + words[word].start()
    return None


WAYS: dict[str, Way] = {
    "anchor": by_anchor,
    "offset": by_offset,
    "share": by_share,
    "hash of block": by_block,
}


def paragraphs_of(document: Document) -> Paragraphs:
    texts = (" ".join(block.span.of(document.text).split()) for block in document.blocks[:MOST_PARAGRAPHS])
    return [
        [Sentence(each) for each in re.split(r"(?<=[.!?。]) +", text) if re.search(r"[^\W_]{2}", each)]
        for text in texts
        if re.search(r"[^\W_]{2}", text)
    ]


def tried(whole: Paragraphs, tries: int, rng: random.Random) -> tuple[Counter[str], float]:
    """How often each way found the word, and the longest that `find` took."""
    found: Counter[str] = Counter()
    slowest = 0.0
    full = [i for i, each in enumerate(whole) if each]
    for _ in range(tries):
        paragraphs = [list(each) for each in whole]
        i = rng.choice(full)
        j = rng.randrange(len(paragraphs[i]))
        paragraphs[i][j] = replace(paragraphs[i][j], is_the_one=True)
        words = paragraphs[i][j].text.split(" ")
        word = rng.choice([n for n, said in enumerate(words) if re.search(r"[^\W_]", said)])
        before, place = laid_out(paragraphs, word)
        for _ in range(rng.randint(1, 6)):
            edit(paragraphs, rng, lambda: sentence(rng))
        after, expected = laid_out(paragraphs, word, rng.choice([0, 0, 60, 78]), rng.choice(["\n", "\r\n"]))
        for name, way in WAYS.items():
            began = time.perf_counter()
            found[name] += way(before, place, after) == expected
            if way is by_anchor:
                slowest = max(slowest, time.perf_counter() - began)
    return found, slowest


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("documents", nargs="*")
    options.add_argument("--tries", type=int, default=300)
    chosen = options.parse_args()
    documents = chosen.documents or sorted(str(path) for name in SOME for path in CORPUS.glob(name))
    if not documents:
        raise SystemExit(f"no documents in {CORPUS}: name some")
    sums: Counter[str] = Counter()
    total, slowest = 0, 0.0
    for name in documents:
        try:
            whole = paragraphs_of(read(name))
        except YapitError:
            continue
        if sum(map(len, whole)) < 5:
            continue
        found, took = tried(whole, chosen.tries, random.Random(name))
        print(f"{Path(name).name[:40]:40}", *(f"{found[way] / chosen.tries:9.3f}" for way in WAYS))
        sums += found
        total += chosen.tries
        slowest = max(slowest, took)
    print(f"{'all of ' + str(total):40}", *(f"{sums[way] / max(total, 1):9.4f}" for way in WAYS))
    print("found by:", *WAYS, f"- the slowest took {slowest * 1000:.0f} ms")


if __name__ == "__main__":
    main()
