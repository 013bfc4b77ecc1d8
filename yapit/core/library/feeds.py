"""A feed, RSS or Atom, as documents to be read later: what it links to, and nothing of it fetched yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from yapit.core.errors import SourceError
from yapit.core.library.documents import Addition

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_BYTES = 20 * 1024**2
MAX_ENTRIES = 1000
_LONGEST = 500
"""Characters of a title: some feeds put the whole text there."""

_LIKELY = re.compile(r"(?:^|[/._-])(?:rss|atom|feeds?)(?:[/._-]|$)|\.(?:rss|atom|rdf|xml)$", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{1,500}>")


@dataclass(frozen=True, slots=True)
class Feed:
    title: str
    additions: tuple[Addition, ...]
    """In the order of the feed, which is the newest first with most."""


def looks_like_feed(address: str) -> bool:
    """Whether an address is named as those of feeds are."""
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no address
        return False
    return parts.scheme in ("http", "https") and _LIKELY.search(parts.path) is not None


def fetch_feed(address: str) -> Feed:
    """Fetch a feed and list what it links to.

    Raises:
        SourceError: It cannot be fetched, or is no feed.
    """
    from yapit.core.fetch import fetch  # noqa: PLC0415 - httpx: 0.1 s

    fetched = fetch(address, max_bytes=MAX_BYTES)
    return read_feed(fetched.data, fetched.url)


def read_feed(data: bytes, address: str) -> Feed:
    """List what a feed links to; `address` is where it came from.

    Raises:
        SourceError: It is no feed.
    """
    root = _root(data)
    items = [] if root is None else [each for each in root.iter() if _name(each) in ("item", "entry")]
    if root is None or (not items and _name(root) not in ("rss", "feed", "rdf")):
        cure = "Give the address of an RSS or Atom feed; a page is added without --feed."
        raise SourceError(f"{address} is no feed", cure=cure)
    found = [addition for item in items[:MAX_ENTRIES] if (addition := _addition(item, address)) is not None]
    heads = (each for each in root.iter() if _name(each) in ("channel", "feed"))
    return Feed(_text(next(heads, root), "title"), tuple(found))


def _root(data: bytes) -> _Element | None:
    from lxml import etree  # noqa: PLC0415 - 20 ms

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        return etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _addition(item: _Element, address: str) -> Addition | None:
    named = _link(item)
    link = _joined(address, named) if named else ""
    if urlsplit(link).scheme not in ("http", "https"):
        return None
    return Addition(
        source=link,
        title=_text(item, "title"),
        author=_text(item, "creator") or _author(item),
        published=_day(_text(item, "published", "pubdate", "date", "updated")),
    )


def _joined(address: str, link: str) -> str:
    try:
        return urljoin(address, link)
    except ValueError:  # brackets that hold no address
        return ""


def _link(item: _Element) -> str:
    """Where the text is: not its comments, not the feed itself."""
    for each in _children(item, "link"):
        if each.get("href") and each.get("rel", "alternate") == "alternate":
            return each.get("href", "").strip()
        if each.text and each.text.strip():
            return each.text.strip()
    guid = next(_children(item, "guid"), None)
    is_link = guid is not None and guid.get("isPermaLink", "true") == "true"
    return (guid.text or "").strip() if guid is not None and is_link else ""


def _author(item: _Element) -> str:
    author = next(_children(item, "author"), None)
    if author is None:
        return ""
    return _text(author, "name") or _clean(author.text or "")


def _text(item: _Element, *names: str) -> str:
    for name in names:
        for each in _children(item, name):
            if text := _clean("".join(map(str, each.itertext()))):
                return text
    return ""


def _clean(text: str) -> str:
    """On one line, without the markup that some titles carry escaped."""
    import html  # noqa: PLC0415 - only where a feed is read

    return " ".join(_TAG.sub("", html.unescape(text[: 4 * _LONGEST])).split())[:_LONGEST]


def _day(text: str) -> str:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text).date().isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return ""


def _children(item: _Element, name: str) -> Iterator[_Element]:
    return (each for each in item if _name(each) == name)


def _name(element: _Element) -> str:
    """Without its namespace, in small letters; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
