"""A slide to blocks: its title, its texts, tables and pictures, and what the speaker says to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse.flow import Flow
from yapit.core.parse.opc import Package, R
from yapit.core.parse.pictures import described_picture
from yapit.core.parse.pptx.shapes import TITLES, Shape, in_reading_order
from yapit.core.parse.pptx.text import DEPTHS, bullets_of, read_paragraphs, read_words
from yapit.core.parse.runs import Passage, Runs
from yapit.core.parse.xml import attribute, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_FURNITURE = {
    "sldNum": BlockKind.PAGE_NUMBER,
    "ftr": BlockKind.RUNNING_FOOT,
    "hdr": BlockKind.RUNNING_HEAD,
    "dt": BlockKind.FURNITURE,
}
_WITH_BULLETS = frozenset(("body", "obj"))
_NO_BULLETS = [False] * DEPTHS
_WIDEST = 64
_NODES = frozenset(("", "node", "asst"))
"""Points of a diagram that hold text; the others are its lines and places."""


class SlideReader:
    """Reads one slide into a flow. `is_first` is the slide that names the presentation."""

    def __init__(self, package: Package, path: str, flow: Flow, *, is_first: bool) -> None:
        self._package = package
        self._path = path
        self._flow = flow
        self._is_first = is_first
        layouts = package.paths(path, "slideLayout")
        self._layout = package.xml(layouts[0]) if layouts else None
        self._master = package.related(layouts[0], "slideMaster") if layouts else None

    def read(self, root: _Element) -> None:
        tree = root.find("{*}cSld/{*}spTree")
        for shape in [] if tree is None else in_reading_order(tree):
            self._shape(shape)
        notes = self._package.related(self._path, "notesSlide")
        if notes is not None:
            self._notes(notes)
        self._flow.end()

    def _shape(self, shape: Shape) -> None:
        name = local_name(shape.element)
        body = shape.element.find("{*}txBody")
        if name == "graphicFrame":
            self._frame(shape.element)
        elif body is None:
            self._picture(shape.element)
        elif shape.role in TITLES:
            self._title(body, shape.role)
        else:
            self._text(body, shape)

    def _title(self, body: _Element, role: str) -> None:
        """One heading, on however many lines it stands."""
        runs = Runs()
        for paragraph in body.iterchildren("{*}p"):
            read_words(paragraph, runs)
            runs.end_line()
        if self._is_first and role == "ctrTitle":
            self._flow.add(runs.take(), BlockKind.TITLE)
        else:
            self._flow.add(runs.take(), BlockKind.HEADING, level=1)

    def _text(self, body: _Element, shape: Shape) -> None:
        furniture = _FURNITURE.get(shape.role)
        for paragraph in read_paragraphs(body, self._bullets(body, shape)):
            if furniture is not None:
                self._flow.add(paragraph.runs.take(), furniture)
            elif paragraph.label is None:
                self._flow.add_runs(paragraph.runs, None)
            else:
                level = paragraph.depth + 1
                self._flow.add_runs(paragraph.runs, BlockKind.LIST_ITEM, level=level, label=paragraph.label)

    def _bullets(self, body: _Element, shape: Shape) -> list[bool]:
        """As the shape says, else its like on the layout, else the master."""
        if shape.role not in _WITH_BULLETS:
            return bullets_of([body.find("{*}lstStyle")]) if shape.role == "" else _NO_BULLETS
        master = None if self._master is None else self._master.find("{*}txStyles/{*}bodyStyle")
        return bullets_of([body.find("{*}lstStyle"), self._layout_style(shape), master])

    def _layout_style(self, shape: Shape) -> _Element | None:
        for placeholder in () if self._layout is None else self._layout.iter("{*}ph"):
            if (placeholder.get("idx") or "") == shape.index:
                around = next((e for e in placeholder.iterancestors("{*}sp")), None)
                return None if around is None else around.find("{*}txBody/{*}lstStyle")
        return None

    def _frame(self, frame: _Element) -> None:
        table = next(frame.iter("{*}tbl"), None)
        diagram = next(frame.iter("{*}relIds"), None)
        if table is not None:
            self._table(table)
        elif diagram is not None:
            self._diagram(self._package.path_of(self._path, diagram.get(f"{R}dm") or ""))
        else:
            self._picture(frame)

    def _table(self, table: _Element) -> None:
        rows = [[_cell(cell) for cell in row.iterchildren("{*}tc")] for row in table.iterchildren("{*}tr")]
        has_head = attribute(table.find("{*}tblPr"), "firstRow") in ("1", "true")
        self._flow.add_table([row[:_WIDEST] for row in rows], heads=1 if has_head else 0)

    def _diagram(self, path: str) -> None:
        root = self._package.xml(path) if path else None
        for point in () if root is None else root.iter("{*}pt"):
            if (point.get("type") or "") in _NODES:
                for paragraph in point.iter("{*}p"):
                    self._flow.add_runs(read_words(paragraph, Runs()), BlockKind.LIST_ITEM, level=1)

    def _picture(self, element: _Element) -> None:
        properties = next(element.iter("{*}cNvPr"), None)
        self._flow.add((described_picture(attribute(properties, "descr")), ()), BlockKind.CAPTION)

    def _notes(self, root: _Element) -> None:
        """What the speaker says is shown, and heard where notes are."""
        tree = root.find("{*}cSld/{*}spTree")
        for shape in [] if tree is None else in_reading_order(tree):
            body = shape.element.find("{*}txBody")
            if shape.role == "body" and body is not None:
                for paragraph in read_paragraphs(body, _NO_BULLETS):
                    self._flow.add_runs(paragraph.runs, BlockKind.FOOTNOTE, label=paragraph.label or "")


def _cell(cell: _Element) -> Passage:
    runs = Runs()
    for paragraph in cell.iterfind("{*}txBody/{*}p"):
        read_words(paragraph, runs)
        runs.add(" ")
    return runs.take()
