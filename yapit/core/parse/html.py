"""HTML: the article of a web page, all of a plain one; then element by element to blocks."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Document
from yapit.core.errors import SourceError
from yapit.core.parse.annotations import apparatus_of
from yapit.core.parse.characters import decode
from yapit.core.parse.draft import Draft
from yapit.core.parse.elements import tag_of
from yapit.core.parse.formats import Progress
from yapit.core.parse.formulas import TexInText, tex_of_page
from yapit.core.parse.markup import MarkupReader
from yapit.core.parse.source import Source
from yapit.core.parse.web import article, preformatted, refusals, video
from yapit.core.parse.web.made import Made, made_page
from yapit.core.parse.web.metadata import Metadata, metadata_of
from yapit.core.parse.web.notes import move_notes
from yapit.core.parse.web.passages import remove

if TYPE_CHECKING:
    from lxml.etree import _Element

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)


MAX_BYTES = 50 * 1024**2
"""Books on one page have a tenth of it; the tree of more would not fit in a laptop's memory."""


def parse(source: Source, on_progress: Progress) -> Document:
    if len(source.data) > MAX_BYTES:
        message = f"{source.label} is a page of more than {MAX_BYTES // 1024**2} MB"
        raise SourceError(message, cure="Split it and read the parts.")
    root = _tree(decode(source.data, source.label, _charset(source)))
    if root is None:
        raise SourceError(f"{source.label} holds no HTML", cure="Check that it was saved whole.")
    metadata = metadata_of(root)
    draft = Draft(metadata.title, metadata.author, metadata.language)
    _open_noscript(root)
    needs_scripts, has_scripts = refusals.needs_scripts(root), refusals.has_scripts(root)
    if not video.read(root, draft):
        _read(root, draft, metadata)
        refusals.check(draft, source.label, needs_scripts=needs_scripts)
    return draft.document(source.label, if_empty=refusals.SCRIPTS if has_scripts else "")


# What browsers take for the narrower set that pages name.
_WIDER = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "iso-8859-9": "cp1254",
}  # fmt: skip
_HEAD = 16384
"""Bytes in which a page says its character set."""


_MUCH_TEXT = 2000
"""Characters: what pages say to readers without scripts is shorter, save where it is all of the page."""


def _open_noscript(root: _Element) -> None:
    """Pages with their text in `<noscript>` are meant for us; a few have it there by a slip."""
    for element in list(root.iter("noscript")):
        if sum(len(text) for text in element.itertext()) > _MUCH_TEXT:
            element.tag = "div"


def _charset(source: Source) -> str:
    """The first declared set that the bytes can be in: the server's word, then the page's."""
    said = _HEADER_CHARSET.search(source.content_type)
    found = _META_CHARSET.search(source.data[:_HEAD])
    declared = [said.group(1)] if said else []
    # A page whose declaration can be read as ASCII is in no UTF-16, whatever it says.
    declared += [name for name in [found.group(1).decode("ascii") if found else ""] if "16" not in name[:6]]
    for name in (_WIDER.get(name.lower(), name) for name in declared):
        if name.lower().startswith("cp125") and _fits(source.data, "utf-8"):
            return "utf-8"  # nothing else looks like it; a single-byte set is declared by mistake
        if name and _fits(source.data, name):
            return name
    return ""


def _fits(data: bytes, charset: str) -> bool:
    try:
        codecs.getincrementaldecoder(charset)().decode(data)
    except (LookupError, UnicodeError):
        return False
    return True


# Characters that no XML holds, bare and as numbers: lxml takes them in and will not give them to an element.
_NO_CHARACTERS = re.compile(
    r"[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?![0-9])|"
    r"&#x0*(?:[0-8bce-f]|1[0-9a-f]|fff[ef])(?![0-9a-f])",
    re.IGNORECASE,
)


_HUGE_TAG = re.compile(r"<([a-zA-Z][\w-]{0,30})\s[^<>]{20000,}>")
_MOST_ATTRIBUTES = 1000
"""The parser compares each with all before it."""


def _with_few_attributes(tag: re.Match[str]) -> str:
    return tag.group() if tag.group().count("=") < _MOST_ATTRIBUTES else f"<{tag.group(1)}>"


def _tree(text: str) -> _Element | None:
    from lxml import etree, html  # noqa: PLC0415 - 20 ms

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    text = _HUGE_TAG.sub(_with_few_attributes, text)
    data = _NO_CHARACTERS.sub(" ", text).encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:
        return None
    return root if isinstance(root, etree._Element) else None


def _read(root: _Element, draft: Draft, metadata: Metadata) -> None:
    """By the first way that finds text: the maker's, the article's, that of the whole page."""
    tex = tex_of_page(root)
    move_notes(root)
    made = made_page(root)
    if preformatted.read(root, draft):
        return
    if made is not None:
        _read_made(root, made, draft, tex)
    elif _has_chrome(root):
        article.read(root, draft, metadata, tex)
    draft.title = next(_titles(draft), draft.title)
    if not draft.blocks:
        MarkupReader(draft, tex=tex).read(root)


def _titles(draft: Draft) -> Iterator[str]:
    """What the page itself shows as its title, without the name of the site."""
    for i, block in enumerate(draft.blocks):
        if block.kind is BlockKind.TITLE:
            yield " ".join(draft.text_of(i).split())


def _read_made(root: _Element, made: Made, draft: Draft, tex: TexInText | None) -> None:
    kinds = made.kinds()
    for element in made.beside():
        remove(element)
    held = {element for holder in made.holders for element in holder.iter("h1")}
    outside = next((title for title in made.titles(root) if title not in held), None)
    if outside is not None and not held:
        title = MarkupReader(draft, tex=tex, kinds={outside: BlockKind.TITLE})
        title.read(outside)
    reader = MarkupReader(draft, tex=tex, kinds=kinds)
    for holder in made.holders:
        holder.tail = None
        reader.read(holder)


_CHROME = frozenset(("nav", "aside", "footer", "form", "iframe"))
_TYPESETTING = re.compile(r"mathjax|katex|polyfill|highlight|prism|rendermath|json", re.IGNORECASE)


def _has_chrome(root: _Element) -> bool:
    """Whether a page has more than its text: menus, forms, scripts. One without is read whole."""
    return any(_is_chrome(element) or _is_program(element) for element in root.iter())


def _is_chrome(element: _Element) -> bool:
    return tag_of(element) in _CHROME and apparatus_of(element) is None  # notes stand in an `<aside>`, too


def _is_program(element: _Element) -> bool:
    """Whether a script does more than to typeset formulas or to colour code."""
    if tag_of(element) != "script" or (element.get("type") or "").startswith("math/"):
        return False
    said = " ".join((element.get("src") or "", element.get("type") or "", (element.text or "")[:2000]))
    return _TYPESETTING.search(said) is None
