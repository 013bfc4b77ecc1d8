"""The article of a page to blocks: passages chosen, the others taken out, the rest walked in page order."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from yapit.core.parse.draft import Draft
from yapit.core.parse.elements import tag_of
from yapit.core.parse.formulas import TexInText
from yapit.core.parse.markup import MarkupReader
from yapit.core.parse.web.kinds import with_head
from yapit.core.parse.web.metadata import Metadata
from yapit.core.parse.web.passages import passages_of, remove
from yapit.core.parse.web.selection import article_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_FEW_WORDS = 40


def read(root: _Element, draft: Draft, metadata: Metadata, tex: TexInText | None) -> None:
    """Add the article's blocks to a draft; nothing where none is found."""
    body = next(root.iter("body"), None)
    if body is None:
        return
    tree = with_article(root)
    page = passages_of(body)
    chosen, kinds = with_head(page, article_of(page, tree), metadata.title)
    if page.words(chosen) < _FEW_WORDS < len(metadata.body.split()):
        _read_described(draft, metadata.body)
        return
    if not chosen:
        return
    for i, passage in enumerate(page.passages):
        if i not in chosen:
            remove(passage.element)
    said = {page.passages[i].element: kind for i, kind in kinds.items()}
    MarkupReader(draft, tex=tex, kinds=said).read(body)


def _read_described(draft: Draft, body: str) -> None:
    """The text that a page made by scripts keeps for search engines."""
    for paragraph in body.splitlines():
        draft.add(" ".join(paragraph.split()))


def with_article(root: _Element) -> _Element:
    """A copy in which the body stands in an `<article>` if nothing does: without one, headings get lost."""
    page = deepcopy(root)
    body = page.find("body")
    if body is None or any(tag_of(element) in ("article", "main") for element in body.iter()):
        return page
    article = body.makeelement("article")
    article.text, body.text = body.text, None
    article.extend(list(body))
    body.append(article)
    return page
