"""Signs, symbols and pictures, and letters that are written in an unusual way."""

from __future__ import annotations

import re
import unicodedata

from yapit.core.prepare import emoji, letterforms
from yapit.core.prepare.english.fragments import HAS_SIGN, words
from yapit.core.prepare.english.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said

_COMPOUND = {
    "+/-": "plus or minus", "<=>": "is equivalent to", "...": "...", "->": "to", "-->": "to",
    "=>": "implies", "==>": "implies", "<-": "from", "<->": "to and from", "<=": "less than or equal to",
    ">=": "greater than or equal to", "!=": "is not equal to", "==": "equals", "===": "equals",
    "&&": "and", "||": "or",
    "§§": "sections", "~~": "", "::": " ", "<<": "much less than", ">>": "much greater than",
}  # fmt: skip
_SIGNS = {
    "&": "and", "@": "at", "#": "hash", "+": "plus", "=": "equals", "<": "less than",
    ">": "greater than", "%": "percent", "‰": "per mille", "§": "section", "¶": "paragraph",
    "°": "degrees", "º": "degrees", "×": "times", "÷": "divided by", "±": "plus or minus",
    "∓": "minus or plus", "−": "minus", "→": "to", "←": "from", "↔": "to and from", "⇒": "implies",
    "⇔": "if and only if", "↑": "up", "↓": "down", "©": "copyright", "®": "registered", "™": "trademark",
    "≈": "about", "≃": "about", "≅": "about", "≡": "is equivalent to", "≠": "is not equal to",
    "≤": "less than or equal to", "≥": "greater than or equal to", "≪": "much less than",
    "≫": "much greater than", "∞": "infinity", "√": "square root of", "∑": "sum of", "∏": "product of",
    "∫": "integral of", "∂": "partial", "∇": "gradient of", "∈": "in", "∉": "not in", "⊂": "subset of",
    "⊆": "subset of", "∪": "union", "∩": "intersection", "∅": "empty set", "∀": "for all",
    "∃": "there exists", "¬": "not", "∧": "and", "∨": "or", "⋅": "times", "∙": "times",
    "∝": "is proportional to", "∴": "therefore", "∼": "about", "$": "dollar", "€": "euro", "£": "pound",
    "¥": "yen", "¢": "cent", "₹": "rupee", "₿": "bitcoin", "¤": "currency", "\\": "backslash",
    "^": "to the", "~": "tilde", "℃": "degrees Celsius", "℉": "degrees Fahrenheit", "№": "number",
    "℗": "phonogram", "℠": "service mark", "†": "", "‡": "", "*": "", "|": "", "`": "", "¦": "", "•": "",
    "‣": "", "⁃": "", "◦": "", "●": "", "○": "", "■": "", "□": "", "▪": "", "▫": "", "►": "", "▶": "",
    "★": "star", "☆": "star", "✓": "check", "✔": "check", "✗": "cross", "✘": "cross", "❤": "heart",
    "♥": "heart", "µ": "micro", "♯": "sharp", "♭": "flat",
}  # fmt: skip
_GREEK = words("""
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma
    tau upsilon phi chi psi omega
    """)
_UNSAID = re.compile("[\u2500-\u25ff\u2800-\u28ff\u2b12-\u2b1f]")
"""Lines, boxes and shapes that tables and lists are drawn with."""


def _sign(match: re.Match[str], numbers: Numbers) -> Said:
    return _SIGNS[match[0]]


def _compound(match: re.Match[str], numbers: Numbers) -> Said:
    return _COMPOUND[match[0]]


def _picture(match: re.Match[str], numbers: Numbers) -> Said:
    return re.sub(r"\d+", lambda digits: numbers.whole(digits[0]), emoji.said(match[0], "en", _name))


def _name(character: str) -> str:
    """What a picture that is no emoji is called."""
    if _UNSAID.match(character) or unicodedata.category(character)[0] == "P":
        return ""
    if character in _SIGNS:
        return _SIGNS[character]
    name = unicodedata.name(character, "").lower().removeprefix("regional indicator symbol letter ")
    name = " ".join(re.sub(r"[^a-z ]", " ", name).split())
    return name.upper() if len(name) == 1 else name


def _greek(match: re.Match[str], numbers: Numbers) -> Said:
    letter = match[0].lower()
    if "α" <= letter <= "ω":
        return _GREEK[ord(letter) - ord("α")]
    return {"ϵ": "epsilon", "ϑ": "theta", "ϕ": "phi", "ϖ": "pi", "ϱ": "rho"}.get(letter, "beta")


LETTER_RULES: tuple[Rule[Numbers], ...] = letterforms.LETTER_RULES
"""Run first: they are parts of words, or stand around what later rules look for."""

RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "sharp",
        r"(?<![\w'’])(?P<note>[A-G])(?P<sign>[#♯])(?!\w)",
        lambda match, _: {"note": match["note"], "sign": "sharp"},
        "[#♯]",
    ),
    Rule("ornament", r"([=*#~+^|<>_])\1{3,}", lambda match, _: "", r"[=*#~+^|<>_]{4}"),
    Rule("dot before a name", r"(?<![\w.)\]'\"”’\0])\.(?=[A-Za-z])", lambda match, _: "dot ", r"\.[A-Za-z]"),
    Rule("mark of a note", r"(?<=[\w\0.,])¶|¶(?!\s?[\0])", lambda match, _: "", "¶"),
    Rule("drawn-out ending", r"(?<=[^\W\d])~+(?!\S)", lambda match, _: "", "~"),
    Rule("number sign", r"#(?=\s?[\0])", lambda match, _: "number", "#"),
    Rule("about", r"~(?=\s?[\0])", lambda match, _: "about", "~"),
    Rule("times", r"(?<=\0)\s?\*\s?(?=\0)|(?<=\b\w)\s\*\s(?=[\w\0])", lambda match, _: " times ", r"\*"),
    Rule("minus", r"(?<=\0)\s-\s(?=\0[^.;]*=)", lambda match, _: " minus ", " - "),
    Rule("division", r"(?<=\0)\s/\s(?=\0[^.;]*=)", lambda match, _: " divided by ", " / "),
    Rule(
        "compound sign",
        ("|".join(map(re.escape, sorted(_COMPOUND, key=len, reverse=True)))),
        _compound,
        HAS_SIGN,
    ),
    Rule("command", r"\\(?=[A-Za-z])", lambda match, _: " ", r"\\"),
    Rule("slash or underscore", r"[/_⁄∕]+", lambda match, _: " ", "[/_⁄∕]"),
    Rule("sign", ("[" + re.escape("".join(_SIGNS)) + "]"), _sign, HAS_SIGN),
    Rule("picture", emoji.PICTURES, _picture, emoji.HAS_PICTURE),
    Rule("loose modifier", emoji.MODIFIER, lambda match, _: "", emoji.MODIFIER, joined=True),
    Rule("Greek letter", r"(?<![^\W\d_])[Α-Ωα-ωϐ-ϖϱϵ](?![^\W\d_])", _greek, "[Α-ω]"),
)
