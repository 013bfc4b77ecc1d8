"""What else digits are used for; the plain number comes last."""

from __future__ import annotations

import re
import unicodedata

from yapit.core.prepare.continental.fragments import NUMBER, SIGNED, START
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import DASH, HAS_DIGIT, MINUS
from yapit.core.prepare.rules import Rule, Said

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")


def _groups(match: re.Match[str], numbers: Numbers) -> Said:
    plus = f"{numbers.plus} " if match[0].startswith("+") else ""
    groups = re.findall(r"\d+", match[0])
    return plus + ", ".join(numbers.whole(g) if len(g) == 2 else numbers.digits(g) for g in groups)


def _version(match: re.Match[str], numbers: Numbers) -> Said:
    return ("version " if match["v"] else "") + numbers.dotted(match["number"])


def _fraction(match: re.Match[str], numbers: Numbers) -> Said:
    top, bottom = int(match["top"]), int(match["bottom"])
    if not 0 < top < bottom <= 100:
        return f"{numbers.cardinal(top)} {numbers.over} {numbers.cardinal(bottom)}"
    return _mixed(match["whole"], numbers.fraction(top, bottom), numbers)


def _vulgar_fraction(match: re.Match[str], numbers: Numbers) -> Said:
    top, _, bottom = unicodedata.normalize("NFKC", match["fraction"]).partition("\u2044")
    if not bottom or top == "0":
        return numbers.cardinal(int(top))
    return _mixed(match["whole"], numbers.fraction(int(top), int(bottom)), numbers)


def _mixed(whole: str | None, fraction: str, numbers: Numbers) -> str:
    return f"{numbers.whole(whole)} {numbers.and_} {fraction}" if whole else fraction


def _ratio(match: re.Match[str], numbers: Numbers) -> Said:
    return f" {numbers.score} ".join(numbers.number(part) for part in match[0].split(":"))


def _power(match: re.Match[str], numbers: Numbers) -> Said:
    sign = f"{numbers.minus} " if match["sign"] else ""
    digits = match["raised"].translate(_RAISED)
    return f"{numbers.power} {sign}{numbers.whole(digits)}"


def _small(match: re.Match[str], numbers: Numbers) -> Said:
    return numbers.whole(match[0].translate(_RAISED))


def _letter_like(match: re.Match[str], numbers: Numbers) -> Said:
    return numbers.cardinal(int(unicodedata.numeric(match[0])))


def _range(match: re.Match[str], numbers: Numbers) -> Said:
    return f"{numbers.dated(match['low'])} {numbers.to} {numbers.dated(match['high'])}"


def _long(match: re.Match[str], numbers: Numbers) -> Said:
    return None if match[0].endswith("000") and match[0].strip("0") else numbers.digits(match[0])


def _before_a_noun(match: re.Match[str], numbers: Numbers) -> Said:
    """Where it shows from the noun, the number takes its gender."""
    feminine = bool(numbers.feminine_nouns and numbers.feminine_nouns.match(match["noun"]))
    number = match["number"]
    if len(number) == 4 and numbers.dated(number) != numbers.number(number):
        return None  # a year that is said otherwise
    return {"number": numbers.number(number, feminine=feminine)}


def _number(match: re.Match[str], numbers: Numbers) -> Said:
    return numbers.dated(match[0])


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "telephone number",
        (
            r"(?<![\w.,])\+\d{1,3}(?:[ ./-]?\(?\d{1,4}\)?){2,6}(?!\w)"
            r"|(?<![\w.,])(?<!\d )\(?0\d{1,4}\)?(?:[ ./-]\d{2,8}){1,5}(?!\w|,\d)"
            r"|(?<!\w)\(\d{2,3}\)\s?\d{4,5}-\d{4}(?!\w)"
            r"|(?<![\w.,])\d{3}(?:[ -]\d{3}){2}(?=\s*\Z|[.;)])"
        ),
        _groups,
        r"\d\)?[ ./-]?\(?\d",
    ),
    Rule("number groups", r"(?<![\w.,$-])\d+(?:-\d+){2,}(?![\w-]|\.\d)", _groups, r"\d-\d+-\d"),
    Rule(
        "version",
        r"(?<![\w.])(?:(?P<v>[vV])(?=\d))?(?P<number>(?<=[vV])\d+(?:\.\d+)*|(?!\d+(?:\.\d{3})+\b)\d+(?:\.\d+){2,})(?!\w|\.\d)",
        _version,
        r"[vV]\d|\d\.\d+\.\d",
    ),
    Rule(
        "vulgar fraction",
        rf"(?:{START}(?<!/)(?P<whole>\d+)\s?)?(?P<fraction>[¼-¾⅐-⅟↉])",
        _vulgar_fraction,
        "[¼-¾⅐-⅟↉]",
    ),
    Rule(
        "fraction",
        r"(?<![\w./,-])(?:(?P<whole>\d{1,3})\s)?(?P<top>\d{1,4})[/⁄](?P<bottom>\d{1,4})(?![\w/]|[.,]\d)",
        _fraction,
        r"\d[/⁄]\d",
    ),
    Rule("ratio", rf"(?<![\w.,:])(?:{NUMBER})(?::{NUMBER})+(?![\w:])", _ratio, r"\d:\d"),
    Rule("power", r"(?<=\d)(?P<sign>[⁻])?(?P<raised>[⁰¹²³⁴-⁹]+)", _power, "[⁰¹²³⁴-⁹]"),
    Rule("small digits", "[⁰¹²³⁴-⁹₀-₉]+", _small, "[⁰¹²³⁴-⁹₀-₉]"),
    Rule("small sign", "[⁺⁻⁼₊₋₌]", lambda match, _: "", "[⁺⁻⁼₊₋₌]"),
    Rule("letter-like number", "[Ⅰ-ↂ①-⑳⑴-⒛⓪-⓿❶-➓]", _letter_like, "[Ⅰ-ↂ①-⒛⓪-⓿❶-➓]"),
    Rule(
        "range",
        rf"(?<![\w./-])(?P<low>{NUMBER}){DASH}(?P<high>{NUMBER})(?![\w-]|[.,]\d)",
        _range,
        r"\d\s?[-‐‑–—−]",
    ),
    Rule("hyphen in a name", r"(?<=[^\W\d_])[-‐‑](?=\d)", lambda match, _: " ", r"[-‐‑]\d"),
    Rule("long number", r"(?<![\w.,])\d{7,}(?![\w,]|\.\d)", _long, r"\d{7}"),
    Rule(
        "number before a noun",
        rf"(?P<number>{SIGNED})(?=\s(?P<noun>[^\W\d_]{{3,}})(?!\w))",
        _before_a_noun,
        r"\d\s[^\W\d_]{3}",
    ),
    Rule("number", rf"{MINUS}(?<![\d.]){NUMBER}", _number, HAS_DIGIT),
    Rule("dash between numbers", r"(?<=\0)[-–](?=\0)", lambda match, numbers: f" {numbers.to} ", "[-–]"),
    Rule("digits", r"\d+", lambda match, numbers: numbers.whole(match[0]), HAS_DIGIT),
)
