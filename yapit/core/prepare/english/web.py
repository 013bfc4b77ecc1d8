"""Addresses, file names, identifiers, hashtags and handles."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yapit.core.prepare import addresses
from yapit.core.prepare.english.codes import one_by_one
from yapit.core.prepare.english.fragments import words
from yapit.core.prepare.english.letters import is_spelled, spelled
from yapit.core.prepare.english.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said

_SPELLED_ENDINGS = frozenset(words("edu cfg csv tsv odt ini iso rst c h"))
_WORDLIKE_ENDINGS = frozenset(["co", "go", "so"])
_SIGNS = {
    ".": "dot", "-": "dash", "_": "underscore", "+": "plus", "@": "at", "/": "slash", "\\": "backslash",
    "~": "tilde", ":": "colon", "%": "percent", "&": "and", "=": "equals", "#": "hash",
}  # fmt: skip
_DOTS = {".": "dot"}
_PATH_SIGNS = {".": "dot", "/": "slash", "\\": "backslash", "~": "tilde"}
_PART = re.compile(addresses.NAME_PART)
_HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+|[^\W_]")


def _read(name: str, numbers: Numbers, signs: Mapping[str, str]) -> str:
    """A name part by part; a sign that is not among `signs` is passed over."""
    said = []
    for part in _PART.findall(name):
        if part[0].isdecimal():
            said.append(numbers.code(part))
        elif part[0].isalnum():
            said.append(_letters(part))
        else:
            said.append(signs.get(part, ""))
    return " ".join(filter(None, said))


def _letters(part: str) -> str:
    no_word = part.isascii() and len(part) < 5 and not re.search("[aeiouy]", part, re.IGNORECASE)
    return spelled(part) if no_word or (part.isupper() and is_spelled(part)) else part


def _host(name: str, numbers: Numbers) -> str:
    *labels, end = name.split(".")
    said = [_read(label, numbers, {"-": "dash"}) for label in labels]
    return " dot ".join([*said, _ending(end, numbers)])


def _ending(end: str, numbers: Numbers) -> str:
    letters = end in _SPELLED_ENDINGS or (len(end) == 2 and end.isalpha() and end not in _WORDLIKE_ENDINGS)
    return spelled(end) if letters else _read(end, numbers, {})


def _url(match: re.Match[str], numbers: Numbers) -> Said:
    host = _host(match["host"], numbers)
    return f"link to {host}" if (match["rest"] or "").strip("/") else host


def _email(match: re.Match[str], numbers: Numbers) -> Said:
    return f"{_read(match['who'], numbers, _SIGNS)} at {_host(match['host'], numbers)}"


def _internet_address(match: re.Match[str], numbers: Numbers) -> Said:
    return " dot ".join(numbers.whole(part) for part in match[0].split("."))


def _doi(match: re.Match[str], numbers: Numbers) -> Said:
    return "D O I link"


def _path(match: re.Match[str], numbers: Numbers) -> Said:
    name = re.split(r"[/\\]", match[0])[-1]
    directory = match[0].removesuffix(name)
    return f"{_read(directory, numbers, _PATH_SIGNS)} {_file_words(name, numbers)}".strip()


def _file(match: re.Match[str], numbers: Numbers) -> Said:
    return _file_words(match[0], numbers)


def _file_words(name: str, numbers: Numbers) -> str:
    stem, dot, ending = name.rpartition(".")
    if not dot:
        return _read(name, numbers, _DOTS)
    return f"{_read(stem, numbers, _DOTS)} dot {_ending(ending, numbers)}".strip()


def _identifier(match: re.Match[str], numbers: Numbers) -> Said:
    return _read(match[0], numbers, {})


def _handle(match: re.Match[str], numbers: Numbers) -> Said:
    return "at " + _read(match["name"], numbers, {})


def _hashtag(match: re.Match[str], numbers: Numbers) -> Said:
    words = _HUMP.findall(match["name"])
    return "hashtag " + " ".join(_read(word, numbers, {}) for word in words)


def _dotted_name(match: re.Match[str], numbers: Numbers) -> Said:
    return _read(match[0], numbers, _DOTS)


def _colour(match: re.Match[str], numbers: Numbers) -> Said:
    return "hash " + one_by_one(match["digits"], numbers)


RULES: tuple[Rule[Numbers], ...] = (
    Rule("email", addresses.EMAIL, _email, "@"),
    Rule("DOI", addresses.DOI, _doi, addresses.HAS_DOI),
    Rule("URL", addresses.URL, _url, addresses.HAS_URL),
    Rule("domain", addresses.DOMAIN, _url, addresses.HAS_DOMAIN),
    Rule("IP address", addresses.IP_ADDRESS, _internet_address, addresses.HAS_IP_ADDRESS),
    Rule("path", addresses.PATH, _path, addresses.HAS_PATH),
    Rule("file name", addresses.FILE_NAME, _file, addresses.HAS_FILE_NAME),
    Rule("handle", r"(?<![\w@.])@(?P<name>[A-Za-z_][\w]*)", _handle, "@"),
    Rule(
        "colour",
        r"(?<![\w&#])#(?P<digits>(?=[0-9A-Fa-f]*\d)(?=[0-9A-Fa-f]*[A-Fa-f])(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3}))(?!\w)",
        _colour,
        "#",
    ),
    Rule("hashtag", r"(?<![\w&#])#(?P<name>\d*[^\W\d_]\w+)", _hashtag, "#"),
    Rule(
        "dotted name",
        (
            r"(?<![\w.@/-])(?:[a-z_]\w*\.){2,6}[A-Za-z_]\w*(?![\w.-])|(?<![\w.@/-])[a-z_]\w*\.[A-Za-z_]\w*(?=\()"
            r"|(?<![\w.@/-])[bcdfghj-np-tv-z]{2,3}\.[a-z_]{2,}\w*(?![\w.-])"
        ),
        _dotted_name,
        r"[a-z]\.[A-Za-z_]\w",
    ),
    Rule(
        "identifier",
        r"(?<!\w)_*[^\W_]+(?:_+[^\W_]+)+_*(?!\w)|(?<!\w)_+[^\W_]+_*(?!\w)|(?<!\w)[^\W_]+_+(?!\w)",
        _identifier,
        "_",
    ),
)
