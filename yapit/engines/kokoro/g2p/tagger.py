"""Parts of speech, by an averaged perceptron: enough to tell a noun from a verb.

Tags are Penn Treebank's, with the finer ones folded together. The weights were
learned by `scripts/train_tagger.py`; a sentence of 40 words costs about 4 ms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from yapit.engines.kokoro.g2p.lexicon import DATA, SortedFile

PUNCTUATION = "PUNCT"
_EDGE = "-EDGE-"
_ALWAYS = "="
"""Stands before words that have one tag wherever they are."""


def tags(words: Sequence[str]) -> list[str]:
    """One tag a word; a run of punctuation is `PUNCT`. Words are written as in the text."""
    model = _model()
    plain = [normal(word) for word in words]
    found: list[str] = []
    for place, word in enumerate(plain):
        if is_punctuation(words[place]):
            found.append(PUNCTUATION)
        else:
            found.append(model.always(word) or model.best(features(words, plain, place, found)))
    return found


def is_punctuation(word: str) -> bool:
    return not any(character.isalnum() for character in word)


def normal(word: str) -> str:
    """Lower case, with every digit as 0: what the tagger knows words by."""
    lower = word.lower().replace("’", "'")
    return "".join("0" if character.isdigit() else character for character in lower)


def features(words: Sequence[str], plain: Sequence[str], place: int, before: Sequence[str]) -> Iterator[str]:
    """What can be seen from a word: itself, two neighbours to each side and the tags given so far."""

    def at(offset: int) -> str:
        index = place + offset
        return plain[index] if 0 <= index < len(plain) else _EDGE

    word, left, right = plain[place], at(-1), at(1)
    tag1 = before[-1] if before else _EDGE
    tag2 = before[-2] if len(before) > 1 else _EDGE
    yield f"w {word}"
    yield f"l {left}"
    yield f"r {right}"
    yield f"ll {at(-2)}"
    yield f"rr {at(2)}"
    yield f"lw {left} {word}"
    yield f"wr {word} {right}"
    yield f"t {tag1}"
    yield f"tt {tag2} {tag1}"
    yield f"tw {tag1} {word}"
    yield f"tr {tag1} {right}"
    yield f"s {word[-3:]}"
    yield f"s2 {word[-2:]}"
    yield f"ts {tag1} {word[-2:]}"
    yield f"rs {right[-3:]}"
    yield f"ls {left[-3:]}"
    yield f"h {_shape(words[place])} {'first' if left == _EDGE else 'later'}"


def _shape(word: str) -> str:
    if any(character.isdigit() for character in word):
        return "digit"
    if "-" in word:
        return "hyphen"
    if word.isupper():
        return "capital" if len(word) == 1 else "capitals"
    return "title" if word[0].isupper() else "lower"


class Perceptron:
    """Weights by feature, looked up where they lie."""

    def __init__(self, file: SortedFile) -> None:
        self._file = file
        self._weights = lru_cache(maxsize=20_000)(self._read)

    def always(self, word: str) -> str | None:
        return self._file.find(_ALWAYS + word)

    def best(self, seen: Iterator[str]) -> str:
        scores: dict[str, int] = {}
        for feature in seen:
            for tag, weight in self._weights(feature):
                scores[tag] = scores.get(tag, 0) + weight
        return max(scores, key=lambda tag: (scores[tag], tag), default="NN")

    def _read(self, feature: str) -> tuple[tuple[str, int], ...]:
        line = self._file.find(feature)
        fields = line.split() if line else []
        return tuple(zip(fields[::2], map(int, fields[1::2]), strict=True))


@lru_cache(maxsize=1)
def _model() -> Perceptron:
    return Perceptron(SortedFile(DATA / "lexicon-tags.txt"))
