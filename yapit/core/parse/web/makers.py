"""Pages by known makers (MediaWiki, Sphinx, LaTeXML, GitHub …): where their text is, and what in it is not text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse.elements import INLINE, tag_of

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Maker:
    """Selectors are a tag, an id and classes as CSS writes them, or a role: `div#main.body@main`."""

    name: str
    text: tuple[str, ...]
    """What holds the text, the best first; all elements that match it, the outermost of them."""

    without: tuple[str, ...] = ()
    title: str = "h1"
    kinds: tuple[tuple[str, BlockKind], ...] = ()


_EVERYWHERE = ("nav", "button", ".sr-only", ".visually-hidden", ".screen-reader-text", ".noprint.navbox")

MAKERS = (
    Maker(
        "MediaWiki",
        (".mw-parser-output", "#mw-content-text"),
        (
            ".mw-editsection", "#toc", ".toc", ".navbox", ".vertical-navbox", ".sidebar", ".catlinks", ".hatnote", ".ambox",
            ".metadata", ".sistersitebox", ".side-box", ".portalbox", ".portal-bar", ".printfooter", ".mw-jump-link",
            ".shortdescription", ".authority-control", ".mw-indicators", ".stub", ".navigation-box", ".bandeau-container",
            ".mw-cite-backlink", ".mw-kartographer-map", ".mw-empty-elt", ".noexcerpt.toc",
        ),
        title="#firstHeading",
    ),
    Maker(
        "LaTeXML",
        ("article.ltx_document", ".ltx_page_content"),
        (".ltx_page_navbar", ".ltx_TOC", ".ltx_page_footer", ".package-alerts", ".ltx_pagination", ".ltx_rule"),
        title="h1.ltx_title_document",
        kinds=(
            ("h1.ltx_title_document", BlockKind.TITLE),
            ("div.ltx_authors", BlockKind.AUTHOR),
            ("div.ltx_dates", BlockKind.AUTHOR),
            ("div.ltx_abstract", BlockKind.ABSTRACT),
        ),
    ),
    Maker("GitHub", ("article.markdown-body", ".comment-body.markdown-body", "#wiki-body", "#readme"),
          (".anchor", ".zeroclipboard-container", ".markdown-heading.sr-only"), title="bdi.js-issue-title"),
    Maker("GitLab", (".file-content.md", ".wiki.md", ".md.description"), (".anchor",)),
    Maker("MkDocs", ("article.md-content__inner",),
          (".headerlink", ".md-content__button", ".md-source-file", ".md-feedback", ".md-tags", ".linenos")),
    Maker("Sphinx", ("div.body@main", "article@main", "div.document@main", "div.rst-content@main", "section.wy-nav-content@main",
                     "div.rst-content div@main", "div.section@main", "div@main.document"),
          (".headerlink", ".toctree-wrapper", ".related", ".sphinxsidebar", ".rst-footer-buttons", ".wy-breadcrumbs", ".prev-next-area",
           ".viewcode-link", ".viewcode-back", ".contents.local", ".linenos", "footer")),
    Maker("Docusaurus", (".theme-doc-markdown",), (".hash-link", ".theme-doc-toc-mobile", ".theme-code-block-button")),
    Maker("VitePress", (".vp-doc",), (".header-anchor",)),
    Maker("mdBook", ("div#content main", "#content.content main"), (".nav-wrapper",)),
    Maker("DocBook", ("div.chapter", "div.article", "div.book", "div.appendix", "div.preface", "div.refentry"),
          (".navheader", ".navfooter", ".toc"), title="h1.title"),
)  # fmt: skip

_MARKS = {"Sphinx": re.compile(r"sphinx|read ?the ?docs|documentation_options", re.IGNORECASE), "DocBook": re.compile("docbook", re.I),
          "mdBook": re.compile("mdbook", re.I)}  # fmt: skip
"""What the head of a page must say where the names of its elements alone do not tell who made it."""


@dataclass(frozen=True, slots=True)
class Made:
    """A page whose maker is known."""

    maker: Maker
    holders: tuple[_Element, ...]

    def titles(self, root: _Element) -> Iterator[_Element]:
        yield from (element for element in root.iter() if matches(element, self.maker.title))

    def kinds(self) -> dict[_Element, BlockKind]:
        """What elements are that the maker names otherwise than HTML does."""
        found = {}
        for holder in self.holders:
            for element in holder.iter():
                kind = next((kind for selector, kind in self.maker.kinds if matches(element, selector)), None)
                if kind is not None:
                    found[element] = kind
        return found

    def beside(self) -> list[_Element]:
        """What stands among the text and is no text."""
        selectors = (*self.maker.without, *_EVERYWHERE)
        return [e for holder in self.holders for e in holder.iterdescendants() if any(matches(e, s) for s in selectors)]


def made_page(root: _Element) -> Made | None:
    """The page with its text found; None where no known maker made it."""
    for maker in MAKERS:
        if maker.name in _MARKS and not _says(root, _MARKS[maker.name]):
            continue
        for selector in maker.text:
            found = tuple(_outermost(root, selector))
            if any(_has_text(element) for element in found):
                return Made(maker, found)
    return None


def _says(root: _Element, mark: re.Pattern[str]) -> bool:
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    head = root.find("head")
    text = "" if head is None else etree.tostring(head, encoding="unicode")[:_HEAD]
    return mark.search(text) is not None


_HEAD = 200_000
"""Characters of the head that are looked at."""


def _has_text(element: _Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _outermost(root: _Element, selector: str) -> Iterator[_Element]:
    """What matches a selector, or `around inner` for an inner one within another, and stands in no other such."""
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    around, _, inner = selector.rpartition(" ")
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if matches(element, inner) and (not around or any(matches(e, around) for e in element.iterancestors())):
            yield element
            walker.skip_subtree()


_PART = re.compile(r"([.#@]?)([\w-]+)")


@lru_cache(maxsize=256)
def _parts(selector: str) -> tuple[tuple[str, str], ...]:
    return tuple(_PART.findall(selector))


def matches(element: _Element, selector: str) -> bool:
    if not isinstance(element.tag, str):
        return False
    for sign, name in _parts(selector):
        if sign == "." and name not in (element.get("class") or "").split():
            return False
        if sign == "#" and element.get("id") != name:
            return False
        if sign == "@" and element.get("role") != name:
            return False
        if not sign and tag_of(element) != name:
            return False
    return True


_IN_LINE_NOTES = ("span.ltx_note_outer", "span.sidenote", "span.marginnote")


def move_notes(root: _Element) -> None:
    """Notes that stand in the middle of a sentence, as LaTeXML and Tufte's style write them, go below its block."""
    notes = [element for element in root.iter("span") if any(matches(element, note) for note in _IN_LINE_NOTES)]
    for note in notes:
        block = next((element for element in note.iterancestors() if tag_of(element) not in INLINE), None)
        if block is None or block.getparent() is None:
            continue
        before, parent = note.getprevious(), note.getparent()
        if before is not None:
            before.tail = (before.tail or "") + (note.tail or "")
        elif parent is not None:
            parent.text = (parent.text or "") + (note.tail or "")
        note.tail, note.tag = None, "div"
        note.set("class", "footnote")
        tail, block.tail = block.tail, None
        block.addnext(note)
        note.tail = tail
