"""Builds yapit/core/prepare/emoji_names: what emoji are called.

    pip install emoji && python scripts/build_emoji.py

The package `emoji` (BSD) carries the short names of Unicode's CLDR. One file a language, a line an emoji: its
characters without the variation selectors, a tab, its name. Those that differ by the tone of the skin only
are left out: tones are not said. So are keycaps, which are digits.
"""

from __future__ import annotations

import re
from pathlib import Path

import emoji

FOLDER = Path(__file__).parent.parent / "yapit" / "core" / "prepare" / "emoji_names"
FLAG = {"en": "flag", "de": "Flagge", "fr": "drapeau", "es": "bandera", "it": "bandiera", "pt": "bandeira"}


def is_flag(sequence: str) -> bool:
    return "\U0001f1e6" <= sequence[0] <= "\U0001f1ff" or "\U000e007f" in sequence


def is_wanted(sequence: str, status: int) -> bool:
    tone = any("\U0001f3fb" <= character <= "\U0001f3ff" for character in sequence)
    return status == emoji.STATUS["fully_qualified"] and not tone and "\u20e3" not in sequence


def _plain(name: str) -> str:
    """Words only: without signs, and with the hours of German clocks as they are said."""
    name = re.sub(
        r"(\d+)\.00 uhr", r"\1 uhr", re.sub(r"(\d+)\.30 uhr", r"\1 uhr dreißig", name.replace("_", " "))
    )
    name = name.replace("1st", "first").replace("2nd", "second").replace("3rd", "third")
    return " ".join(re.sub(r"[^\w\s'’.,-]", " ", name).split())


def names(language: str) -> dict[str, str]:
    emoji.config.load_language(language)
    read: dict[str, str] = {}
    for sequence, entry in emoji.EMOJI_DATA.items():
        if language in entry and is_wanted(sequence, entry["status"]):
            name = _plain(entry[language])
            read[sequence.replace("\ufe0f", "")] = f"{FLAG[language]} {name}" if is_flag(sequence) else name
    return read


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for language in FLAG:
        lines = [f"{sequence}\t{name}\n" for sequence, name in sorted(names(language).items())]
        (FOLDER / f"{language}.tsv").write_text("".join(lines), encoding="utf-8")
        print(f"{language}: {len(lines)} names")


if __name__ == "__main__":
    main()
