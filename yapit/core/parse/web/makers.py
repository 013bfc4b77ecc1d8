"""The table of known makers of pages: where their text is, and what in it is no text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yapit.core.document import BlockKind


@dataclass(frozen=True, slots=True)
class Maker:
    """Selectors are written as in CSS, a role with an at sign: `div#main.body@main`."""

    name: str
    text: tuple[str, ...]
    """What holds the text, the best first: all elements that match it."""

    without: str = ""
    """Selectors, apart by spaces, of what stands among the text and is none."""

    title: str = "h1"
    kinds: tuple[tuple[str, BlockKind], ...] = ()
    sign: re.Pattern[str] | None = None
    """What the head of the page says where the names of its elements alone do not tell who made it."""


EVERYWHERE = "nav button .sr-only .visually-hidden .screen-reader-text"
"""What is no text on any maker's pages."""

MAKERS = (
    Maker(
        "MediaWiki",
        (".mw-parser-output", "#mw-content-text"),
        "#toc .toc .navbox .vertical-navbox .sidebar .catlinks .hatnote .ambox .metadata .sistersitebox "
        ".side-box .portalbox .portal-bar .printfooter .mw-jump-link .shortdescription .authority-control "
        ".stub .mw-indicators .navigation-box .bandeau-container .mw-editsection .mw-kartographer-map "
        ".mw-empty-elt",
        title="#firstHeading",
    ),
    Maker(
        "LaTeXML",
        ("article.ltx_document", ".ltx_page_content"),
        ".ltx_page_navbar .ltx_TOC .ltx_page_footer .package-alerts .ltx_pagination .ltx_rule",
        title="h1.ltx_title_document",
        kinds=(
            ("h1.ltx_title_document", BlockKind.TITLE),
            ("div.ltx_authors", BlockKind.AUTHOR),
            ("div.ltx_dates", BlockKind.AUTHOR),
        ),
    ),
    Maker(
        "GitHub",
        ("article.markdown-body", ".comment-body.markdown-body", "#wiki-body", "#readme"),
        ".anchor .zeroclipboard-container",
        title="bdi.js-issue-title",
    ),
    Maker("GitLab", (".file-content.md", ".wiki.md", ".md.description"), ".anchor"),
    Maker(
        "MkDocs",
        ("article.md-content__inner",),
        ".headerlink .md-content__button .md-source-file .md-feedback .md-tags .linenos",
    ),
    Maker(
        "Sphinx",
        ("div.body@main", "article@main", "div.document@main", "div.rst-content div@main", "div@main"),
        ".headerlink .toctree-wrapper .related .sphinxsidebar .rst-footer-buttons .wy-breadcrumbs "
        ".prev-next-area .viewcode-link .viewcode-back .contents.local .linenos footer",
        sign=re.compile(r"sphinx|read ?the ?docs|documentation_options", re.IGNORECASE),
    ),
    Maker("Docusaurus", (".theme-doc-markdown",), ".hash-link .theme-doc-toc-mobile"),
    Maker("VitePress", (".vp-doc",), ".header-anchor"),
    Maker("mdBook", ("#content main",), ".nav-wrapper", sign=re.compile("mdbook", re.IGNORECASE)),
    Maker(
        "DocBook",
        ("div.book", "div.chapter", "div.article", "div.appendix", "div.preface", "div.section"),
        ".navheader .navfooter .toc",
        title="h1.title",
        sign=re.compile("docbook", re.IGNORECASE),
    ),
)
