"""Emoji are said by their short names in Unicode's CLDR: repeated ones once, tones of the skin not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

_BASE = (
    "\\u2190-\\u23ff\\u2440-\\u245f\\u249c-\\u24e9\\u2500-\\u2bff\\u3030\\u303d\\u3297\\u3299"
    "\\U0001f000-\\U0001f3fa\\U0001f400-\\U0001faff"
)
_MODIFIERS = "\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}|\U0001f3f4[\U000e0020-\U000e007f]+"
_ONE = f"(?:{_FLAG}|[{_BASE}][{_MODIFIERS}]*(?:\u200d[{_BASE}][{_MODIFIERS}]*)*)"

HAS_PICTURE = f"[{_BASE}]"
MODIFIER = f"[\u200c\u200d{_MODIFIERS}\U000e0020-\U000e007f]"
PICTURES = rf"{_ONE}(?:\s?{_ONE})*"
"""Pictures in a row."""

_FOLDER = Path(__file__).with_name("emoji_names")


def said(pictures: str, language: str, other: Callable[[str], str] = lambda character: "") -> str:
    """The names of a row of pictures; `other` names single characters that are no emoji."""
    names: list[str] = []
    for picture in re.findall(_ONE, pictures):
        name = _name(re.sub(f"[{_MODIFIERS}]", "", picture), language, other)
        if name and name not in names[-1:]:
            names.append(name)
    return " ".join(names)


def _name(picture: str, language: str, other: Callable[[str], str]) -> str:
    """A sequence that has no name is said part by part."""
    names = _names(language)
    if picture in names:
        return names[picture]
    return " ".join(filter(None, (names.get(part) or other(part) for part in picture)))


@cache
def _names(language: str) -> Mapping[str, str]:
    text = (_FOLDER / f"{language}.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t", 1) for line in text.splitlines())
