"""The paragraphs, lists and tables of an OpenDocument text to blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse.flow import Flow
from yapit.core.parse.odt.lists import DEPTHS, Counts, ListStyles
from yapit.core.parse.odt.styles import Styles
from yapit.core.parse.odt.words import WordReader, Words
from yapit.core.parse.runs import Passage
from yapit.core.parse.xml import attribute, inner_text, local_name, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_INDEXES = {
    "table-of-content": BlockKind.FURNITURE,
    "illustration-index": BlockKind.FURNITURE,
    "table-index": BlockKind.FURNITURE,
    "object-index": BlockKind.FURNITURE,
    "user-index": BlockKind.FURNITURE,
    "alphabetical-index": BlockKind.FURNITURE,
    "bibliography": BlockKind.REFERENCE,
}
_SKIPPED = frozenset(("tracked-changes", "sequence-decls", "forms", "variable-decls", "user-field-decls"))
_WIDEST = 64


class BodyReader:
    """Reads trees of blocks into a flow; the numbers of lists and headings go on from one to the next."""

    def __init__(self, flow: Flow, styles: Styles, lists: ListStyles, words: WordReader) -> None:
        self._flow = flow
        self._styles = styles
        self._lists = lists
        self._words = words
        self._forced: BlockKind | None = None
        self._headings = Counts()
        self._counts: dict[str, Counts] = {}
        """Of lists, by their ids and by the styles they had last."""

        self._depth = 0
        self._label = ""
        """Of the next paragraph in a list."""

        self._readers: dict[str, Callable[[_Element], None]] = {
            "p": self._paragraph,
            "h": self._heading,
            "list": self._list,
            "table": self._table,
        }

    def read(self, parent: _Element, kind: BlockKind | None = None) -> None:
        """All blocks in an element; all of one kind where one is given."""
        before, self._forced = self._forced, kind or self._forced
        for child in parent:
            name = local_name(child)
            reader = self._readers.get(name)
            if reader is not None:
                reader(child)
            elif name in _INDEXES:
                self._index(child, _INDEXES[name])
            elif name and name not in _SKIPPED:
                self.read(child)
        self._forced = before

    def _index(self, index: _Element, kind: BlockKind) -> None:
        for body in index.iterchildren("{*}index-body"):
            self.read(body, kind)

    def _heading(self, heading: _Element) -> None:
        level = max(1, whole_number(attribute(heading, "outline-level"), 1, most=DEPTHS))
        label = self._take_label()
        if not label and attribute(heading, "is-list-header") != "true":
            label = self._lists.heading_label(self._headings, level, _start(heading))
        words = self._words.read(heading, Words())
        self._flow.add_runs(words.runs, self._forced or BlockKind.HEADING, level=level, label=label)
        self._hang(words)

    def _paragraph(self, paragraph: _Element) -> None:
        style = self._styles.named("paragraph", attribute(paragraph, "style-name"))
        if style.is_hidden:
            return
        kind, level = style.kind, style.level
        if self._depth and kind is None:
            kind, level = BlockKind.LIST_ITEM, self._depth
        is_code = style.is_code or kind is BlockKind.CODE
        words = self._words.read(paragraph, Words(), is_code=is_code)
        label = self._take_label() if words.runs.raw.strip() else ""
        level = 0 if self._forced else level
        self._flow.add_runs(words.runs, self._forced or kind, level=level, label=label)
        self._hang(words)

    def _hang(self, words: Words) -> None:
        for text in words.pictures:
            self._flow.hang((text, ()), self._forced or BlockKind.CAPTION)
        for note in words.notes:
            self._flow.hang(note, BlockKind.FOOTNOTE)
        self._flow.settle()
        depth, self._depth = self._depth, 0
        for frame in words.frames:
            self._readers.get(local_name(frame), self.read)(frame)
        self._depth = depth

    def _list(self, element: _Element, style: str = "", counts: Counts | None = None) -> None:
        """A list within another counts on in its counts, and looks as it does unless it says otherwise."""
        style = attribute(element, "style-name") or style
        counts = counts or self._counts_of(element, style)
        self._counts[style] = self._counts[attribute(element, "id")] = counts
        self._depth += 1
        for item in element:
            if local_name(item) == "list-item":
                place = min(self._depth, DEPTHS) - 1
                self._label = self._lists.label(style, counts, place, _start(item)) if _has_text(item) else ""
            self._item(item, style, counts)
        self._depth -= 1
        self._label = ""

    def _counts_of(self, element: _Element, style: str) -> Counts:
        """Those of the list that it continues, or new ones."""
        continued = attribute(element, "continue-list")
        if not continued and attribute(element, "continue-numbering") == "true":
            continued = style
        return (self._counts.get(continued) if continued else None) or Counts()

    def _item(self, item: _Element, style: str, counts: Counts) -> None:
        for child in item:
            name = local_name(child)
            reader = self._readers.get(name)
            if name == "list":
                self._list(child, style, counts)
            elif reader is not None:
                reader(child)

    def _take_label(self) -> str:
        label, self._label = self._label, ""
        return label

    def _table(self, table: _Element) -> None:
        depth, self._depth = self._depth, 0
        rows = list(_rows(table))
        cells = [list(row.iterchildren("{*}table-cell", "{*}covered-table-cell")) for row in rows]
        if all(len(row) < 2 for row in cells):  # a frame around a text
            for row in rows:
                self.read(row)
        else:
            heads = sum(1 for row in rows if _is_head(row))
            words: list[Words] = []
            said = [self._row(row, words) for row in cells]
            self._flow.add_table(said, self._forced or BlockKind.TABLE, heads=heads)
            for held in words:
                self._hang(held)
        self._depth = depth

    def _row(self, cells: list[_Element], held: list[Words]) -> list[Passage]:
        row: list[Passage] = []
        for cell in cells[:_WIDEST]:
            words = Words()
            for paragraph in cell.iter("{*}p", "{*}h"):
                if not _is_within_another(paragraph, cell):
                    self._words.read(paragraph, words)
                    words.runs.add(" ")
            words.frames.clear()
            held.append(words)
            row.append(words.runs.take())
        return row


def _start(element: _Element) -> int | None:
    said = attribute(element, "start-value")
    return whole_number(said, 1) if said else None


def _has_text(item: _Element) -> bool:
    """Whether an item has words of its own, or is there for the list within it."""
    own = (child for child in item if local_name(child) in ("p", "h"))
    return any(inner_text(child).strip() for child in own)


def _rows(parent: _Element) -> Iterator[_Element]:
    for child in parent:
        name = local_name(child)
        if name == "table-row":
            yield child
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _is_head(row: _Element) -> bool:
    parent = row.getparent()
    return parent is not None and local_name(parent) == "table-header-rows"


def _is_within_another(paragraph: _Element, cell: _Element) -> bool:
    """Whether it is the text of a note or a box, which its own paragraph tells."""
    for around in paragraph.iterancestors():
        if around is cell:
            return False
        if local_name(around) in ("p", "h"):
            return True
    return False
