"""Lines to blocks: each line goes on with the open block or begins another, whatever page it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from yapit.core.document import BlockKind
from yapit.core.parse.pdf.hyphens import Joiner
from yapit.core.parse.pdf.layout import CAPTION, Layout
from yapit.core.parse.pdf.page import Line


class Role(Enum):
    """What a piece is to the reader of lines, finer than a kind of block."""

    TITLE = auto()
    AUTHORS = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    CAPTION = auto()
    SMALL = auto()
    EQUATION = auto()
    REFERENCE = auto()
    FOOTNOTE = auto()
    FURNITURE = auto()


_KINDS = {
    Role.TITLE: BlockKind.TITLE,
    Role.HEADING: BlockKind.HEADING,
    Role.ITEM: BlockKind.LIST_ITEM,
    Role.REFERENCE: BlockKind.LIST_ITEM,
    Role.CAPTION: BlockKind.CAPTION,
    Role.EQUATION: BlockKind.EQUATION,
    Role.FOOTNOTE: BlockKind.FOOTNOTE,
    Role.FURNITURE: BlockKind.FURNITURE,
}


@dataclass(slots=True)
class Piece:
    """A block being gathered."""

    role: Role
    text: str
    lines: list[Line] = field(default_factory=list)

    @property
    def kind(self) -> BlockKind:
        if self.role is Role.SMALL and not _is_prose(self.text):
            return BlockKind.FURNITURE  # labels in a picture, cells: no text to follow by ear
        return _KINDS.get(self.role, BlockKind.PARAGRAPH)

    @property
    def size(self) -> float:
        return self.lines[0].size


def pieces(layout: Layout) -> list[Piece]:
    """The whole document in reading order."""
    joiner = Joiner(line.text for page in layout.pages for line in layout.running(page))
    flow = _Flow(layout, joiner)
    for page in layout.pages:
        for line in page.lines:
            flow.take(line)
    flow.close()
    return _rejoined(flow.done, layout, joiner)


_FLOATING = frozenset((Role.CAPTION, Role.SMALL, Role.FOOTNOTE, Role.FURNITURE))


def _rejoined(found: list[Piece], layout: Layout, joiner: Joiner) -> list[Piece]:
    """Paragraphs that a figure or table stands in the middle of, made whole; the figure comes after."""
    whole: list[Piece] = []
    last = -1  # the last piece of running text in `whole`
    for piece in found:
        floats = whole[last + 1 :]
        if last >= 0 and floats and piece.role is Role.PARAGRAPH and _is_cut(whole[last], piece, layout):
            whole[last].text = joiner.join(whole[last].text, piece.text)
            whole[last].lines += piece.lines
            continue
        if piece.role not in _FLOATING:
            last = len(whole)
        whole.append(piece)
    return whole


def _is_cut(before: Piece, after: Piece, layout: Layout) -> bool:
    """Whether a paragraph broke off in mid-sentence, in a full line, and the other can go on with it."""
    if before.role not in (Role.PARAGRAPH, Role.ITEM) or _SENTENCE_END.search(before.text):
        return False
    end, column = before.lines[-1], layout.measure(before.lines[-1])
    full = end.box.x1 > column.x1 - 0.12 * column.width
    return full and abs(end.size - after.size) < 0.6 and not _ITEM.match(after.text)


_SENTENCE_END = re.compile(r"[.!?:;…。！？][)\"”’\]]*$")
_ITEM = re.compile(r"\s*(?:[•‣◦▪●–\-*]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_ABSTRACT = re.compile(r"\W*(?:abstract|summary|zusammenfassung|résumé)\b", re.IGNORECASE)
_REFERENCES = re.compile(
    r"\W*(?:[\dIVX]+\.?\s*)?(?:references?|bibliography|literature cited|works cited|"
    r"literatur(?:verzeichnis)?|références|bibliographie|参考文献)\W*",
    re.IGNORECASE,
)
_AFFILIATION = re.compile(r"@|universit|department|institut", re.IGNORECASE)
_CAPTION_HEAD = re.compile(r"(?:TABLE|Table|Figure|Fig)\.?\s*[\dIVX]+\s*[.:]")
_SIGNS = re.compile(r"[=∑∫√≤≥±∂∇×·]")
_CAPITAL_HEADING = re.compile(r"(?:[IVX]+|[A-Z])\.\s")
_NUMBERED = re.compile(r"(?:[IVX]+\.|[A-Z]\.|\d{1,2}(?:\.\d{1,2})*\.?)\s")
_FOOTNOTE_MARK = re.compile(r"[\d*†‡§]{1,3}\s*\S")


def _is_prose(text: str) -> bool:
    words = text.split()
    return len(words) >= 12 and sum(word.isalpha() for word in words) * 2 > len(words) and "." in text


class _Flow:
    """The open piece, the line before, and what the next line is to them."""

    def __init__(self, layout: Layout, joiner: Joiner) -> None:
        self.done: list[Piece] = []
        self._layout = layout
        self._joiner = joiner
        self._open: Piece | None = None
        self._before: Line | None = None
        self._aside: list[Piece] = []
        """Furniture and notes within the open piece: they come after it."""

        first = layout.running(layout.pages[0])
        self._title_size = max((line.size for line in first), default=0.0)
        self._in_front = self._title_size > layout.body + 2
        self._in_references = False

    def take(self, line: Line) -> None:
        if line in self._layout.furniture:
            self._aside.append(Piece(Role.FURNITURE, line.text, [line]))
            return
        if line in self._layout.footnotes:
            self._footnote(line)
            return
        role, goes_on = self._judge(line)
        if goes_on and self._open is not None:
            self._open.text = self._joiner.join(self._open.text, line.text)
            self._open.lines.append(line)
        else:
            self.close()
            self._open = Piece(role, line.text, [line])
        if role is Role.HEADING:
            self._in_references = _REFERENCES.fullmatch(self._open.text) is not None
        self._before = line

    def close(self) -> None:
        if self._open is not None:
            self.done.append(self._open)
            self._open = None
        self.done += self._aside
        self._aside = []

    def _footnote(self, line: Line) -> None:
        last = self._aside[-1] if self._aside else None
        if last is not None and last.role is Role.FOOTNOTE and not _FOOTNOTE_MARK.match(line.text):
            last.text = self._joiner.join(last.text, line.text)
            last.lines.append(line)
        else:
            self._aside.append(Piece(Role.FOOTNOTE, line.text, [line]))

    def _judge(self, line: Line) -> tuple[Role, bool]:
        """What a line is, and whether it goes on with the open piece."""
        for look in (self._as_front, self._as_caption, self._as_small, self._as_heading, self._as_reference):
            role = look(line)
            if role is not None:
                return role, self._goes_on(role, line)
        if self._is_equation(line):
            return Role.EQUATION, False
        if self._begins_paragraph(line):
            return (Role.ITEM if _ITEM.match(line.text) else Role.PARAGRAPH), False
        return Role.PARAGRAPH, True

    def _goes_on(self, role: Role, line: Line) -> bool:
        if self._open is None or self._open.role is not role:
            return False
        if role is Role.HEADING:
            near = self._is_below(line, 2 * max(line.size, self._layout.body))
            return near and self._same_size(line) and not _NUMBERED.match(line.text)
        if role is Role.REFERENCE:
            return not self._begins_reference(line)
        if role is Role.SMALL:
            return self._is_below(line, 3 * line.size) or self._before_is_level(line)
        return role is not Role.CAPTION or not CAPTION.match(line.text)

    def _as_front(self, line: Line) -> Role | None:
        """The title, and the names and places below it, until the text begins."""
        layout = self._layout
        if not self._in_front:
            return None
        if line.page == layout.pages[0].number and abs(line.size - self._title_size) < 0.6:
            return Role.TITLE
        heading = self._looks_like_heading(line) and line.size < self._title_size
        heading = heading and (line.bold or line.size < self._title_size - 3)
        named = heading and len(line.text.split()) < 12 and not re.search(r",|\d", line.text)
        full = line.width > 0.8 * layout.measure(line).width and len(line.text) > 40
        long = layout.is_body(line) and full and not _AFFILIATION.search(line.text)
        if _ABSTRACT.match(line.text) or named or long or line.page > layout.pages[0].number:
            self._in_front = False
            return None
        return Role.AUTHORS

    def _as_caption(self, line: Line) -> Role | None:
        """`Figure 3: …` and its following lines, which are smaller than the text."""
        smaller = line.size < self._layout.body - 0.4
        if CAPTION.match(line.text) and not self._is_next_line(line):
            titled = _CAPTION_HEAD.match(line.text) is not None
            return Role.CAPTION if smaller or titled or self._is_centred(line) else None
        goes_on = self._role is Role.CAPTION and smaller and self._is_below(line, 1.6 * self._layout.leading)
        return Role.CAPTION if goes_on else None

    def _as_small(self, line: Line) -> Role | None:
        if line.size >= self._layout.body - 1.6:
            return None
        raised = self._role in (Role.PARAGRAPH, Role.ITEM, Role.REFERENCE) and self._before_is_level(line)
        return None if raised else Role.SMALL

    def _as_heading(self, line: Line) -> Role | None:
        return Role.HEADING if self._looks_like_heading(line) else None

    def _as_reference(self, line: Line) -> Role | None:
        return Role.REFERENCE if self._in_references else None

    def _looks_like_heading(self, line: Line) -> bool:
        body = self._layout.body
        if len(line.text) >= 90 or _SENTENCE_END.search(line.text.rstrip(":")):
            return False
        if line.size > body + 0.9:
            return any(map(str.isalpha, line.text))
        if _CAPITAL_HEADING.match(line.text) and self._is_centred(line):
            return True
        if _REFERENCES.fullmatch(line.text) and not self._is_next_line(line):
            return True
        if not line.bold or line.size < body - 0.1 or _ITEM.match(line.text):
            return False
        before = self._before
        apart = before is None or before.page != line.page or self._role is Role.HEADING
        return apart or (before is not None and line.box.y0 - before.box.y0 > 1.15 * self._layout.leading)

    def _is_equation(self, line: Line) -> bool:
        if re.fullmatch(r"\(\d{1,3}\)", line.text):
            return True
        if not self._is_centred(line):
            return False
        numbered = re.search(r"\(\d{1,3}\)$", line.text) and len(line.text.split()) < 14
        short = len(line.text) < 70 and line.box.x1 < self._layout.measure(line).x1 - 10
        formula = short and _SIGNS.search(line.text) and not _SENTENCE_END.search(line.text)
        return bool(numbered or formula)

    def _begins_paragraph(self, line: Line) -> bool:
        open_, before = self._open, self._before
        if open_ is None or before is None or open_.role not in (Role.PARAGRAPH, Role.ITEM):
            return True
        step = line.box.y0 - before.box.y0
        leading = self._layout.leading
        jumps = before.page != line.page or step < -leading
        jumps = jumps or self._layout.column(before) != self._layout.column(line)
        if _ITEM.match(line.text) and (jumps or step > 0.5 * leading):
            return True
        if jumps:
            return self._begins_after_jump(line, before, open_)
        if step > 1.32 * leading:
            return True
        return step > 0.5 * leading and self._is_set_off(line, before, open_)

    def _begins_after_jump(self, line: Line, before: Line, open_: Piece) -> bool:
        """Over a page or column: only if the sentence ended, and an indent or a short line shows it."""
        if not _SENTENCE_END.search(open_.text) or line.text[0].islower() or line.text[0].isdigit():
            return False
        last = self._layout.measure(before)
        indented = line.box.x0 > self._layout.measure(line).x0 + 0.7 * self._layout.body
        return indented or before.box.x1 < last.x1 - 0.12 * last.width

    def _is_set_off(self, line: Line, before: Line, open_: Piece) -> bool:
        """A first line set in, the end of an item, or a last line that left room."""
        body, column = self._layout.body, self._layout.measure(line)
        indent = 0.7 * body
        if open_.role is Role.ITEM:
            back = line.box.x0 <= column.x0 + 0.5 * body and before.box.x0 > column.x0 + indent
            return back or self._leaves_hang(line, open_)
        ended = _SENTENCE_END.search(open_.text) is not None
        set_in = column.x0 + indent < line.box.x0 < column.x0 + 3.2 * body
        if ended and set_in and before.box.x0 <= column.x0 + indent:
            return True
        short = before.box.x1 < column.x1 - 0.18 * column.width
        return ended and short and line.text[:1].isupper()

    def _leaves_hang(self, line: Line, item: Piece) -> bool:
        """Whether a line stands further left than the following lines of an item do, or would."""
        column = self._layout.column(line)
        here = [li for li in item.lines if li.page == line.page and self._layout.column(li) == column]
        if here and here[0] is item.lines[0]:
            hang = here[1].box.x0 if len(here) > 1 else here[0].box.x0 + 0.5 * line.size
        else:
            hang = here[0].box.x0 if here else line.box.x0
        return line.box.x0 < hang - 0.3 * line.size and (len(here) > 1 or line.text[0].isupper())

    def _begins_reference(self, line: Line) -> bool:
        """Entries hang: their first line stands further left than the others, or begins with `[12]`."""
        if re.match(r"\[\d+\]|\d{1,3}\.\s", line.text):
            return True
        before = self._before
        if before is None or before.page != line.page:
            return False
        apart = line.box.y0 - before.box.y0 > 1.25 * self._layout.leading
        return apart or line.box.x0 < before.box.x0 - 0.7 * self._layout.body

    @property
    def _role(self) -> Role | None:
        return None if self._open is None else self._open.role

    def _is_below(self, line: Line, reach: float) -> bool:
        before = self._before
        return before is not None and before.page == line.page and 0 < line.box.y0 - before.box.y0 < reach

    def _before_is_level(self, line: Line) -> bool:
        before = self._before
        near = 0.6 * self._layout.leading
        return before is not None and before.page == line.page and abs(before.box.y0 - line.box.y0) < near

    def _is_next_line(self, line: Line) -> bool:
        """One leading below the line before, in a paragraph: a sentence that begins with `Figure 3`."""
        before, leading = self._before, self._layout.leading
        if before is None or self._role is not Role.PARAGRAPH or before.page != line.page:
            return False
        return abs(line.box.y0 - before.box.y0 - leading) < 0.25 * leading and self._same_size(line)

    def _same_size(self, line: Line) -> bool:
        return self._before is not None and abs(self._before.size - line.size) < 0.3

    def _is_centred(self, line: Line) -> bool:
        column = self._layout.measure(line)
        middle = (line.box.x0 + line.box.x1) / 2
        return abs(middle - column.middle) < 6 and line.box.x0 > column.x0 + 10


def heading_levels(found: list[Piece]) -> Iterator[int]:
    """The level of each piece: headings by size, the largest first; list items 1; 0 for the others."""
    sizes = sorted({piece.size for piece in found if piece.role is Role.HEADING}, reverse=True)
    for piece in found:
        if piece.role is Role.HEADING:
            yield min(sizes.index(piece.size) + 1, 6)
        else:
            yield 1 if piece.kind is BlockKind.LIST_ITEM else 0
