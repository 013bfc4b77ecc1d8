"""Addresses under which sites keep the text of a page, better to read than the page itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit


def better_addresses(url: str) -> list[str]:
    """Where to look for the text behind an address: the best first, last what was surely meant."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    better = _SITES.get(host)
    found = list(better(parts.path)) if better is not None else []
    return list(dict.fromkeys(found)) or [url]


_ARXIV = re.compile(
    r"/(?:abs|pdf|html)/(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)(?:\.pdf)?/?"
)


def _arxiv(path: str) -> Iterator[str]:
    """The paper as HTML, which has its structure and formulas; older papers are there as PDF only."""
    found = _ARXIV.fullmatch(path)
    if found:
        yield f"https://arxiv.org/html/{found.group(1)}"
        yield f"https://arxiv.org/pdf/{found.group(1)}"


_REPOSITORY = re.compile(r"/([\w.-]+)/([\w.-]+?)(?:\.git)?/?")
_BLOB = re.compile(r"/([\w.-]+)/([\w.-]+)/(?:blob|raw)/(.+)")
_NO_OWNERS = frozenset(
    ("about", "features", "topics", "marketplace", "settings", "sponsors", "orgs", "collections", "login")
)


def _github(path: str) -> Iterator[str]:
    """A file as it is; of a repository what it says of itself; issues and wikis are read from their page."""
    blob, repository = _BLOB.fullmatch(path), _REPOSITORY.fullmatch(path)
    if blob:
        yield f"https://raw.githubusercontent.com/{blob.group(1)}/{blob.group(2)}/{blob.group(3)}"
        yield f"https://github.com{path}"
    elif repository and repository.group(1) not in _NO_OWNERS:
        yield f"https://raw.githubusercontent.com/{repository.group(1)}/{repository.group(2)}/HEAD/README.md"
        yield f"https://github.com{path}"


_GIST = re.compile(r"/([\w-]+)/([0-9a-f]{20,40})/?")


def _gist(path: str) -> Iterator[str]:
    found = _GIST.fullmatch(path)
    if found:
        yield f"https://gist.githubusercontent.com/{found.group(1)}/{found.group(2)}/raw"
        yield f"https://gist.github.com{path}"


_SITES: dict[str, Callable[[str], Iterator[str]]] = {
    "arxiv.org": _arxiv,
    "export.arxiv.org": _arxiv,
    "github.com": _github,
    "gist.github.com": _gist,
}
