"""Text from documents as lines on a terminal."""

from __future__ import annotations

import json
import re
import sys
import unicodedata


def printable(text: str) -> str:
    """The text on one line, without the characters that would command the terminal."""
    line = " ".join(text.split())
    return "".join(character for character in line if unicodedata.category(character) not in ("Cc", "Cs"))


def printable_lines(text: str) -> str:
    """The same, its lines and tabs kept."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))


def json_text(value: object) -> str:
    """JSON for a terminal and a pipe: what would command the one or break the other is escaped."""
    plain = json.dumps(value, ensure_ascii=False, indent=1)
    return re.sub(r"[\x7f-\x9f\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", plain)


def write_line(text: str) -> None:
    """To stdout, at once."""
    sys.stdout.write(text)
    sys.stdout.flush()
