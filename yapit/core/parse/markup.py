"""A tree of HTML elements to blocks with marks: pages and the parts of an EPUB both come through here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Mark, MarkKind
from yapit.core.parse.annotations import apparatus_of, is_way_back, mark_of
from yapit.core.parse.characters import one_line, tidy
from yapit.core.parse.draft import Draft
from yapit.core.parse.elements import UNSEEN, classes_of, is_hidden, is_inline, tag_of, text_of
from yapit.core.parse.formulas import Formula, TexInText, formula_of
from yapit.core.parse.pictures import is_missing_picture, is_sign
from yapit.core.parse.prose import Prose
from yapit.core.parse.tables import is_layout, table_of
from yapit.core.parse.works_cited import heads_works_cited

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["MarkupReader", "tag_of", "text_of"]

_KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    "blockquote": BlockKind.QUOTE,
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_CAPTION_CLASSES = frozenset(
    ("wp-caption-text", "thumbcaption", "gallerytext", "image-caption", "photo-caption")
)
_LISTS = frozenset(("ul", "ol", "menu", "dir", "dl"))
_CODE = frozenset(("pre", "listing", "xmp"))
_SILENT_CLASSES = frozenset(("MathJax_Preview", "linenos", "linenodiv", "lineno", "line-numbers", "gutter"))
_EQUATION_CLASSES = frozenset(("ltx_equation", "ltx_equationgroup", "ltx_eqn_table"))
_APPARATUS = frozenset((BlockKind.FOOTNOTE, BlockKind.REFERENCE))


@dataclass(frozen=True, slots=True)
class _Scope:
    """What holds within an element, and again after the elements in it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    is_block: bool = False
    is_list: bool = False


class MarkupReader:
    """Adds the text of elements to a draft, and remembers at which block each id begins.

    `kinds` says of elements what they are where their names do not; `tex` how
    formulas stand in the text, where a script would have typeset them.
    """

    def __init__(
        self, draft: Draft, *, kinds: Mapping[_Element, BlockKind] | None = None, tex: TexInText | None = None
    ) -> None:
        self.draft = draft
        self.anchors: dict[str, int] = {}
        self._said_kinds = kinds or {}
        self._tex = tex
        self._prose = Prose()
        self._is_after_break = False
        self._scope = _Scope()
        self._outer: list[_Scope] = []
        self._marker = ""
        self._lists: list[int] = []
        """The enclosing lists: the next number of an ordered one, 0 for the others."""

        self._cited_level = 0
        """Level of the heading above a list of works cited; 0 outside of one."""

    def read(self, root: _Element) -> None:
        """Everything below an element, which is changed on the way. No recursion: trees may be very deep."""
        from lxml import etree  # noqa: PLC0415 - 20 ms

        etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                self._leave()
                self._say((element is not root and element.tail) or "")
            elif self._enter(element):
                self._say(element.text or "")
            else:
                walker.skip_subtree()
        self._flush()

    def _enter(self, element: _Element) -> bool:
        """Whether to go on with what is in the element; otherwise it is dealt with."""
        tag = tag_of(element)
        formula = formula_of(element)
        seen = formula is not None or _is_seen(tag, element)
        is_block = (
            seen and not is_inline(tag) and not (self._scope.kind is BlockKind.EQUATION and tag == "td")
        )
        self._outer.append(self._scope)
        self._scope = _Scope(self._scope.kind, self._scope.level, is_block, seen and tag in _LISTS)
        if self._scope.is_list:
            self._lists.append(_first_number(element) if tag == "ol" else 0)
        if not seen:
            return False
        if is_block:
            self._flush()
        elif tag == "td":
            self._prose.add(" ")
        self._anchor(element)
        if formula is not None:
            self._formula(formula)
            return False
        if self._is_whole(tag, element):
            return False
        if is_block:
            self._lend(tag, element)
        return True

    def _leave(self) -> None:
        if self._scope.is_block:
            self._flush()
        if self._scope.is_list:
            self._lists.pop()
        self._scope = self._outer.pop()

    def _is_whole(self, tag: str, element: _Element) -> bool:
        """Take what is read as a whole, not walked into."""
        if tag in _CODE:
            self._add(tidy(text_of(element)), BlockKind.CODE)
        elif tag == "table" and not classes_of(element) & _EQUATION_CLASSES and not is_layout(element):
            self._table(element)
        elif tag == "img":
            self._picture(element)
        elif tag == "br":
            self._break()
        else:
            kind = mark_of(element)
            if kind is not None:
                self._prose.add_marked(text_of(element), kind)
                self._is_after_break = False
            return kind is not None
        return True

    def _lend(self, tag: str, element: _Element) -> None:
        """Take kind and level from a block element for what is in it."""
        kind = self._said_kinds.get(element) or apparatus_of(element) or _KINDS.get(tag)
        if self._scope.kind in _APPARATUS and kind is not BlockKind.HEADING:
            if tag == "li":
                self._number()
            return
        if tag == "dd" and not _has_term(element):
            return  # Wikipedia and others indent with it
        if classes_of(element) & _CAPTION_CLASSES:
            kind = BlockKind.CAPTION
        elif tag == "table" and classes_of(element) & _EQUATION_CLASSES:
            kind = BlockKind.EQUATION
        if kind is not None:
            level = self._level_of(tag, kind)
            self._scope = _Scope(kind, level, self._scope.is_block, self._scope.is_list)

    def _level_of(self, tag: str, kind: BlockKind) -> int:
        if kind is BlockKind.LIST_ITEM:
            self._number()
            return max(len(self._lists), 1) + (tag == "dd")
        return int(tag[1]) if kind is BlockKind.HEADING and tag in _KINDS else 0

    def _number(self) -> None:
        self._marker = ""
        if self._lists and self._lists[-1]:
            self._marker = f"{self._lists[-1]}. "
            self._lists[-1] += 1

    def _formula(self, formula: Formula) -> None:
        is_alone = formula.is_display and self._scope.kind is not BlockKind.EQUATION
        if is_alone:
            self._flush()
        if formula.source:
            self._prose.add_marked(formula.shown, MarkKind.MATH, formula.source)
        else:
            self._prose.add(formula.shown)
        if is_alone:
            text, marks = self._prose.take()
            self._add(text, BlockKind.EQUATION, marks=marks)

    def _picture(self, element: _Element) -> None:
        """The text of a picture: in its line where it stands in one, as a drop cap may, else by itself."""
        text = one_line(element.get("alt") or "")
        if _FILE_NAME.fullmatch(text):
            return
        if _is_in_line(element):
            self._say(text)
        else:
            self._flush()
            self._add(text, BlockKind.FURNITURE if is_sign(text) else BlockKind.CAPTION)

    def _table(self, element: _Element) -> None:
        for caption in element.iterchildren("{*}caption"):
            text, marks = self._inline(caption)
            self._add(text, BlockKind.CAPTION, marks=marks)
        table = table_of(element, self._inline)
        self._add(table.text, BlockKind.TABLE, level=table.heads, marks=table.marks)

    def _inline(self, element: _Element) -> tuple[str, tuple[Mark, ...]]:
        """The text of an element on one line, and its marks."""
        if not len(element) and not self._tex:
            return one_line(element.text or ""), ()
        part = MarkupReader(Draft(), tex=self._tex)
        for inner in element.iterdescendants("{*}table"):
            inner.set("role", "presentation")
        tail, element.tail = element.tail, None
        part.read(element)
        element.tail = tail
        return part.draft.on_one_line()

    def _anchor(self, element: _Element) -> None:
        for name in (element.get("id"), element.get("name")):
            if name:
                self.anchors.setdefault(name, len(self.draft.blocks))

    def _say(self, text: str) -> None:
        if text.strip():
            self._is_after_break = False
        for piece in self._tex.split(text) if self._tex else (text,):
            if isinstance(piece, Formula):
                self._formula(piece)
            else:
                self._prose.add(piece)

    def _break(self) -> None:
        """One ends a line, two a paragraph."""
        if self._is_after_break:
            self._flush()
        else:
            self._prose.end_line()
            self._is_after_break = True

    def _flush(self) -> None:
        self._is_after_break = False
        text, marks = self._prose.take()
        if text:
            shift = len(self._marker)
            marks = tuple(mark.shift(shift) for mark in marks)
            kind = BlockKind.EQUATION if self._is_equation(text, marks) else self._scope.kind
            self._add(self._marker + text, kind, level=self._scope.level, marks=marks)
            self._marker = ""

    def _is_equation(self, text: str, marks: tuple[Mark, ...]) -> bool:
        """Whether a paragraph is a formula and nothing else, as Wikipedia writes them."""
        if self._scope.kind is not BlockKind.PARAGRAPH or len(marks) != 1:
            return False
        return marks[0].kind is MarkKind.MATH and not text.replace(marks[0].span.of(text), "", 1).strip(
            " .,;:"
        )

    def _add(self, text: str, kind: BlockKind, *, level: int = 0, marks: tuple[Mark, ...] = ()) -> None:
        if kind is BlockKind.HEADING and (not self._cited_level or level <= self._cited_level):
            self._cited_level = level if heads_works_cited(text) else 0
        elif kind is BlockKind.LIST_ITEM and self._cited_level:
            kind, level = BlockKind.REFERENCE, 0
        elif kind is BlockKind.PARAGRAPH and is_missing_picture(text):
            kind = BlockKind.FURNITURE
        self.draft.add(text, kind, level=level, marks=marks)


def _is_seen(tag: str, element: _Element) -> bool:
    if not tag or tag in UNSEEN or is_hidden(element):
        return False
    return not classes_of(element) & _SILENT_CLASSES and not is_way_back(element)


def _first_number(element: _Element) -> int:
    start = element.get("start") or "1"
    return int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1


def _has_term(definition: _Element) -> bool:
    return any(tag_of(element) == "dt" for element in definition.itersiblings(preceding=True))


_FILE_NAME = re.compile(r"[^\n]{1,200}\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)", re.IGNORECASE)


def _is_in_line(picture: _Element) -> bool:
    """Whether text stands beside a picture, or beside the link or span around it."""
    beside: _Element | None = picture
    while beside is not None and (beside is picture or is_inline(tag_of(beside))):
        before, around = beside.getprevious(), beside.getparent()
        text = before.tail if before is not None else around.text if around is not None else ""
        if (text or "").strip() or (beside.tail or "").strip():
            return True
        beside = around
    return False
