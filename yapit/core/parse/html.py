"""HTML: the article of a web page, all of a plain one; then element by element to blocks."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from yapit.core.document import Document
from yapit.core.errors import SourceError
from yapit.core.parse.characters import decode, one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.formulas import tex_of_page
from yapit.core.parse.markup import MarkupReader, tag_of, text_of
from yapit.core.parse.web.kinds import with_head
from yapit.core.parse.web.passages import passages_of, remove
from yapit.core.parse.web.selection import article_of
from yapit.core.parse.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)


def parse(source: Source, on_progress: Progress) -> Document:
    root = _tree(decode(source.data, source.label, _charset(source)))
    if root is None:
        raise SourceError(f"{source.label} holds no HTML", cure="Check that it was saved whole.")
    title, author, language = _property(root, "og:title") or _title(root), _meta(root, "author"), (root.get("lang") or "").strip()
    draft = Draft(title, author, language)
    if _has_chrome(root):
        _read_article(root, draft)
    if not draft.blocks:
        MarkupReader(draft).read(root)
    return draft.document(source.label)


def _charset(source: Source) -> str:
    said = _HEADER_CHARSET.search(source.content_type)
    if said:
        return said.group(1)
    found = _META_CHARSET.search(source.data[:4096])
    return found.group(1).decode("ascii") if found else ""


def _tree(text: str) -> _Element | None:
    from lxml import etree, html  # noqa: PLC0415 - 20 ms

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    data = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:
        return None
    return root if isinstance(root, etree._Element) else None


def _title(root: _Element) -> str:
    for element in root.iter("title"):
        return one_line(text_of(element))
    return ""


def _meta(root: _Element, name: str) -> str:
    for element in root.iter("meta"):
        if (element.get("name") or "").lower() == name:
            return one_line(element.get("content") or "")
    return ""


def _property(root: _Element, name: str) -> str:
    for element in root.iter("meta"):
        if (element.get("property") or "").lower() == name:
            return one_line(element.get("content") or "")
    return ""


_CHROME = frozenset(("nav", "aside", "footer", "form", "script", "iframe"))


def _has_chrome(root: _Element) -> bool:
    """Whether a page has more than its text: menus, forms, scripts. One without is read whole."""
    return any(tag_of(element) in _CHROME for element in root.iter())


def _read_article(root: _Element, draft: Draft) -> None:
    """What is of the article, in the order of the page; nothing where none is found."""
    body = next(root.iter("body"), None)
    if body is None:
        return
    tree = _with_article(root)
    tex = tex_of_page(root)
    page = passages_of(body)
    article, kinds = with_head(page, article_of(page, tree), draft.title)
    for i, passage in enumerate(page.passages):
        if i not in article:
            remove(passage.element)
    if article:
        said = {page.passages[i].element: kind for i, kind in kinds.items()}
        MarkupReader(draft, tex=tex, kinds=said).read(body)


def _with_article(root: _Element) -> _Element:
    """A copy in which the body stands in an `<article>` if nothing does: without one, headings get lost."""
    from copy import deepcopy  # noqa: PLC0415 - no cost; only here

    from lxml import etree  # noqa: PLC0415 - loaded long ago

    page = deepcopy(root)
    body = page.find("body")
    if body is None or any(tag_of(element) in ("article", "main") for element in body.iter()):
        return page
    article = body.makeelement("article", {}, None)
    article.text, body.text = body.text, None
    article.extend(list(body))
    body.append(article)
    return page
