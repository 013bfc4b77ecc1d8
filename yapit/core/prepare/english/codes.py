"""Digits that name rather than count: versions, sections, telephone and book numbers."""

from __future__ import annotations

import re

from yapit.core.prepare.english.fragments import before
from yapit.core.prepare.english.letters import is_spelled, spelled
from yapit.core.prepare.english.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said

_LABELS = (
    r"[Cc]hapters?|[Ss]ections?|[Ff]igures?|[Tt]ables?|[Ee]quations?|[Aa]ppendix|[Tt]heorem|[Ll]emma|[Dd]efinition"
    r"|[Ee]xample|[Cc]h\.|[Ss]ecs?\.|[Ff]igs?\.|[Ee]qs?\.|[Tt]ab\.|§|[Vv]ersions?|[Rr]elease|Python|Java|Node"
    r"|Django|Ubuntu|Debian|Fedora|Linux|kernel|iOS|Android|Ruby|PHP|Perl|CUDA|macOS|Windows|PyTorch|TensorFlow"
    r"|NumPy|Go|Rust"
)
"""What is numbered in parts: their "3.11" is an eleventh part, no decimal."""

_PART = re.compile(r"\d+|[^\W\d_]+")
_NAMED_VERSION = re.compile(r"\b(?:version|release)s?\s\Z", re.IGNORECASE)


def code_words(part: str, numbers: Numbers) -> str:
    """A run of digits, or of letters, in a name such as "x264"."""
    if part[0].isdecimal():
        return numbers.code(part)
    if not part.isascii():
        return part
    initials = len(part) < 5 and (part.isupper() or part.islower()) and is_spelled(part.upper())
    return spelled(part) if initials or len(part) == 1 or (len(part) == 2 and part.isupper()) else part


def _version(match: re.Match[str], numbers: Numbers) -> Said:
    suffix = [code_words(part, numbers) for part in _PART.findall(match["suffix"] or "")]
    said = " ".join([numbers.dotted(match["number"]), *suffix])
    return f"version {said}" if match["v"] and not _NAMED_VERSION.search(before(match)) else said


def _labelled(match: re.Match[str], numbers: Numbers) -> Said:
    return {"number": numbers.dotted(match["number"])}


def _digit_groups(match: re.Match[str], numbers: Numbers) -> Said:
    plus = "plus " if match[0].startswith("+") else ""
    return plus + ", ".join(numbers.digits(group) for group in re.findall(r"\d+", match[0]))


def _number_groups(match: re.Match[str], numbers: Numbers) -> Said:
    groups = match[0].split("-")
    say = numbers.whole if all(len(group) < 3 for group in groups) else numbers.digits
    return ", ".join(say(group) for group in groups)


def _book_number(match: re.Match[str], numbers: Numbers) -> Said:
    groups = re.findall(r"\d+|X", match["number"])
    return {"number": ", ".join(numbers.digits(group) or group for group in groups)}


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "book number",
        r"\b(?:ISBN(?:-1[03])?|ISSN):?\s?(?P<number>\d[\d -]{6,15}[\dX])(?!\w)",
        _book_number,
        "IS[BS]N",
    ),
    Rule(
        "telephone number",
        (
            r"(?<![\w.,])\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}(?!\w)"
            r"|(?<![\w.,(+-])(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])"
            r"|(?<=(?:call|dial) )\d{3}-\d{4}(?![\w-])|(?<![\w.,$€£])\d{4}(?: \d{4}){3}(?![\w-])"
        ),
        _digit_groups,
        r"\d\)?[ .-]\(?\d",
    ),
    Rule("number groups", r"(?<![\w.,$-])\d+(?:-\d+){2,}(?![\w-]|\.\d)", _number_groups, r"\d-\d+-\d"),
    Rule(
        "version",
        (
            r"(?<![\w.])(?:(?P<v>[vV])(?=\d))?(?P<number>(?<=[vV])\d+(?:\.\d+)*|\d+(?:\.\d+){2,})"
            r"(?P<suffix>[-.]?(?:rc|alpha|beta|dev|post|a|b)\.?\d*)?(?!\w|\.\d)"
        ),
        _version,
        r"[vV]\d|\d\.\d+\.\d",
    ),
    Rule(
        "number of a heading",
        r"\A(?P<number>\d{1,3}\.\d{1,3})(?=\.\s+\S)",
        _labelled,
        r"\A\d+\.\d+\.\s",
    ),
    Rule(
        "number of a section or version",
        rf"(?:\b|(?=§))(?:{_LABELS})[\s-]?\(?(?P<number>\d+\.\d+)(?![\w%]|,\d|\.\d)",
        _labelled,
        r"\d\.\d",
    ),
)
