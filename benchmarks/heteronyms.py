"""How often is a word that has two sounds said with the right one?

    python -m benchmarks.heteronyms [--misses]

`heteronyms.tsv` holds sentences with the expected sound of one word and the
other sound that it could have had. A system's phonemes count as the nearer of
the two (fewest edits). No rule was changed for a sentence of the held half, but one
person wrote the sentences and the rules: read it as a check, not as a forecast.
Beside Yapit, in the same run: the dictionary alone, as misaki has it without
its tagger, and espeak-ng on the whole sentence.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from yapit.engines.kokoro.g2p import espeak, phonemize
from yapit.engines.kokoro.g2p.lexicon import load_lexicon

DIALECT = "en-US"
SENTENCES = Path(__file__).with_name("heteronyms.tsv")


@dataclass(frozen=True, slots=True)
class Case:
    half: str
    word: str
    expected: str
    other: str
    sentence: str

    @property
    def start(self) -> int:
        found = re.search(rf"\b{self.word}\b", self.sentence, re.IGNORECASE)
        assert found, self
        return found.start()


def cases() -> list[Case]:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return [Case(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def by_yapit(case: Case) -> str:
    return next(t.phonemes for t in phonemize(case.sentence, DIALECT) if t.span.start == case.start)


def by_dictionary(case: Case) -> str:
    """What misaki's dictionary says of a word whose part of speech is not known."""
    entry = load_lexicon(DIALECT).find(case.word)
    return entry.variants["DEFAULT"] if entry else espeak.pronounce(case.word, DIALECT)


def by_espeak(case: Case) -> str:
    """The word as espeak-ng says it in its sentence: the one there that is likest to either sound."""
    said = re.split(r"[\s]+", espeak.pronounce(case.sentence, DIALECT))
    return min(said, key=lambda word: min(edits(plain(word), plain(s)) for s in (case.expected, case.other)))


def plain(phonemes: str) -> str:
    """Without what differs between systems and not between senses."""
    return phonemes.replace("ˌ", "").replace("ɾ", "t").replace("T", "t").replace("ᵻ", "ɪ").replace("ᵊ", "ə")


def edits(one: str, two: str) -> int:
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(two, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def is_right(case: Case, said: str) -> bool:
    right, wrong = (edits(plain(said), plain(sound)) for sound in (case.expected, case.other))
    return right < wrong


SYSTEMS: dict[str, Callable[[Case], str]] = {
    "yapit": by_yapit,
    "dictionary without context": by_dictionary,
    "espeak-ng": by_espeak,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Accuracy on heteronyms, beside two peers.")
    parser.add_argument(
        "--misses", action="store_true", help="print the tuned sentences that Yapit gets wrong"
    )
    arguments = parser.parse_args()
    found = cases()
    words = {case.word.lower() for case in found}
    print(f"{len(found)} sentences, {len(words)} words; share said right")
    print(f"{'':28}{'tuned':>8}{'held':>8}")
    for name, system in SYSTEMS.items():
        shares = []
        for half in ("tuned", "held"):
            asked = [case for case in found if case.half == half]
            shares.append(sum(is_right(case, system(case)) for case in asked) / len(asked))
        print(f"{name:28}{shares[0]:8.3f}{shares[1]:8.3f}")
    if arguments.misses:
        for case in found:
            if case.half == "tuned" and not is_right(case, by_yapit(case)):
                print(f"{case.word}: {by_yapit(case)}, not {case.expected}: {case.sentence}")


if __name__ == "__main__":
    main()
