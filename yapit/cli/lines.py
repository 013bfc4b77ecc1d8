"""Text from documents as lines on a terminal."""

from __future__ import annotations

import sys
import unicodedata


def printable(text: str) -> str:
    """The text on one line, without the characters that would command the terminal."""
    line = " ".join(text.split())
    return "".join(character for character in line if unicodedata.category(character) not in ("Cc", "Cs"))


def write_line(text: str) -> None:
    """To stdout, at once."""
    sys.stdout.write(text)
    sys.stdout.flush()
