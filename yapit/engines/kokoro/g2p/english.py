"""One English word to phonemes: dictionary, small words by their neighbours, endings, initials.

The steps are those of misaki's `en.Lexicon`, whose output the voice was trained
on; words are plain (see `words.plain`) and hold no white space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from yapit.engines.kokoro.g2p.lexicon import Entry, family, load_lexicon
from yapit.engines.kokoro.g2p.sounds import (
    PRIMARY,
    SECONDARY,
    stressed,
    with_ed,
    with_ing,
    with_s,
)
from yapit.engines.kokoro.g2p.words import SIGNS

_LETTERS = re.compile(r"[A-Za-z]+$")
_ABBREVIATED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{0,2}$")
_DOUBLED = re.compile(r"([bcdgklmnprstvxz])\1ing$|cking$")
_LONGEST_INITIALISM = 5


@dataclass(frozen=True, slots=True)
class Context:
    """What follows a word, as far as it changes how the word is said."""

    vowel: bool | None = None
    """The next sound is a vowel; None at a pause and at the end."""

    to: bool = False
    """The next word is "to"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A word and what is known of its place."""

    word: str
    tag: str
    context: Context
    stress: float | None = None

    def named(self, word: str) -> Asked:
        return Asked(word, self.tag, self.context, self.stress)


class English:
    """Pronounces words in one dialect: `en-US` or `en-GB`."""

    def __init__(self, dialect: str) -> None:
        self.dialect = dialect
        self._find = load_lexicon(dialect).find

    def say(self, word: str, tag: str, context: Context) -> str | None:
        """Phonemes, or None where neither dictionary nor rule knows the word."""
        asked = Asked(word, tag, context, emphasis(word))
        small = self._small_word(asked)
        return small if small is not None else self._whole(asked)

    def entry(self, word: str) -> Entry | None:
        return self._find(word)

    def spelled(self, word: str) -> str | None:
        """The names of the letters, the last one stressed."""
        names = [self._gold(letter.upper()) for letter in word if letter.isalpha()]
        if not names or None in names:
            return None
        said = stressed("".join(name for name in names if name), 0)
        head, mark, tail = said.rpartition(SECONDARY)
        return head + PRIMARY + tail if mark else said

    def _gold(self, word: str) -> str | None:
        entry = self._find(word)
        return entry.variants["DEFAULT"] if entry and entry.gold else None

    # Small words

    def _small_word(self, asked: Asked) -> str | None:
        rule = _SMALL_WORDS.get(asked.word.lower())
        if rule is not None:
            return rule(self, asked)
        if asked.word in SIGNS:
            return self._looked_up(Asked(SIGNS[asked.word], "", asked.context))
        if _ABBREVIATED.match(asked.word) and not self._find(asked.word):
            return self.spelled(asked.word)
        return None

    def _a(self, asked: Asked) -> str | None:
        return "ɐ" if asked.tag == "DT" else "ˈA"

    def _am(self, asked: Asked) -> str | None:
        if asked.tag.startswith("NN") and asked.word != "am":
            return self.spelled(asked.word)
        weak = asked.word == "am" and asked.context.vowel is not None
        return "ɐm" if weak else self._gold("am")

    def _an(self, asked: Asked) -> str | None:
        return self.spelled("AN") if asked.word == "AN" and asked.tag.startswith("NN") else "ɐn"

    def _i(self, asked: Asked) -> str | None:
        return "ˌI" if asked.word == "I" and asked.tag == "PRP" else None

    def _by(self, asked: Asked) -> str | None:
        return "bˈI" if family(asked.tag) == "ADV" else None

    def _to(self, asked: Asked) -> str | None:
        if asked.word == "TO" and asked.tag not in ("TO", "IN"):
            return None
        return {None: self._gold("to"), False: "tə", True: "tʊ"}[asked.context.vowel]

    def _in(self, asked: Asked) -> str | None:
        if asked.word == "IN" and asked.tag == "NNP":
            return None
        return "ɪn" if asked.context.vowel is not None and asked.tag == "IN" else "ˈɪn"

    def _the(self, asked: Asked) -> str | None:
        if asked.word == "THE" and asked.tag != "DT":
            return None
        return "ði" if asked.context.vowel else "ðə"

    def _versus(self, asked: Asked) -> str | None:
        return self._looked_up(asked.named("versus"))

    def _used(self, asked: Asked) -> str | None:
        entry = self._find("used")
        if entry is None:
            return None
        habit = asked.context.to and asked.tag in ("VBD", "JJ")
        return entry.variants["VBD" if habit else "DEFAULT"]

    # Dictionary

    def _whole(self, asked: Asked) -> str | None:
        word = self._cased(asked)
        for known in self._spellings(word):
            if self._is_known(known):
                return self._looked_up(asked.named(known))
        if len(word) == 2 and word[0].isupper() and word[1] == "s":
            return with_s(self.spelled(word[0]) or "", self.dialect) or None
        return self._inflected(asked.named(word))

    def _cased(self, asked: Asked) -> str:
        """Lower case for a word that the dictionary has only so: HOUSES, Houses."""
        word, lower = asked.word, asked.word.lower()
        regular = word in (word.upper(), lower.capitalize()) and word != lower and len(word) > 1
        if not regular or not word.replace("'", "").isalpha() or self._find(word):
            return word
        if asked.tag == "NNP" and len(word) <= 7 and (not word.isupper() or is_initialism(word)):
            return word
        found = self._find(lower) or self._inflected(asked.named(lower))
        return lower if found else word

    def _spellings(self, word: str) -> list[str]:
        """The word, then what it may stand for: walkers', runnin, café."""
        spellings = [word]
        if word.endswith("'"):
            spellings += [word[:-2] + "'s", word[:-1]] if word.endswith("s'") else [word[:-1]]
        if not word.isascii():
            spellings.append(without_accents(word))
        return spellings

    def _is_known(self, word: str) -> bool:
        if self._find(word) is not None:
            return True
        if not _LETTERS.match(word):
            return False
        if len(word) == 1 or (word.isupper() and self._gold(word.lower()) is not None):
            return True
        return word.isupper() and is_initialism(word)

    def _looked_up(self, asked: Asked) -> str | None:
        word, is_name = asked.word, False
        if word == word.upper() and not self._is_gold(word):
            word, is_name = word.lower(), asked.tag == "NNP"
        entry = self._find(word)
        said = "" if entry is None or (is_name and not entry.gold) else _variant(entry, asked)
        if not said or (is_name and PRIMARY not in said):
            initials = self.spelled(word)
            if initials is not None:
                return initials
        return stressed(said, asked.stress) or None

    def _is_gold(self, word: str) -> bool:
        entry = self._find(word)
        return entry is not None and entry.gold

    # Endings

    def _inflected(self, asked: Asked) -> str | None:
        return self._with_s(asked) or self._with_ed(asked) or self._with_ing(asked)

    def _stem(self, asked: Asked, candidates: list[str]) -> str:
        for stem in candidates:
            if stem and self._is_known(stem):
                return self._looked_up(asked.named(stem)) or ""
        return ""

    def _with_s(self, asked: Asked) -> str | None:
        word = asked.word
        if len(word) < 3 or not word.endswith("s"):
            return None
        stems = [] if word.endswith("ss") else [word[:-1]]
        if word.endswith("'s") or (len(word) > 4 and word.endswith("es") and not word.endswith("ies")):
            stems.append(word[:-2])
        if len(word) > 4 and word.endswith("ies"):
            stems.append(word[:-3] + "y")
        return with_s(self._stem(asked, stems), self.dialect) or None

    def _with_ed(self, asked: Asked) -> str | None:
        word = asked.word
        if len(word) < 4 or not word.endswith("d"):
            return None
        stems = [] if word.endswith("dd") else [word[:-1]]
        if len(word) > 4 and word.endswith("ed") and not word.endswith("eed"):
            stems.append(word[:-2])
        return with_ed(self._stem(asked, stems), self.dialect) or None

    def _with_ing(self, asked: Asked) -> str | None:
        word = asked.word
        if len(word) < 5 or not word.endswith("ing"):
            return None
        stems = [word[:-3]] if len(word) > 5 else []
        stems.append(word[:-3] + "e")
        if len(word) > 5 and _DOUBLED.search(word):
            stems.append(word[:-4])
        stress = 0.5 if asked.stress is None else asked.stress
        stem = self._stem(Asked(word, asked.tag, asked.context, stress), stems)
        return with_ing(stem, self.dialect, after_r="r" in word[-5:-3]) or None


def _variant(entry: Entry, asked: Asked) -> str:
    if asked.context.vowel is None and "None" in entry.variants:
        return entry.variants["None"]
    return entry.phonemes(asked.tag)


def emphasis(word: str) -> float | None:
    """How capitals raise the stress of a word: 0.5 for some, 2 where all are; None for none."""
    if word == word.lower():
        return None
    return 2 if word == word.upper() else 0.5


def is_initialism(word: str) -> bool:
    """Capitals that are said letter by letter rather than shouted: short, or without a vowel."""
    return len(word) <= _LONGEST_INITIALISM or not re.search("[AEIOUY]", word)


def without_accents(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


_SMALL_WORDS: dict[str, Callable[[English, Asked], str | None]] = {
    "a": English._a,
    "am": English._am,
    "an": English._an,
    "i": English._i,
    "by": English._by,
    "to": English._to,
    "in": English._in,
    "the": English._the,
    "vs": English._versus,
    "vs.": English._versus,
    "used": English._used,
}


@lru_cache(maxsize=2)
def english(dialect: str) -> English:
    return English(dialect)
