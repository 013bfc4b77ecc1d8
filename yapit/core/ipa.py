"""The International Phonetic Alphabet: as listeners write it, and as it stands in a spoken text.

A word that is said by its IPA stands in the text that an engine is handed as U+FFF9, the word, U+FFFA,
its IPA, U+FFFB: Unicode's own signs for annotated text, which no other text keeps (`without_signs`). Neither
part holds white space or a dash, so a run is one word, whoever counts; `_` stands for a space in them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from yapit.core.errors import RuleError

OPEN, BETWEEN, CLOSE = "\ufff9", "\ufffa", "\ufffb"
RUN = re.compile(f"{OPEN}([^\\s\ufff9-\ufffb]*){BETWEEN}([^\\s\ufff9-\ufffb]+){CLOSE}")
"""A word with its IPA in a spoken text: the word is group 1, its IPA group 2."""

LONGEST = 100
"""Characters of IPA in one rule: a run has to fit between two cuts of a text."""

_SIGNS = re.compile("[\ufff9-\ufffb]")
_INVISIBLE = "\u2060"
_NO_PART_OF_A_RUN = re.compile(r"[^\w]+")

_LETTERS = frozenset(
    "abcdefhijklmnopqrstuvwxyz"
    "ɡɑɐɒæɓʙβɔɕçɗɖðʤəɘɚɛɜɝɞɟʄɢʛɦɧħɥʜɨɪʝɭɬɫɮʟɱɯɰŋɳɲɴøɵɸθœɶʘɹɺɾɻʀʁɽʂʃʈʧʉʊʋⱱʌɣɤʍχʎʏʑʐʒʔʡʕʢǀǁǂǃ"
    "ʦʣʨʥꭧᵻᵿ"
)
_MARKS = frozenset("ˈˌːˑ.|‖‿ ʰʲʷˠˤⁿˡᵊᵝ˞ʼ↓↑→↗↘˥˦˧˨˩")
_AS_WRITTEN = {
    **dict.fromkeys("'’ʹ´", "ˈ"),
    ":": "ː",
    "g": "ɡ",
    "ε": "ɛ",
    "ǝ": "ə",
    "∫": "ʃ",
    "\u035c": "\u0361",  # the tie may stand below
}
"""What keyboards have for signs that they have not."""

_FENCES = (("/", "/"), ("[", "]"), ("\\", "\\"))


@lru_cache(maxsize=256)
def plain_ipa(written: str) -> str:
    """IPA in one way of writing: without slashes, accents apart from their letters, `g` as `ɡ`, `'` as `ˈ`.

    Raises:
        RuleError: It is empty, too long, or holds a sign that is none of the alphabet.
    """
    bare = " ".join(written.split())
    for before, after in _FENCES:
        if len(bare) > 1 and bare.startswith(before) and bare.endswith(after):
            bare = bare[1:-1].strip()
    if len(bare) > LONGEST:
        raise RuleError(f"{len(bare)} characters of IPA are too many", cure=f"Write at most {LONGEST}.")
    apart = unicodedata.normalize("NFD", bare).replace("c\u0327", "ç")
    ipa = "".join(_AS_WRITTEN.get(sign, sign) for sign in apart)
    for sign in ipa:
        if sign not in _LETTERS and sign not in _MARKS and not unicodedata.combining(sign):
            raise RuleError(f"{named(sign)} is no sign of the IPA", cure=_cure(sign))
    if not any(sign in _LETTERS for sign in ipa):
        raise RuleError("there is no sound in this IPA", cure="Write how the word sounds: /ˈjæpɪt/.")
    return ipa


def named(sign: str) -> str:
    """A sign as it is shown in an error: `щ (U+0449)`."""
    return f"{sign} (U+{ord(sign):04X})"


_CAPITALS = {"A": "eɪ", "I": "aɪ", "O": "oʊ", "Q": "əʊ", "W": "aʊ", "Y": "ɔɪ", "T": "ɾ", "S": "ʃ", "N": "ŋ"}
"""What other alphabets of phonemes write for these."""


def _cure(sign: str) -> str:
    if sign in _CAPITALS:
        return f"Write {_CAPITALS[sign]} for it: the IPA has no capitals."
    return "Look the word up in a dictionary that shows its IPA, or write it as words with --say."


def marked(word: str, ipa: str) -> str:
    """A word with its IPA as one run of a spoken text."""
    return f"{OPEN}{_joined(word)}{BETWEEN}{_joined(ipa, kept=_NO_SPACE)}{CLOSE}"


_NO_SPACE = re.compile(r"[\s—–\ufff9-\ufffb]+")


def _joined(part: str, kept: re.Pattern[str] = _NO_PART_OF_A_RUN) -> str:
    return kept.sub("_", part).strip("_")


def without_signs(text: str) -> str:
    """A text of the same length in which nothing can be taken for a run."""
    return _SIGNS.sub(_INVISIBLE, text)


def is_unbroken(text: str) -> bool:
    """Whether every sign of a run in a text belongs to a whole one."""
    return _SIGNS.search(RUN.sub("", text)) is None
