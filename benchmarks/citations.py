"""How many citations are found, and how many words are taken for one?

    python -m benchmarks.citations [--misses]

`citations.tsv` holds sentences with their citations between ⟦ and ⟧, alone or in
short documents with a list of works below. The signs are taken away before a
system sees the text. Counted are occurrences: a citation is found where all its
letters and digits are skipped; a skip is right where it takes none from outside a
citation. All sentences but the tuned were written before the rules were looked at,
or changed; rules are made with the tuned ones. Of the others, the figure at first
sight is in docs/benchmarks.md: later ones know what was missed.
Beside Yapit, in the same run: the regular expression that is usually written for this.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from yapit.core.document import BlockKind, Document, Span, word_spans
from yapit.core.parse.draft import Draft
from yapit.core.skips.citations import Bibliography, find_citations

SENTENCES = Path(__file__).with_name("citations.tsv")
USUAL = re.compile(r"\[\d+(?:\s*[,–-]\s*\d+)*\]|\([^()]*\b\d{4}[a-z]?\b[^()]*\)")


@dataclass(frozen=True, slots=True)
class Case:
    """A short document, or a sentence alone, and where its citations stand."""

    half: str
    has_references: bool
    document: Document
    citations: tuple[Span, ...]


@dataclass(slots=True)
class Count:
    citations: int = 0
    found: int = 0
    skips: int = 0
    right: int = 0
    words: int = 0
    wrong_words: int = 0

    def add(self, case: Case, skipped: Sequence[Span]) -> None:
        text = case.document.text
        gold, taken = (_characters(text, spans) for spans in (case.citations, skipped))
        self.citations += len(case.citations)
        self.found += sum(_characters(text, [span]) <= taken for span in case.citations)
        self.skips += len(skipped)
        self.right += sum(_characters(text, [span]) <= gold for span in skipped)
        body = [word for block in sentences_of(case.document) for word in word_spans(text, block)]
        words = [chars for word in body if not (chars := _characters(text, [word])) & gold]
        self.words += len(words)
        self.wrong_words += sum(bool(word & taken) for word in words)

    def row(self) -> str:
        precision, recall = self.right / max(self.skips, 1), self.found / max(self.citations, 1)
        return f"{precision:11.3f}{recall:9.3f}{self.wrong_words / max(self.words, 1):13.2%}"


def _characters(text: str, spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end) if text[at].isalnum()}


def sentences_of(document: Document) -> list[Span]:
    return [block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH]


def cases() -> list[Case]:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found: list[Case] = []
    for document, group in groupby(rows, key=lambda row: row["document"]):
        members = list(group)
        found += [_case(members)] if document else [_case([row]) for row in members]
    return found


def _case(rows: Sequence[dict[str, str]]) -> Case:
    draft = Draft(title=rows[0]["document"], language="en")
    marked: list[list[Span]] = []
    for row in rows:
        is_reference = row["role"] == "reference"
        text, citations = unmarked(row["text"])
        draft.add(text, BlockKind.REFERENCE if is_reference else BlockKind.PARAGRAPH)
        marked.append(citations)
    document = draft.document("a sentence")
    spans = [
        span.shift(block.span.start)
        for block, citations in zip(document.blocks, marked, strict=True)
        for span in citations
    ]
    return Case(rows[0]["half"], bool(rows[0]["document"]), document, tuple(spans))


def unmarked(text: str) -> tuple[str, list[Span]]:
    """The text without its signs, and what stood between them."""
    plain, citations, start = "", [], 0
    for part in re.split("([⟦⟧])", text):
        if part == "⟦":
            start = len(plain)
        elif part == "⟧":
            citations.append(Span(start, len(plain)))
        else:
            plain += part
    return plain, citations


def by_yapit(document: Document) -> list[Span]:
    """All that are found, whether they are skipped or told because their sentence needs them."""
    bibliography = Bibliography.of(document)
    return [
        span.shift(block.start)
        for block in sentences_of(document)
        for span in find_citations(block.of(document.text), bibliography)
    ]


def by_usual(document: Document) -> list[Span]:
    text = document.text
    return [Span(*m.span()) for span in sentences_of(document) for m in USUAL.finditer(text, *_ends(span))]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


SYSTEMS: dict[str, Callable[[Document], list[Span]]] = {"yapit": by_yapit, "usual expression": by_usual}


def counted(asked: Iterable[Case], system: Callable[[Document], list[Span]]) -> Count:
    count = Count()
    for case in asked:
        count.add(case, system(case.document))
    return count


def show_misses(found: Iterable[Case]) -> None:
    """Each tuned sentence that Yapit gets wrong, with what it skips between signs."""
    for case in found:
        text, taken = case.document.text, by_yapit(case.document)
        for block in sentences_of(case.document):
            ours, gold = (
                [span for span in spans if block.start <= span.start < block.end]
                for spans in (taken, case.citations)
            )
            if _characters(text, ours) != _characters(text, gold):
                shown = "".join(
                    "⟦" * any(s.start == at for s in ours)
                    + text[at]
                    + "⟧" * any(s.end == at + 1 for s in ours)
                    for at in range(block.start, block.end)
                )
                print(f"{case.document.title or '-':12}{shown}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Citations found, beside the usual expression.")
    parser.add_argument(
        "--misses", action="store_true", help="print the tuned sentences that Yapit gets wrong"
    )
    arguments = parser.parse_args()
    found = cases()
    sentences = sum(len(sentences_of(case.document)) for case in found)
    print(f"{sentences} sentences, {sum(len(case.citations) for case in found)} citations; by occurrence")
    print(f"{'':47}{'precision':>11}{'recall':>9}{'wrong words':>13}")
    for name, system in SYSTEMS.items():
        for half in ("tuned", "held", "fresh", "blind", "blind2", "blind3", "blind4"):
            for where, listed in (("with a list of works", True), ("alone", False)):
                asked = [case for case in found if (case.half, case.has_references) == (half, listed)]
                print(f"{name:18}{half:7}{where:22}{counted(asked, system).row()}")
            asked = [case for case in found if case.half == half]
            print(f"{name:18}{half:7}{'all':22}{counted(asked, system).row()}")
    if arguments.misses:
        show_misses(case for case in found if case.half == "tuned")


if __name__ == "__main__":
    main()
