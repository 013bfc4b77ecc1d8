"""Addresses, file names, identifiers, hashtags and handles."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yapit.core.prepare.english.fragments import words
from yapit.core.prepare.english.letters import is_spelled, spelled
from yapit.core.prepare.english.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said

_TOP_LEVEL = (
    r"com|org|net|edu|gov|mil|info|biz|io|ai|app|dev|eu|co\.uk|uk|de|fr|nl|se|ch|ca|au|jp|cn|ru|tv|xyz"
    r"|online|wiki"
)
_ENDINGS = (
    r"py|ipynb|js|mjs|ts|tsx|jsx|rs|go|c|h|cc|cpp|hpp|java|kt|rb|php|pl|sh|bash|ps1|bat|exe|dll|so|html?"
    r"|css|scss|xml|svg|json|jsonl|ya?ml|toml|ini|cfg|conf|env|lock|md|rst|txt|log|csv|tsv|xlsx?|docx?"
    r"|pptx?|odt|pdf|epub|mobi|tex|bib|png|jpe?g|gif|webp|bmp|tiff?|mp[34]|wav|flac|ogg|opus|m4[ab]|avi"
    r"|mkv|mov|zip|tar|gz|bz2|xz|7z|whl|deb|rpm|dmg|iso|db|sqlite|sql|onnx|bin|dat|bak|tmp"
)
_SPELLED_ENDINGS = frozenset(words("edu cfg csv tsv odt ini iso rst c h"))
_WORDLIKE_ENDINGS = frozenset(["co", "go", "so"])
_SIGNS = {
    ".": "dot", "-": "dash", "_": "underscore", "+": "plus", "@": "at", "/": "slash", "\\": "backslash",
    "~": "tilde", ":": "colon", "%": "percent", "&": "and", "=": "equals", "#": "hash",
}  # fmt: skip
_DOTS = {".": "dot"}
_PATH_SIGNS = {".": "dot", "/": "slash", "\\": "backslash", "~": "tilde"}
_END = r"[^\s.,;:!?'\"“”‘’()\[\]{}<>*_\0]"
_PART = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
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


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "email", r"(?:mailto:)?(?<![\w.+-])(?P<who>[\w.+-]*\w)@(?P<host>\w[\w-]*(?:\.\w[\w-]*)+)", _email, "@"
    ),
    Rule(
        "DOI",
        # Narrow columns break addresses after a colon or a slash.
        (
            r"(?i)(?:(?:\bhttps?:\s?//)?(?:dx\.)?\bdoi\.org/\s?|\bdoi:?\s?)?(?<![\w.])10\.\d{4,9}/"
            rf"(?:j\.)?(?:\s(?=[^\s<>\0]*\d))?[^\s<>\0]*{_END}"
        ),
        _doi,
        r"10\.\d{4}",
    ),
    Rule(
        "URL",
        (
            r"(?i)(?<!\w)(?:(?:https?|ftp):\s?//(?:www\.)?|www\.)(?P<host>[\w-]+(?:\.[\w-]+)*)(?::\d+)?"
            rf"(?P<rest>[/?#](?:[^\s<>\0]*{_END})?)?"
        ),
        _url,
        r"[:Ww](?:\s?//|[Ww][Ww]\.)",
    ),
    Rule(
        "domain",
        (
            rf"(?<![\w.@/-])(?P<host>(?:[A-Za-z0-9][\w-]*\.)+(?:{_TOP_LEVEL}))(?![\w-]|\.\w)(?P<rest>/(?:[^\s<>\0]*{_END})?)?"
        ),
        _url,
        r"[\w-]\.[a-z]{2}",
    ),
    Rule(
        "IP address", r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)", _internet_address, r"\d\.\d{1,3}\.\d"
    ),
    Rule(
        "path",
        (
            r"(?<![\w/.~<\0])(?:~|\.{1,2})?/(?:[\w.+-]+/)*[\w.+-]*\w|(?<!\w)[A-Za-z]:\\(?:[\w.+-]+\\)*[\w.+-]*\w"
            rf"|(?<![\w/.-])(?:[\w.-]+/)+[\w-]+(?:\.[\w-]+)*\.(?:{_ENDINGS})\b(?!/)"
        ),
        _path,
        r"[/\\]",
    ),
    Rule(
        "file name",
        rf"(?<![\w.])\.?[A-Za-z_][\w-]*(?:\.[\w-]+)*\.(?:{_ENDINGS})(?![\w/-]|\.\w)",
        _file,
        r"[\w-]\.[A-Za-z0-9]",
    ),
    Rule("handle", r"(?<![\w@.])@(?P<name>[A-Za-z_][\w]*)", _handle, "@"),
    Rule("hashtag", r"(?<![\w&#])#(?P<name>\d*[^\W\d_]\w+)", _hashtag, "#"),
    Rule(
        "identifier",
        r"(?<!\w)_*[^\W_]+(?:_+[^\W_]+)+_*(?!\w)|(?<!\w)_+[^\W_]+_*(?!\w)|(?<!\w)[^\W_]+_+(?!\w)",
        _identifier,
        "_",
    ),
)
