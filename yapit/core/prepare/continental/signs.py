"""Signs by their names; ornaments are left unsaid."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from yapit.core.prepare import emoji
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import HAS_SIGN
from yapit.core.prepare.letterforms import LETTER_RULES
from yapit.core.prepare.rules import Rule, Said

_UNSAID = "*|`¦†‡¶^~_•‣⁃◦●○■□▪▫►▶\\<>{}"

__all__ = ["LETTER_RULES", "rules"]


def _sign(names: Mapping[str, str], match: re.Match[str], numbers: Numbers) -> Said:
    return names.get(match[0], "")


def _picture(language: str, match: re.Match[str], numbers: Numbers) -> Said:
    return re.sub(r"\d+", lambda digits: numbers.whole(digits[0]), emoji.said(match[0], language))


def rules(names: Mapping[str, str], language: str) -> tuple[Rule[Numbers], ...]:
    """`names` says what signs are called; those of emoji come with the language."""
    compound = [sign for sign in names if len(sign) > 1]
    single = "".join(sign for sign in names if len(sign) == 1) + _UNSAID
    longest_first = sorted(compound, key=len, reverse=True)
    return (
        Rule("slash", r"(?<=[\w\0])/(?=[\w\0])|(?<=\s)/(?=\s)|[⁄∕]", lambda match, _: " ", "[/⁄∕]"),
        Rule("slashes", "/+", lambda match, _: " ", "/"),
        Rule("compound sign", "|".join(map(re.escape, longest_first)), partial(_sign, names), HAS_SIGN),
        Rule("sign", "[" + re.escape(single) + "]", partial(_sign, names), HAS_SIGN),
        Rule("picture", emoji.PICTURES, partial(_picture, language), emoji.HAS_PICTURE),
        Rule("loose modifier", emoji.MODIFIER, lambda match, _: "", emoji.MODIFIER, joined=True),
    )
