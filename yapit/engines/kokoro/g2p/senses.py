"""Which of the sounds of a written word is meant in its sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yapit.engines.kokoro.g2p.heteronyms import (
    NOUNS,
    ONLY_HERE,
    SENSES,
    VERBS,
    Sense,
    Sound,
    word_set,
)
from yapit.engines.kokoro.g2p.lexicon import family

_WINDOW = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """Either how the word is said, or the tag by which the dictionary tells its sounds apart."""

    phonemes: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """The words of a text in order, as written and in lower case, each with its tag."""

    written: Sequence[str]
    words: Sequence[str]
    tags: Sequence[str]


def company(written: Sequence[str], tags: Sequence[str]) -> Company:
    return Company(written, [word.lower().replace("’", "'") for word in written], tags)


@dataclass(frozen=True, slots=True)
class Place:
    """A word among the others of its text."""

    company: Company
    at: int

    @property
    def words(self) -> Sequence[str]:
        return self.company.words

    @property
    def tags(self) -> Sequence[str]:
        return self.company.tags

    @property
    def written(self) -> str:
        return self.company.written[self.at]

    @property
    def is_first(self) -> bool:
        """It begins a sentence, where every word has a capital."""
        return self.at == 0 or self.words[self.at - 1][-1] in ".!?:“\"'‘("

    @property
    def capital(self) -> bool:
        return self.written[0].isupper() and not self.written.isupper() and not self.is_first

    @property
    def word(self) -> str:
        return self.words[self.at]

    @property
    def tag(self) -> str:
        return self.tags[self.at]

    def word_at(self, offset: int) -> str:
        index = self.at + offset
        return self.words[index] if 0 <= index < len(self.words) else ""

    def tag_at(self, offset: int) -> str:
        index = self.at + offset
        return self.tags[index] if 0 <= index < len(self.tags) else ""

    def near(self) -> set[str]:
        around = range(max(self.at - _WINDOW, 0), min(self.at + _WINDOW + 1, len(self.words)))
        return {self.words[index] for index in around if index != self.at}

    def lower_follows(self) -> bool:
        return self.at + 1 < len(self.words) and self.company.written[self.at + 1][0].islower()

    def by_initials(self) -> bool:
        """A single capital, other than the words "A" and "I", stands beside it."""
        written = self.company.written
        beside = written[max(self.at - 1, 0) : self.at + 2]
        return any(len(word) == 1 and word.isupper() and word not in "AI" for word in beside)

    def left_but(self, *skipped: str) -> int:
        """How far to the left the first word is whose tag is not among `skipped`, as a negative offset."""
        offset = -1
        while self.tag_at(offset) in skipped:
            offset -= 1
        return offset


def sense(among: Company, at: int, dialect: str) -> Choice | None:
    """What the company of a word says about it; None where there is nothing to choose."""
    word = among.words[at]
    known = word in ONLY_HERE or word in VERBS or word in NOUNS or word in SENSES or word in _RULES
    return _chosen(Place(among, at), dialect) if known else None


def _chosen(place: Place, dialect: str) -> Choice | None:
    sound = _sound(place)
    if sound is not None:
        return Choice(phonemes=sound[dialect == "en-GB"])
    rule = _RULES.get(place.word)
    tag = rule(place) if rule else ""
    return Choice(tag=tag) if tag else None


def _sound(place: Place) -> Sound | None:
    word = place.word
    if word in ONLY_HERE:
        return ONLY_HERE[word]
    for candidate in SENSES.get(word, ()):
        if _calls_for(candidate, place):
            return candidate.sound
    if word in VERBS and family(place.tag) == "VERB":
        return VERBS[word]
    if word in NOUNS and family(place.tag) == "NOUN":
        return NOUNS[word]
    return None


def _calls_for(candidate: Sense, place: Place) -> bool:
    left, right = place.word_at(-1), place.word_at(1)
    if not place.tag.startswith(candidate.tags) or (candidate.capital and not place.capital):
        return False
    if right in candidate.right:
        return left not in candidate.unless_left
    if left in candidate.unless_left or right in candidate.unless_right:
        return False
    return candidate.always or left in candidate.left or bool(candidate.near & place.near())


# Rules that correct the tag: each gives the tag that the dictionary is asked with, or "".

_HELPERS = word_set("have has had having 've 'd been was were is are be being am get gets got getting 's")
_SINGULAR = ("NN", "NNP")
_BE = word_set("am is are was were be been being 's 're 'm seem seems look looks")


def _read(place: Place) -> str:
    """Past or present: by the helping verb, the subject, then the tense of the rest."""
    helper = _helper(place)
    if helper in _HELPERS or (helper.endswith(("'ve", "'d")) and place.tag != "VB"):
        return "VBD"
    if helper:
        return "VB"
    return _tense_by_subject(place)


def _helper(place: Place) -> str:
    """The helping verb or "to" before a verb, across adverbs and an inverted subject; or empty."""
    offset = place.left_but("RB")
    if place.tag_at(offset) == "PRP" and (
        place.tag_at(offset - 1) == "MD" or place.word_at(offset - 1) in _ASKING
    ):
        offset -= 1
    word = place.word_at(offset)
    if place.tag_at(offset) in ("TO", "MD") or word in _HELPERS or word in _ASKING or word.endswith(_CLITICS):
        return word
    return ""


_ASKING = word_set("do does did don't doesn't didn't have has had haven't hasn't hadn't let let's please")
_CLITICS = ("'ve", "'ll", "'d", "n't")
_PAST = word_set("yesterday ago last when then once")


def _tense_by_subject(place: Place) -> str:
    offset = place.left_but("RB")
    subject, tag = place.word_at(offset), place.tag_at(offset)
    if subject in ("he", "she", "it", "who") or tag in _SINGULAR:
        return "VBD"
    if tag in ("PRP", "NNS") or subject in ("that", "which", "and"):
        past = "VBD" in place.tags[: place.at] or "VBD" in place.tags[place.at + 1 :] or _PAST & place.near()
        return "VBD" if past else "VB"
    if place.word_at(1) == "by" and tag != "DT":
        return "VBN"
    return "VB" if tag in ("", "PUNCT", "DT", "JJ", "PRP$") else place.tag.replace("VBP", "VB")


def _live(place: Place) -> str:
    """A verb after a subject, "to" or a helping verb; otherwise as in live music."""
    left, left_tag = place.word_at(-1), place.tag_at(-1)
    if left_tag in ("TO", "MD") or left in _ASKING or (left_tag == "PRP" and left not in _OBJECTS):
        return "VB"
    if left_tag == "PRP" or left in _SHOWN or left in _BE or left_tag in ("DT", "PRP$", "JJ"):
        return "JJ"
    if left_tag in ("NNS", "W") and place.tag_at(1) in ("IN", "RB"):
        return "VB"
    return "JJ" if place.tag_at(1).startswith("NN") else ""


_OBJECTS = word_set("it them him her us me")
_SHOWN = word_set(
    "broadcast performed performing perform played playing play recorded aired shown streamed go "
    "goes went going televised appear appeared performs sing sang singing broadcasts air come"
)


def _lives(place: Place) -> str:
    left_tag = place.tag_at(place.left_but("RB"))
    if left_tag in ("PRP$", "DT", "JJ", "CD", "IN") or place.word_at(-1).endswith(("'s", "s'")):
        return "NNS"
    if left_tag in ("PRP", "NN", "NNP", "W") and place.tag_at(1) in ("IN", "RB", "DT", "TO", "PUNCT", ""):
        return "VBZ"
    return ""


def _minute(place: Place) -> str:
    """Tiny, where it is compared or stands before a thing that is no time."""
    left, right = place.word_at(-1), place.word_at(1)
    if left in ("very", "so", "too", "extremely", "most", "more", "quite", "these", "how"):
        return "JJ"
    if place.tag_at(-1) == "CD" or left in ("per", "last", "every", "each", "next", "this"):
        return "NN"
    return "JJ" if right in _SMALL_THINGS or (place.tag_at(1) == "NNS" and left not in ("a", "the")) else "NN"


_SMALL_THINGS = word_set(
    "amount amounts quantity quantities detail details fraction fractions particle particles trace "
    "traces size hole holes crack cracks insect insects difference differences creature creatures "
    "scale portion portions examination inspection proportion pieces piece crystals organisms "
    "grains changes hairs bubbles dose doses spines structures variations specimen care scales "
    "teeth flowers species spots"
)


def _close(place: Place) -> str:
    left, right = place.word_at(-1), place.word_at(1)
    verb = place.tag_at(-1) in ("TO", "MD", "PRP") or left in _ASKING
    if right == "to" and not verb:
        return "RB"
    if left in ("very", "so", "too", "as", "how", "pretty", "fairly") or (left in _BE and right != "the"):
        return "JJ"
    if left == "the" and right in ("of", "."):
        return "NN"
    return ""


def _dove(place: Place) -> str:
    """The bird, unless someone dives."""
    subject = place.tag_at(-1) in ("PRP", "NN", "NNP", "NNS", "RB", "W", "CC")
    return "VBD" if subject and place.word_at(1) in _DIRECTIONS else "NN"


_DIRECTIONS = word_set(
    "into in to for off from down deep under right straight through behind headfirst head beneath "
    "onto over toward towards overboard across back"
)


def _moped(place: Place) -> str:
    return (
        "VBD"
        if place.word_at(1) in ("about", "around", "for", "over", "all", "and")
        and place.tag_at(-1) in ("PRP", "NNP", "W", "CC", "RB")
        else "NN"
    )


def _wound(place: Place) -> str:
    """Past of wind, where something is wound around something; otherwise an injury."""
    left, left_tag = place.word_at(-1), place.tag_at(-1)
    right = place.word_at(2 if place.tag_at(1) == "RB" and place.word_at(1) not in _WINDING else 1)
    if (right in _WINDING and left_tag not in ("DT", "JJ", "PRP$")) or left in ("tightly", "loosely"):
        return "VBD"
    if left_tag in ("TO", "MD", "DT", "JJ", "PRP$", "CD", "IN", "NN", "NNP") and right not in (
        "the",
        "its",
        "his",
    ):
        return "NN"
    return ""


_WINDING = word_set("up down around round through about along its their across into back on")


def _wind(place: Place) -> str:
    left, left_tag, right = place.word_at(-1), place.tag_at(-1), place.word_at(1)
    if left_tag in ("TO", "MD") and left != "due" and right not in ("and", "or"):
        return "VB" if right not in _WEATHER else "NN"
    if left_tag in ("DT", "JJ", "PRP$", "IN", "CC") or right in _WEATHER:
        return "NN"
    return "VB" if right in ("through", "up", "down", "around", "its", "along", "his") else ""


_WEATHER = word_set(
    "farm farms speed speeds turbine turbines power instrument instruments energy tunnel tunnels "
    "direction chill waves blows blew blowing gusts quintet ensemble section damage storm band "
    "music shear"
)


def _a(place: Place) -> str:
    """The article, or the letter: plan A, vitamin A is, A B C, (a)."""
    pause = place.word_at(1) in ("", ")", ".", "]") or place.word_at(1)[:1] in (")", ".")
    inside = not place.is_first and place.tag_at(-1) != "PUNCT" and place.lower_follows()
    named = place.written == "A" and (place.by_initials() or inside)
    return "LETTER" if pause or named else "DT"


def _i(place: Place) -> str:
    """The first person, but for F B I."""
    return "LETTER" if place.by_initials() else ""


def _winds(place: Place) -> str:
    """Weather, unless a road does it."""
    subject = place.tag_at(place.left_but("RB")) in ("NN", "NNP", "PRP", "W", "CC")
    return "VBZ" if subject and place.word_at(1) in _WINDING else "NNS"


def _content(place: Place) -> str:
    """Satisfied, where it is content with or to; otherwise what the tagger says."""
    return (
        "JJ"
        if place.word_at(1) in ("with", "to") and place.word_at(-1) in _BE | {"quite", "perfectly"}
        else ""
    )


def _diffuse(place: Place) -> str:
    return "VB" if place.tag_at(place.left_but("RB")) in ("TO", "MD", "PRP", "NNS") else "JJ"


def _invalid(place: Place) -> str:
    noun = place.tag_at(-1) in ("DT", "JJ", "PRP$") and not place.tag_at(1).startswith(("NN", "JJ", "CC"))
    return "NN" if noun and place.word_at(1) not in ("or", "and") else "JJ"


_RULES: dict[str, Callable[[Place], str]] = {
    "a": _a,
    "i": _i,
    "read": _read,
    "reread": _read,
    "misread": _read,
    "live": _live,
    "lives": _lives,
    "minute": _minute,
    "close": _close,
    "dove": _dove,
    "moped": _moped,
    "wound": _wound,
    "wind": _wind,
    "winds": _winds,
    "content": _content,
    "diffuse": _diffuse,
    "invalid": _invalid,
}
