"""A small typesetter for documents whose text is known: columns, and what publishers put around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from typing import Any, Literal

pymupdf: Any = import_module("pymupdf")

Align = Literal["justify", "left", "centre"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Face:
    """Of a family (`t` for a roman, `h` for a sans serif), size and leading in points."""

    family: str = "t"
    size: float = 10
    leading: float = 12
    bold: bool = False
    italic: bool = False

    @property
    def font(self) -> Any:
        styles = {"t": ("tiro", "tibo", "tiit", "tibi"), "h": ("helv", "hebo", "heit", "hebi")}
        return _font(styles[self.family][self.bold + 2 * self.italic])

    def width(self, text: str) -> float:
        return float(self.font.text_length(text, fontsize=self.size))


@cache
def _font(name: str) -> Any:
    return pymupdf.Font(name)


@dataclass(frozen=True, slots=True)
class Style:
    face: Face = Face()
    align: Align = "justify"
    indent: float = 0
    """Of the first line; negative where it hangs."""

    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    keeps: int = 1
    """Lines that must fit into the column, those that follow a heading included."""

    drop: int = 0
    """Lines that the first letter is high."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    face: Face
    note: str = ""
    """A raised mark after it."""

    @property
    def width(self) -> float:
        return self.face.width(self.text) + self.face.width(self.note) * 0.65


@dataclass(slots=True)
class Sheets:
    """Pages that are filled column by column; `decorate` draws what stands around them."""

    width: float
    height: float
    columns: Callable[[int], Sequence[Box]]
    """The columns of a page, counted from 1."""

    decorate: Callable[[Sheets, int], None] = lambda sheets, number: None
    gold: list[tuple[str, str]] = field(default_factory=list)
    file: Any = field(default_factory=lambda: pymupdf.open())
    _page: Any = None
    _at: int = 0
    _y: float = 0
    _foot: float = 0

    @property
    def number(self) -> int:
        return int(self.file.page_count)

    def page(self) -> None:
        self._page = self.file.new_page(width=self.width, height=self.height)
        self.decorate(self, self.number)
        self._enter(0)

    def add(self, kind: str, text: str, style: Style) -> None:
        """A block at the end of the text, and of the gold."""
        self.gold.append((kind, plain(text)))
        self.flow(text, style)

    def flow(self, text: str, style: Style) -> None:
        if self._page is None:
            self.page()
        if self._y > self._column[1]:
            self._y += style.before
        if self._y + style.keeps * style.face.leading > self._foot:
            self._next()
        words = _words(text, style.face)
        if style.drop:
            words = self._dropped(words, style)
        self._lines(words, style)
        self._y += style.after

    def space(self, height: float) -> Box:
        """An empty place in the column, for a picture."""
        if self._page is None:
            self.page()
        if self._y + height > self._foot:
            self._next()
        x0, _, x1, _ = self._column
        self._y += height
        return x0, self._y - height, x1, self._y

    def foot(self, texts: Sequence[str], style: Style) -> None:
        """Notes at the foot of the column that is being filled, below a short rule."""
        x0, _, x1, _ = self._column
        height = sum(len(_broken(_words(text, style.face), x1 - x0)) for text in texts) * style.face.leading
        self._foot -= height + 8
        self._page.draw_line((x0, self._foot + 4), (x0 + 50, self._foot + 4), width=0.5)
        self.box(texts, (x0, self._foot + 6, x1, self._foot + 12 + height), style)
        for text in texts:
            self.gold.append(("footnote", plain(text)))

    def box(self, texts: Sequence[str], box: Box, style: Style) -> float:
        """Texts at a place of the page, out of the flow; returns where they end."""
        x0, y, x1, _ = box
        for text in texts:
            for line in _broken(_words(text, style.face), x1 - x0):
                y += style.face.leading
                self._write(line, x0, y, x1 - x0, replace(style, align="left"), is_last=True)
            y += style.after
        return y

    def line(self, x: float, y: float, text: str, face: Face, *, end: float | None = None) -> None:
        """A line with its foot at `y`, ending at `end` where that is given."""
        start = x if end is None else end - face.width(text)
        self._put(text, face, start, y)

    def rule(self, x0: float, x1: float, y: float, *, width: float = 0.5) -> None:
        self._page.draw_line((x0, y), (x1, y), width=width)

    def filled(self, box: Box, shade: float) -> None:
        self._page.draw_rect(pymupdf.Rect(box), color=None, fill=(shade, shade, shade))

    def turn_to(self, number: int) -> None:
        """A page to draw on once the text is set, counted from 1."""
        self._page = self.file[number - 1]

    def save(self, path: Any) -> None:
        self.file.save(path, garbage=3, deflate=True)

    @property
    def _column(self) -> Box:
        return self.columns(self.number)[self._at]

    def _enter(self, at: int) -> None:
        self._at = at
        _, self._y, _, self._foot = self._column

    def _next(self) -> None:
        if self._at + 1 < len(self.columns(self.number)):
            self._enter(self._at + 1)
        else:
            self.page()

    def _dropped(self, words: list[_Word], style: Style) -> list[_Word]:
        """The first letter, large; the lines beside it are set here, the words that are left returned."""
        face = style.face
        large = replace(face, size=face.leading * style.drop * 1.12, bold=True)
        x0, _, x1, _ = self._column
        first = words[0].text
        if self._y + (style.drop + 1) * face.leading > self._foot:
            self._next()
        self._put(first[0], large, x0, self._y + style.drop * face.leading - 1)
        words = [replace(words[0], text=first[1:]), *words[1:]]
        inset = large.width(first[0]) + 3
        lines = _broken(words, x1 - x0 - inset)
        for line in lines[: style.drop]:
            self._y += face.leading
            self._write(line, x0 + inset, self._y, x1 - x0 - inset, style, is_last=False)
        return _joined([word for line in lines[style.drop :] for word in line])

    def _lines(self, words: list[_Word], style: Style) -> None:
        first = 0.0 if style.drop else style.indent
        while words:
            if self._y + style.face.leading > self._foot + 0.1:
                self._next()
            x0, _, x1, _ = self._column
            x0, x1 = x0 + style.left, x1 - style.right
            line, words = _taken(words, x1 - x0 - first)
            self._y += style.face.leading
            foot = self._y - 0.25 * style.face.leading
            self._write(line, x0 + first, foot, x1 - x0 - first, style, is_last=not words)
            first = 0.0

    def _write(
        self, line: list[_Word], x: float, y: float, width: float, style: Style, *, is_last: bool
    ) -> None:
        used = sum(word.width for word in line)
        gap = style.face.width(" ")
        if style.align == "centre":
            x += (width - used - gap * (len(line) - 1)) / 2
        elif style.align == "justify" and not is_last and len(line) > 1:
            gap = (width - used) / (len(line) - 1)
        for word in line:
            self._put(word.text, word.face, x, y)
            if word.note:
                raised = replace(word.face, size=word.face.size * 0.65)
                self._put(word.note, raised, x + word.face.width(word.text), y - 0.35 * word.face.size)
            x += word.width + gap

    def _put(self, text: str, face: Face, x: float, y: float) -> None:
        writer = pymupdf.TextWriter(self._page.rect)
        writer.append((x, y), text, font=face.font, fontsize=face.size)
        writer.write_text(self._page)


def plain(text: str) -> str:
    """Without the signs for bold, italics and notes: `*so*`, `_so_`, `word^1`."""
    return re.sub(r"\^\w+", "", re.sub(r"[*_]", "", text))


def _words(text: str, face: Face) -> list[_Word]:
    words, bold, italic = [], face.bold, face.italic
    for token in text.split():
        bold, italic = bold ^ token.startswith("*"), italic ^ token.startswith("_")
        word, _, note = token.strip("*_").partition("^")
        words.append(_Word(word, replace(face, bold=bold, italic=italic), note))
        bold, italic = bold ^ token.endswith("*"), italic ^ token.endswith("_")
    return words


def _broken(words: list[_Word], width: float) -> list[list[_Word]]:
    lines = []
    while words:
        line, words = _taken(words, width)
        lines.append(line)
    return lines


def _taken(words: list[_Word], width: float) -> tuple[list[_Word], list[_Word]]:
    """The words of one line, the last of them broken with a hyphen where that fits, and the rest."""
    line: list[_Word] = []
    used = 0.0
    gap = words[0].face.width(" ")
    for at, word in enumerate(words):
        if used + word.width <= width or not line:
            line.append(word)
            used += word.width + gap
            continue
        parts = _hyphenated(word, width - used)
        return (line, words[at:]) if parts is None else ([*line, parts[0]], [parts[1], *words[at + 1 :]])
    return line, []


_SYLLABLE = re.compile(r"(?<=[aeiouy][bcdfgklmnprst])(?=[bcdfgklmnprst][aeiou])")


def _hyphenated(word: _Word, room: float) -> tuple[_Word, _Word] | None:
    if len(word.text) < 8 or not word.text.rstrip(".,;").isalpha():
        return None
    for match in reversed(list(_SYLLABLE.finditer(word.text, 3, len(word.text) - 3))):
        head = replace(word, text=word.text[: match.start()] + "-", note="")
        if head.width <= room:
            return head, replace(word, text=word.text[match.start() :])
    return None


def _joined(words: list[_Word]) -> list[_Word]:
    """Words whole again that a narrower line had broken."""
    whole: list[_Word] = []
    for word in words:
        if whole and whole[-1].text.endswith("-") and whole[-1].text[:-1].isalpha():
            whole[-1] = replace(word, text=whole[-1].text[:-1] + word.text)
        else:
            whole.append(word)
    return whole
