"""Letters that are written in an unusual way, and characters that nobody sees: the same in every language."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from yapit.core.prepare.rules import Rule, Said


def _plain(match: re.Match[str], manner: object) -> Said:
    return unicodedata.normalize("NFKC", match[0])


_INVISIBLE = "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
_DISGUISED = "[ﬀ-ﬆＡ-Ｚａ-ｚ\U0001d400-\U0001d6a3]"

LETTER_RULES: tuple[Rule[Any], ...] = (
    Rule("invisible character", _INVISIBLE, lambda match, manner: "", _INVISIBLE, joined=True),
    Rule("ligature or letter in disguise", _DISGUISED, _plain, _DISGUISED, joined=True),
    Rule(
        "angle brackets",
        r"(?<![\w)\]])(?P<open><)[^\s<>=-](?:[^<>\n]{0,200}[^\s<>=-])?(?P<close>>)(?![\w=])",
        lambda match, manner: {"open": "", "close": ""},
        "<[^\\s=-]",
    ),
)
"""Run first: they are parts of words, or stand around what later rules look for."""
