"""FictionBook: sections with their titles, verses and epigraphs, and notes from the bodies kept for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.errors import SourceError
from yapit.core.parse.archive import DAMAGED, MAX_TEXT_BYTES, Archive
from yapit.core.parse.characters import one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.flow import Flow
from yapit.core.parse.formats import Progress
from yapit.core.parse.prose import Prose
from yapit.core.parse.runs import Passage, labelled
from yapit.core.parse.source import Source
from yapit.core.parse.xml import attribute, inner_text, local_name, parse_xml, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 6
"""Of a heading; sections may lie deeper."""

_WIDEST = 64


def parse(source: Source, on_progress: Progress) -> Document:
    """A .fb2 file, or a zip that holds one.

    Raises:
        SourceError: It is damaged.
    """
    root = parse_xml(_without_pictures(_unzipped(source)), source.label)
    if root is None:
        raise SourceError(f"{source.label} is a damaged FictionBook", cure=DAMAGED)
    info = root.find("{*}description/{*}title-info")
    flow = Flow(Draft(_said(info, "book-title"), _authors(info), _said(info, "lang")))
    bodies = list(root.iterchildren("{*}body"))
    notes = [body for body in bodies if body.get("name")]
    reader = _Reader(flow, {element.get("id") or "" for body in notes for element in body.iter("{*}section")})
    on_progress(0, 1)
    for annotation in () if info is None else info.iterchildren("{*}annotation"):
        reader.read(annotation, 0, BlockKind.ABSTRACT)
    for body in bodies:
        if body in notes:
            reader.read_notes(body)
        else:
            reader.read(body, 0)
    flow.end()
    return flow.draft.document(source.label)


def _unzipped(source: Source) -> bytes:
    if not source.data.startswith(b"PK"):
        return source.data
    archive = Archive(source, "FictionBook")
    name = next((name for name in archive.names if name.lower().endswith(".fb2")), "")
    return archive.read(name, most=MAX_TEXT_BYTES) or b""


def _without_pictures(data: bytes) -> bytes:
    """Pictures stand at the end of the file as text, most of its bytes."""
    pieces, at = [], 0
    while (start := data.find(b"<binary", at)) >= 0:
        pieces.append(data[at:start])
        end = data.find(b"</binary>", start)
        at = len(data) if end < 0 else end + len(b"</binary>")
    return b"".join([*pieces, data[at:]])


def _said(info: _Element | None, name: str) -> str:
    found = None if info is None else info.find(f"{{*}}{name}")
    return "" if found is None else one_line(inner_text(found))


def _authors(info: _Element | None) -> str:
    names = []
    for author in () if info is None else info.iterchildren("{*}author"):
        parts = [_said(author, part) for part in ("first-name", "middle-name", "last-name")]
        names.append(" ".join(filter(None, parts)) or _said(author, "nickname"))
    return ", ".join(filter(None, names))


class _Reader:
    def __init__(self, flow: Flow, note_ids: set[str]) -> None:
        self._flow = flow
        self._note_ids = note_ids - {""}
        self._readers: dict[str, Callable[[_Element, int, BlockKind], None]] = {
            "section": lambda element, depth, kind: self.read(element, depth + 1, kind),
            "title": self._title,
            "subtitle": self._subtitle,
            "p": self._line,
            "text-author": self._line,
            "epigraph": lambda element, depth, kind: self.read(element, depth, BlockKind.QUOTE),
            "cite": lambda element, depth, kind: self.read(element, depth, BlockKind.QUOTE),
            "poem": self.read,
            "stanza": self._stanza,
            "image": self._picture,
            "table": self._table,
        }

    def read(self, parent: _Element, depth: int, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """What is in a body or section; `depth` counts the sections around it."""
        for child in parent:
            reader = self._readers.get(local_name(child))
            if reader is not None:
                reader(child, depth, kind)

    def read_notes(self, body: _Element) -> None:
        """Each section is a note: its title is the number that the text has."""
        for child in body:
            if local_name(child) == "section":
                self._note(child)
            elif local_name(child) == "title":
                self._title(child, 1)

    def _note(self, section: _Element) -> None:
        title = section.find("{*}title")
        number = "" if title is None else one_line(inner_text(title))
        for line in section.iter("{*}p", "{*}v"):
            if title is not None and line.getparent() is title:
                continue
            self._flow.add(labelled(number, self._prose(line), MarkKind.NOTE), BlockKind.FOOTNOTE)
            number = ""

    def _title(self, title: _Element, depth: int, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        parent = title.getparent()
        if parent is None or local_name(parent) not in ("section", "body"):
            self._flow.add(self._lines(title), kind)
        elif depth:
            self._flow.add(self._lines(title), BlockKind.HEADING, level=min(depth, _DEEPEST))
        else:
            self._flow.add(self._lines(title), BlockKind.TITLE)

    def _subtitle(self, subtitle: _Element, depth: int, kind: BlockKind) -> None:
        """A smaller heading, where it is not a row of asterisks."""
        text, marks = self._prose(subtitle)
        if kind is BlockKind.PARAGRAPH and any(map(str.isalpha, text)):
            self._flow.add((text, marks), BlockKind.HEADING, level=min(depth + 1, _DEEPEST))
        else:
            self._flow.add((text, marks), kind)

    def _line(self, line: _Element, depth: int, kind: BlockKind) -> None:
        parts = list(line)
        if (
            len(parts) == 1
            and local_name(parts[0]) == "code"
            and not (line.text or parts[0].tail or "").strip()
        ):
            self._flow.add_code(inner_text(line))
        else:
            self._flow.add(self._prose(line), kind)

    def _stanza(self, stanza: _Element, depth: int, kind: BlockKind) -> None:
        """The verses of a stanza stay together, each on its line."""
        self._flow.add(self._lines(stanza), kind)

    def _picture(self, picture: _Element, depth: int, kind: BlockKind) -> None:
        self._flow.add((one_line(picture.get("alt") or picture.get("title") or ""), ()), BlockKind.CAPTION)

    def _table(self, table: _Element, depth: int, kind: BlockKind) -> None:
        rows = [list(row.iterchildren("{*}th", "{*}td")) for row in table.iter("{*}tr")]
        heads = 0
        while heads < len(rows) and rows[heads] and all(local_name(cell) == "th" for cell in rows[heads]):
            heads += 1
        self._flow.add_table([self._row(row) for row in rows], heads=heads)

    def _row(self, cells: list[_Element]) -> list[Passage]:
        row: list[Passage] = []
        for cell in cells:
            columns = max(1, whole_number(cell.get("colspan"), 1, most=_WIDEST))
            row += [self._prose(cell), *[("", ())] * (columns - 1)][: max(_WIDEST - len(row), 0)]
        return row

    def _lines(self, parent: _Element) -> Passage:
        prose = Prose()
        for child in parent.iter("{*}p", "{*}v", "{*}subtitle"):
            self._gather(child, prose)
            prose.end_line()
        return prose.take()

    def _prose(self, line: _Element) -> Passage:
        prose = Prose()
        self._gather(line, prose)
        return prose.take()

    def _gather(self, parent: _Element, prose: Prose) -> None:
        prose.add(parent.text or "")
        for child in parent:
            self._inline(child, prose)
            prose.add(child.tail or "")

    def _inline(self, element: _Element, prose: Prose) -> None:
        name = local_name(element)
        if name == "a" and self._is_note_mark(element):
            prose.add_marked(inner_text(element), MarkKind.NOTE)
        elif name == "code":
            prose.add_marked(inner_text(element), MarkKind.CODE)
        elif name == "image":
            prose.add(element.get("alt") or "")
        else:
            self._gather(element, prose)

    def _is_note_mark(self, link: _Element) -> bool:
        return link.get("type") == "note" or attribute(link, "href").lstrip("#") in self._note_ids
