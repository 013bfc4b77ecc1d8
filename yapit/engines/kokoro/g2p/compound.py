"""A word between two spaces to phonemes, whatever it is made of: compounds, digits, names."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from yapit.engines.kokoro.g2p import espeak
from yapit.engines.kokoro.g2p.english import Context, English, is_initialism, without_accents
from yapit.engines.kokoro.g2p.sounds import PRIMARY, stressed, weight, with_s
from yapit.engines.kokoro.g2p.words import parts, plain

_SILENT = frozenset("',-._‘’/\\·:")
_SPACED = frozenset("/_\\")
_LONGEST_RUN = 10
"""Parts that are looked up as one word; a chain of 200 would cost seconds."""


@dataclass(frozen=True, slots=True)
class Part:
    text: str
    phonemes: str | None = None
    """None while nobody has said it."""


def pronounce(word: str, tag: str, context: Context, english: English) -> str:
    """Phonemes of a word as it stands in a text; never empty where it holds a letter or digit."""
    text = plain(word)
    whole = english.say(text, tag, context) if text else ""
    if whole is not None:
        return whole
    said = _joined(_said_parts(text, tag, context, english), text)
    return said or _named(text, english)


def _said_parts(text: str, tag: str, context: Context, english: English) -> list[Part]:
    """From the end: the longest run of parts that is a word, until all is said."""
    if "&" in text and text.upper() == text:
        tag = "NNP"  # AT&T is initials, not the word "at"
    found = [Part(part) for part in parts(text)]
    right = len(found)
    while right:
        for left in range(max(right - _LONGEST_RUN, 0), right):
            run = "".join(part.text for part in found[left:right])
            inner = _INNER.get(run) or _tag_inside(tag, last=right == len(found), whole=left == 0)
            said = english.say(run, inner, context)
            if said is not None:
                found[left:right] = [Part(run, said)]
                right = left
                break
        else:
            right = _say_unknown(found, right, english)
    return found


_INNER = {"a": "DT", "in": "IN"}
"""Small words inside compounds: five-in-a-row."""


def _tag_inside(tag: str, *, last: bool, whole: bool) -> str:
    """Part of speech of a part: the compound's own only where it ends so; ten-minute ends in a noun."""
    if tag == "NNP" or (last and whole):
        return tag
    return ("NN" if tag == "JJ" else tag) if last else ""


def _say_unknown(found: list[Part], right: int, english: English) -> int:
    """Say the part before `right` in some other way; where the next unsaid part ends."""
    part = found[right - 1]
    if not part.text[0].isalpha():
        found[right - 1] = replace(part, phonemes=_sign_or_number(found, right - 1, english))
        return right - 1
    left, end = right - 1, right
    while left and found[left - 1].text[0].isalpha():
        left -= 1
    while end < len(found) and found[end].text[0].isalpha():
        end += 1
    run = "".join(each.text for each in found[left:end])
    found[left:end] = [Part(run, unknown(run, english))]
    return left


def _sign_or_number(found: list[Part], place: int, english: English) -> str:
    text = found[place].text
    left = found[place - 1].text[-1] if place else ""
    right = found[place + 1].text[:1] if place + 1 < len(found) else ""
    if text == "." and left.isalnum() and (right.islower() or right.isdigit()):
        return english.say("dot", "NN", Context(vowel=False)) or ""
    if text in _SILENT:
        return ""
    number, ending = (text.rstrip("s").rstrip("'"), "s") if text.endswith("s") else (text, "")
    said = espeak.pronounce(_ascii_digits(number), english.dialect)
    return with_s(said, english.dialect) if ending else said


def unknown(word: str, english: English) -> str:
    """A word of letters that no dictionary holds."""
    if word.isupper() and is_initialism(word):
        initials = english.spelled(word)
        if initials:
            return initials
    stem, apostrophe, ending = word.rpartition("'")
    text = stem if apostrophe and ending == "s" else word
    said = espeak.pronounce(familiar(text.lower() if text.isupper() else text), english.dialect)
    if text is word:
        return said
    return with_s(said, english.dialect)


def familiar(word: str) -> str:
    """The word in letters that espeak-ng reads: it spells out a word with one that it does not know.

    It knows the accents of Europe (Dvořák), those of Vietnam and of transliteration (Nguyễn, Ḥasan,
    Qurʾān) it does not.
    """
    rare = "".join(without_accents(c) if "\u1e00" <= c <= "\u1eff" else c for c in word)
    return "".join(c for c in rare if unicodedata.category(c) != "Lm") or word


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _named(text: str, english: English) -> str:
    """A letter that espeak-ng knows no name for is said as "letter"; silence where there is none."""
    if not any(character.isalnum() for character in text):
        return ""
    return english.say("letter", "NN", Context(vowel=False)) or ""


def _joined(found: list[Part], text: str) -> str:
    spaced = bool(_SPACED & set(text)) or len({_class(c) for c in text if c not in _SILENT}) > 1
    said = [part for part in found if part.phonemes]
    if spaced or any(part.text == "." for part in said):
        return " ".join(part.phonemes or "" for part in said)
    return "".join(_balanced(said))


def _class(character: str) -> str:
    return "letter" if character.isalpha() else "digit" if character.isdecimal() else "sign"


def _balanced(said: list[Part]) -> list[str]:
    """A compound has fewer main stresses than parts: the lighter half steps back."""
    phonemes = [part.phonemes or "" for part in said]
    if len(said) == 2 and len(said[0].text) == 1:
        return [phonemes[0], stressed(phonemes[1], -0.5)]
    mains = sum(PRIMARY in each for each in phonemes)
    if len(said) < 2 or mains <= (len(said) + 1) // 2:
        return phonemes
    order = sorted(range(len(said)), key=lambda i: (PRIMARY in phonemes[i], weight(phonemes[i]), i))
    for place in order[: len(said) // 2]:
        phonemes[place] = stressed(phonemes[place], -0.5)
    return phonemes
