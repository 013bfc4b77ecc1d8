"""Parts that the made documents share: their words, headings, lists, figures, works cited."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from benchmarks.typeset import Box, Face, Sheets, Style

SENTENCES = Path(__file__).with_name("publishers.txt").read_text("utf-8").splitlines()

TITLE = "Counting the Ships of a Small Harbour"

SECTIONS = (
    ("Introduction", ()),
    ("The Place and Its People", ("The quay", "The northern bank")),
    ("Reading the List", ("What was counted", "What was left out")),
    ("Results", ()),
    ("Conclusions", ()),
)

WORKS = (
    "A. Brandt and C. Moss. 2011. Dues and seasons. Harbour Studies 4, 2 (2011), 17–39.",
    "P. Ito. 1998. The Clerk's Hand. Tidewater Press, Leith.",
    "R. Okafor, L. Salas, and H. Winter. 2016. Small boats, left out. In Proceedings of Coasts, 88–97.",
    "J. Vale. 2004. Light and tallow. Journal of Quiet History 12, 201–219.",
)


class Author:
    """Paragraphs out of the sentences, each used once before any is used again; the same for a seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._left: list[str] = []

    def paragraph(self, fewest: int = 3, most: int = 6) -> str:
        return " ".join(self._sentence() for _ in range(self._chance.randint(fewest, most)))

    def _sentence(self) -> str:
        if not self._left:
            self._left = self._chance.sample(SENTENCES, len(SENTENCES))
        return self._left.pop()


def two(x0: float, x1: float, y0: float, y1: float, gap: float = 18) -> list[Box]:
    middle = (x0 + x1) / 2
    return [(x0, y0, middle - gap / 2, y1), (middle + gap / 2, y0, x1, y1)]


def three(x0: float, x1: float, y0: float, y1: float, gap: float = 14) -> list[Box]:
    width = (x1 - x0 - 2 * gap) / 3
    return [(x0 + n * (width + gap), y0, x0 + n * (width + gap) + width, y1) for n in range(3)]


def head(
    sheets: Sheets,
    title: str,
    authors: str,
    face: Face,
    y: float,
    *,
    align: str = "centre",
    x: tuple[float, float] = (54, 558),
) -> None:
    """Title and authors above the columns of the first page."""
    sheets.page()
    for kind, text, own in (
        ("title", title, face),
        ("author", authors, Face(face.family, 11, 15)),
    ):
        start = x[0] if align == "left" else (x[0] + x[1] - own.width(text.replace("_", ""))) / 2
        if own.width(text) > x[1] - x[0]:
            y = sheets.box((text,), (x[0], y, x[1], y + 90), Style(own))
        else:
            y += own.leading
            sheets.box((text,), (start, y - own.leading, x[1] + 40, y), Style(own))
        y += 8
        sheets.gold.append((kind, text.replace("_", "").replace("^1", "").replace("^2", "")))


def sections(
    sheets: Sheets,
    author: Author,
    text: Style,
    title: Style,
    *,
    number: str,
    sub: str,
    paragraphs: int,
    plain_first: bool,
    figure: str,
    notes: bool = False,
    sub_italic: bool = False,
) -> None:
    face = replace(
        title.face, size=max(text.face.size, title.face.size - 2), bold=not sub_italic, italic=sub_italic
    )
    lower = replace(title, face=face, before=title.before * 0.7, after=title.after * 0.6)
    for at, (name, parts) in enumerate(SECTIONS, 1):
        sheets.add("heading", f"{number.format(at)} {name}", title)
        for index in range(1 if parts else paragraphs):
            first = replace(text, indent=0) if plain_first and index == 0 else text
            said = author.paragraph()
            if notes and index == 1:
                said = said.replace(". ", ".^3 ", 1)
            sheets.add("paragraph", said, first)
            if notes and index == 1:
                sheets.foot((f"^3 {author.paragraph(1, 1)}",), Style(Face("t", 8, 9.6)))
        for index, part in enumerate(parts, 1):
            sheets.add("heading", f"{sub.format(at, index)} {part}", lower)
            for _ in range(2):
                sheets.add("paragraph", author.paragraph(), text)
            items(sheets, author, replace(text, indent=-10, left=20, after=2))
        if at == 2:
            _figure(sheets, f"{figure} Ships that came in each year, and the years of the flood.", text)


def _figure(sheets: Sheets, caption: str, text: Style) -> None:
    face = replace(text.face, size=text.face.size - 1, leading=text.face.leading - 1)
    figure(sheets, caption, Style(face, after=10))


def figure(sheets: Sheets, caption: str, style: Style) -> None:
    x0, _, x1, y1 = sheets.space(110)
    sheets.rule(x0 + 20, x1 - 10, y1 - 20)
    for at in range(6):
        x = x0 + 30 + at * (x1 - x0 - 60) / 6
        sheets.filled((x, y1 - 30 - 9 * at, x + 12, y1 - 20), 0.4)
        sheets.line(x, y1 - 10, str(1810 + 10 * at), Face("h", 6, 7))
        sheets.gold.append(("other", str(1810 + 10 * at)))
    sheets.add("caption", caption, style)


def paragraphs(sheets: Sheets, author: Author, text: Style, count: int) -> None:
    for _ in range(count):
        sheets.add("paragraph", author.paragraph(), text)


def items(sheets: Sheets, author: Author, style: Style) -> None:
    for _ in range(3):
        sheets.add("list_item", "• " + author.paragraph(1, 1), style)


def works(sheets: Sheets, style: Style, label: str) -> None:
    for at, work in enumerate(WORKS, 1):
        sheets.add("reference", f"{label.format(at)} {work}".strip(), style)


def table(sheets: Sheets, text: Style) -> None:
    rows = (
        ("Year", "Timber", "Salt", "Other"),
        ("1821", "212", "96", "40"),
        ("1822", "198", "101", "38"),
        ("1823", "230", "88", "51"),
    )
    x0, y0, x1, _ = sheets.space(20 * len(rows) + 8)
    for at, row in enumerate(rows):
        sheets.rule(x0, x1, y0 + 20 * at)
        for column, cell in enumerate(row):
            sheets.line(
                x0 + 6 + column * (x1 - x0) / 4,
                y0 + 20 * at + 14,
                cell,
                replace(text.face, size=9, bold=not at),
            )
        sheets.gold.append(("table", " ".join(row)))
    sheets.rule(x0, x1, y0 + 20 * len(rows))


def chapters(
    sheets: Sheets,
    author: Author,
    text: Style,
    label: str,
    above: Style,
    title: Style,
    count: int,
    *,
    drop: int = 0,
    stars: bool = False,
    notes: bool = False,
) -> None:
    for at, name in enumerate(("The Bend in the River", "A Clerk and His Hand", "After the Flood"), 1):
        sheets.gold.append(("start", ""))
        sheets.page()
        sheets.add("heading", label.format(at), above)
        sheets.add("heading", name, title)
        sheets.add("paragraph", author.paragraph(5, 6), replace(text, indent=0, drop=drop))
        for index in range(count):
            said = author.paragraph()
            noted = notes and index == 1
            sheets.add("paragraph", said.replace(". ", ".^1 ", 1) if noted else said, text)
            if noted:
                sheets.foot((f"^1 {author.paragraph(1, 1)}",), Style(Face("t", 9, 11)))
            if stars and index == 4:
                sheets.add("other", "* * *", replace(text, align="centre", before=10, after=10))
    sheets.gold[:] = [block for block in sheets.gold if block[0] != "start"]
