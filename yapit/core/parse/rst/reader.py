"""The tree that docutils makes of a text, to blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docutils import nodes

from yapit.core.document import BlockKind, Mark, MarkKind
from yapit.core.parse.characters import tidy
from yapit.core.parse.draft import Draft
from yapit.core.parse.grid import row_of, table_of
from yapit.core.parse.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator


class TreeReader:
    """Walks the tree; what encloses a paragraph decides its kind."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._kinds: list[BlockKind] = [BlockKind.PARAGRAPH]
        self._section = 0
        self._lists = 0
        self._marker = ""

    def read(self, node: nodes.Node) -> None:
        handler = _handler(node)
        if handler is not None:
            handler(self, node)
        elif isinstance(node, nodes.Element):
            self.children(node)

    def children(self, node: nodes.Node) -> None:
        for child in node.children:
            self.read(child)

    @contextmanager
    def _within(self, kind: BlockKind) -> Iterator[None]:
        self._kinds.append(kind)
        yield
        self._kinds.pop()

    def _add(self, node: nodes.Node, kind: BlockKind, level: int = 0) -> None:
        text, marks = _inline(node)
        before, self._marker = self._marker, ""
        self.draft.add(before + text, kind, level=level, marks=[mark.shift(len(before)) for mark in marks])

    def section(self, node: nodes.Node) -> None:
        self._section += 1
        self.children(node)
        self._section -= 1

    def title(self, node: nodes.Node) -> None:
        if isinstance(node.parent, nodes.document):
            self._add(node, BlockKind.TITLE)
        elif isinstance(node.parent, nodes.section):
            self._add(node, BlockKind.HEADING, self._section)
        else:
            self._add(node, self._kinds[-1])

    def paragraph(self, node: nodes.Node) -> None:
        kind = self._kinds[-1]
        self._add(node, kind, self._lists if kind is BlockKind.LIST_ITEM else 0)

    def items(self, node: nodes.Node) -> None:
        self._lists += 1
        number = int(_attribute(node, "start") or 1) if isinstance(node, nodes.enumerated_list) else None
        with self._within(BlockKind.LIST_ITEM):
            for at, child in enumerate(node.children):
                self._marker = "" if number is None else f"{number + at}. "
                self.children(child)
        self._marker = ""
        self._lists -= 1

    def quote(self, node: nodes.Node) -> None:
        with self._within(BlockKind.QUOTE):
            self.children(node)

    def lines(self, node: nodes.Node) -> None:
        prose = Prose()
        for line in node.findall(nodes.line):
            _gather(line, prose)
            prose.end_line()
        text, marks = prose.take()
        self.draft.add(text, self._kinds[-1], marks=marks)

    def code(self, node: nodes.Node) -> None:
        self.draft.add(tidy(node.astext()), BlockKind.CODE)

    def formula(self, node: nodes.Node) -> None:
        source = " ".join(node.astext().split())
        if source:
            self.draft.add_formula(source)

    def note(self, node: nodes.Node) -> None:
        kind = BlockKind.REFERENCE if isinstance(node, nodes.citation) else BlockKind.FOOTNOTE
        with self._within(kind):
            for child in node.children:
                if not isinstance(child, nodes.label):
                    self.read(child)

    def caption(self, node: nodes.Node) -> None:
        self._add(node, BlockKind.CAPTION)

    def picture(self, node: nodes.Node) -> None:
        self.draft.add(tidy(_attribute(node, "alt")), BlockKind.CAPTION)

    def table(self, node: nodes.Node) -> None:
        for title in node.findall(nodes.title):
            self._add(title, BlockKind.CAPTION)
        rows = [row_of(map(_inline, row.children)) for row in node.findall(nodes.row)]
        heads = sum(len(head.children) for head in node.findall(nodes.thead))
        text, marks = table_of(rows)
        self.draft.add(text, BlockKind.TABLE, level=heads, marks=marks)

    def abstract(self, node: nodes.Node) -> None:
        abstract = isinstance(node, nodes.Element) and "abstract" in node.get("classes", ())
        with self._within(BlockKind.ABSTRACT if abstract else self._kinds[-1]):
            for child in node.children:
                if not (abstract and isinstance(child, nodes.title)):
                    self.read(child)

    def author(self, node: nodes.Node) -> None:
        self._add(node, BlockKind.AUTHOR)

    def unread(self, node: nodes.Node) -> None:
        """What is of the file and not of the page: remarks, targets, docutils' own complaints."""

    def furniture(self, node: nodes.Node) -> None:
        self._add(node, BlockKind.FURNITURE)


_HANDLERS: Mapping[type[nodes.Node], Callable[[TreeReader, nodes.Node], None]] = {
    nodes.section: TreeReader.section,
    nodes.title: TreeReader.title,
    nodes.subtitle: TreeReader.paragraph,
    nodes.paragraph: TreeReader.paragraph,
    nodes.term: TreeReader.paragraph,
    nodes.rubric: TreeReader.paragraph,
    nodes.attribution: TreeReader.paragraph,
    nodes.bullet_list: TreeReader.items,
    nodes.enumerated_list: TreeReader.items,
    nodes.definition_list: TreeReader.items,
    nodes.block_quote: TreeReader.quote,
    nodes.line_block: TreeReader.lines,
    nodes.literal_block: TreeReader.code,
    nodes.doctest_block: TreeReader.code,
    nodes.math_block: TreeReader.formula,
    nodes.footnote: TreeReader.note,
    nodes.citation: TreeReader.note,
    nodes.caption: TreeReader.caption,
    nodes.image: TreeReader.picture,
    nodes.table: TreeReader.table,
    nodes.topic: TreeReader.abstract,
    nodes.author: TreeReader.author,
    nodes.docinfo: TreeReader.children,
    nodes.field_name: TreeReader.paragraph,
    nodes.comment: TreeReader.unread,
    nodes.target: TreeReader.unread,
    nodes.system_message: TreeReader.unread,
    nodes.substitution_definition: TreeReader.unread,
    nodes.raw: TreeReader.unread,
    nodes.pending: TreeReader.unread,
    nodes.header: TreeReader.furniture,
    nodes.footer: TreeReader.furniture,
}


_AUTHORS: tuple[type, ...] = (nodes.authors,)


def _handler(node: nodes.Node) -> Callable[[TreeReader, nodes.Node], None] | None:
    handler = _HANDLERS.get(type(node))
    if handler is None and isinstance(node, nodes.Bibliographic) and not isinstance(node, _AUTHORS):
        return TreeReader.unread
    return handler


def _attribute(node: nodes.Node, name: str) -> str:
    return str(node.get(name, "")) if isinstance(node, nodes.Element) else ""


def _inline(node: nodes.Node) -> tuple[str, tuple[Mark, ...]]:
    prose = Prose()
    _gather(node, prose)
    return prose.take()


_MARKED: Mapping[type[nodes.Node], MarkKind] = {
    nodes.literal: MarkKind.CODE,
    nodes.footnote_reference: MarkKind.NOTE,
    nodes.citation_reference: MarkKind.CITATION,
}
_IN_BRACKETS = (nodes.footnote_reference, nodes.citation_reference)


def _gather(node: nodes.Node, prose: Prose) -> None:
    """The running text below a node, in the order of the page."""
    for child in node.children:
        kind = _MARKED.get(type(child))
        if isinstance(child, nodes.Text):
            prose.add(child.astext())
        elif kind is not None:
            text = child.astext()
            shown = f"[{text}]" if isinstance(child, _IN_BRACKETS) else text
            prose.add_marked(shown, kind)
        elif isinstance(child, nodes.math):
            prose.add_formula(" ".join(child.astext().split()))
        elif isinstance(child, nodes.image):
            prose.add(_attribute(child, "alt"))
        elif not isinstance(child, nodes.system_message | nodes.raw | nodes.label | nodes.title):
            _gather(child, prose)
            if isinstance(child, nodes.Body | nodes.list_item):
                prose.add(" ")
