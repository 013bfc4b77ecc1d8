"""A document as clean Markdown: its text and structure, none of the page's furniture."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from yapit.core.document import PAGE_FURNITURE, Block, BlockKind, Document, Mark, MarkKind, Span

_DEEPEST = 6
_SPECIAL = re.compile(r"([\\`*_\[\]<>$~]|&(?=#?\w{1,31};))")
_CLOSING_HASHES = re.compile(r"(?<!\S)#+\Z")
_AT_START = re.compile(r"^(\s*(?:\d{1,9}(?=[.)]))?)([#+>~=.)-])", re.MULTILINE)
_ITEM = re.compile(r"(?P<number>\(?\w{1,4}[.)])\s+|[-–—*•◦▪‣·]\s+")
_FOOTNOTE_LABEL = re.compile(r"\s*[\[(]?(?P<label>\d{1,4}|[*†‡§¶]{1,3})[\])]?[.:]?\s*")


def to_markdown(document: Document) -> str:
    """CommonMark with tables, footnotes and dollars around formulas."""
    writer = _Writer(document)
    found = [(block, writer.write(block)) for block in document.blocks if block.kind not in PAGE_FURNITURE]
    return "".join(_joined([(block, text) for block, text in found if text.strip()]))


def _joined(found: list[tuple[Block, str]]) -> Iterator[str]:
    before: Block | None = None
    for block, text in found:
        if before is not None:
            tight = before.kind is block.kind and block.kind in (BlockKind.LIST_ITEM, BlockKind.REFERENCE)
            yield "\n" if tight else "\n\n"
        yield text
        before = block
    if found:
        yield "\n"


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._top = 2 if any(block.kind is BlockKind.TITLE for block in document.blocks) else 1
        self._notes = _notes(document)

    def write(self, block: Block) -> str:
        match block.kind:
            case BlockKind.CODE:
                return _fenced(self._body(block))
            case BlockKind.TABLE:
                return _table(self._body(block), block.level)
            case BlockKind.EQUATION:
                return self._equation(block)
            case BlockKind.LIST_ITEM:
                return self._item(block)
            case BlockKind.FOOTNOTE:
                return self._footnote(block)
            case _:
                return self._prose(block)

    def _prose(self, block: Block) -> str:
        if block.kind is BlockKind.QUOTE:
            return "\n".join(f"> {line}" for line in self._text(block).splitlines())
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            below = max(block.level, 1) + self._top - 1 if block.kind is BlockKind.HEADING else 1
            title = _CLOSING_HASHES.sub(r"\\\g<0>", self._on_one_line(block))
            return f"{'#' * min(below, _DEEPEST)} {title}"
        if block.kind is BlockKind.REFERENCE:
            return f"- {self._on_one_line(block)}"
        if block.kind is BlockKind.CAPTION:
            return f"*{self._on_one_line(block)}*"
        text = _AT_START.sub(r"\1\\\2", self._text(block)).replace("\n", "\\\n")
        is_like_formula = text.startswith("\\[") and text.endswith("\\]")
        return f"&#91;{text[2:]}" if is_like_formula else text

    def _body(self, block: Block) -> str:
        return block.span.of(self._document.text)

    def _text(self, block: Block, start: int = 0) -> str:
        """A block's text from there on, with its marks as Markdown has them, all else escaped."""
        parts: list[str] = []
        at = block.span.start + start
        for mark in self._document.marks_in(Span(at, block.span.end)):
            parts += [_escaped(self._document.text[at : mark.span.start]), self._marked(mark)]
            at = mark.span.end
        parts.append(_escaped(self._document.text[at : block.span.end]))
        return "".join(parts).strip()

    def _on_one_line(self, block: Block, start: int = 0) -> str:
        return " ".join(self._text(block, start).split())

    def _marked(self, mark: Mark) -> str:
        text = mark.span.of(self._document.text)
        if mark.kind is MarkKind.MATH and mark.source and not mark.source.startswith("<math"):
            return f"${mark.source.strip()}$"
        if mark.kind is MarkKind.CODE:
            ticks = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
            apart = " " * text.startswith(("`", " ")) or " " * text.endswith(("`", " "))
            return f"{ticks}{apart}{text}{apart}{ticks}"
        if mark.kind is MarkKind.NOTE and (label := _label(text)) in self._notes:
            return f"[^{self._note(label, mark.span.start)}]"
        return _escaped(text)

    def _item(self, block: Block) -> str:
        marker = _ITEM.match(self._body(block))
        number = (marker["number"] or "").strip("().") if marker else ""
        is_marked = marker is not None and (number.isdecimal() or not marker["number"])
        text = self._text(block, marker.end() if marker and is_marked else 0)
        lead = f"{number}. " if number.isdecimal() else "- "
        indent = "  " * max(block.level - 1, 0)
        return indent + lead + _AT_START.sub(r"\1\\\2", text).replace("\n", f"\\\n{indent}  ")

    def _footnote(self, block: Block) -> str:
        found = _FOOTNOTE_LABEL.match(self._body(block))
        text = self._on_one_line(block, found.end()) if found else ""
        if found is None or not text:
            return f"> {self._on_one_line(block)}"
        return f"[^{self._note(found['label'], block.span.start)}]: {text}"

    def _note(self, label: str, at: int) -> str:
        """The name of the next note with that label: they may be numbered anew on each page."""
        places = self._notes[label]
        nth = min(bisect_left(places, at), len(places) - 1)
        return f"{label}-{nth + 1}" if nth else label

    def _equation(self, block: Block) -> str:
        marks = self._document.marks_in(block.span)
        sources = [
            m.source.strip() for m in marks if m.kind is MarkKind.MATH and not m.source.startswith("<")
        ]
        return "\n\n".join(f"$$\n{source}\n$$" for source in sources) or _fenced(
            block.span.of(self._document.text)
        )


def _notes(document: Document) -> Mapping[str, list[int]]:
    """Where the notes of each label begin, in order."""
    found: dict[str, list[int]] = {}
    for block in document.blocks:
        if block.kind is BlockKind.FOOTNOTE:
            label = _FOOTNOTE_LABEL.match(block.span.of(document.text))
            if label is not None:
                found.setdefault(label["label"], []).append(block.span.start)
    return found


def _label(mark: str) -> str:
    return mark.strip(" []()")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _fenced(body: str) -> str:
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", body)), default=0))
    return f"{fence}\n{body}\n{fence}"


def _table(body: str, heads: int) -> str:
    rows = [
        [_escaped(cell.strip()).replace("|", "\\|") for cell in row.split("\t")] for row in body.splitlines()
    ]
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    head, rest = (rows[0], rows[1:]) if heads else ([""] * width, rows)
    lines = [head, ["---"] * width, *rest]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
