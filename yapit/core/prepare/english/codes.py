"""Digits that name rather than count: versions, sections, telephone and book numbers."""

from __future__ import annotations

import re
from collections.abc import Callable

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


def _shown_start(name: str) -> Callable[[re.Match[str], Numbers], Said]:
    """Long identifiers are told by their first four characters, as people tell them apart."""

    def say(match: re.Match[str], numbers: Numbers) -> Said:
        return f"{name} {one_by_one(match['start'], numbers)}"

    return say


def one_by_one(text: str, numbers: Numbers) -> str:
    """Each digit and each letter of a text."""
    return " ".join(numbers.digits(c) if c.isdecimal() else c.upper() for c in text if c.isalnum())


def _arxiv(match: re.Match[str], numbers: Numbers) -> Said:
    return f"arXiv paper {numbers.digits(match['month'])}, {numbers.digits(match['number'])}"


def _vulnerability(match: re.Match[str], numbers: Numbers) -> Said:
    return f"C V E {numbers.year(int(match['year']))}, {numbers.digits(match['number'])}"


def _request(match: re.Match[str], numbers: Numbers) -> Said:
    return {"number": numbers.code(match["number"])}


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "UUID",
        r"(?i)(?<![\w-])(?P<start>[0-9a-f]{4})[0-9a-f]{4}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])",
        _shown_start("U U I D"),
        r"-[0-9a-fA-F]{4}-",
    ),
    Rule(
        "hash",
        (
            r"(?<![\w-])(?:(?:sha\d{1,3}|md5):)?(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])(?P<start>[0-9a-f]{4})"
            r"(?:[0-9a-f]{124}|[0-9a-f]{92}|[0-9a-f]{60}|[0-9a-f]{36}|[0-9a-f]{28})(?![\w-])"
        ),
        _shown_start("hash"),
        r"[0-9a-f]{32}",
    ),
    Rule(
        "preprint",
        r"\b(?i:arxiv):?\s?(?P<month>\d{4})\.(?P<number>\d{4,5})(?:v\d{1,2})?(?![\w]|\.\d)",
        _arxiv,
        "(?i)arxiv",
    ),
    Rule("vulnerability", r"\bCVE-(?P<year>\d{4})-(?P<number>\d{4,7})(?![\w-])", _vulnerability, "CVE"),
    Rule("request for comments", r"\bRFC[\s-]?(?P<number>\d{3,4})(?!\w)", _request, "RFC"),
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
            r"|(?<![\w.,$€£])(?<!\d )0\d{2,4}(?: \d{3,4}){1,3}(?![\w-]|[., ]\d)|(?<![\w-])1-8\d\d(?=-[A-Z])"
            r"|(?i:(?<=\bcall )|(?<=\bdial ))(?:\d{3}-\d{4}|\d{3})(?![\w-])"
            r"|(?<![\w.,$€£])\d{4}(?: \d{4}){3}(?![\w-])"
        ),
        _digit_groups,
        r"\d\)?[ .-]\(?[\dA-Z]|[Cc]all |[Dd]ial ",
    ),
    Rule("number groups", r"(?<![\w.,$-])\d+(?:-\d+){2,}(?![\w-]|\.\d)", _number_groups, r"\d-\d+-\d"),
    Rule(
        "version",
        (
            r"(?<![\w.])(?:(?P<v>v(?=\d)|V(?=\d+\.\d)))?(?P<number>(?<=[vV])\d+(?:\.\d+)*|\d+(?:\.\d+){2,}|\d+\.\d+(?=rc|alpha|beta|dev))"
            r"(?P<suffix>[-.]?(?:rc|alpha|beta|dev|post|a|b)\.?\d*|(?<=\.\d)-\d{1,3}(?=-[a-z]))?(?!\w|\.\d)"
        ),
        _version,
        r"[vV]\d|\d\.\d+(?:\.\d|rc|alpha|beta|dev)",
    ),
    Rule(
        "number of a heading",
        r"\A(?P<number>\d{1,3}\.\d{1,3})(?=\.\s+\S)",
        _labelled,
        r"\A\d+\.\d+\.\s",
    ),
    Rule(
        "number of a section or version",
        rf"(?:\b|(?=§))(?:{_LABELS})(?:[\s-]|\s?(?:[<>=~]=?|[≥≤])\s?)?\(?(?P<number>\d+\.\d+)(?![\w%]|,\d|\.\d)",
        _labelled,
        r"\d\.\d",
    ),
)
