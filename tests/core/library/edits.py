"""Edits of texts that leave one sentence as it is: for tests and the benchmark of places."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from yapit.core.document import Block, Document, Span, fill_gaps

WORDS = re.findall(
    r"\w+",
    "ship lamp fog harbour keeper letter winter boat stone tide rope gull bread candle ledger storm north "
    "paper window ladder morning brother island signal grey slow quiet broken early small",
)


def sentence(rng: random.Random) -> str:
    words = [rng.choice(WORDS) for _ in range(rng.randint(3, 14))]
    mark = rng.choice([".", ".", ".", "?", "!"])
    comma = rng.randrange(len(words))
    words[comma] += rng.choice(["", ",", " –", ";"])
    quote = rng.random() < 0.15
    said = f"The {' '.join(words).rstrip(',;– ')}{mark}"
    return f"“{said}”" if quote else said


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    is_the_one: bool = False


Paragraphs = list[list[Sentence]]


def made(rng: random.Random, paragraphs: int = 25) -> Paragraphs:
    return [[Sentence(sentence(rng)) for _ in range(rng.randint(1, 6))] for _ in range(paragraphs)]


def laid_out(paragraphs: Paragraphs, word: int, width: int = 0, newline: str = "\n") -> tuple[Document, int]:
    """The document, its lines at most `width` long, and where the word of the one sentence is in it."""
    blocks, text, place = [], "", -1
    for paragraph in paragraphs:
        start, line = len(text), 0
        for each in paragraph:
            for number, said in enumerate(each.text.split(" ")):
                wraps = bool(width) and line + len(said) > width
                text += (newline if wraps else " ") if len(text) > start else ""
                line = 0 if wraps else line
                if each.is_the_one and number == word:
                    place = len(text)
                text += said
                line += len(said) + 1
        if len(text) > start:
            blocks.append(Block(Span(start, len(text))))
            text += newline * 2
    return Document(text, tuple(blocks), fill_gaps(text, blocks)), place


def edit(paragraphs: Paragraphs, rng: random.Random, another: Callable[[], str]) -> None:
    """One edit, near by or elsewhere, that leaves the one sentence alone; `another` gives what is added."""
    ours = next(i for i, each in enumerate(paragraphs) if any(s.is_the_one for s in each))
    near = min(max(ours + rng.randint(-1, 1), 0), len(paragraphs) - 1)
    at = near if rng.random() < 0.6 else rng.randrange(len(paragraphs))
    others = [i for i, each in enumerate(paragraphs[at]) if not each.is_the_one]
    kind = rng.choice(["add", "add", "remove", "replace", "add paragraph", "remove paragraph", "join"])
    if kind == "add":
        paragraphs[at].insert(rng.randint(0, len(paragraphs[at])), Sentence(another()))
    elif kind == "remove" and others:
        del paragraphs[at][rng.choice(others)]
    elif kind == "replace" and others:
        paragraphs[at][rng.choice(others)] = Sentence(another())
    elif kind == "add paragraph":
        paragraphs.insert(at, [Sentence(another()) for _ in range(rng.randint(1, 5))])
    elif kind == "remove paragraph" and at != ours:
        del paragraphs[at]
    elif kind == "join" and at + 1 < len(paragraphs):
        paragraphs[at : at + 2] = [paragraphs[at] + paragraphs[at + 1]]
