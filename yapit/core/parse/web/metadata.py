"""What the head of a page says of it: title, author, language, and the text it keeps for search engines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yapit.core.parse.characters import one_line
from yapit.core.parse.elements import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_JSON = 2 * 1024**2
_LONGEST_TITLE = 500
_MOST_AUTHORS = 50


@dataclass(frozen=True, slots=True)
class Metadata:
    title: str
    author: str
    language: str
    """As the page has it: a BCP 47 tag, if all is well."""

    body: str = ""
    """The article's text as the page tells it to search engines; line ends between paragraphs."""


def metadata_of(root: _Element) -> Metadata:
    meta = dict(_metas(root))
    linked = _Linked(root)
    title = meta.get("og:title") or meta.get("citation_title") or linked.text("headline") or _title(root)
    authors = [*_authors(root), *linked.authors()]
    return Metadata(
        title=_without_site(title[:_LONGEST_TITLE], meta.get("og:site_name", "")),
        author=", ".join(dict.fromkeys(authors)),
        language=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
        or meta.get("content-language", "").partition(",")[0],
        body=linked.text("articleBody", one=False),
    )


def _metas(root: _Element) -> Iterator[tuple[str, str]]:
    """Names and contents; of those given more than once, the first."""
    seen: set[str] = set()
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("http-equiv") or "").lower()
        content = one_line(element.get("content") or "")
        if name and content and name not in seen:
            seen.add(name)
            yield name, content


def _title(root: _Element) -> str:
    return next((one_line(text_of(element)) for element in root.iter("title")), "")


def _without_site(title: str, site: str) -> str:
    """The title without the name of the site behind or before it."""
    if not site:
        return title
    name = re.escape(site)
    cut = re.sub(rf"\s*[|–—·»:-]\s*{name}\s*$|^\s*{name}\s*[|–—·»:-]\s*", "", title, flags=re.IGNORECASE)
    return cut or title


def _authors(root: _Element) -> Iterator[str]:
    names = ("author", "article:author", "citation_author", "dc.creator", "parsely-author")
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").lower()
        content = one_line(element.get("content") or "")
        if name in names and content and "://" not in content and len(content) < 200:
            yield content


class _Linked:
    """The descriptions of the page in JSON-LD, all on one level."""

    def __init__(self, root: _Element) -> None:
        self._things: list[dict[str, object]] = []
        for script in root.iter("script"):
            if (script.get("type") or "").lower() == "application/ld+json":
                self._read(script.text or "")

    def _read(self, text: str) -> None:
        if len(text) > _LONGEST_JSON:
            return
        try:
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            return
        things = found if isinstance(found, list) else [found]
        for thing in things[:_MOST_AUTHORS]:
            graph = thing.get("@graph") if isinstance(thing, dict) else None
            inner = graph if isinstance(graph, list) else [thing]
            self._things += [one for one in inner if isinstance(one, dict)]

    def text(self, name: str, *, one: bool = True) -> str:
        for thing in self._things:
            value = thing.get(name)
            if isinstance(value, str) and value.strip():
                return one_line(value) if one else value
        return ""

    def authors(self) -> Iterator[str]:
        for thing in self._things:
            said = thing.get("author")
            for author in (said if isinstance(said, list) else [said])[:_MOST_AUTHORS]:
                name = author.get("name") if isinstance(author, dict) else author
                if isinstance(name, str) and name.strip() and "://" not in name and len(name) < 200:
                    yield one_line(name)
