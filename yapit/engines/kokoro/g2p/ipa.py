"""IPA as dictionaries write it to the symbols that the voice was trained on, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from yapit.core.errors import RuleError
from yapit.core.ipa import named, plain_ipa
from yapit.engines.kokoro.g2p.sounds import PRIMARY, SECONDARY, VOWELS
from yapit.engines.kokoro.g2p.vocabulary import VOCABULARY

_TIES = re.compile("[\u0361‿]")
_SYLLABIC = re.compile("([nlmɹr])\u0329")
_SWALLOWED = re.compile("ʔ(?=ᵊ?n)")
"""A t that is swallowed, as in button; elsewhere the voice has nothing for it."""

_OTHER_ACCENTS = re.compile("[\u0300-\u0302\u0304-\u036f]")

_JOINED = {
    "tʃ": "ʧ",
    "dʒ": "ʤ",
    "tɕ": "ʧ",
    "dʑ": "ʤ",
    "eɪ": "A",
    "aɪ": "I",
    "ɔɪ": "Y",
    "aʊ": "W",
}
"""Two letters that are one symbol; a dot, a stress or a space between them keeps them apart."""

_OF_DIALECT: Mapping[str, Mapping[str, str]] = {
    "en-US": {"oʊ": "O", "əʊ": "O", "ɜːɹ": "ɜɹ", "ɜː": "ɜɹ", "ɝː": "ɜɹ", "ɝ": "ɜɹ", "ɑːɹ": "ɑɹ", "ɔːɹ": "ɔɹ"},
    "en-GB": {"oʊ": "Q", "əʊ": "Q", "eə": "ɛː", "ɛə": "ɛː", "ɝː": "ɜː", "ɝ": "ɜː"},
}

_LIKE = (
    "rɹ ʀʁ ɫl ɬl ɭl ɮl ʟl ʍw ɱm ɦh ħh ʜh ʉu ɵə ɘə ɤʌ ɞɜ ʏy ɶœ ɚəɹ ᵿʊ eɛ oɔ ɾT ˞ɹ "
    "ʑʒ ʐʒ ɺɾ ɢɡ ɓb ɗd ɠɡ ʄɟ ɧʃ ⱱv ʙb ʦts ʣdz ʨʧ ʥʤ ꭧʧ"
)
_NEAREST = {
    **{pair[0]: pair[1:] for pair in _LIKE.split()},
    **dict.fromkeys("|‖_", " "),
    **dict.fromkeys("ˑ.ʰʲʷˠˤⁿˡʼʔʕ↑˥˦˧˨˩", ""),
}
"""For sounds that the voice was not trained on, the nearest that it was, or none."""

_OWN_VOWELS: Mapping[str, Mapping[str, str]] = {
    "en-US": {"a": "ɑ", "ɒ": "ɑ", "ɐ": "ə", "ɨ": "ᵻ", "ː": ""},
    "en-GB": {"æ": "a", "ᵻ": "ɪ", "ɨ": "ɪ", "ɐ": "ʌ"},
}

_IPA = {"A": "eɪ", "I": "aɪ", "O": "oʊ", "Q": "əʊ", "W": "aʊ", "Y": "ɔɪ", "T": "ɾ", "ʧ": "tʃ", "ʤ": "dʒ"}

_STRESSED = re.compile(f"([{PRIMARY}{SECONDARY}])([^{PRIMARY}{SECONDARY} ]+)")
_VOWEL = re.compile(f"[{''.join(sorted(VOWELS))}yøœɤɯ]|ᵊ(?=[nlmɹ])")


def symbols(ipa: str, dialect: str) -> str:
    """IPA in symbols of `VOCABULARY`; several words keep the spaces between them.

    Raises:
        RuleError: A sign is none of the IPA, or has no sound in this voice; it is named.
    """
    said = _SYLLABIC.sub(r"ᵊ\1", plain_ipa(ipa.replace("_", " ")))
    said = _OTHER_ACCENTS.sub("", _TIES.sub("", said))
    said = _replaced(_SWALLOWED.sub("t", said.replace("r", "ɹ")), {**_OF_DIALECT[dialect], **_JOINED})
    said = "".join(_OWN_VOWELS[dialect].get(near, near) for sign in said for near in _NEAREST.get(sign, sign))
    for sign in said:
        if sign not in VOCABULARY:
            raise RuleError(
                f"this voice has no sound for {named(sign)}", cure="Write the sound that is nearest to it."
            )
    if not any(sign.isalpha() and sign not in (PRIMARY, SECONDARY, "ː") for sign in said):
        raise RuleError(f"this voice has no sound for {ipa}", cure="Write the sounds that are nearest to it.")
    return " ".join(_STRESSED.sub(_before_vowel, said).split())


def to_ipa(phonemes: str) -> str:
    """Symbols of the dictionaries as IPA that `symbols` makes the same of."""
    said = ""
    for symbol in phonemes:
        ipa = _IPA.get(symbol, symbol)
        said += "." * (said[-1:] + ipa[0] in _JOINED) + ipa
    return said


def _replaced(text: str, pairs: Mapping[str, str]) -> str:
    """The longest first, each once."""
    found: Sequence[str] = sorted(pairs, key=len, reverse=True)
    return re.sub("|".join(found), lambda match: pairs[match[0]], text)


def _before_vowel(match: re.Match[str]) -> str:
    """The voice was trained on stress that stands before the vowel, not before the syllable."""
    mark, rest = match[1], match[2]
    vowel = _VOWEL.search(rest)
    at = vowel.start() if vowel else 0
    return rest[:at] + mark + rest[at:]
