"""The paragraphs and tables of Word to blocks, with notes and texts of pictures after what they hang on."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse.docx.names import W, is_on, value
from yapit.core.parse.docx.notes import Notes
from yapit.core.parse.docx.numbering import DEPTHS, Numbering
from yapit.core.parse.docx.styles import Style, Styles, heading_level
from yapit.core.parse.docx.words import WordReader, Words
from yapit.core.parse.flow import Flow
from yapit.core.parse.runs import Passage
from yapit.core.parse.word_fields import Fields, Role
from yapit.core.parse.xml import local_name, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDEST = 64
"""Columns of a table; a cell that claims to span more spans these."""

_SKIPPED = frozenset(("del", "moveFrom", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr"))
_FIRST_ROW = 0x20
_BY_ROLE = {Role.CONTENTS: BlockKind.FURNITURE, Role.REFERENCES: BlockKind.REFERENCE}


class BodyReader:
    """Reads trees of blocks into a flow; numbers and fields go on from one tree to the next."""

    def __init__(self, flow: Flow, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self._flow = flow
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._words = WordReader(styles, Fields(), notes.number)
        self._drop_cap = ""
        self._forced: BlockKind | None = None
        self._readers = {"p": self._paragraph, "tbl": self._table, "sdt": self._content_control}

    def read(self, parent: _Element, kind: BlockKind | None = None) -> None:
        """All blocks in an element; all of one kind where one is given."""
        before, self._forced = self._forced, kind or self._forced
        for child in parent:
            name = local_name(child)
            reader = self._readers.get(name)
            if reader is not None:
                reader(child)
            elif name and name not in _SKIPPED:
                self.read(child)
        self._forced = before

    def _content_control(self, control: _Element) -> None:
        gallery = value(control, "sdtPr", "docPartObj", "docPartGallery")
        kind = BlockKind.FURNITURE if gallery == "Table of Contents" else None
        for content in control.iterchildren(f"{W}sdtContent"):
            self.read(content, kind)

    def _paragraph(self, paragraph: _Element) -> None:
        if not len(paragraph):
            return
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.paragraph(value(properties, "pStyle"))
        kind, level = _kind_and_level(properties, style)
        label, depth = self._number(properties, style)
        if label is not None and kind is None:
            kind, level = BlockKind.LIST_ITEM, depth + 1
        words = Words()
        words.runs.add(self._take_drop_cap())
        self._words.read(paragraph, words, is_code=kind is BlockKind.CODE or style.is_code)
        if _is_drop_cap(properties):
            self._drop_cap = words.runs.raw.strip()
            return
        self._add(words, kind, level, label or "")
        self._hang(words)

    def _add(self, words: Words, kind: BlockKind | None, level: int, label: str) -> None:
        for role, meant in _BY_ROLE.items():
            kind = meant if role in words.roles else kind
        kind = self._forced or kind
        level = level if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else 0
        self._flow.add_runs(words.runs, kind, level=level, label=label)

    def _number(self, properties: _Element | None, style: Style) -> tuple[str | None, int]:
        """Label, empty for a bullet, and depth of an item; a label of None for what is none."""
        list_id = value(properties, "numPr", "numId")
        depth = value(properties, "numPr", "ilvl")
        place = self._numbering.depth_of(style) if depth is None else whole_number(depth, most=DEPTHS - 1)
        return self._numbering.label(style.list_id if list_id is None else list_id, place), place

    def _hang(self, words: Words) -> None:
        for text in words.pictures:
            self._flow.hang((text, ()), self._forced or BlockKind.CAPTION)
        for note in words.notes:
            for passage in self._notes.take(note, self._words):
                self._flow.hang(passage, BlockKind.FOOTNOTE)
        self._flow.settle()
        for box in words.text_boxes:
            self.read(box)

    def _table(self, table: _Element) -> None:
        rows = list(_children(table, "tr"))
        if all(len(list(_children(row, "tc"))) < 2 for row in rows):  # a frame around a text
            for row in rows:
                self.read(row)
            return
        cells = [[_Cell(cell) for cell in _children(row, "tc")] for row in rows]
        kind = self._forced or BlockKind.TABLE
        self._flow.add_table([self._row(row) for row in cells], kind, heads=_heads(table, rows))
        for cell in itertools.chain.from_iterable(cells):
            self._hang(cell.words)

    def _row(self, cells: list[_Cell]) -> list[Passage]:
        row: list[Passage] = []
        for cell in cells:
            for paragraph in _paragraphs(cell.element):
                self._words.read(paragraph, cell.words)
                cell.words.runs.add(" ")
            room = _WIDEST - len(row)
            row += [cell.words.runs.take(), *[("", ())] * (_columns(cell.element) - 1)][:room]
        return row

    def _take_drop_cap(self) -> str:
        letter, self._drop_cap = self._drop_cap, ""
        return letter


class _Cell:
    """A cell of a table and what it holds."""

    def __init__(self, element: _Element) -> None:
        self.element = element
        self.words = Words()


def _kind_and_level(properties: _Element | None, style: Style) -> tuple[BlockKind | None, int]:
    """As the paragraph itself says, else as its style does."""
    outlined = heading_level(value(properties, "outlineLvl"))
    if outlined and style.kind in (None, BlockKind.HEADING):
        return BlockKind.HEADING, outlined
    return style.kind, style.level


def _is_drop_cap(properties: _Element | None) -> bool:
    frame = None if properties is None else properties.find(f"{W}framePr")
    return frame is not None and frame.get(f"{W}dropCap") in ("drop", "margin")


def _children(parent: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, in whatever they are wrapped."""
    for child in parent:
        found = local_name(child)
        if found == name:
            yield child
        elif found in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _children(child, name)


def _paragraphs(parent: _Element) -> Iterator[_Element]:
    """The paragraphs of a cell, those of tables within it too."""
    for child in parent:
        name = local_name(child)
        if name == "p":
            yield child
        elif name and name not in _SKIPPED:
            yield from _paragraphs(child)


def _columns(cell: _Element) -> int:
    return max(1, whole_number(value(cell, "tcPr", "gridSpan"), 1, most=_WIDEST))


def _heads(table: _Element, rows: list[_Element]) -> int:
    """Rows that say they are heads, else the first where the table's look says so."""
    count = 0
    for row in rows:
        if not is_on(row.find(f"{W}trPr"), "tblHeader"):
            break
        count += 1
    if count or len(rows) < 2:
        return count
    look = table.find(f"{W}tblPr/{W}tblLook")
    return 1 if look is not None and _has_first_row(look) else 0


def _has_first_row(look: _Element) -> bool:
    said = look.get(f"{W}firstRow")
    if said is not None:
        return said in ("1", "true", "on")
    try:
        return bool(int(look.get(f"{W}val") or "0", 16) & _FIRST_ROW)
    except ValueError:
        return False
