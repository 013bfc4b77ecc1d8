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
from yapit.core.parse.markup import MarkupReader, tag_of, text_of
from yapit.core.parse.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)


def parse(source: Source, on_progress: Progress) -> Document:
    root = _tree(decode(source.data, source.label, _charset(source)))
    if root is None:
        raise SourceError(f"{source.label} holds no HTML", cure="Check that it was saved whole.")
    title, author, language = _title(root), _meta(root, "author"), (root.get("lang") or "").strip()
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
    from lxml import etree  # noqa: PLC0415 - 20 ms

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
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


_CHROME = frozenset(("nav", "aside", "footer", "form", "script", "iframe"))


def _has_chrome(root: _Element) -> bool:
    """Whether a page has more than its text: menus, forms, scripts. One without is read whole."""
    return any(tag_of(element) in _CHROME for element in root.iter())


_HTML_TAGS = {
    "item": "li", "quote": "blockquote", "row": "tr", "cell": "td", "lb": "br", "hi": "span", "ref": "span",
    "graphic": "img",
}  # fmt: skip


def _read_article(root: _Element, draft: Draft) -> None:
    """What is of the article, as trafilatura finds it; nothing where it finds none."""
    import trafilatura  # noqa: PLC0415 - 0.4 s
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    for name in ("trafilatura", "htmldate"):  # they would write their doubts about the page over the screen
        logging.getLogger(name).setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        etree.tostring(_with_article(root), encoding="unicode", method="html"),
        favor_precision=True,
        include_formatting=True,
        include_comments=False,
        with_metadata=True,
    )
    if found is None or isinstance(found, dict) or found.body is None:
        return
    draft.title = found.title or draft.title
    draft.author = found.author or draft.author
    for element in found.body.iter():
        _as_html(element)
    MarkupReader(draft).read(found.body)


def _with_article(root: _Element) -> _Element:
    """A copy in which the body stands in an `<article>` if nothing does: without one, headings get lost."""
    from copy import deepcopy  # noqa: PLC0415 - no cost; only here

    from lxml import etree  # noqa: PLC0415 - loaded long ago

    page = deepcopy(root)
    body = page.find("body")
    if body is None or any(tag_of(element) in ("article", "main") for element in body.iter()):
        return page
    article = etree.Element("article")
    article.text, body.text = body.text, None
    article.extend(list(body))
    body.append(article)
    return page


def _as_html(element: _Element) -> None:
    tag = tag_of(element)
    rend = element.get("rend") or ""
    if tag == "head":
        element.tag = rend if re.fullmatch(r"h[1-6]", rend) else "h2"
    elif tag == "list":
        element.tag = "ol" if rend == "ol" else "ul"
    elif tag == "hi" and rend == "#sup":
        element.tag = "sup"
    elif tag == "code" and ("\n" in text_of(element) or len(element)):
        element.tag = "pre"
    else:
        element.tag = _HTML_TAGS.get(tag, tag)
