"""Letters whose accents old fonts draw apart from them, made whole."""

from __future__ import annotations

import re
import unicodedata

_COMBINING = {
    "´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˚": "\u030a",
    "˘": "\u0306", "˙": "\u0307", "˝": "\u030b", "¯": "\u0304",
}  # fmt: skip
_BEFORE = re.compile(r"([´¨ˆ˜ˇ˚˘˙˝¯]) ?([^\W\d_])")
_CEDILLA = re.compile(r"([cCsStT])¸|¸([cCsStT])")
_DOTLESS = str.maketrans("ı", "i")


def composed(text: str) -> str:
    """`caf´e` as `café`; an accent that makes no letter with the next one is left alone."""
    if not _BEFORE.search(text) and "¸" not in text:
        return text
    return _CEDILLA.sub(_with_cedilla, _BEFORE.sub(_with_accent, text))


def _with_accent(match: re.Match[str]) -> str:
    letter = match[2].translate(_DOTLESS)
    whole = unicodedata.normalize("NFC", letter + _COMBINING[match[1]])
    return whole if len(whole) == 1 else match[0]


def _with_cedilla(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", (match[1] or match[2]) + "\u0327")
