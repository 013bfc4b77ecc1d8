"""Addresses, file names, hashtags and handles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from yapit.core.prepare import addresses
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said

_PART = re.compile(addresses.NAME_PART)
_HUMP = re.compile(r"[^\W\d_a-zà-ÿ]+(?![a-zà-ÿ])|[^\W\d_a-zà-ÿ]?[a-zà-ÿ]+|\d+|[^\W_]")


@dataclass(frozen=True, slots=True)
class Web:
    link: str
    """Before the host of a longer address: "link to"."""

    signs: Mapping[str, str]
    """What is said for the signs in addresses and paths; at least for the dot and the at sign."""

    doi: str


def _read(web: Web, name: str, numbers: Numbers, signs: str) -> str:
    """A name part by part; a sign that is not among `signs` is passed over."""
    said = []
    for part in _PART.findall(name):
        if part[0].isdecimal():
            said.append(numbers.whole(part))
        elif part[0].isalnum():
            said.append(_letters(part))
        elif part in signs:
            said.append(web.signs.get(part, ""))
    return " ".join(filter(None, said))


def _letters(part: str) -> str:
    no_word = part.isascii() and len(part) < 5 and not re.search("[aeiouy]", part, re.IGNORECASE)
    return " ".join(part.upper()) if no_word else part


def _host(web: Web, name: str, numbers: Numbers) -> str:
    """The name of a host; the two letters of a country are said one by one."""
    labels, dot, end = name.rpartition(".")
    country = len(end) == 2 and end.isalpha()
    said = " ".join(end.upper()) if country else _read(web, end, numbers, "-")
    return f"{_read(web, labels, numbers, '.-')} {web.signs['.']} {said}" if dot else said


def _url(web: Web, match: re.Match[str], numbers: Numbers) -> Said:
    host = _host(web, match["host"], numbers)
    return f"{web.link} {host}" if (match["rest"] or "").strip("/") else host


def _email(web: Web, match: re.Match[str], numbers: Numbers) -> Said:
    who = _read(web, match["who"], numbers, ".-_+")
    return f"{who} {web.signs['@']} {_host(web, match['host'], numbers)}"


def _doi(web: Web, match: re.Match[str], numbers: Numbers) -> Said:
    return web.doi


def _name(web: Web, match: re.Match[str], numbers: Numbers) -> Said:
    if len(match[0]) == 3 and match[0][1] == ".":
        return None  # "d.h." is no file
    return _read(web, match[0], numbers, "./\\~")


def _internet_address(web: Web, match: re.Match[str], numbers: Numbers) -> Said:
    if any(group == "000" or int(group) > 255 for group in match[0].split(".")):
        return None  # a number with its digits in groups
    return _read(web, match[0], numbers, ".")


def _handle(web: Web, match: re.Match[str], numbers: Numbers) -> Said:
    return f"{web.signs['@']} {_read(web, match['name'], numbers, '')}"


def _hashtag(web: Web, match: re.Match[str], numbers: Numbers) -> Said:
    return "hashtag " + " ".join(_read(web, word, numbers, "") for word in _HUMP.findall(match["name"]))


def _identifier(web: Web, match: re.Match[str], numbers: Numbers) -> Said:
    return _read(web, match[0], numbers, "")


def rules(web: Web) -> tuple[Rule[Numbers], ...]:
    return (
        Rule("email", addresses.EMAIL, partial(_email, web), "@"),
        Rule("DOI", addresses.DOI, partial(_doi, web), addresses.HAS_DOI),
        Rule("URL", addresses.URL, partial(_url, web), addresses.HAS_URL),
        Rule("domain", addresses.DOMAIN, partial(_url, web), addresses.HAS_DOMAIN),
        Rule("IP address", addresses.IP_ADDRESS, partial(_internet_address, web), addresses.HAS_IP_ADDRESS),
        Rule("path", addresses.PATH, partial(_name, web), addresses.HAS_PATH),
        Rule("file name", addresses.FILE_NAME, partial(_name, web), addresses.HAS_FILE_NAME),
        Rule("handle", r"(?<![\w@.])@(?P<name>[A-Za-z_][\w]*)", partial(_handle, web), "@"),
        Rule("hashtag", r"(?<![\w&#])#(?P<name>\d*[^\W\d_]\w+)", partial(_hashtag, web), "#"),
        Rule("identifier", r"(?<!\w)[^\W_]+(?:_+[^\W_]+)+(?!\w)", partial(_identifier, web), "_"),
    )
