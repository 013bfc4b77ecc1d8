"""Letters that files name by their place in a symbol font."""

from __future__ import annotations

import re

_PRIVATE = 0xF000
"""Where fonts of symbols have their characters in Unicode; below it they are what they say."""

# The letters of Adobe's Symbol font by the keys they lie on; bullets, arrows and ticks have no words.
_GREEK = dict(zip(
    "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
    strict=True,
))  # fmt: skip
_SIGNS = {0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0xAE: "→"}


def from_symbol_font(code: str) -> str:
    """The character with a hexadecimal number, empty where it is none that can be said."""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,5}", code):
        return ""
    number = int(code, 16)
    if number >= 0xE000:
        place = number - _PRIVATE
        return _SIGNS.get(place) or _GREEK.get(chr(place) if 0 <= place < 128 else "", "")
    return chr(number) if number >= 0x20 and not 0xD800 <= number < 0xE000 else ""
