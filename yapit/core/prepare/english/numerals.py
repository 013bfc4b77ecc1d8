"""Every other thing that digits are used for; the plain number comes last."""

from __future__ import annotations

import re
import unicodedata

from yapit.core.prepare.english.codes import code_words
from yapit.core.prepare.english.fragments import DASH, HAS_DIGIT, MINUS, NUMBER, SIGNED, START, before, words
from yapit.core.prepare.english.numbers import Numbers, plural
from yapit.core.prepare.rules import Rule, Said

_SAID_AS_PAIRS = frozenset(words("24/7 9/11 50/50 20/20 7/7 60/40 70/30 80/20 90/10 4/4 6/8"))
_MAGNITUDES = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "B": "billion", "bn": "billion",
}  # fmt: skip
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-=()ni0123456789+-")
_SMALL_WORDS = frozenset(words("am an as at be by do go he if in is it me my no of on or so to up us we"))
_SEVERAL = re.compile(r"[A-Z]+-?\d+s\Z")
_PART = re.compile(r"\d+|[^\W\d_]+")


def _fraction(match: re.Match[str], numbers: Numbers) -> Said:
    top, bottom = match["top"], match["bottom"]
    both = f"{top}/{bottom}"
    if both in _SAID_AS_PAIRS and not match["whole"]:
        return f"{numbers.whole(top)} {numbers.whole(bottom)}"
    if 1 < int(top) < int(bottom) == 100 and not match["whole"]:
        return f"{numbers.whole(top)} out of {numbers.whole(bottom)}"
    if not 0 < int(top) < int(bottom) <= 100:
        return f"{numbers.whole(top)} over {numbers.whole(bottom)}" if not match["whole"] else None
    said = _parts_of(int(top), int(bottom), numbers)
    if match["whole"]:
        return f"{numbers.whole(match['whole'])} and {_with_article(said)}"
    return said


def _vulgar_fraction(match: re.Match[str], numbers: Numbers) -> Said:
    top, _, bottom = unicodedata.normalize("NFKC", match["fraction"]).partition("\u2044")
    if not bottom:
        return f"{numbers.whole(top)} over"
    if top == "0":
        return "zero"
    said = _parts_of(int(top), int(bottom), numbers)
    if match["whole"]:
        return f"{numbers.whole(match['whole'])} and {_with_article(said)}"
    return said


def _parts_of(top: int, bottom: int, numbers: Numbers) -> str:
    part = {2: "half", 4: "quarter"}.get(bottom) or numbers.ordinal(bottom)
    return f"{numbers.cardinal(top)} {part if top == 1 else plural(part)}"


def _with_article(fraction: str) -> str:
    return "a" + fraction[3:] if fraction.startswith("one ") else fraction


def _score(match: re.Match[str], numbers: Numbers) -> Said:
    return f"{numbers.number(match['score'])} out of {numbers.whole(match['best'])}"


def _slashes(match: re.Match[str], numbers: Numbers) -> Said:
    return " slash ".join(numbers.whole(part) for part in match[0].split("/"))


def _ratio(match: re.Match[str], numbers: Numbers) -> Said:
    return " to ".join(numbers.number(part) for part in match[0].split(":"))


def _range(match: re.Match[str], numbers: Numbers) -> Said:
    low, high = match["low"], match["high"]
    if " - " in match[0] and "=" in match.string[match.end() :]:
        return None  # a subtraction
    if (low + high).isdecimal() and (len(high) > 6 or low[0] == "0" != low or high[0] == "0" != high):
        return f"{numbers.digits(low)}, {numbers.digits(high)}"
    to = _ascends(low, high) or before(match).endswith(("from ", "From ", "open "))
    return f"{numbers.number(low)} {'to ' * to}{numbers.number(high)}"


def _ascends(low: str, high: str) -> bool:
    """ "5-6" and "123-45" lead on; "3-2" and "747-400" are pairs."""
    first, last = (float(re.sub(r"[,\s]", "", part)) for part in (low, high))
    return first < last or len(low) > len(high)


def _ordinal(match: re.Match[str], numbers: Numbers) -> Said:
    digits = re.sub(r"\D", "", match["number"])
    return numbers.ordinal(int(digits)) if len(digits) < 13 else None


def _many(match: re.Match[str], numbers: Numbers) -> Said:
    number = numbers.whole(match["number"])
    if match["member"]:
        return number + ("rs" if number.endswith("e") else "ers")
    said = plural(number)
    return said.removeprefix("one ") if match["number"].strip("0") == "1" else said


def _scientific(match: re.Match[str], numbers: Numbers) -> Said:
    return f"{numbers.number(match['number'])} times ten {_power(match['power'], numbers)}"


def _exponent(match: re.Match[str], numbers: Numbers) -> Said:
    if (match["word"] or "").lower() in _SMALL_WORDS:
        return None  # the mark of a note
    power = match["power"] or match["raised"].translate(_SUPERSCRIPTS)
    said = _power(power.strip("{}()"), numbers)
    return {"raised" if match["raised"] else "caret": said}


def _power(power: str, numbers: Numbers) -> str:
    power = power.replace("−", "-").replace("+", "")
    if power in ("2", "3"):
        return "squared" if power == "2" else "cubed"
    if power.isdecimal() and len(power) < 4:
        return f"to the {numbers.ordinal(int(power))}"
    return f"to the {_signed(power, numbers)}"


def _signed(power: str, numbers: Numbers) -> str:
    sign, digits = ("minus ", power[1:]) if power.startswith("-") else ("", power)
    said = (numbers.whole(p) if p[0].isdecimal() else p for p in _PART.findall(digits))
    return sign + " ".join(said)


def _small_digits(match: re.Match[str], numbers: Numbers) -> Said:
    digits = "".join(character for character in match[0].translate(_SUPERSCRIPTS) if character.isdecimal())
    return numbers.whole(digits) if digits else ""


def _letter_like(match: re.Match[str], numbers: Numbers) -> Said:
    return numbers.cardinal(int(unicodedata.numeric(match[0])))


def _glued(match: re.Match[str], numbers: Numbers) -> Said:
    return {"mark": " " + numbers.whole(match["mark"])}


def _magnitude(match: re.Match[str], numbers: Numbers) -> Said:
    number, scale = match["number"], match["scale"]
    if "." not in number and (scale in "KmB" or (scale == "M" and len(number) < 2)):
        return None
    return f"{numbers.number(number)} {_MAGNITUDES[scale]}"


def _code(match: re.Match[str], numbers: Numbers) -> Said:
    several = _SEVERAL.match(match[0]) is not None
    parts = _PART.findall(match[0].removesuffix("s") if several else match[0])
    said = " ".join(code_words(part, numbers) for part in parts)
    return plural(said) if several else said


def _hyphen(match: re.Match[str], numbers: Numbers) -> Said:
    return " "


def _comma(match: re.Match[str], numbers: Numbers) -> Said:
    return ", "


def _long(match: re.Match[str], numbers: Numbers) -> Said:
    digits = match[0]
    return None if digits.endswith("000") and digits.strip("0") else numbers.digits(digits)


def _number(match: re.Match[str], numbers: Numbers) -> Said:
    return numbers.number(match[0])


_NOT_JOINED = r"(?<![\w./-])"
RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "vulgar fraction",
        rf"(?:{START}(?<!/)(?P<whole>\d+)\s?)?(?P<fraction>[¼-¾⅐-⅟↉])",
        _vulgar_fraction,
        "[¼-¾⅐-⅟↉]",
    ),
    Rule(
        "fraction",
        rf"{_NOT_JOINED}(?:(?P<whole>\d{{1,3}})[\s-])?(?P<top>\d{{1,4}})[/⁄](?P<bottom>\d{{1,4}})(?![\w/]|[.,]\d)",
        _fraction,
        r"\d[/⁄]\d",
    ),
    Rule("score", r"(?<![\w./-])(?P<score>\d+\.\d+)/(?P<best>\d+)(?![\w/]|\.\d)", _score, r"\d/\d"),
    Rule("slashes", r"(?<![\w.,/])\d+(?:/\d+)+(?![\w/])", _slashes, r"\d/\d"),
    Rule("ratio", rf"(?<![\w.,:])(?:{NUMBER})(?::{NUMBER})+(?![\w:])", _ratio, r"\d:[\d.]"),
    Rule(
        "scientific number",
        rf"(?P<number>{SIGNED})[eE](?P<power>[-−+]?\d{{1,3}})(?![\w.])",
        _scientific,
        r"\d[eE][-−+\d]",
    ),
    Rule(
        "exponent",
        (
            r"(?<=[\w)\]])(?P<caret>\^(?P<power>[-−+]?\w{1,4}(?!\w)|\{[-−+]?\w{1,6}\}|\([-−+]?\w{1,6}\)))"
            r"|(?:(?<![^\W\d_])(?P<word>[^\W\d_]{1,2})|(?<=[\d)\]\0]))(?P<raised>[⁺⁻]?[⁰¹²³⁴-⁹ⁿⁱ]+)"
        ),
        _exponent,
        "[\\^⁰¹²³⁴-⁹ⁿⁱ⁻]",
    ),
    Rule("small digits", "[⁰¹²³⁴-⁹₀-₉][⁰¹²³⁴-⁹₀-₉⁻⁺₋₊]*", _small_digits, "[⁰¹²³⁴-⁹₀-₉]"),
    Rule("letter-like number", "[Ⅰ-ↂ①-⑳⑴-⒛⓪-⓿❶-➓]", _letter_like, "[Ⅰ-ↂ①-⒛⓪-⓿❶-➓]"),
    Rule(
        "mark of a note or a line",
        r"(?:(?<=[^\W\d_]{3})|(?<=\bal))\.(?P<mark>\d{1,3})(?=\s+[^\W\d_]|\s*\Z)",
        _glued,
        r"\w\.\d",
    ),
    Rule("hyphen in a name", r"(?<=[^\W\d_])[-‐‑](?=\d)", _hyphen, r"[-‐‑]\d"),
    Rule(
        "ordinal",
        r"(?<![\w.])(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w)",
        _ordinal,
        r"\d(?:st|nd|rd|th|ST|ND|RD|TH)",
    ),
    Rule(
        "range",
        rf"{_NOT_JOINED}(?P<low>{NUMBER}){DASH}(?P<high>{NUMBER})(?![\w-]|\.\d)",
        _range,
        r"\d\s?[-‐‑–—−]",
    ),
    Rule("many", r"(?<![\w.,])(?P<number>\d+)(?:['’]?s|(?P<member>ers))(?!\w)", _many, r"\d(?:['’]?s|ers)"),
    Rule(
        "magnitude", rf"(?<![\w.,])(?P<number>{NUMBER})(?P<scale>bn|[kKmMB])(?!\w)", _magnitude, r"\d[kKmMbB]"
    ),
    Rule(
        "code",
        r"(?<![^\W_])(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+(?:-[^\W_]*\d[^\W_]*)*(?![^\W_])",
        _code,
        r"\d[^\W\d_]|[^\W\d_]\d",
    ),
    Rule("long number", r"(?<![\w.,])\d{7,}(?![\w,]|\.\d)", _long, r"\d{7}"),
    Rule("number", rf"{MINUS}(?<![\d.]){NUMBER}", _number, HAS_DIGIT),
    Rule("dash between numbers", r"(?<=\0)[-–](?=\0)", lambda match, _: " to ", "[-–]"),
    Rule("comma between numbers", r"(?<=\0),(?=\0)", _comma, ",[\\d.]"),
    Rule("digits", r"\d+", lambda match, numbers: numbers.whole(match[0]), HAS_DIGIT),
)
