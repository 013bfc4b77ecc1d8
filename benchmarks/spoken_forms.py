"""How often is a number, a sign or an abbreviation said as a person would say it?

    python -m benchmarks.spoken_forms [--misses {tuned,held}]

`spoken_forms.tsv` holds written pieces with what may be said for them, `|` between two that are both right.
Case, punctuation and white space do not count ("F B I" is "FBI"). The rules were written with the tuned half
in sight. The held half was counted once before anybody looked at its misses (173 of 180), and so were the 71
sentences written last (63 of 71); then what they showed was mended, too, so that today's figures only say
that nothing has been lost since. One person wrote the pairs and the rules. Beside Yapit, in the same run:
kitten-text-processing (NeMo's grammars without its compiler).
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from yapit.core.prepare import prepare

PAIRS = Path(__file__).with_name("spoken_forms.tsv")
HALVES = ("tuned", "held")


@dataclass(frozen=True, slots=True)
class Pair:
    half: str
    kind: str
    written: str
    spoken: str

    def is_said_by(self, text: str) -> bool:
        return heard(text) in [heard(way) for way in self.spoken.split("|")]


def pairs() -> list[Pair]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return [Pair(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def heard(text: str) -> str:
    """The text as far as it can be heard, written as one word."""
    return re.sub(r"[\W_]+", "", text.lower())


def by_yapit(written: str) -> str:
    return prepare(written, "en-US").text


def load_kitten() -> Callable[[str], str]:
    from kitten_text_processing import normalize_text, warm  # noqa: PLC0415 - the peer is optional

    warm()
    return lambda written: str(normalize_text(written))


def count(system: Callable[[str], str]) -> tuple[dict[tuple[str, str], list[bool]], float]:
    """By half and kind, whether each pair is said right; and milliseconds a piece."""
    right: dict[tuple[str, str], list[bool]] = defaultdict(list)
    began = time.perf_counter()
    for pair in pairs():
        right[pair.half, pair.kind].append(pair.is_said_by(system(pair.written)))
    return right, 1000 * (time.perf_counter() - began) / len(pairs())


def show(systems: dict[str, Callable[[str], str]]) -> None:
    counted = {name: count(system) for name, system in systems.items()}
    kinds = list(dict.fromkeys(pair.kind for pair in pairs()))
    print(f"{'':14}" + "".join(f"{name + ' ' + half:>16}" for name in systems for half in HALVES))
    for kind in [*kinds, "all"]:
        cells = []
        for right, _ in counted.values():
            for half in HALVES:
                said = [s for (h, k), each in right.items() if h == half and kind in (k, "all") for s in each]
                cells.append(f"{sum(said):>10} of {len(said):<2}")
        print(f"{kind:14}" + "".join(f"{cell:>16}" for cell in cells))
    print("  ".join(f"{name}: {ms:.2f} ms a piece" for name, (_, ms) in counted.items()))


def show_misses(half: str) -> None:
    for pair in pairs():
        said = by_yapit(pair.written)
        if pair.half == half and not pair.is_said_by(said):
            print(f"{pair.kind}: {pair.written!r}\n    is said {said!r}\n    not {pair.spoken!r}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", choices=HALVES, help="show what Yapit says otherwise")
    if half := parser.parse_args().misses:
        show_misses(half)
        return
    for pair in pairs():
        by_yapit(pair.written)  # compiles the rules
    show({"Yapit": by_yapit, "kitten": load_kitten()})


if __name__ == "__main__":
    main()
