"""The contents of a book: its chapters within chapters, and where its pages begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from yapit.core.export.shown import writable

_HEAD = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" \
xml:lang="{language}">
<head><title>{title}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
"""


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the contents and what it leads to."""

    title: str
    level: int
    href: str


def page_head(title: str, language: str) -> str:
    return _HEAD.format(title=said(title), language=said(language))


def navigation(title: str, language: str, places: Sequence[Place], pages: Iterable[tuple[int, str]]) -> str:
    """The navigation document; `pages` are numbers with the places where they begin."""
    toc = f'<nav epub:type="toc" id="toc" role="doc-toc"><h1>{said(title)}</h1>\n{_nested(places)}</nav>\n'
    links = "".join(f'<li><a href="{href}">{page}</a></li>\n' for page, href in pages)
    page_list = f'<nav epub:type="page-list" hidden="hidden"><ol>\n{links}</ol></nav>\n' if links else ""
    return f"{page_head(title, language)}{toc}{page_list}</body>\n</html>\n"


def said(text: str) -> str:
    """Text on one line for a place in XML; never empty, which no title may be."""
    return escape(writable(" ".join(text.split()))) or "—"


def _nested(places: Sequence[Place]) -> str:
    parts, depth = [], 0
    for place in places:
        level = min(max(place.level, 1), depth + 1)
        parts.append("<ol>" if level > depth else "</li>" + "</ol></li>" * (depth - level))
        parts.append(f'<li><a href="{place.href}">{said(place.title)}</a>')
        depth = level
    return "\n".join([*parts, "</li></ol>" * depth]) + "\n"
