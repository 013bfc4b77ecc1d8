"""What points away from the sentence in markup: marks of notes, citations, ways back, links to headings."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, MarkKind
from yapit.core.parse.elements import classes_of, roles_of, tag_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTE_ROLES = frozenset(("noteref", "doc-noteref"))
_BACK_ROLES = frozenset(("pagebreak", "doc-pagebreak", "doc-backlink", "backlink", "referrer"))
_BACK_CLASSES = frozenset((
    "mw-cite-backlink", "footnote-back", "footnote-backref", "reversefootnote", "fn-backref", "headerlink",
    "mw-editsection", "header-anchor", "heading-anchor", "anchorjs-link", "octicon-link",
))  # fmt: skip
_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡§¶]{1,3}|[a-z])[\])]?")
_BRACKETED = re.compile(r"\[[^\[\]]{1,60}\]")
_NUMBERS = re.compile(r"\[\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*\]")
_CITED = re.compile(r"[\[(].{1,300}[\])]", re.DOTALL)
_ARROWS = re.compile(r"[↩↑⤴^¶#§🔗⇑\s\ufe0e\ufe0f]{1,4}")
_MOST_PARTS = 24
"""Elements in a mark or a citation; what has more is neither."""


def is_way_back(element: _Element) -> bool:
    """A link back from a note, to a heading itself, or to its editor: part of the page, not of the text."""
    if roles_of(element) & _BACK_ROLES or classes_of(element) & _BACK_CLASSES:
        return True
    if tag_of(element) != "a" or "#" not in (element.get("href") or ""):
        return False
    text = text_of(element) if len(element) < 3 else ""
    return bool(text.strip()) and _ARROWS.fullmatch(text) is not None


def mark_of(element: _Element) -> MarkKind | None:
    """What an element in a line is, beside words."""
    tag = tag_of(element)
    if tag in ("code", "samp", "kbd", "tt"):
        return MarkKind.CODE
    if tag not in ("sup", "a", "cite", "span"):
        return None
    parts = list(islice(element.iter(), _MOST_PARTS + 1))
    if len(parts) > _MOST_PARTS:
        return None
    says = roles_of(element) & _NOTE_ROLES or "ltx_note_mark" in classes_of(element)
    if says or (tag in ("sup", "a") and _is_note_mark(element, parts)):
        return MarkKind.NOTE
    return MarkKind.CITATION if _is_citation(element, parts) else None


def _is_note_mark(element: _Element, parts: list[_Element]) -> bool:
    """A raised number or sign that links to a note, or a raised remark in brackets with a link."""
    links = [part for part in parts if tag_of(part) == "a"]
    if not links or not any(tag_of(part) == "sup" for part in parts):
        return False
    if any(roles_of(link) & _NOTE_ROLES for link in links):
        return True
    text = " ".join(text_of(element).split())
    to_note = any("#" in (link.get("href") or "") for link in links)
    return (to_note and _MARK.fullmatch(text) is not None) or _BRACKETED.fullmatch(text) is not None


def _is_citation(element: _Element, parts: list[_Element]) -> bool:
    tag, text = tag_of(element), text_of(element).strip()
    if tag == "a":
        is_inside = (element.get("href") or "").startswith("#")
        return is_inside and (_NUMBERS.fullmatch(text) is not None or _is_cited(element, text))
    links = any("#" in (part.get("href") or "") for part in parts if tag_of(part) == "a")
    return (tag == "cite" and links and _CITED.fullmatch(text) is not None) or _is_cited(element, text)


def _is_cited(element: _Element, text: str) -> bool:
    says = "doc-biblioref" in roles_of(element) or bool(classes_of(element) & {"citation", "ltx_cite"})
    return says and _CITED.fullmatch(text) is not None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOTES = _words(
    "footnote endnote rearnote footnotes endnotes rearnotes doc-footnote doc-endnote doc-endnotes"
)
_NOTE_CLASSES = _words("footnote footnotes endnotes footnote-list footnotes-list ltx_note_content")
_ENTRIES = _words("bibliography doc-bibliography biblioentry doc-biblioentry")
_ENTRY_CLASSES = _words(
    "references bibliography ltx_bibliography csl-bib-body ref-list reflist citation-list"
)
_ABSTRACTS = _words("abstract doc-abstract")
_ABSTRACT_CLASSES = _words("abstract ltx_abstract")
_HOLDERS = _words("section aside div ol ul dl li p dd footer")


def apparatus_of(element: _Element) -> BlockKind | None:
    """Whether an element holds notes, the list of works cited, or the abstract."""
    roles = roles_of(element)
    classes = classes_of(element) if tag_of(element) in _HOLDERS else set()
    if roles & _NOTES or classes & _NOTE_CLASSES:
        return BlockKind.FOOTNOTE
    if roles & _ENTRIES or classes & _ENTRY_CLASSES:
        return BlockKind.REFERENCE
    return BlockKind.ABSTRACT if roles & _ABSTRACTS or classes & _ABSTRACT_CLASSES else None
