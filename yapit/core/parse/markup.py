"""A tree of HTML elements to blocks; HTML pages and the parts of an EPUB both come through here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse.characters import one_line, tidy
from yapit.core.parse.draft import Draft, row_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    "blockquote": BlockKind.QUOTE,
    "li": BlockKind.LIST_ITEM,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_UNSEEN = frozenset((
    "head", "script", "style", "template", "noscript", "svg", "canvas", "audio", "video", "object",
    "iframe", "select", "option", "button", "input", "textarea", "map", "area", "rt", "rp",
    "annotation", "annotation-xml",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "math", "nobr", "q", "ruby", "rb", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_BREAK = "\0"
"""A `<br>` among gathered text: no tree of elements holds this character."""

_PARAGRAPH_BREAK = re.compile(r"\0(?:\s*\0)+")
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_CODE = frozenset(("pre", "listing", "xmp"))
_NOTE_ROLES = frozenset(("footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"))
_MARK_ROLES = frozenset(("noteref", "doc-noteref", "pagebreak", "doc-pagebreak", "doc-backlink"))


@dataclass(frozen=True, slots=True)
class _Outer:
    """What an element replaces, and takes up again where the element ends."""

    kind: BlockKind
    level: int
    is_block: bool
    is_list: bool


class MarkupReader:
    """Adds the text of elements to a draft, and remembers at which block each id begins."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.anchors: dict[str, int] = {}
        self._parts: list[str] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._marker = ""
        self._lists: list[int] = []
        """The enclosing lists: the next number of an ordered one, 0 for the others."""

        self._outer: list[_Outer] = []

    def read(self, root: _Element) -> None:
        """Everything below an element, which is changed on the way. No recursion: trees may be very deep."""
        from lxml import etree  # noqa: PLC0415 - 20 ms

        etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                self._leave()
                self._parts.append((element is not root and element.tail) or "")
            elif self._enter(element):
                self._parts.append(element.text or "")
            else:
                walker.skip_subtree()
        self._flush()

    def _enter(self, element: _Element) -> bool:
        """Whether to go on with what is in the element; otherwise it is dealt with."""
        tag = tag_of(element)
        seen = bool(tag) and tag not in _UNSEEN and not _is_hidden(element)
        is_block = seen and tag not in _INLINE
        self._outer.append(_Outer(self._kind, self._level, is_block, seen and tag in _LISTS))
        if is_block:
            self._flush()
        if seen:
            self._anchor(element)
        return seen and not self._is_whole(tag, element) and self._lend(tag, element)

    def _leave(self) -> None:
        outer = self._outer.pop()
        if outer.is_block:
            self._flush()
        if outer.is_list:
            self._lists.pop()
        self._kind, self._level = outer.kind, outer.level

    def _is_whole(self, tag: str, element: _Element) -> bool:
        """Take what is read as a whole, not walked into."""
        if tag in _CODE:
            self.draft.add(tidy(text_of(element)), BlockKind.CODE)
        elif tag == "table" and not _is_layout(element):
            self._table(element)
        elif tag == "img":
            self._picture(element)
        elif tag == "br":
            self._parts.append(_BREAK)
        elif tag == "math":
            described = element.get("alttext") or ""
            is_tex = "\\" in described  # nobody can follow that by ear
            self._parts.append(text_of(element) if is_tex or not described else described)
        else:
            return tag in ("sup", "a") and _is_note_mark(element)
        return True

    def _lend(self, tag: str, element: _Element) -> bool:
        """Take kind and level from an element for what is in it."""
        if tag in _LISTS:
            start = element.get("start") or "1"
            number = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1
            self._lists.append(number if tag == "ol" else 0)
        elif self._kind is BlockKind.FOOTNOTE:
            return True
        elif _roles(element) & _NOTE_ROLES:
            self._kind, self._level = BlockKind.FOOTNOTE, 0
        elif tag in _KINDS:
            self._kind = _KINDS[tag]
            self._level = self._level_of(tag)
        return True

    def _level_of(self, tag: str) -> int:
        if tag == "li":
            self._number()
            return max(len(self._lists), 1)
        return int(tag[1]) if tag in _KINDS and tag[0] == "h" else 0

    def _number(self) -> None:
        self._marker = ""
        if self._lists and self._lists[-1]:
            self._marker = f"{self._lists[-1]}. "
            self._lists[-1] += 1

    def _picture(self, element: _Element) -> None:
        """The text of a picture: in its line where it stands in one, as a drop cap may, else by itself."""
        text = one_line(element.get("alt") or "")
        if _FILE_NAME.fullmatch(text):
            return
        if _is_in_line(element):
            self._parts.append(text)
        else:
            self._flush()
            self.draft.add(text, BlockKind.CAPTION)

    def _table(self, table: _Element) -> None:
        for caption in table.iterchildren("{*}caption"):
            self.draft.add(one_line(text_of(caption)), BlockKind.CAPTION)
        rows = [[cell for cell in row if tag_of(cell) in ("td", "th")] for row in table.iter("{*}tr")]
        rows = [row for row in rows if any(text_of(cell).strip() for cell in row)]
        heads = len(list(takewhile(lambda row: all(tag_of(cell) == "th" for cell in row), rows)))
        text = "\n".join(row_text(map(text_of, row)) for row in rows)
        self.draft.add(tidy(text), BlockKind.TABLE, level=heads)

    def _anchor(self, element: _Element) -> None:
        for name in (element.get("id"), element.get("name")):
            if name:
                self.anchors.setdefault(name, len(self.draft.blocks))

    def _flush(self) -> None:
        gathered = "".join(self._parts)
        self._parts.clear()
        for paragraph in _PARAGRAPH_BREAK.split(gathered):
            text = "\n".join(filter(None, map(one_line, paragraph.split(_BREAK))))
            if text:
                self.draft.add(self._marker + text, self._kind, level=self._level)
                self._marker = ""


def tag_of(element: _Element) -> str:
    """Name without namespace, in lower case; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _roles(element: _Element) -> set[str]:
    kinds = element.get("{http://www.idpf.org/2007/ops}type") or element.get("epub:type") or ""
    return {*kinds.split(), *(element.get("role") or "").split()}


def _is_hidden(element: _Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in style
        or bool(_roles(element) & _MARK_ROLES)
    )


_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)", re.IGNORECASE)
_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡§¶]{1,3}|[a-z])[\])]?")


def _is_note_mark(element: _Element) -> bool:
    """A raised number or sign that links to a note: read aloud, it would break the sentence."""
    parts = list(islice(element.iter(), 8))  # more there are not in a mark
    tags = {tag_of(part) for part in parts}
    links = [part.get("href") or "" for part in parts if tag_of(part) == "a"]
    if "sup" not in tags or not any("#" in link for link in links):
        return False
    return _MARK.fullmatch(text_of(element).strip()) is not None


_SPACED = frozenset(("br", "p", "div", "li", "td", "th", "tr"))


def text_of(element: _Element) -> str:
    """All the text in an element that is seen, with line ends where blocks end."""
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    parts = []
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, part in walker:
        tag = tag_of(part)
        if event == "start" and tag and tag not in _UNSEEN:
            parts.append(part.text or "")
        elif event == "start":
            walker.skip_subtree()
        else:
            parts.append("\n" if tag in _SPACED else "")
            parts.append((part is not element and part.tail) or "")
    return "".join(parts)


def _is_in_line(picture: _Element) -> bool:
    """Whether text stands beside a picture, or beside the link or span around it."""
    beside: _Element | None = picture
    while beside is not None and (beside is picture or tag_of(beside) in _INLINE):
        before, around = beside.getprevious(), beside.getparent()
        text = before.tail if before is not None else around.text if around is not None else ""
        if (text or "").strip() or (beside.tail or "").strip():
            return True
        beside = around
    return False


def _is_layout(table: _Element) -> bool:
    """A table that holds whole texts, as old pages do, rather than cells."""
    if table.get("role") == "presentation":
        return True
    return any(tag_of(e) in ("table", "h1", "h2", "h3", "ul", "ol") for e in table.iterdescendants())
