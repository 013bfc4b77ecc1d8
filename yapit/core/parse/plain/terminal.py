"""What a program wrote for a terminal, without the terminal's signs: colours, and letters struck twice."""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours, movements
    r"|\x1b[\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\|\Z)"  # titles, links
    r"|\x1b[()][0-9A-Za-z]|\x1b."
)
_OVERSTRIKE = re.compile("[^\n]\b")
_LONE_BACKSPACE = re.compile("\b")


def without_terminal_signs(text: str) -> str:
    """The text as it looks on the screen; the same object where there is no such sign."""
    if "\x1b" in text:
        text = _ESCAPE.sub("", text)
    if "\b" in text:
        text = _LONE_BACKSPACE.sub("", _OVERSTRIKE.sub("", text))
    return text
