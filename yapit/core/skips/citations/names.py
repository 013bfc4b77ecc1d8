"""Who is named before a year: one author, several, a body, or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yapit.core.skips.citations.no_authors import BODIES, NO_AUTHORS

_TOKEN = re.compile(r"[,/&]|[^\s,/&]+")
_NAME = re.compile(r"(?:[dDlLO]['’])?[^\W\d_a-zß-öø-ÿ][\w'’‐-]*\.?")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?){1,4}")
_OTHERS = re.compile(
    r",?\s(?:et\.?\sal(?:ii|\.)?|(?:and|&)\s(?:others|colleagues|co-?workers)|u\.\s?a\.)(?:['’]s)?\Z"
)
_ABBREVIATED = re.compile(r"\s\[[A-Z]{2,8}\]|\s\((?:eds?|Hrsg|Hg|dir|coord)s?\.?\)")
_AND = frozenset(("and", "&", "und", "et", "y", "e", "och", "en", "/"))
_FIRST_OF_TWO = re.compile(
    r".(?:ez|és)\Z|\A(?:garc[ií]a|d[ií]az|ruiz|ortiz|mu[ñn]oz|romero|navarro|torres|castro|vargas|rojas|silva|souza|"
    r"santos|oliveira|moreno|molina|ortega|delgado|herrera|medina|guerrero|cruz|reyes|flores|mendoza|aguilar|vega)\Z"
)
_SMALL_WORDS = """
    van von de del della der den di da dos du la le los las ter ten zu zur af al el bin ibn of for the on 't
"""
_SMALL = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Names:
    words: tuple[str, ...]
    """The names themselves, without initials and connections; small letters."""

    is_several: bool
    """Two or more authors, or one "et al."."""

    is_body: bool
    """An office or a society, or its short form: `WHO`."""

    is_short: bool = False
    """The short form of a body: `WHO`."""

    @property
    def is_double(self) -> bool:
        """A surname of two words, as Spanish has: `García Márquez`."""
        return len(self.words) == 2 and _FIRST_OF_TWO.search(self.words[0]) is not None

    @property
    def is_surname(self) -> bool:
        """One word that is no month and no place."""
        return len(self.words) == 1 and not _is_no_author(self.words[0])

    @property
    def is_possible(self) -> bool:
        return bool(self.words) and not all(map(_is_no_author, self.words))


def _is_no_author(word: str) -> bool:
    """With those joined by a hyphen: `August-December`."""
    return all(part in NO_AUTHORS for part in word.split("-"))


def names_of(text: str) -> Names | None:
    """The authors that a text names; None where it holds any other word."""
    text = _ABBREVIATED.sub("", text.strip())
    others = _OTHERS.search(text)
    tokens = _TOKEN.findall(text[: others.start()] if others else text)
    kinds = [_kind(token) for token in tokens]
    if None in kinds or "name" not in kinds:
        return None
    words = tuple(_plain(token) for token, kind in zip(tokens, kinds, strict=True) if kind == "name")
    is_short = _is_short_form(tokens)
    return Names(
        words,
        is_several=others is not None or "and" in kinds[1:-1],
        is_body=is_short or any(word in BODIES for word in words),
        is_short=is_short,
    )


def _kind(token: str) -> str | None:
    if token in _AND:
        return "and"
    if token == "," or token.lower() in _SMALL:
        return "joint"
    if _INITIALS.fullmatch(token):
        return "initials"
    return "name" if _NAME.fullmatch(token) else None


def _plain(token: str) -> str:
    return re.sub(r"['’]s\Z|\.\Z", "", token).lower()


def _is_short_form(tokens: list[str]) -> bool:
    return (
        len(tokens) == 1
        and re.fullmatch(r"[A-Z]{3,6}", tokens[0]) is not None
        and tokens[0].lower() not in NO_AUTHORS
    )
