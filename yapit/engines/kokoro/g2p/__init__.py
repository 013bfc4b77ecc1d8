"""English text to the phonemes that Kokoro was trained on, word by word.

`phonemize(text, dialect)` covers every character that is not white space
exactly once and uses only symbols of `VOCABULARY`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yapit.core.document import Span
from yapit.core.errors import RuleError
from yapit.engines.kokoro.g2p.compound import pronounce
from yapit.engines.kokoro.g2p.english import Context, English, emphasis, english
from yapit.engines.kokoro.g2p.heteronyms import word_set
from yapit.engines.kokoro.g2p.ipa import symbols, to_ipa
from yapit.engines.kokoro.g2p.marks import PAUSES, Marks
from yapit.engines.kokoro.g2p.senses import company, sense
from yapit.engines.kokoro.g2p.sounds import CONSONANTS, VOWELS, stressed, with_s
from yapit.engines.kokoro.g2p.tagger import tags
from yapit.engines.kokoro.g2p.vocabulary import VOCABULARY
from yapit.engines.kokoro.g2p.words import Piece, pieces

__all__ = ["DIALECTS", "VOCABULARY", "Token", "phonemize", "symbols", "to_ipa"]

DIALECTS = ("en-US", "en-GB")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a run of punctuation, and how it is said."""

    span: Span
    """Its place in the text."""

    phonemes: str
    """Symbols of `VOCABULARY`; a number may be several words with spaces between them; may be empty."""

    space: bool
    """White space follows it in the text."""


def phonemize(text: str, dialect: str) -> tuple[Token, ...]:
    """How a text is said; joined, each with its space, the tokens are the utterance.

    Called from one thread at a time, as espeak-ng is.

    Raises:
        EngineUnavailable: A word needs espeak-ng, and its library is missing or damaged.
    """
    found = pieces(text)
    marked = _marks(found)
    sentence = Sentence(found, english(dialect))
    said: list[Token] = []
    context = Context()
    for place in reversed(range(len(found))):
        piece = found[place]
        phonemes = sentence.say(place, context) if piece.is_word else marked[place]
        context = _context_before(phonemes, piece.text, context)
        said.append(Token(piece.span, _of_this_model(phonemes), piece.space))
    return tuple(reversed(said))


class Sentence:
    """Words with their tags; says one of them in its place."""

    def __init__(self, found: list[Piece], voice: English) -> None:
        self._words = [piece.text for piece in found]
        self._ipa = [piece.ipa for piece in found]
        self._company = company(self._words, tags(self._words))
        self._english = voice

    def say(self, place: int, context: Context) -> str:
        word, tag = self._words[place], self._company.tags[place]
        if (given := self._given(place)) is not None:
            return given
        chosen = sense(self._company, place, self._english.dialect)
        if chosen is not None and chosen.phonemes:
            return stressed(chosen.phonemes, emphasis(word))
        return pronounce(word, chosen.tag if chosen is not None else tag, context, self._english)

    def _given(self, place: int) -> str | None:
        """What the text itself tells, where the voice can say that."""
        if not self._ipa[place]:
            return None
        dialect = self._english.dialect
        try:
            said = symbols(self._ipa[place], dialect)
            return with_s(said, dialect) if self._words[place].endswith("'s") else said
        except RuleError:  # `check_ipa` says so where the rule is made; here the word is said as any other
            return None


def _marks(found: list[Piece]) -> list[str]:
    """The symbols of every run of punctuation; empty for words and for the dots of abbreviations."""
    marks = Marks()
    symbols = []
    after_space = True
    for place, piece in enumerate(found):
        silent = piece.is_word or _ends_abbreviation(found, place)
        heard = "" if silent else marks.symbols(piece.text, after_space=after_space, before_space=piece.space)
        symbols.append(heard)
        after_space = piece.space
    return symbols


_TITLES = frozenset(["mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "vs"])
_OPENINGS = word_set(
    "a an the this that these those he she it they we you i his her its their our my in on at by "
    "for from to with but and or so if when while as after before then there what who how why "
    "where no not yes"
)
"""A word with a capital that begins a sentence: what stood before it was no one's initial."""

_INITIAL = re.compile(r"[A-Z]$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$|(?:etc|e\.g|i\.e|ph\.d)$", re.IGNORECASE)


def _ends_abbreviation(found: list[Piece], place: int) -> bool:
    """A full stop that belongs to the word before it, as in Dr. Jones and the U.S. army."""
    if found[place].text != "." or not 0 < place < len(found) - 1 or not found[place].space:
        return False
    word, after = found[place - 1].text, found[place + 1].text
    if _INITIAL.match(word) or word.lower() in _TITLES:
        return after[0].isupper() and after.lower() not in _OPENINGS
    return bool(_INITIALS.match(word)) and not after[0].isupper()


def _context_before(phonemes: str, word: str, after: Context) -> Context:
    """What the word before these phonemes has to reckon with."""
    for symbol in phonemes:
        if symbol in PAUSES:
            return Context()
        if symbol in VOWELS or symbol in CONSONANTS:
            return Context(symbol in VOWELS, to=word.lower() == "to")
    return replace(after, to=False)


def _of_this_model(phonemes: str) -> str:
    """Kokoro v1.0 writes the tapped t as T and knows no glottal stop."""
    return phonemes.replace("ɾ", "T").replace("ʔ", "t")
