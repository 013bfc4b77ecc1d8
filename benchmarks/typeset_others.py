"""A report, a magazine, a thesis, a book and a newsletter."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.typeset import Box, Face, Sheets, Style
from benchmarks.typeset_parts import (
    SECTIONS,
    TITLE,
    Author,
    chapters,
    head,
    items,
    paragraphs,
    table,
    three,
    two,
)


def word() -> Sheets:
    """A report: header and footer, numbered headings, paragraphs apart, lists, a ruled table."""
    author = Author(5)
    text = Style(Face("h", 10.5, 14.5), align="left", after=9)

    def decorate(sheets: Sheets, number: int) -> None:
        small = Face("h", 8, 10)
        sheets.line(71, 40, "Harbour Board of Leith", small)
        sheets.line(0, 40, "Internal report 2026-04", small, end=524)
        sheets.line(71, 808, "Draft for comment", small)
        sheets.line(0, 808, f"Page {number} of 6", small, end=524)

    sheets = Sheets(595, 842, lambda number: [(71, 72, 524, 770)], decorate)
    sheets.add("title", TITLE, Style(Face("h", 22, 27), align="left", after=14))
    title = Style(Face("h", 15, 19, bold=True), align="left", before=14, after=6, keeps=4)
    sub = replace(title, face=Face("h", 12, 15, bold=True), before=8, after=4)
    for at, (name, parts) in enumerate(SECTIONS, 1):
        sheets.add("heading", f"{at} {name}", title)
        paragraphs(sheets, author, text, 2)
        for number, part in enumerate(parts, 1):
            sheets.add("heading", f"{at}.{number} {part}", sub)
            paragraphs(sheets, author, text, 2)
            items(sheets, author, replace(text, left=28, indent=-14, after=4))
        if at == 4:
            table(sheets, text)
            paragraphs(sheets, author, text, 1)
    return sheets


def magazine() -> Sheets:
    """Three columns, a standfirst, a large first letter, crossheads, a pull quote and a box."""
    author = Author(6)
    text = Style(Face("t", 9.5, 12), indent=10)

    def decorate(sheets: Sheets, number: int) -> None:
        small = Face("h", 7.5, 9, bold=True)
        sheets.line(42, 815, str(30 + number), small)
        sheets.line(62, 815, "THE COASTAL REVIEW", small)
        sheets.line(0, 815, "MAY 2026", small, end=553)
        if number == 1:
            sheets.line(42, 40, "FEATURE", small)

    def columns(number: int) -> list[Box]:
        boxes = three(42, 553, 230 if number == 1 else 60, 780)
        if number != 2:
            return boxes
        (x0, y0, x1, _), middle, last = boxes
        return [(x0, y0, x1, 560), middle, last]

    sheets = Sheets(595, 842, columns, decorate)
    head(
        sheets,
        "The Clerk Who Counted the Children",
        "by Ines Salas",
        Face("h", 30, 34, bold=True),
        60,
        align="left",
        x=(42, 553),
    )
    standfirst = author.paragraph(1, 1)
    sheets.gold.insert(1, ("paragraph", standfirst))
    sheets.box((standfirst,), (42, 165, 553, 220), Style(Face("t", 14, 18, italic=True)))
    crosshead = Style(Face("h", 10, 13, bold=True), align="left", before=8, after=2, keeps=4)
    sheets.add("paragraph", author.paragraph(5, 6), replace(text, drop=3, indent=0))
    for name in (
        "A wheel for four men",
        "The innkeeper's horses",
        "What the cows know",
        "A light on the northern bank",
    ):
        paragraphs(sheets, author, text, 7)
        if name.startswith("What"):
            quote = Style(Face("h", 15, 18, bold=True), align="centre", before=12, after=14, keeps=6)
            sheets.add("pull quote", "“Not one of them had paid”", quote)
            paragraphs(sheets, author, text, 1)
        sheets.add("heading", name, crosshead)
        paragraphs(sheets, author, text, 2)
    boxed = author.paragraph(5, 5)
    sheets.turn_to(2)
    sheets.filled((42, 580, 203, 780), 0.9)
    sheets.box(("*How to get there*",), (50, 584, 195, 600), Style(Face("h", 10, 14, bold=True)))
    sheets.box((boxed,), (50, 602, 195, 778), Style(Face("h", 8, 10)))
    sheets.gold += [("side", "How to get there"), ("side", boxed)]
    return sheets


def thesis() -> Sheets:
    """Chapters with their number on a line of its own, wide leading, the page number below, notes."""
    author = Author(7)
    text = Style(Face("t", 12, 21), indent=22)

    def decorate(sheets: Sheets, number: int) -> None:
        sheets.line(303, 755, str(number), Face("t", 11, 13))

    sheets = Sheets(612, 792, lambda number: [(108, 80, 522, 720)], decorate)
    sheets.add("title", TITLE, Style(Face("t", 24, 30, bold=True), align="centre", before=100, after=40))
    sheets.add("author", "Ines Salas", Style(Face("t", 14, 18), align="centre", after=40))
    sheets.add(
        "other",
        "A thesis submitted for the degree of Doctor of Philosophy",
        Style(Face("t", 12, 16), align="centre"),
    )
    chapters(
        sheets,
        author,
        text,
        "Chapter {}",
        Style(Face("t", 20, 26, bold=True), align="left", before=60, after=8),
        Style(Face("t", 24, 30, bold=True), align="left", after=24),
        4,
        notes=True,
    )
    return sheets


def book() -> Sheets:
    """A trade book: running heads left and right, a large first letter, breaks of three stars."""
    author = Author(8)
    text = Style(Face("t", 10.5, 14), indent=14)

    def decorate(sheets: Sheets, number: int) -> None:
        small = Face("t", 8.5, 10)
        if number > 1 and sheets.gold[-1][0] != "start":
            head_line = "THE LONG QUAY" if number % 2 == 0 else "A BOOK OF TIDES"
            sheets.line(0, 40, str(number), small, end=376) if number % 2 else sheets.line(
                56, 40, str(number), small
            )
            sheets.line(170, 40, head_line, small)

    sheets = Sheets(432, 648, lambda number: [(56, 62, 376, 590)], decorate)
    sheets.add("title", "The Long Quay", Style(Face("t", 28, 34), align="centre", before=120, after=40))
    sheets.add("author", "Ines Salas", Style(Face("t", 14, 18), align="centre"))
    chapters(
        sheets,
        author,
        text,
        "CHAPTER {}",
        Style(Face("t", 11, 16), align="centre", before=70, after=6),
        Style(Face("t", 18, 24), align="centre", after=30),
        9,
        drop=2,
        stars=True,
    )
    return sheets


def newsletter() -> Sheets:
    """Two columns below a masthead, short articles with headlines, and boxes with a ground of their own."""
    author = Author(9)
    text = Style(Face("h", 9, 12), align="left", after=6)

    def decorate(sheets: Sheets, number: int) -> None:
        if number == 1:
            sheets.filled((0, 0, 595, 70), 0.85)
            sheets.line(40, 50, "The Quayside News", Face("t", 32, 36, bold=True))
            sheets.line(40, 84, "Issue 14", Face("h", 8, 10))
            sheets.line(0, 84, "Spring 2026", Face("h", 8, 10), end=555)
        sheets.line(40, 820, "The Quayside News · Issue 14", Face("h", 7, 9))
        sheets.line(0, 820, f"Page {number}", Face("h", 7, 9), end=555)

    def columns(number: int) -> list[Box]:
        boxes = two(40, 555, 104 if number == 1 else 50, 790, 22)
        return boxes if number > 1 else [boxes[0], (*boxes[1][:3], 600)]

    sheets = Sheets(595, 842, columns, decorate)
    sheets.gold.append(("other", "The Quayside News Issue 14 Spring 2026"))
    title = Style(Face("h", 15, 18, bold=True), align="left", before=10, after=4, keeps=5)
    for name in (
        "The crane is back",
        "Forty-three swimmers",
        "A quarry reopens",
        "Lights for small boats",
        "The clerk's last page",
        "Cows on the meadow",
        "Notes from the archive",
        "Steam and timetables",
        "The priest's three boats",
        "A plan of the quay",
    ):
        sheets.add("heading", name, title)
        paragraphs(sheets, author, text, 3)
        if name == "A quarry reopens":
            items(sheets, author, replace(text, left=14, indent=-10, after=3))
    sheets.turn_to(1)
    sheets.filled((308, 620, 555, 790), 0.9)
    contents = ("*In this issue*", "The crane is back 1", "Forty-three swimmers 1", "A quarry reopens 1")
    sheets.box(contents, (318, 628, 545, 780), Style(Face("h", 10, 14)))
    sheets.gold += [("heading", contents[0].strip("*")), *(("other", text) for text in contents[1:])]
    return sheets
