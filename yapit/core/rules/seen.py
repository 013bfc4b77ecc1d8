"""A text as rules look through it: as readers see it, whatever characters it is made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from yapit.core.document import Span

_ALIKE = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("＇", "'"), ("‐", "-"), ("‑", "-"))
"""Apostrophes and hyphens, however they are typed."""

_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
_DISGUISED = "ﬀ-ﬆＡ-Ｚａ-ｚ０-９\U0001d400-\U0001d7ff"
_IS_UNSEEN = re.compile(f"[{_UNSEEN}]")
_IS_DISGUISED = re.compile(f"[{_DISGUISED}]")
_HARD = re.compile(f"[{_UNSEEN}{_DISGUISED}]")


@dataclass(frozen=True, slots=True)
class Seen:
    """A text with accents composed, ligatures taken apart and nothing invisible; and the way back."""

    text: str
    places: tuple[Span, ...] | None = None
    """Where each of its characters stands in the text it was made of; None where at the same place."""

    def source(self, start: int, end: int) -> Span:
        """Where characters of it stand in the text it was made of; there must be one."""
        if self.places is None:
            return Span(start, end)
        return Span(self.places[start].start, self.places[end - 1].end)


def seen(text: str, *, fold: bool) -> Seen:
    """`fold` makes capitals and small letters one."""
    if not _HARD.search(text) and unicodedata.is_normalized("NFC", text):
        alike = text if text.isascii() else _alike(text)
        folded = alike.casefold() if fold else alike
        if len(folded) == len(text):  # no letter becomes two, so each stays where it is
            return Seen(folded)
    parts, places = [], []
    for cluster in _clusters(text):
        plain = _plain(cluster.of(text), fold=fold)
        parts.append(plain)
        places += [cluster] * len(plain)
    return Seen("".join(parts), tuple(places))


def _clusters(text: str) -> Iterator[Span]:
    """Each letter with the accents on it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _extends(text[at]):
            if at > start:
                yield Span(start, at)
            start = at


def _extends(character: str) -> bool:
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"


def _plain(cluster: str, *, fold: bool) -> str:
    shown = _IS_UNSEEN.sub("", cluster)
    composed = unicodedata.normalize("NFKC" if _IS_DISGUISED.search(shown) else "NFC", shown)
    return _alike(composed).casefold() if fold else _alike(composed)


def _alike(text: str) -> str:
    for sign, plain in _ALIKE:  # ten times as fast as `translate`
        if sign in text:
            text = text.replace(sign, plain)
    return text
