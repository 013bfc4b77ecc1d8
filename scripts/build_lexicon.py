"""Make the pronouncing dictionaries of the Kokoro engine from those that the model was trained with.

    pip download --no-deps misaki==0.9.4 && unzip -d misaki misaki-0.9.4-*.whl
    python scripts/build_lexicon.py misaki/misaki/data yapit/engines/kokoro/data

misaki 0.9.4 (PyPI, Apache-2.0) carries four JSON files; their sums are checked
below. For each dialect the checked ("gold") and the generated ("silver") file
become one sorted text file; a silver entry that a gold one hides is dropped.
The same input gives the same output, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

SOURCES = {
    "us_gold.json": "dc414872a49a28ae6c141463d502fd945f3b2fde040484fdc47d00cc4612686f",
    "us_silver.json": "de8f67be911bb6c659187b4a65fd966b6a30e56350e0f790d763210b053ac475",
    "gb_gold.json": "29e62f4b60261c88f7f3c2c7811ca3825978948090b72d2b27d565b729282f71",
    "gb_silver.json": "48131e2d92ccc41655f4543e87e0f938e71463eb5a54be7f0693bb712ebb6bce",
}
DIALECTS = {"en-US": "us", "en-GB": "gb"}

Pronunciation = dict[str, str | None] | str
"""Phonemes, or phonemes by part of speech."""


def read(folder: Path, name: str) -> dict[str, Pronunciation]:
    raw = (folder / name).read_bytes()
    found = hashlib.sha256(raw).hexdigest()
    if found != SOURCES[name]:
        raise SystemExit(f"{name} is not the file of misaki 0.9.4: sha256 {found}")
    entries: dict[str, Pronunciation] = json.loads(raw)
    return entries


def other_case(word: str) -> str:
    """The form that the entry of a word stands for as well."""
    return word.capitalize() if word == word.lower() else word.lower()


def fields(entry: Pronunciation) -> str:
    if isinstance(entry, str):
        return entry
    default = entry["DEFAULT"]
    others = [f"{tag}={phonemes or ''}" for tag, phonemes in sorted(entry.items()) if tag != "DEFAULT"]
    return "\t".join([default or "", *others])


def lines(gold: dict[str, Pronunciation], silver: dict[str, Pronunciation]) -> list[bytes]:
    found = {word: fields(entry) for word, entry in gold.items()}
    for word, entry in silver.items():
        hidden = word in gold or (len(word) > 1 and other_case(word) in gold and is_plain(word))
        if not hidden:
            found[word] = "~" + fields(entry)
    return sorted(f"{word}\t{value}".encode() for word, value in found.items())


def is_plain(word: str) -> bool:
    return word in (word.lower(), word.lower().capitalize())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("source", type=Path, help="the folder with misaki's JSON files")
    parser.add_argument("target", type=Path, help="where the dictionaries are written")
    arguments = parser.parse_args()
    for dialect, prefix in DIALECTS.items():
        gold = read(arguments.source, f"{prefix}_gold.json")
        silver = read(arguments.source, f"{prefix}_silver.json")
        content = b"\n".join(lines(gold, silver)) + b"\n"
        path = arguments.target / f"lexicon-{dialect}.txt"
        path.write_bytes(content)
        print(f"{path}: {content.count(10):,} words, {len(content):,} bytes")
        print(f"  sha256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
