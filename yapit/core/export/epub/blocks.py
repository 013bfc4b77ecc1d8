"""The blocks of a document as XHTML, each with an id; page furniture only where it is heard."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import groupby

from yapit.core.document import PAGE_FURNITURE, Block, BlockKind, Document, Span
from yapit.core.export.epub.heard import HeardText, HeardWord
from yapit.core.script.tables import lines_of

_DEEPEST = 6
_MARKER = re.compile(r"\(?\w{1,4}[.)]\s|[-–—*•◦▪‣·]\s")


class BlockWriter:
    """Writes the blocks of one part. What it notes on the way is for its overlay and the contents."""

    def __init__(self, document: Document, text: HeardText, page: int | None) -> None:
        self._document = document
        self._text = text
        self._top = 1 + any(block.kind is BlockKind.TITLE for block in document.blocks)
        self.page = page
        """Of the last block that was written."""

        self.pages: list[int] = []
        """Pages that begin in the part."""

        self.written: list[tuple[int, list[tuple[str, HeardWord]]]] = []
        """Blocks with the words in them and their ids, in order."""

    def html(self, blocks: range) -> str:
        wanted = [index for index in blocks if self._is_wanted(self._document.blocks[index])]
        runs = groupby(wanted, key=lambda i: self._document.blocks[i].kind is BlockKind.LIST_ITEM)
        return "\n".join(
            self._list(list(run)) if is_list else "\n".join(map(self._block, run)) for is_list, run in runs
        )

    def _is_wanted(self, block: Block) -> bool:
        if block.kind in PAGE_FURNITURE and not self._text.has_words(block.span):
            return False
        return bool(block.span.of(self._document.text).strip())

    def _block(self, index: int) -> str:
        block = self._document.blocks[index]
        before = len(self._text.taken)
        html = _FORMS.get(block.kind, _paragraph)(self, block, f'id="b{index}"')
        self.written.append((index, self._text.taken[before:]))
        return html

    def begin(self, block: Block) -> str:
        """What stands before the text of a block: where its page begins."""
        if block.page is None or block.page == self.page or block.page in self.pages:
            return ""
        self.page = block.page
        self.pages.append(block.page)
        return (
            f'<span epub:type="pagebreak" role="doc-pagebreak" id="page{block.page}" '
            f'aria-label="{block.page}"></span>'
        )

    def inline(self, block: Block, line_break: str = "<br/>") -> str:
        return self.begin(block) + self._text.html(block.span, line_break)

    def heading(self, block: Block, name: str) -> str:
        level = 1 if block.kind is BlockKind.TITLE else min(max(block.level, 1) + self._top - 1, _DEEPEST)
        return f"<h{level} {name}>{self.inline(block, ' ')}</h{level}>"

    def table(self, block: Block, name: str) -> str:
        lines = [line for line in lines_of(self._document.text, block.span) if line]
        begin = self.begin(block)
        rows = [
            self._row(line, "th" if number < block.level else "td", "" if number else begin)
            for number, line in enumerate(lines)
        ]
        return f"<table {name}>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"

    def _row(self, line: Span, tag: str, begin: str) -> str:
        cells, at = [], line.start
        for cell in line.of(self._document.text).rstrip("\r\n").split("\t"):
            html = self._text.html(Span(at, at + len(cell)))
            cells.append(f"<{tag}>{begin}{html}</{tag}>")
            begin = ""
            at += len(cell) + 1
        return f"<tr>{''.join(cells)}</tr>"

    def _list(self, indices: list[int]) -> str:
        """Items within items, by their levels."""
        parts, depth = [], 0
        for index in indices:
            level = min(max(self._document.blocks[index].level, 1), depth + 1)
            if level > depth:
                parts.append("<ul>")
            else:
                parts.append("</li>" + "</ul></li>" * (depth - level))
            depth = level
            parts.append(self._block(index))
        return "\n".join([*parts, "</li></ul>" * depth])

    def item(self, block: Block, name: str) -> str:
        """Without its end: items may follow within it. A number or sign of its own needs no second one."""
        is_marked = _MARKER.match(block.span.of(self._document.text)) is not None
        kind = ' class="marked"' if is_marked else ""
        return f"<li {name}{kind}>{self.inline(block)}"


def _paragraph(writer: BlockWriter, block: Block, name: str) -> str:
    kind = "" if block.kind is BlockKind.PARAGRAPH else f' class="{block.kind.replace(" ", "-")}"'
    return f"<p {name}{kind}>{writer.inline(block)}</p>"


def _within(before: str, after: str, line_break: str = "<br/>") -> Callable[[BlockWriter, Block, str], str]:
    def form(writer: BlockWriter, block: Block, name: str) -> str:
        return before.format(name=name) + writer.inline(block, line_break) + after

    return form


_FORMS: Mapping[BlockKind, Callable[[BlockWriter, Block, str], str]] = {
    BlockKind.TITLE: BlockWriter.heading,
    BlockKind.HEADING: BlockWriter.heading,
    BlockKind.TABLE: BlockWriter.table,
    BlockKind.LIST_ITEM: BlockWriter.item,
    BlockKind.ABSTRACT: _within('<section {name} role="doc-abstract"><p>', "</p></section>"),
    BlockKind.QUOTE: _within("<blockquote {name}><p>", "</p></blockquote>"),
    BlockKind.CODE: _within("<pre {name}><code>", "</code></pre>", "\n"),
    BlockKind.CAPTION: _within("<figure {name}><figcaption>", "</figcaption></figure>"),
    BlockKind.EQUATION: _within('<div {name} class="equation">', "</div>"),
    BlockKind.FOOTNOTE: _within('<aside {name} epub:type="footnote" role="doc-footnote"><p>', "</p></aside>"),
    BlockKind.REFERENCE: _within('<p {name} epub:type="biblioentry" class="reference">', "</p>"),
}
